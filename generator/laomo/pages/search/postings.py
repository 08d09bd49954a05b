"""Documents → postings: for each token the documents that hold it, with the fields that it stands in, as compact text.

A chunk is tokens in their order, each followed by its postings: `'岸桥`, a backtick, postings; or, of a token that differs
from the one before in its last character only, a space, the distance of the two characters' codes, postings.

Postings are numbers: of each document its distance to the one before, first those with the token in their running text
only; then, after `#` and a number that says in which fields (`documents.Field`), those with the token there, and so on.
`_` instead of the first: a pair in the running text of so many studios that they are not listed.

A number is written in `SIGNS`, if it is large, and one of `LAST`, which ends it: nothing need stand between two numbers.
"""

import string
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from operator import sub
from zlib import crc32

from laomo.pages.search.documents import Card, Document

LAST = string.ascii_uppercase + string.ascii_lowercase + string.digits
SIGNS = "+-*/=<>~!$%&()[]{}|;:,.?@^"
COMMON = "_"

_LAST_SHORT = "\uffff"
"""The last character that is one UTF-16 code unit."""

Lines = list[tuple[str, str]]
"""Tokens in the order of their UTF-16 code units, which is JavaScript's, with their postings."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Above how many documents a pair tells nothing: above `share` of all, but not below `least`, and in any case above so many."""

    share: float
    least: int
    studios: int
    """In whose running text it stands."""
    documents: int
    """Of all kinds, in any field."""

    def above(self, count: int, most: int) -> float:
        """The greatest number that is still listed, of so many at all."""
        return min(max(self.share * count, self.least), most)


class _Written(dict[int, str]):
    """How each number is written, from 1 on; made when first asked for."""

    def __missing__(self, number: int) -> str:
        high, low = divmod(number - 1, len(LAST))
        written = LAST[low]
        while high:
            high, sign = divmod(high - 1, len(SIGNS))
            written = SIGNS[sign] + written
        self[number] = written
        return written


_WRITTEN = _Written()


class Postings:
    """Which documents hold each token, noted one document after another; the document itself is not kept."""

    def __init__(self) -> None:
        self._plain: dict[str, list[int]] = defaultdict(list)
        self._fielded: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._next = self._documents = 0

    def note(self, documents: Iterable[Document | None]) -> list[Card]:
        """Note the documents that follow in the order of numbers; their cards, empty where there is none."""
        return [self._noted(document) for document in documents]

    def _noted(self, document: Document | None) -> Card:
        number, self._next = self._next, self._next + 1
        if not document:
            return []
        self._documents += 1
        plain, fielded = self._plain, self._fielded
        for token in document.text:
            plain[token].append(number)
        for token, fields in document.words.items():
            fielded[token][fields].append(number)
        return document.card

    def lines(self, studios: int, stop: Stop) -> tuple[Lines, list[str]]:
        """The lines of the index, and the pairs left out of it, since too many documents hold them.

        Of a pair that stands in the running text of too many of so many `studios`, only the documents that hold it
        elsewhere are listed.
        """
        lines, stopped = [], []
        stop_above = stop.above(self._documents, stop.documents)
        common_above = stop.above(studios, stop.studios)
        for token in sorted(self._plain.keys() | self._fielded.keys(), key=_code_units):
            numbers, groups = self._plain.get(token, []), self._fielded.get(token, {})
            pair = len(token) == 2 and not token.isascii()
            if pair and len(numbers) + sum(map(len, groups.values())) > stop_above:
                stopped.append(token)
                continue
            postings = COMMON if pair and len(numbers) > common_above else _distances(numbers)
            for fields in sorted(groups):
                postings += f"#{_WRITTEN[fields]}{_distances(groups[fields])}"
            lines.append((token, postings))
        return lines, stopped


def _code_units(token: str) -> bytes:
    return token.encode("utf-16-be")


def _distances(numbers: list[int]) -> str:
    return "".join(map(_WRITTEN.__getitem__, map(sub, numbers, chain((-1,), numbers))))


def chunks(lines: Lines, least: int, most: int) -> Iterator[Lines]:
    """The lines in pieces of `least` to `most` bytes.

    A piece ends at a token whose checksum says so, not after so many bytes: a token more or less changes one piece, not
    all that follow.
    """
    piece: Lines = []
    size = 0
    for token, postings in lines:
        length = len(token.encode()) + len(postings) + 2
        if piece and (size + length > most or (size > least and crc32(token.encode()) % 61 == 0)):
            yield piece
            piece, size = [], 0
        piece.append((token, postings))
        size += length
    if piece:
        yield piece


def written(piece: Lines) -> str:
    """One chunk as text."""
    return "".join(_lines(piece))


def _lines(piece: Lines) -> Iterator[str]:
    before = ""
    for token, postings in piece:
        if before and token[:-1] == before[:-1] and token[-1] <= _LAST_SHORT and before[-1] <= _LAST_SHORT:
            yield f" {_WRITTEN[ord(token[-1]) - ord(before[-1])]}{postings}"
        else:
            yield f"'{token}`{postings}"
        before = token
