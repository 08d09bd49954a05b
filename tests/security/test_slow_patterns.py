"""No text makes a pattern or a field slow: long runs of whatever a pattern may repeat, over all patterns and all fields there are."""

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import ValidationError

import laomo
from laomo.records import layout
from laomo.records.models.base import Record
from laomo.text import personal_data
from tests.conftest import some

LENGTH = 10_000
MOST = 0.2
"""Seconds of CPU: 50 ms on a quiet machine."""
BEYOND_DOUBT = 3
"""Seconds of CPU."""
REFERENCE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?@")
QUIET = 0.0045
"""Seconds of CPU that this pattern takes for `LENGTH` letters on a quiet machine; on a slower one, all may take longer."""
# fmt: off
RUNS = [
    *("0", "1", "13", "数十1", "1 ", "-", "1-", " ", "\t", "\n", "\r\n", "a", "A1", "a.", "a-", "@", "a@", "a@a.", "(", "()", "（", "〔", "[", "![", "<", "<a "),
    *("<!--", "</", "&", "&#", "十", "数十", "数十 ", "年", "2013年", "2013-", "。", "，", "、", "号", "字", "字 ", "　", "#", "# ", "：", ": "),
    *("'", '"', "\\", "|", "`", "*", "{", "{{", "/", "../", "https://a", "https://a.", "%41", "=", "+", "~", "·", "０", "Ｘ", "1,", "1,111", "1.", "亿元", "多"),
]
# fmt: on
TAILS = ("!", "1", " x\0")
"""The first ends every run; the others end one in three: a pattern that is slow is so for many runs."""
_CALLS = {"search", "match", "fullmatch", "findall", "finditer", "sub", "split"}
_WRITTEN_DOWN = re.compile(rf"\bre\s*\.\s*(?:{'|'.join(_CALLS)})\b")


def attacks() -> Iterator[str]:
    for number, run in enumerate(RUNS):
        body = (run * LENGTH)[: LENGTH - 4]
        for tail in TAILS if number % 3 == 0 else TAILS[:1]:
            yield body + tail


ATTACKS = list(attacks())


def seconds(work: Callable[[], object]) -> float:
    """Of CPU; the best of three, if the first is neither good enough nor beyond doubt."""
    taken = []
    while len(taken) < 3 and MOST / 4 < min(taken, default=1) < BEYOND_DOUBT:
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def is_slow(work: Callable[[], object]) -> bool:
    """Whether it takes too long, even for a machine as slow as this one is just now."""
    taken = seconds(work)
    if taken < MOST:
        return False
    here = min(seconds(lambda: list(REFERENCE.finditer("a" * LENGTH))) for _ in range(5))  # one may be interrupted
    return taken >= MOST * here / QUIET


def test_a_pattern_that_tries_every_place_again_is_slow() -> None:
    assert is_slow(lambda: re.search("a*a*c", "a" * 1800))  # by twice what is asked, on the machines seen so far


def in_values(value: object) -> Iterator[re.Pattern[Any]]:
    match value:
        case re.Pattern():
            yield value
        case dict():
            for each in value.values():
                yield from in_values(each)
        case list() | tuple() | set() | frozenset():
            for each in value:
                yield from in_values(each)


def in_source(source: str) -> Iterator[tuple[re.Pattern[Any], bool]]:
    """Those that a function writes down where it uses them, and whether it looks at every place."""
    if not _WRITTEN_DOWN.search(source):
        return
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=call),
                args=[ast.Constant(value=str() | bytes() as text), *_],
            ) if call in _CALLS:
                yield re.compile(text), call not in {"match", "fullmatch"}


def in_fields(kind: type[Record]) -> Iterator[re.Pattern[Any]]:
    found = re.findall(r"'pattern': '((?:[^'\\]|\\.)*)'", str(kind.model_json_schema()))
    yield from (re.compile(ast.literal_eval(f"'{each}'")) for each in found)


@cache
def patterns() -> dict[str | bytes, tuple[re.Pattern[Any], bool]]:
    """Every pattern of the package by its text, and whether it is looked for at every place of a text."""
    found: dict[str | bytes, tuple[re.Pattern[Any], bool]] = {}
    modules = [
        importlib.import_module(each.name)
        for each in pkgutil.walk_packages(laomo.__path__, "laomo.")
        if not each.name.endswith("__main__")
    ]
    sources = [Path(str(module.__file__)).read_text("utf-8") for module in modules]
    anchored = set(re.findall(r"(\w+)\.(?:fullmatch|match)\b", "\n".join(sources)))
    anchored -= set(re.findall(r"(\w+)\.(?:search|finditer|findall|sub|split)\b", "\n".join(sources)))
    for module, source in zip(modules, sources, strict=True):
        for name, value in vars(module).items():
            found |= {each.pattern: (each, name not in anchored) for each in in_values(value)}
        found |= {each.pattern: (each, anywhere) for each, anywhere in in_source(source)}
    for kind in layout.KINDS.values():
        found[kind.pattern.pattern] = kind.pattern, False
        found |= {each.pattern: (each, False) for each in in_fields(kind.model)}
    return found


def test_the_patterns_are_found() -> None:
    assert len(patterns()) > 120


@pytest.mark.parametrize("text", sorted(patterns(), key=str), ids=str)
def test_no_pattern_is_slow(text: str | bytes) -> None:
    pattern, anywhere = patterns()[text]

    def looked(said: Any) -> None:
        if anywhere:
            list(islice(pattern.finditer(said), 100))
        else:
            pattern.fullmatch(said)

    for attack in ATTACKS:
        said = attack if isinstance(text, str) else attack.encode()
        assert not is_slow(lambda: looked(said)), attack[:20]  # noqa: B023 (called at once)


def kinds() -> list[type[Record]]:
    """Every record type, and those within it."""
    found: dict[type[Record], None] = {}

    def look(annotation: Any) -> None:
        if isinstance(annotation, type) and issubclass(annotation, Record) and annotation not in found:
            found[annotation] = None
            for field in annotation.model_fields.values():
                look(field.annotation)
        for part in get_args(annotation):
            look(part)

    for kind in layout.KINDS.values():
        look(kind.model)
    return sorted(found, key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_no_field_is_slow(kind: type[Record]) -> None:
    def validated(name: str, value: object) -> None:
        try:
            kind.model_validate({name: value})
        except ValidationError as error:
            str(error)

    for name, field in some(kind.model_fields.items()):
        for attack in ATTACKS[::3]:  # the fields' own patterns have met them all above
            for value in (attack, [attack]):
                slow = is_slow(lambda: validated(field.alias or name, value))  # noqa: B023 (called at once)
                assert not slow, (name, attack[:20])


@pytest.mark.parametrize(
    "run", [*RUNS, "1.5 ", "62 ", "一、", "1 1 1\n", "a: 1\n", "6一6_", "#〇15138", "13800138000 ", "微信a"]
)
def test_personal_numbers_are_found_quickly(run: str) -> None:
    said = (run * LENGTH)[:LENGTH]
    assert not is_slow(lambda: list(personal_data.find(said)))
