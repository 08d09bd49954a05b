"""Postings: for each token, the documents that contain it and the fields it is in, as compact text.

A chunk contains tokens in order, each with its postings: `'岸桥`, a backtick, the postings. A token that differs from the previous
one only in its last character is shortened to a space and the distance between the two characters' code points.

Postings are numbers: for each document, the distance from the previous one. The documents that have the token only in their running
text come first. Then, for each set of fields: `#`, the number of the set (`documents.Field`), and the documents that have the token
in these fields. `_` in place of the first list means that too many studios have the pair in their running text to be listed.

A number is any number of `SIGNS` followed by one of `LAST`, so no separators are needed.
"""

import string
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from operator import sub
from zlib import crc32

from laomo.pages.search.documents import Card, Document

LAST = string.ascii_uppercase + string.ascii_lowercase + string.digits
SIGNS = "+-*/=<>~!$%&()[]{}|;:,.?@^"
COMMON = "_"
MEANING = "="
"""How the token of a meaning begins (`everyday`). Many documents have one, and a question asks for one or two: their chunks are small."""

_LAST_SHORT = "\uffff"
"""The last character that takes one UTF-16 code unit."""

Lines = list[tuple[str, str]]
"""Tokens with their postings, ordered by UTF-16 code units as in JavaScript."""


@dataclass(frozen=True, slots=True)
class Stop:
    """The limits beyond which a pair is in too many documents to be listed.

    It is not listed if it is in more than `share` of all documents and in more than `least`, or in more than a fixed number.
    """

    share: float
    least: int
    studios: int
    """The most studios with the pair in their running text."""
    documents: int
    """The most documents of all kinds with the pair in any field."""

    def above(self, count: int, most: int) -> float:
        """The greatest number of documents that is still listed, out of `count`; never above `most`."""
        return min(max(self.share * count, self.least), most)


class _Numerals(dict[int, str]):
    """Number (1 or greater) → its text; texts are computed once."""

    def __missing__(self, number: int) -> str:
        high, low = divmod(number - 1, len(LAST))
        text = LAST[low]
        while high:
            high, sign = divmod(high - 1, len(SIGNS))
            text = SIGNS[sign] + text
        self[number] = text
        return text


_NUMERALS = _Numerals()


class Postings:
    """Collects the documents of each token. The documents themselves are not kept."""

    def __init__(self) -> None:
        self._plain: dict[str, list[int]] = defaultdict(list)
        self._fielded: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._next = self.documents = 0

    def add(self, documents: Iterable[Document | None]) -> list[Card]:
        """Add the next documents in the order of their numbers. Returns their cards, with an empty one for a gap."""
        return [self._add_one(document) for document in documents]

    def _add_one(self, document: Document | None) -> Card:
        number, self._next = self._next, self._next + 1
        if not document:
            return []
        self.documents += 1
        plain, fielded = self._plain, self._fielded
        for token in document.text:
            plain[token].append(number)
        for token, fields in document.words.items():
            fielded[token][fields].append(number)
        return document.card

    def lines(self, studios: int, stop: Stop) -> tuple[Lines, list[str]]:
        """The lines of the index, and the pairs that are not listed because too many documents contain them.

        `studios` is the number of all studios. For a pair in the running text of too many of them, only documents with the pair in
        another field are listed.
        """
        lines, stopped = [], []
        stop_above = stop.above(self.documents, stop.documents)
        common_above = stop.above(studios, stop.studios)
        for token in sorted(self._plain.keys() | self._fielded.keys(), key=code_units):
            numbers, groups = self._plain.get(token, []), self._fielded.get(token, {})
            pair = is_pair(token)
            if pair and len(numbers) + sum(map(len, groups.values())) > stop_above:
                stopped.append(token)
                continue
            lines.append((token, line(None if pair and len(numbers) > common_above else numbers, groups)))
        return lines, stopped

    def pairs(self) -> Iterator[tuple[str, int, int]]:
        """Each pair of characters with the number of documents that have it, and of those that have it only in their running text."""
        for token in filter(is_pair, self._plain.keys() | self._fielded.keys()):
            count = len(self._plain.get(token, ()))
            yield token, count + sum(map(len, self._fielded.get(token, {}).values())), count


def is_pair(token: str) -> bool:
    """Whether a token is a pair of Chinese characters: only those are left out when too many documents have them."""
    return len(token) == 2 and not token.isascii()


def line(numbers: list[int] | None, groups: Mapping[int, list[int]]) -> str:
    """The postings of a token: the documents with it in their running text alone, None if too many; the others by their fields."""
    postings = COMMON if numbers is None else _distances(numbers)
    return postings + "".join(f"#{_NUMERALS[fields]}{_distances(groups[fields])}" for fields in sorted(groups))


def code_units(token: str) -> bytes:
    """The key that orders tokens as JavaScript does."""
    return token.encode("utf-16-be")


def _distances(numbers: list[int]) -> str:
    return "".join(map(_NUMERALS.__getitem__, map(sub, numbers, chain((-1,), numbers))))


def chunks(lines: Lines, least: int, most: int) -> Iterator[Lines]:
    """The lines, split into chunks of `least` to `most` bytes.

    The checksum of a token decides where a chunk ends, so that a new token changes one chunk and not all that follow.
    """
    piece: Lines = []
    size = 0
    for token, postings in lines:
        length = len(token.encode()) + len(postings) + 2
        limit = most // 4 if token[0] == MEANING else most
        if piece and (size + length > limit or (size > least and crc32(token.encode()) % 61 == 0)):
            yield piece
            piece, size = [], 0
        piece.append((token, postings))
        size += length
    if piece:
        yield piece


def chunk_text(piece: Lines) -> str:
    """The text of one chunk."""
    return "".join(_lines(piece))


def _lines(piece: Lines) -> Iterator[str]:
    before = ""
    for token, postings in piece:
        if before and token[:-1] == before[:-1] and token[-1] <= _LAST_SHORT and before[-1] <= _LAST_SHORT:
            yield f" {_NUMERALS[ord(token[-1]) - ord(before[-1])]}{postings}"
        else:
            yield f"'{token}`{postings}"
        before = token
