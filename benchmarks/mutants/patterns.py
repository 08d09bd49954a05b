"""Faults in regular expressions: an alternative, a repetition, an anchor, a member of a class, that is lost."""

import re
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.mutants.source import Change

_TOKEN = re.compile(
    r"""(?P<prefix>[rbfuRBFU]*)(?P<quote>\"{3}|'{3}|"|')(?P<body>(?:\\.|(?!(?P=quote)).)*)(?P=quote)""", re.DOTALL
)
_OPENS = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[:>]|[a-zA-Z-]*:|P=\w+|\())?")
_FLIPPED = {"(?=": "(?!", "(?!": "(?=", "(?<=": "(?<!", "(?<!": "(?<="}
_CLASS_ITEM = re.compile(r"\\.-\\.|\\.|[^\]]-[^\]\\]|[^\]]", re.DOTALL)
_TIMES = re.compile(r"\d+")

Cut = tuple[int, int, str, str]
"""Start, end, what stands there then, kind."""


def is_raw(text: str) -> bool:
    """Raw strings are regular expressions here."""
    found = _TOKEN.match(text)
    return bool(found and "r" in found["prefix"].lower())


def changes(start: int, text: str) -> Iterator[Change]:
    """Of a string as it is written, which begins at a byte of its file."""
    for token in _TOKEN.finditer(text):
        formatted = "f" in token["prefix"].lower()
        for first, last, after, kind in cuts(token["body"], formatted=formatted):
            before = start + len(text[: token.start("body") + first].encode())
            yield Change(before, before + len(token["body"][first:last].encode()), after, kind)


def cuts(body: str, *, formatted: bool = False) -> Iterator[Cut]:
    """Of one pattern, or of a part of one."""
    place, groups, alternatives = 0, [0], [[0]]
    atom: int | None = None
    while place < len(body):
        if end := _after_atom(body, place, formatted=formatted):
            yield from _inside_atom(body, place, end)
            atom, place = place, end
        elif opened := _OPENS.match(body, place):
            if flipped := _FLIPPED.get(opened.group()):
                yield place, opened.end(), flipped, "look flipped"
            groups.append(place)
            place = opened.end()
            alternatives.append([place])
            atom = None
        elif body[place] == ")" and len(groups) > 1:
            yield from _alternatives(alternatives.pop(), place)
            atom, place = groups.pop(), place + 1
        elif body[place] == "|":
            place += 1
            alternatives[-1].append(place)
            atom = None
        elif body[place] in "^$":
            yield place, place + 1, "", "anchor lost"
            place += 1
        elif atom is not None and (after := _after_repetition(body, place, formatted=formatted)):
            yield from _repetition(body, atom, place, after)
            atom, place = None, after
        else:
            atom, place = place, place + 1
    yield from _alternatives(alternatives[0], len(body))


def _alternatives(starts: list[int], end: int) -> Iterator[Cut]:
    if len(starts) > 1:
        for first, following in pairwise(starts):
            yield first, following, "", "alternative lost"
        yield starts[-1] - 1, end, "", "alternative lost"


def _class(body: str, start: int, end: int) -> Iterator[Cut]:
    negated = body[start + 1] == "^"
    if negated:
        yield start, start + 2, "[", "class negated"
    first = start + 1 + negated
    items = [found.span() for found in _CLASS_ITEM.finditer(body, first, end - 1)]
    if len(items) > 1 and "{" not in body[start:end]:
        yield from ((left, right, "", "member dropped") for left, right in items)


def _repetition(body: str, atom: int, start: int, end: int) -> Iterator[Cut]:
    if body[start] == "{":
        for number in _TIMES.finditer(body, start, end):
            yield number.start(), number.end(), str(int(number.group()) + 1), "repetition changed"
            if int(number.group()):
                yield number.start(), number.end(), str(int(number.group()) - 1), "repetition changed"
    else:
        yield start, end, "", "repetition lost"
        if body[start] in "?*":
            yield atom, end, "", "option lost"
        if body[start] == "*":
            yield start, start + 1, "+", "repetition changed"


def _after_repetition(body: str, place: int, *, formatted: bool) -> int:
    """Where a repetition ends that begins here, with its mark for as few or as many as there are; 0 if there is none."""
    braces = r"\{\{\d*,?\d*\}\}" if formatted else r"\{\d+,?\d*\}|\{,\d+\}"
    found = re.compile(rf"(?:[?*+]|{braces})[?+]?").match(body, place)
    return found.end() if found else 0


def _after_atom(body: str, place: int, *, formatted: bool) -> int:
    """Where a field of a formatted string, an escape or a class ends that begins here; 0 if there is none."""
    if formatted and body[place] == "{" and body[place : place + 2] != "{{":
        return _after_field(body, place)
    if body[place] == "\\":
        return place + 2
    return _after_class(body, place) if body[place] == "[" else 0


def _inside_atom(body: str, start: int, end: int) -> Iterator[Cut]:
    if body[start:end] in {r"\b", r"\B", r"\A", r"\Z"}:
        yield start, end, "", "anchor lost"
    elif body[start] == "[":
        yield from _class(body, start, end)


def _after_class(body: str, start: int) -> int:
    place = start + 1
    place += body[place : place + 1] == "^"
    place += body[place : place + 1] == "]"
    while place < len(body) and body[place] != "]":
        place += 2 if body[place] == "\\" else 1
    return place + 1


def _after_field(body: str, start: int) -> int:
    depth = 0
    for place in range(start, len(body)):
        depth += (body[place] == "{") - (body[place] == "}")
        if not depth:
            return place + 1
    return len(body)
