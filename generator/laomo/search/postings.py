"""Documents → postings: for each token the documents that hold it, with the fields that it stands in, as compact text.

One line is one token: `岸桥 #84A!b…`. A group begins with `#` and two hexadecimal digits, the fields (without them: running
text only); then follow the documents' numbers, each as its distance to the one before, in digits of base 44, low
digit first; the last digit of a number is of the first 44 characters of `DIGITS`, the others are of the second.
A line that begins with `_` is of a pair in the running text of so many studios that it does not list them.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from operator import sub
from zlib import crc32

from laomo.search.documents import Collection

BASE = 44
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-*/=<>~abcdefghijklmnopqrstuvwxyz!$%&()[]{}|;:,.?@^"
COMMON = "_"

Lines = list[tuple[str, str]]
"""Tokens in the order of their UTF-16 code units, which is JavaScript's, with their postings."""


class _Distances(dict[int, str]):
    """The digits of each distance, 1 as 0, made when first asked for."""

    def __missing__(self, distance: int) -> str:
        number, written = distance - 1, ""
        while number >= BASE:
            number, low = divmod(number, BASE)
            written += DIGITS[BASE + low]
        self[distance] = written + DIGITS[number]
        return self[distance]


_WRITTEN = _Distances()


def build(collection: Collection, share: float, least: int) -> tuple[Lines, list[str]]:
    """The lines of the index, and the pairs left out of it.

    A pair that more than `share` of the documents hold, and more than `least`, is left out: it tells nothing. Of one
    that stands in the running text of so many studios, only the documents that hold it elsewhere are listed.
    """
    plain: dict[str, list[int]] = defaultdict(list)
    fielded: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    total = 0
    for number, document in enumerate(chain(*collection.groups())):
        if not document:
            continue
        total += 1
        for token in document.text:
            plain[token].append(number)
        for token, fields in document.words.items():
            fielded[token][fields].append(number)
    lines, stopped = [], []
    stop_above, common_above = max(share * total, least), max(share * len(collection.studios), least)
    for token in sorted(plain.keys() | fielded.keys(), key=_code_units):
        numbers, groups = plain.get(token, []), fielded.get(token, {})
        pair = len(token) == 2 and not token.isascii()
        if pair and len(numbers) + sum(map(len, groups.values())) > stop_above:
            stopped.append(token)
            continue
        head = COMMON if pair and len(numbers) > common_above else _distances(numbers)
        lines.append((token, head + "".join(f"#{each:02x}{_distances(groups[each])}" for each in sorted(groups))))
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
