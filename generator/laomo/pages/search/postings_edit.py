"""Edits postings: only the lines of tokens that documents gained or lost, and only the chunks that hold these lines.

The result equals postings that are made anew, or there is none: `LimitCrossed`.
"""

import re
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from laomo.pages.search import postings
from laomo.pages.search.documents import Document
from laomo.pages.search.postings import COMMON, LAST, SIGNS, Lines, Postings, Stop

_SIGNS = {sign: place + 1 for place, sign in enumerate(SIGNS)}
_LAST = {last: place + 1 for place, last in enumerate(LAST)}
_NUMERAL = re.compile(f"(?<![{re.escape(SIGNS)}])([{re.escape(SIGNS)}]*+)([{LAST}])")
_LINE = re.compile(f"'([^`]*+)`([^' ]*+)| ([{re.escape(SIGNS)}]*+[{LAST}])([^' ]*+)")

Change = tuple[int, int | None, int | None]
"""A document's number; the fields in which it had a token, and those in which it has it now: 0 for the running text alone, None for none."""


class LimitCrossed(Exception):
    """A pair is now in too many documents to be listed, or no longer in too many."""


@dataclass(slots=True)
class PairCounts:
    """How many documents there are and how many have the pairs that are not listed, or not fully; of all others, the most that have one."""

    documents: int
    stopped: dict[str, int]
    common: dict[str, int]
    """Pairs that are listed only by fields → the documents that have them in their running text alone."""
    most: int = 0
    most_in_text: int = 0

    @classmethod
    def of(cls, collected: Postings, studios: int, stop: Stop) -> "PairCounts":
        """The counts that go with `Postings.lines`."""
        counts = cls(collected.documents, {}, {})
        stop_above, common_above = counts._limits(studios, stop)
        for token, total, in_text in collected.pairs():
            if total > stop_above:
                counts.stopped[token] = total
            elif in_text > common_above:
                counts.common[token] = in_text
                counts.most = max(counts.most, total)
            else:
                counts.most, counts.most_in_text = max(counts.most, total), max(counts.most_in_text, in_text)
        return counts

    def require_same_limits(self, studios: int, stop: Stop) -> None:
        """Raises LimitCrossed unless the same pairs are listed as before."""
        stop_above, common_above = self._limits(studios, stop)
        listed = self.most <= stop_above and self.most_in_text <= common_above
        unlisted = all(count > stop_above for count in self.stopped.values())
        if not listed or not unlisted or any(count <= common_above for count in self.common.values()):
            raise LimitCrossed

    def _limits(self, studios: int, stop: Stop) -> tuple[float, float]:
        return stop.above(self.documents, stop.documents), stop.above(studios, stop.studios)


class Edit:
    """The changes of documents, by token."""

    def __init__(self) -> None:
        self._changes: dict[str, list[Change]] = defaultdict(list)
        self.more = 0
        """How many more documents there are now."""

    def replace(self, number: int, old: Document | None, new: Document | None) -> None:
        """Document `number` is another now; None for none."""
        self.more += (new is not None) - (old is not None)
        before, after = _fields(old), _fields(new)
        for token in before.keys() | after.keys():
            change = number, before.get(token), after.get(token)
            if change[1] != change[2]:
                self._changes[token].append(change)

    def apply(self, firsts: list[str], chunk: Callable[[int], str], counts: PairCounts) -> dict[int, Lines]:
        """The lines of each chunk that changes, by its number. `firsts` are the first tokens of all chunks, `chunk` gives the text of one.

        The counts are brought up to date.
        """
        counts.documents += self.more
        keys = list(map(postings.code_units, firsts))
        touched: dict[int, dict[str, str]] = {}
        for token, changes in self._changes.items():
            if token in counts.stopped:
                counts.stopped[token] += sum((new is not None) - (old is not None) for _, old, new in changes)
                continue
            number = max(bisect_right(keys, postings.code_units(token)) - 1, 0)
            if number not in touched:
                touched[number] = dict(read_chunk(chunk(number)))
            lines = touched[number]
            if made := _edited(token, lines.pop(token, ""), changes, counts):
                lines[token] = made
        return {
            number: sorted(lines.items(), key=lambda each: postings.code_units(each[0]))
            for number, lines in touched.items()
        }


def _fields(document: Document | None) -> dict[str, int]:
    return {**dict.fromkeys(document.text, 0), **document.words} if document else {}


def _edited(token: str, line: str, changes: Iterable[Change], counts: PairCounts) -> str:
    """The line after changes; empty if no document has the token any more."""
    common = line.startswith(COMMON)
    groups = _read_line(line)
    for number, old, new in changes:
        if old is not None and not (common and old == 0):
            groups[old].remove(number)
        if new is not None and not (common and new == 0):
            insort(groups[new], number)
    in_text = groups.pop(0)
    groups = {fields: numbers for fields, numbers in groups.items() if numbers}
    if common:
        counts.common[token] += sum((new == 0) - (old == 0) for _, old, new in changes)
    elif postings.is_pair(token):
        counts.most_in_text = max(counts.most_in_text, len(in_text))
    if postings.is_pair(token):
        total = counts.common[token] if common else len(in_text)
        counts.most = max(counts.most, total + sum(map(len, groups.values())))
    return postings.line(None if common else in_text, groups)


def _read_line(line: str) -> dict[int, list[int]]:
    """The documents of a line by their fields; by 0 those with the token in their running text alone."""
    plain, *fielded = line.removeprefix(COMMON).split("#")
    groups: dict[int, list[int]] = defaultdict(list, {0: _numbers(plain)})
    for part in fielded:
        found = _NUMERAL.match(part)
        if found:
            groups[_number(found)] = _numbers(part[found.end() :])
    return groups


def _numbers(text: str) -> list[int]:
    numbers, last = [], -1
    for found in _NUMERAL.finditer(text):
        last += _number(found)
        numbers.append(last)
    return numbers


def _number(numeral: "re.Match[str]") -> int:
    high = 0
    for sign in numeral[1]:
        high = high * len(SIGNS) + _SIGNS[sign]
    return high * len(LAST) + _LAST[numeral[2]]


def read_chunk(text: str) -> Iterator[tuple[str, str]]:
    """The tokens of a chunk with their postings: `postings.chunk_text` read back."""
    token = ""
    for found in _LINE.finditer(text):
        if found[3]:
            distance = _NUMERAL.match(found[3])
            token = token[:-1] + chr(ord(token[-1]) + (_number(distance) if distance else 0))
        else:
            token = found[1]
        yield token, found[4] if found[3] else found[2]


def recut(
    count: int, touched: dict[int, Lines], chunk: Callable[[int], str], least: int, most: int
) -> Iterator[int | Lines]:
    """All chunks in order, after lines of some have changed: the number of one of the `count` old chunks, or new lines.

    Where chunks end depends on nothing but the lines since the last end and the first line after it.
    """
    lines = {**touched}
    for number, found in touched.items():
        if number and number - 1 not in lines and found[:1] != _first(chunk(number)):
            lines[number - 1] = list(read_chunk(chunk(number - 1)))
    rest: Lines = []  # since the last end
    for number in range(count):
        if not rest and number not in lines:
            yield number
            continue
        here = lines[number] if number in lines else list(read_chunk(chunk(number)))
        *whole, rest = postings.chunks(rest + here, least, most) if rest or here else [[]]
        yield from whole
        if rest and number + 1 < count:
            following = lines[number + 1][:1] if number + 1 in lines else _first(chunk(number + 1))
            if following and list(postings.chunks(rest + following, least, most))[-1] == following:
                yield rest
                rest = []
    if rest:
        yield rest


def _first(text: str) -> Lines:
    return list(islice(read_chunk(text), 1))
