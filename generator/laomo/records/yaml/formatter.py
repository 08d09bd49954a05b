"""`laomo fmt`: removes differences between editors without changing the values of a record.

It writes UTF-8 without a byte order mark, LF line endings, no trailing whitespace, one blank after a key's colon, no two
blank lines in a row, and one newline at the end. It leaves alone comments, quotes, order, indentation, and every line of a
multi-line text. A file with problems is not changed, because its meaning is uncertain.
"""

import re

from laomo.problems.problem import Problem
from laomo.records.yaml import reader
from laomo.text.encoding import decode

_WIDE_COLON = re.compile(r"^(\s*(?:- +)*[^\s'\"\[{#:][^\s'\"\[{#:]*:) {2,}(?=[^\s#])")


def tidy(data: bytes, path: str) -> tuple[bytes, list[Problem]]:
    """The formatted bytes of a record file and no problems; or the unchanged bytes and the problems."""
    tree, problems = reader.read(data, path)
    text = decode(data)
    if problems or not isinstance(text, str):
        return data, problems
    tidied = _tidied(text).encode()
    if reader.read(tidied, path) != (tree, []):
        raise AssertionError(path)  # a bug in this module: rather stop than change a value
    return tidied, []


def _tidied(text: str) -> str:
    kept = reader.within_texts(text)
    before = text.removesuffix("\n").split("\n")
    lines: list[str] = []
    last = -1
    for number, line in enumerate(before):
        tidied = line if number in kept else _WIDE_COLON.sub(r"\1 ", line.rstrip(" \t"))
        if tidied or number in kept or (lines and lines[-1]):
            lines.append(tidied)
            last = number
    if len(before) - 1 in kept:  # in a text at the end of the file, the last newline may be significant
        return "\n".join(lines) + text[len(text.removesuffix("\n")) :]
    if lines and not lines[-1] and last not in kept:
        lines.pop()
    return "".join(f"{line}\n" for line in lines)
