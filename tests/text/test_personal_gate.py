"""The gate before the finders of personal numbers is closed only for texts in which they find nothing, and in values of files neither."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laomo import generate
from laomo.project import Project
from laomo.records.yaml import reader
from laomo.text import digit_runs, personal_data, personal_gate, personal_homes, personal_numbers, personal_words
from tests.conftest import ROOT, edit, some
from tests.security.payloads import PAYLOADS
from tests.text import spellings
from tests.text.test_personal_data import CAUGHT, HARMLESS
from tests.text.test_personal_homes import AT_WORK, HOMES, each

FINDERS = (personal_numbers.find, personal_words.find, personal_homes.find)
MORE = (
    "113800138000 一",
    "一 1 13800138000",
    "电话：0 13800138000",
    "卡号9558123456789012",
    "微信number_1",
    "加VX23456",
    "wxid_abc123",
    "大陆通行证12345678",
    "永居ABC123456789012",
    "zhang圈aqq点com",
    "家住示例村12组",
    "示例小区 3 # 502",
)
POSITIVE = [*dict(spellings.planted()), *dict(CAUGHT), *each(HOMES), *MORE]
NEGATIVE = [*spellings.harmless(), *HARMLESS, *each(AT_WORK)]
ROW = "".join(map(str, range(10)))
SCRIPTS = [
    "〇一二三四五六七八九",
    "零壹两叁肆伍陆柒捌玖",
    "０１２３４５６７８９",
    "⓪①②③④⑤⑥⑦⑧⑨",
    "٠١٢٣٤٥٦٧٨٩",
    "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
]
SCRIPTS.append("".join(chr(0xF030 + digit) for digit in range(10)))
BETWEEN = [
    *" -_~ー丨：号年、，（）<>X×Ⅹ一3'\"",
    "\u200b",
    "\ufe0f\u20e3",
    "\u3000",
    "\x1f",
    "\n",
    "\n\n\n\n\n  ",
    "  \n  - ",
]
BETWEEN += [
    "<b>",
    "</b>",
    "<i></i>\n",
    " b: ",
    "\nkey: ",
    "\n  - id: ",
    "{a: ",
    ",a_b: ",
    "-" * 16 + " _a:",
    " " * 20,
    "2024",
]
BETWEEN += ["@", " at ", "微信", "小区", "村", "单元", "弄", "室", "电话", "卡号"]


def lost(text: str) -> list[str]:
    """The finders for which the gate is closed though they find something, in the text as it stands or as YAML would fold it."""
    through = set(personal_gate.finders(text))
    ways = [digit_runs.plain(way) for way in (text, " ".join(text.split()))]
    return [find.__module__ for find in FINDERS if find not in through and any(any(find(way)) for way in ways)]


def mutated(chance: random.Random) -> str:
    """A personal number with a few changes: other scripts, something between two characters or between all, cuts, neighbours, other digits."""
    text = chance.choice(POSITIVE)
    for _ in range(chance.randrange(5)):
        start = chance.randrange(len(text) + 1)
        end = chance.choice((start + 1, start + 3, len(text)))
        between, script = chance.choice(BETWEEN), str.maketrans(ROW, chance.choice(SCRIPTS))
        text = chance.choice(
            (
                text[:start] + text[start:end].translate(script) + text[end:],
                text.translate(script),
                text[:start] + between + text[start:],
                text[:start] + text[end:],
                text[:start] + chance.choice(ROW) + text[start + 1 :],
                text[:start] + chance.choice(POSITIVE) + text[start:],
                between.join(text),
                "".join(f"{between}{sign}" if sign.isdigit() else sign for sign in text),
            )
        )[:400]
    return text


def test_known_numbers_pass_and_are_found() -> None:
    assert [text for text in POSITIVE if lost(text) or not personal_data.may_hold(text)] == []
    assert [text for text in POSITIVE if not any(personal_data.find_all(text))] == []
    assert [text for text in (*NEGATIVE, *PAYLOADS) if lost(text)] == []


def test_no_number_is_lost_however_it_is_written() -> None:
    chance = random.Random(20)
    texts = [mutated(chance) for _ in range(4000)]
    assert [text for text in texts if lost(text)] == []
    assert sum(any(personal_data.find_all(text)) for text in texts) > 1000


@given(
    st.lists(st.sampled_from([*BETWEEN, *ROW, *ROW, *"13一两0", "13", "86", "0592", "闽A", "at", "QQ"]), max_size=40)
)
def test_nothing_is_lost_in_any_text(pieces: list[str]) -> None:
    assert lost("".join(pieces)) == []


def folded(value: str, chance: random.Random) -> str:
    """A value in one of YAML's styles, folded at its spaces; without what would need an escape."""
    value = value.translate(dict.fromkeys(map(ord, "\\'\"\x1f"))).replace("\n", " ")
    lines = value.replace(" ", chance.choice(("\n   ", "\n\n\n\n\n   ", "    ")))
    return chance.choice((f'"{lines}"', f"'{lines}'", lines, f">\n   {lines}", f"|2\n   {lines}"))


def test_a_gate_that_is_closed_for_a_file_is_closed_for_its_values() -> None:
    chance = random.Random(21)
    hidden = 0
    for _ in range(1000):
        text = f"a: {folded(mutated(chance), chance)}\nb: {folded(mutated(chance), chance)}\n"
        tree, _ = reader.read(text.encode(), "a.yml")
        for value in tree.values() if isinstance(tree, dict) else ():
            found = any(personal_data.hidden(str(value), text))
            hidden += found
            assert personal_data.may_hold(text) or not found, text
    assert hidden


def texts() -> Iterator[str]:
    """Every text file of the tests, and of the sample."""
    for folder in ("tests/sites", "tests/security/corpus", "content", "studios"):
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in {".md", ".yml", ".csv", ".txt"}:
                yield file.read_text("utf-8", "replace")


def test_nothing_is_lost_in_any_file() -> None:
    found = some(texts())
    assert [text for text in found if lost(text)] == []


def test_it_is_closed_for_nearly_every_file_of_the_sample() -> None:
    opened = [personal_data.may_hold(file.read_text("utf-8")) for file in some((ROOT / "studios").rglob("*.yml"))]
    assert sum(opened) < len(opened) / 8


@pytest.mark.parametrize("value", ['"\\u0031\\x33800138000"', "'闽A''''''12345'"], ids=["code points", "quotes"])
def test_behind_an_escape_values_are_looked_at_though_the_gate_is_closed(site: Path, value: str) -> None:
    file = site / "studios/north/crane/studio.yml"
    edit(file, "slogan: 吊得稳，放得准", f"slogan: {value}")
    assert not personal_data.may_hold(file.read_text("utf-8"))
    (problem,) = generate.check(Project(site)).problems
    assert (problem.code.partition("-")[0], problem.loc) == ("personal", ("slogan",))


def test_a_file_full_of_numbers_is_searched_once_for_what_it_shows() -> None:
    numbers = [f"139{number:08d}" for number in range(400)]
    text = "\n".join(f"- {number}" for number in numbers) + "\n" + "甲" * 200_000
    start = time.process_time()
    assert not any(any(personal_data.hidden(number, text)) for number in some(numbers))
    assert time.process_time() - start < 1
