"""Documents → postings: for each token the documents that hold it, with the fields that it stands in, as compact text.

One line is one token: `岸桥 #84A!b…`. A group begins with `#` and two hexadecimal digits, the fields (without them: running
text only); then follow the documents' numbers, each as its distance to the one before, in digits of base 44, low
digit first; the last digit of a number is of the first 44 characters of `DIGITS`, the others are of the second.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from zlib import crc32

from laomo.search.documents import Document, Field

BASE = 44
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-*/=<>~abcdefghijklmnopqrstuvwxyz!$%&()[]{}|;:,.?@^"
_SMALL = 1 << 14
_TEXT = int(Field.TEXT)

Lines = list[tuple[str, str]]
"""Tokens in the order of their UTF-16 code units, which is JavaScript's, with their postings."""


def _digits(number: int) -> str:
    written = ""
    while number >= BASE:
        number, low = divmod(number, BASE)
        written += DIGITS[BASE + low]
    return written + DIGITS[number]


_WRITTEN = [_digits(number) for number in range(_SMALL)]


def build(documents: Iterable[Document], stop_above: float) -> tuple[Lines, list[str]]:
    """The lines of the index, and the pairs left out of it because more than `stop_above` documents hold them."""
    plain: dict[str, list[int]] = defaultdict(list)
    fielded: dict[str, dict[int, list[int]]] = {}
    for number, document in enumerate(documents):
        for token, fields in document.words.items():
            if fields == _TEXT:
                plain[token].append(number)
            else:
                fielded.setdefault(token, {}).setdefault(fields, []).append(number)
    counts = Counter({token: len(numbers) for token, numbers in plain.items()})
    counts.update({token: sum(map(len, groups.values())) for token, groups in fielded.items()})
    stopped = sorted(token for token, count in counts.items() if len(token) == 2 and count > stop_above)
    tokens = sorted(counts.keys() - stopped, key=_code_units)
    return [(token, _encode(plain.get(token, []), fielded.get(token, {}))) for token in tokens], stopped


def _code_units(token: str) -> bytes:
    return token.encode("utf-16-be")


def _encode(plain: list[int], fielded: dict[int, list[int]]) -> str:
    groups = (f"#{fields:02x}{_distances(fielded[fields])}" for fields in sorted(fielded))
    return _distances(plain) + "".join(groups)


def _distances(numbers: list[int]) -> str:
    steps = (number - before - 1 for before, number in zip([-1, *numbers], numbers, strict=False))
    return "".join([_WRITTEN[step] if step < _SMALL else _digits(step) for step in steps])


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
