"""How long and how deep a hand-written page may be, and that it is filled in: a longer one MkDocs takes hours for, or its parsers end the program.

Measured: 40,000 links that are never closed in one paragraph took more than a minute, 400 lists within one another or 100,000 brackets
in the front matter ended the build without a sentence.
"""

import re
from collections.abc import Iterator

from laomo.problems.problem import Problem
from laomo.records.yaml import reader
from laomo.text import placeholders

MAX_CHARACTERS = 1_000_000
MAX_BLOCK = 30_000
"""Characters of a paragraph, a table or a list without an empty line. Some inline patterns look at all of it again for each sign in it."""
MAX_DEPTH = 20
"""Lists, quotations and boxes within one another."""
_HEAD = re.compile(r"\A\ufeff?-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_REFUSED = frozenset({"anchor", "too-deep", "too-many-nodes"})
_INDENTED = re.compile(rf"^(?:\t| {{4}}){{{MAX_DEPTH},}}+[ \t]*+(?:[-*+>:]|\d+[.)]|!!!|\?\?\?|===)[^\n]*", re.MULTILINE)
_MARKED = re.compile(r"^[ \t]*[->*+][-\t >*+\d.)]*(?=[^\s*+-])", re.MULTILINE)
_MARK = re.compile(r">|[-*+][ \t]|\d[.)]")


def problems(source: str, path: str) -> Iterator[Problem]:
    """The problems of a page: too long, one block of it too long, nested too deeply, or not filled in. The first of each kind is named."""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    if len(source) > MAX_CHARACTERS:
        yield Problem(path, "page-too-long", facts={"count": len(source), "limit": MAX_CHARACTERS}, line=1, column=1)
        return
    head = _HEAD.match(source)
    if head:
        yield from (fault for fault in reader.read(head[1].encode(), path)[1] if fault.code in _REFUSED)
    start = head.end() if head else 0
    long = next((block for block in _blocks(source, start) if block[1] > MAX_BLOCK), None)
    if long:
        begins, count = long
        facts = {"count": count, "limit": MAX_BLOCK}
        yield Problem(path, "page-block-too-long", facts=facts, line=_line(source, begins), column=1)
    deep = next(_INDENTED.finditer(source, start), None) or next(
        (each for each in _MARKED.finditer(source, start) if len(_MARK.findall(each[0])) > MAX_DEPTH), None
    )
    if deep:
        yield Problem(path, "page-too-deep", facts={"limit": MAX_DEPTH}, line=_line(source, deep.start()), column=1)
    if (blank := source.find(placeholders.BLANK)) >= 0:
        rest = source.count(placeholders.BLANK)
        column = blank - source.rfind("\n", 0, blank)
        yield Problem(path, "page-blank", facts={"count": rest}, line=_line(source, blank), column=column)


def _blocks(source: str, start: int) -> Iterator[tuple[int, int]]:
    """Where each block between empty lines begins, and its characters."""
    begins = place = start
    for line in source[start:].split("\n"):
        if not line.strip():
            yield begins, place - begins
            begins = place + len(line) + 1
        place += len(line) + 1
    yield begins, place - begins


def _line(source: str, place: int) -> int:
    return source.count("\n", 0, place) + 1
