"""Record trees → YAML as people type it: block style, short lists of words on one line, quotes only where YAML needs them."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "Mapping[str, Value] | Sequence[Value] | str | int | None"
"""A value of a record. None and empty values are not written."""

WIDTH = 72
_UNSAFE = re.compile(r"""^[\[\]{}*&!|>%@"'\-?`,#:=~ ]|: | #|:$| $|^null$|^“[^”]*”$""")
_UNSAFE_IN_LIST = re.compile(r"[,\[\]{}]")


def write(record: Mapping[str, Value]) -> bytes:
    """The bytes of one record file."""
    return ("\n".join(_mapping(record)) + "\n").encode()


def flow(value: Value) -> str:
    """A value in flow style: on one line, with brackets around lists and mappings."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(each)}" for key, each in value.items() if each not in (None, "")) + "}"
    if isinstance(value, str | int) or value is None:
        return scalar("" if value is None else str(value), _UNSAFE_IN_LIST)
    return "[" + ", ".join(flow(each) for each in value) + "]"


def _mapping(mapping: Mapping[str, Value]) -> Iterator[str]:
    for key, value in mapping.items():
        yield from entry(key, value)


def entry(key: str, value: Value) -> Iterator[str]:
    """The lines of one field; none if its value is empty."""
    if value is None or value == "" or (not isinstance(value, int) and not value):
        return
    if isinstance(value, Mapping):
        yield f"{key}:"
        yield from _indented(_mapping(value))
    elif isinstance(value, str) and "\n" in value:
        yield f"{key}: |"
        yield from _indented(value.splitlines())
    elif isinstance(value, str | int):
        yield f"{key}: {scalar(str(value))}"
    else:
        yield from _sequence(key, value)


def _sequence(key: str, items: Sequence[Value]) -> Iterator[str]:
    line = f"{key}: [{', '.join(scalar(str(item), _UNSAFE_IN_LIST) for item in items)}]"
    if not any(isinstance(item, Mapping) for item in items) and len(line) <= WIDTH:
        yield line
        return
    yield f"{key}:"
    for item in items:
        yield from _indented(list_item(item))


def list_item(item: Value) -> Iterator[str]:
    """The lines of one list item, the first with its dash."""
    lines = _mapping(item) if isinstance(item, Mapping) else iter([scalar(str(item))])
    yield f"- {next(lines)}"
    yield from _indented(lines)


def _indented(lines: Iterator[str] | Sequence[str]) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in lines)


def scalar(text: str, unsafe: re.Pattern[str] = _UNSAFE) -> str:
    """A text on one line, in quotes where YAML needs them."""
    return json.dumps(text, ensure_ascii=False) if _UNSAFE.search(text) or unsafe.search(text) else text
