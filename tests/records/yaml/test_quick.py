"""What is read the quick way is what the long way reads, and has no fault there; nearly every record is read the quick way."""

import random
from pathlib import Path

import pytest

from laomo.records.yaml import quick, reader
from laomo.text.encoding import decode
from tests.conftest import ROOT, SMALL
from tests.security.fuzzing import CORPUS, mutated

RECORDS = [file.read_bytes() for file in sorted((SMALL / "studios").rglob("*.yml"))]
SEEDS = [file.read_bytes() for file in sorted(CORPUS.iterdir())] + RECORDS
SIGNS = ("", *" \n\t:-,[]{}#&*!|>'\"%@~?\\甲：，、“”\u3000\u200b\ufeff", "\n---\n", " #", "<<", "null")
STRANGE = [path for path in sorted((ROOT / "tests").rglob("*.yml")) if not path.is_relative_to(SMALL)]


def both_ways(data: bytes) -> tuple[object, object]:
    """The tree of the quick way, and that of the long way; None for a text that has a fault or is no mapping."""
    text = decode(data)
    tree, faults, _ = reader._parse(data)
    usual = quick.read(text, reader.MAX_DEPTH, reader.MAX_NODES) if isinstance(text, str) else None
    return usual, None if faults else tree


@pytest.mark.parametrize("folder", [ROOT / "studios", SMALL / "studios"])
def test_records_are_read_quickly(folder: Path) -> None:
    read = [both_ways(file.read_bytes()) for file in sorted(folder.rglob("*.yml"))]
    assert read
    slow = [long for usual, long in read if usual is None]
    assert len(slow) <= len(read) // 20
    assert all(usual == long for usual, long in read if usual is not None)


def scratched(data: bytes, chance: random.Random) -> bytes:
    """A text with one character more or less."""
    text = data.decode("utf-8", "replace")
    place = chance.randrange(len(text) + 1)
    return (text[:place] + chance.choice(SIGNS) + text[place + chance.randrange(2) :]).encode()


def test_strange_files_are_read_the_same_or_the_long_way() -> None:
    chance = random.Random(2013)
    broken = [mutated(chance.choice(SEEDS), chance.choice(SEEDS), chance) for _ in range(300)]
    texts = [file.read_bytes() for file in STRANGE] + broken
    texts += [scratched(chance.choice(RECORDS), chance) for _ in range(1_500)]
    read = [both_ways(data) for data in texts]
    assert [(usual, long) for usual, long in read if usual is not None and usual != long] == []
    assert sum(usual is not None for usual, _ in read) > 400


UNUSUAL = [
    "a: &x 1",
    "&x a: 1",
    "a: *x",
    "a: !!int 1",
    "!x a: 1",
    "!!map {a: 1}",
    "&x {a: 1}",
    "a: 1\na: 2",
    "a:\na: 2",
    "a: 1\n---\nb: 2",
    "- a",
    "a",
    "? [a]\n: 1",
    "<<: {a: 1}",
    'a: "\\u200b"',
    'a: "x\\ty"',
    "a: x\u200by",
    "a: 第 #3 号",
    "a: ~",
    "a: null",
    "~: a",
    "null: a",
    "a: -x",
    "a: “好”",
    "a: [甲、乙]",
    "a: [甲，乙]",
    "' a': 1",
    "a\u3000: 1",
    "e\u0301: 1",
    "ᄀ\u1161: 1",
    "a: " + "[" * 12 + "x" + "]" * 12,
    "a: {b: " * 12 + "1" + "}" * 12,
    "a: x\n" * 1 + "".join(f"b{n}: x\n" for n in range(4_000)),
    "a: [",
    "",
    "# only a comment",
    "-a: 1",
    ".a: 1",
    "a b: 1",
    "a,b: 1",
    "'': 1",
    "a: [x, ~]",
    "a: {b: null}",
    "a: [{b: &x 1}]",
    "a: [!t x]",
    "a: [*x]",
    "a: \tx\ty",
    "a: x\t#y",
    "a: 1\x85",
    "? {a: 1}\n: 1",
    "a: 1\n...\n---\nb: 1",
    "a: " + "[" * 11 + "x" + "]" * 11,
    "a: " + "x" * 19_998,
]


@pytest.mark.parametrize("text", UNUSUAL)
def test_what_is_unusual_goes_the_long_way(text: str) -> None:
    assert quick.read(text, reader.MAX_DEPTH, reader.MAX_NODES) is None


USUAL = [
    "a: 1",
    "a:\n  - b: 1\n    c: 'x: y'",
    "a: ''\nb: 2",
    "a:\nb: 2",
    "a: [甲, 乙]",
    "a: [甲]",
    "a: |\n  第一行\n  第二行\n",
    "a: >-\n  一\n  二\n",
    "中文: 是",
    "2013: x",
    "a: -3",
    "a: “好”和“坏”",
    'a: "好"  # 说明',
    "---\na: 1\n",
    "a: {b: {c: [x, {d: e}]}}",
    "a: " + "[" * 10 + "x" + "]" * 10,
    "a: " + "x" * 19_997,
    "a.b_c:d/e-f: 1",
    "_a: 1",
    "\u00e9: 1",
    "a: Null",
    "a: [甲, 乙、丙]",
    "a:\n  - 甲、乙",
    "a: [[甲]]",
    "a: x#y",
    "a: x  # y",
    "a: --x",
    "a: “",
    "a: 1\n...\n",
    "a: []",
    "a: {}",
]


@pytest.mark.parametrize("text", USUAL)
def test_what_is_usual_has_the_same_tree(text: str) -> None:
    usual, long = both_ways(text.encode())
    assert usual is not None
    assert usual == long
