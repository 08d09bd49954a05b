"""Problem cases are files. Below each wrong line is a comment `# error: <code> @<column>`, or `# notice:`; there are no other problems.

The first line of a case names the record of the small site that it replaces: `# path: studios/north/crane/studio.yml`.
"""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from laomo import checks, generate
from laomo.problems import formats
from laomo.problems.messages import MESSAGES
from laomo.problems.problem import Problem
from laomo.project import Project

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
_MARK = re.compile(r"\s*# (?:error|notice): ([a-z0-9-]+) @(\d+)")


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_exactly_the_marked_problems(case: Path, site: Path) -> None:
    text = case.read_text(encoding="utf-8")
    path = re.match(r"# path: (\S+)", text)[1]  # type: ignore[index]
    target = site / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    expected = [
        (path, number, int(found[2]), found[1])
        for number, line in enumerate(text.splitlines())
        if (found := _MARK.match(line))
    ]
    expected = [(path, _marked_line(text, number), column, code) for path, number, column, code in expected]
    problems = generate.check(Project(site)).problems
    assert [(p.path, p.line, p.column, p.code) for p in problems] == sorted(expected)
    assert expected


def _marked_line(text: str, number: int) -> int:
    """The line to which a comment refers: the nearest one above that is not such a comment."""
    lines = text.splitlines()
    while _MARK.match(lines[number - 1]):
        number -= 1
    return number


def test_every_module_with_a_check_is_run() -> None:
    modules = (importlib.import_module(each.name) for each in pkgutil.iter_modules(checks.__path__, "laomo.checks."))
    assert sorted(each.check.__module__ for each in modules if hasattr(each, "check")) == sorted(
        each.__module__ for each in checks.CHECKS
    )


def test_every_sentence_says_what_and_how_to_mend_it() -> None:
    for code, (found, mend, english, english_mend) in MESSAGES.items():
        assert re.search(r"应为|请|\{message\}", mend), code
        assert found, code
        assert english.isascii() or "“" in english, code
        assert english_mend, code


def test_the_line_reads_as_promised() -> None:
    problem = Problem(
        "studios/a/b/2013.yml", "yes-no", facts={"field": "“台账”（ledger）", "value": "ok"}, line=12, column=5
    )
    expected = "studios/a/b/2013.yml:12:5: 错误：“台账”（ledger）写的是“ok”；应为“是”或“否”（“有”或“无”）［yes-no］"
    assert formats.text(problem) == expected


def test_workflow_commands_cannot_be_forged() -> None:
    problem = Problem("a,b:c.yml", "duplicate-key", facts={"key": "x\n::error::y%"}, line=1, column=1)
    assert formats.as_github([problem], "zh").count("\n") == 1
    assert "a%2Cb%3Ac.yml" in formats.as_github([problem], "zh")
