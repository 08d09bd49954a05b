"""Documents → postings: for each token the documents that contain it, with the fields it is in, as compact text.

A chunk holds tokens in order, each with its postings: `'岸桥`, a backtick, the postings; or, for a token that differs from the one
before only in its last character, a space, the distance between the two characters' codes, the postings.

Postings are numbers: for each document its distance from the one before. The documents with the token only in their running text come
first; then, after `#` and the number of a set of fields (`documents.Field`), those with the token in these fields, and so on.
`_` in place of the first: a pair in the running text of so many studios that they are not listed.

A number consists of any number of `SIGNS` and one of `LAST`, which ends it, so that no separator is needed between numbers.
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
    """When a pair is in too many documents to be listed: in more than `share` of all, unless they are below `least`, or in more than a fixed number."""

    share: float
    least: int
    studios: int
    """The most studios with the pair in their running text."""
    documents: int
    """The most documents of all kinds with the pair in any field."""

    def above(self, count: int, most: int) -> float:
        """The greatest number of documents that is still listed, out of `count`; never above `most`."""
        return min(max(self.share * count, self.least), most)


class _Written(dict[int, str]):
    """Number from 1 on → its text, as a cache."""

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
    """Collects which documents contain each token, one document after another; the documents are not kept."""

    def __init__(self) -> None:
        self._plain: dict[str, list[int]] = defaultdict(list)
        self._fielded: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._next = self._documents = 0

    def note(self, documents: Iterable[Document | None]) -> list[Card]:
        """Add the next documents in the order of their numbers; returns their cards, an empty one for a gap."""
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
        """The lines of the index, and the pairs that are left out because too many documents contain them.

        `studios` is the number of all studios. For a pair in the running text of too many of them, only documents with the pair in
        another field are listed.
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
    """The lines in chunks of `least` to `most` bytes.

    The checksum of a token decides where a chunk ends, not its size: a new token then changes one chunk, not all that follow.
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
    """The text of one chunk."""
    return "".join(_lines(piece))


def _lines(piece: Lines) -> Iterator[str]:
    before = ""
    for token, postings in piece:
        if before and token[:-1] == before[:-1] and token[-1] <= _LAST_SHORT and before[-1] <= _LAST_SHORT:
            yield f" {_WRITTEN[ord(token[-1]) - ord(before[-1])]}{postings}"
        else:
            yield f"'{token}`{postings}"
        before = token
