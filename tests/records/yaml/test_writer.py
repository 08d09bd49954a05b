"""What is written: the form in which people type it, and read again it says the same."""

import pytest

from laomo.records.yaml import reader, writer

LONG = "示例焊接技术" * 12
WRITTEN: list[tuple[dict[str, writer.Value], str]] = [
    ({}, ""),
    ({"a": "x"}, "a: x"),
    ({"a": 3, "b": 0}, "a: 3\nb: 0"),
    ({"a": None, "b": "", "c": [], "d": {}, "e": "x"}, "e: x"),
    ({"a": ["x", "y"]}, "a: [x, y]"),
    ({"a": ["x, y", "[z]", "{w}"]}, 'a: ["x, y", "[z]", "{w}"]'),
    ({"a": "x, y [z] {w}"}, "a: x, y [z] {w}"),
    ({"a": ["x" * 33, "y" * 32]}, f"a: [{'x' * 33}, {'y' * 32}]"),
    ({"a": ["x" * 33, "y" * 33]}, f"a:\n  - {'x' * 33}\n  - {'y' * 33}"),
    ({"a": [LONG]}, f"a:\n  - {LONG}"),
    ({"a": {"b": "x", "c": {"d": "y"}, "e": ""}}, "a:\n  b: x\n  c:\n    d: y"),
    ({"a": [{"b": "x", "c": ["y"]}, {"b": "z"}]}, "a:\n  - b: x\n    c: [y]\n  - b: z"),
    ({"a": [{"b": "", "c": "x"}]}, "a:\n  - c: x"),
    ({"a": "x\ny\n"}, "a: |\n  x\n  y"),
    ({"a": "x\n\ny\n"}, "a: |\n  x\n\n  y"),
    ({"a": {"b": "x\n\ny\n"}}, "a:\n  b: |\n    x\n\n    y"),
    ({"a": [{"b": "x\ny\n", "c": "z"}]}, "a:\n  - b: |\n      x\n      y\n    c: z"),
]


@pytest.mark.parametrize(("record", "text"), WRITTEN)
def test_how_a_record_is_written(record: dict[str, writer.Value], text: str) -> None:
    assert writer.write(record).decode() == f"{text}\n"


PLAIN = [
    "x",
    "2013",
    "a:b",
    "a#b",
    "a,b",
    "甲：乙",
    "x-y",
    "no",
    "a ~",
    "“x”y“z”",
    "nulls",
    "http://x",
    "a'b",
    'a"b',
    "？x",
]
# fmt: off
QUOTED = ["", "a: b", "a #b", "a:", "a ", " a", "null", "“x”", *(f"{sign}x" for sign in "[]{}*&!|>%@\"'-?`,#:=~ "), "-", "~"]
# fmt: on


@pytest.mark.parametrize("text", PLAIN)
def test_what_needs_no_quotes_has_none(text: str) -> None:
    assert writer.scalar(text) == text
    assert reader.read(f"a: {text}\n".encode(), "") == ({"a": text}, [])


@pytest.mark.parametrize("text", QUOTED[1:])
def test_what_needs_quotes_has_them(text: str) -> None:
    shown = writer.scalar(text)
    assert shown == '"' + text.replace('"', '\\"') + '"'
    assert reader.read(f"a: {shown}\n".encode(), "") == ({"a": text}, [])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("x", "x"),
        (3, "3"),
        (None, ""),
        ("a, b", '"a, b"'),
        (["x", "y, z"], '[x, "y, z"]'),
        ({"a": "x", "b": "", "c": None, "d": ["y"]}, "{a: x, d: [y]}"),
        ([{"a": 1}], "[{a: 1}]"),
        ([], "[]"),
        ({}, "{}"),
    ],
)
def test_on_one_line(value: writer.Value, text: str) -> None:
    assert writer.flow(value) == text
