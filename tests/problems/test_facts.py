"""Facts are values: no finished phrase in the code that finds problems, and nothing lost on the way through caches and processes."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import laomo
from laomo.assets.attachments.reading import AttachmentReading
from laomo.cli import check_cache
from laomo.cli.check_cache import CheckResult
from laomo.problems.errors import CodedError
from laomo.problems.problem import Fact, Finding, Problem
from laomo.text import personal_data

PACKAGE = Path(str(laomo.__file__)).parent
MAKERS = frozenset({"Problem", "Finding", "tell", "finding", "refused", "_fault", "_refused", "_left_out"})
"""What makes a problem of a code and facts, beside exceptions."""
POSITIONAL = {"Problem": 3, "Finding": 1}
"""Where facts may stand without their name."""
ELSEWHERE = frozenset({"path", "loc", "line", "column", "severity"})
"""What such a call may name that is no fact."""
FACTS: dict[str, Fact] = {"field": ("名称", "name"), "count": 12, "value": "甲", "choices": (), "more": ("乙",)}


def exceptions(trees: dict[Path, ast.Module]) -> set[str]:
    """The names of all classes below CodedError."""
    classes = [each for tree in trees.values() for each in ast.walk(tree) if isinstance(each, ast.ClassDef)]
    found = {CodedError.__name__}
    for _ in classes:
        found |= {
            each.name for each in classes if any(ast.unparse(base).split(".")[-1] in found for base in each.bases)
        }
    return found


def facts_in(tree: ast.Module, makers: set[str]) -> Iterator[ast.expr]:
    """Every expression that makes the facts of a problem, where it is written in a call or in the function around it."""
    for function in [tree, *(each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef))]:
        dicts = {
            target.id: each.value
            for each in ast.walk(function)
            if isinstance(each, ast.Assign | ast.AnnAssign | ast.AugAssign) and each.value is not None
            for target in (each.targets if isinstance(each, ast.Assign) else [each.target])
            if isinstance(target, ast.Name)
        }
        for call in (each for each in ast.walk(function) if isinstance(each, ast.Call)):
            name = ast.unparse(call.func).split(".")[-1]
            if name in makers:
                place = POSITIONAL.get(name)
                written = call.args[place : place + 1] if place is not None else []
                written += [each.value for each in call.keywords if each.arg not in ELSEWHERE]
                yield from (dicts.get(each.id, each) if isinstance(each, ast.Name) else each for each in written)


def phrases(facts: ast.expr) -> Iterator[str]:
    """Chinese that the code itself says in an expression: characters, or full-width punctuation. What it only looks for is none."""
    calls = [each for each in ast.walk(facts) if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute)]
    sought = {
        argument for each in calls if ast.unparse(each.func).endswith((".split", ".strip")) for argument in each.args
    }
    for each in ast.walk(facts):
        if each not in sought and isinstance(each, ast.Constant) and isinstance(each.value, str):
            text = each.value.replace("…", "").replace("×", "").replace("⏎", "").replace("–", "")
            if not text.isascii():
                yield each.value


def found_phrases(sources: dict[Path, str]) -> list[tuple[str, str]]:
    trees = {file: ast.parse(source) for file, source in sources.items()}
    makers = MAKERS | exceptions(trees)
    return [
        (file.name, phrase)
        for file, tree in trees.items()
        for each in facts_in(tree, makers)
        for phrase in phrases(each)
    ]


def test_no_code_writes_a_part_of_a_sentence_into_facts() -> None:
    sources = {file: file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py")}
    assert found_phrases(sources) == []


@pytest.mark.parametrize(
    "source",
    [
        'Problem(path, "code", (), {"suggestion": f"，是不是“{close}”" if close else ""})',
        'def check():\n    facts = {"field": "受理工会"}\n    yield Problem(path, "code", facts=facts)',
        'Finding("code", {"place": f"第{line}行"})',
        'draft.tell(at, "code", name=name or "没有写")',
        'draft.tell(at, "code", names="、".join(names))',
        'class Refused(CodedError): ...\nraise Refused("code", kind="宏")',
    ],
)
def test_a_part_of_a_sentence_would_be_found(source: str) -> None:
    assert found_phrases({Path("errors.py"): "class CodedError(Exception): ...", Path("a.py"): source})


def test_facts_survive_the_cache_of_a_check(site: Path) -> None:
    problem = Problem("studios/a.yml", "missing", ("a", 0), FACTS, "warning", 3, 4)
    results = [check_cache.cached_check(site, lambda: CheckResult(1, (problem,))) for _ in range(2)]
    assert results == [CheckResult(1, (problem,))] * 2


def test_facts_survive_the_way_from_the_process_that_reads_attachments() -> None:
    reading = AttachmentReading((Finding("pdf-unread", FACTS, "warning", 1, 2),), b"pdf", "text")
    assert AttachmentReading.from_bytes(reading.to_bytes()) == reading


def test_personal_numbers_are_masked_in_every_kind_of_fact() -> None:
    number = "13800138000"
    facts: dict[str, Fact] = {"text": f"电话{number}", "words": ("甲", number), "number": int(number), "count": 12}
    masked = personal_data.masked_problem(Problem(f"{number}.yml", "missing", facts=facts))
    assert number not in str(masked)
    assert masked.facts["count"] == 12
    assert masked.facts["words"] == ("甲", "13*********")
