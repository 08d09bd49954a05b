"""`laomo fmt`: what differs between two clerks' editors is made alike, and what a record says stays as it is.

Done: UTF-8 without a byte order mark, lines that end in a line feed, no blanks at the end of a line, one blank after a
key's colon, never two empty lines, one line end at the end. Left alone: comments, quotes, order, indentation, and every
line of a text of several lines. A file with a fault is no business of this module: what it means is not certain.
"""

import re

from laomo.problems.problem import Problem
from laomo.records.yaml import reader
from laomo.text.encoding import decode

_WIDE_COLON = re.compile(r"^(\s*(?:- +)*[^\s'\"\[{#:][^\s'\"\[{#:]*:) {2,}(?=[^\s#])")


def tidy(data: bytes, path: str) -> tuple[bytes, list[Problem]]:
    """The tidied bytes of a record file; with problems, the bytes as they were."""
    tree, problems = reader.read(data, path)
    text = decode(data)
    if problems or not isinstance(text, str):
        return data, problems
    made = _tidied(text).encode()
    if reader.read(made, path) != (tree, []):
        raise AssertionError(path)  # a fault of ours: better no tidying than another meaning
    return made, []


def _tidied(text: str) -> str:
    kept = reader.within_texts(text)
    before = text.removesuffix("\n").split("\n")
    lines: list[str] = []
    for number, line in enumerate(before):
        made = line if number in kept else _WIDE_COLON.sub(r"\1 ", line.rstrip(" \t"))
        if made or number in kept or (lines and lines[-1]):
            lines.append(made)
    if len(before) - 1 in kept:  # whether a text at the end of the file ends its line may be meant too
        return "\n".join(lines) + text[len(text.removesuffix("\n")) :]
    if lines and not lines[-1]:
        lines.pop()
    return "".join(f"{line}\n" for line in lines)
