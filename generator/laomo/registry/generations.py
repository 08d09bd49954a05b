"""One line of years for a studio: who taught whom from when, and what came of it (传帮带).

It shows the same people as the tree in `mentoring`: leaders, mentors, and apprentices who agreed to be named.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from laomo.registry import mentoring
from laomo.registry.mentoring import LineageNode
from laomo.registry.studio import Achievement, Studio

_MOST = 8
"""The most people on a line."""
_MARKS = 6
"""The most achievements on a line."""
_BETWEEN = 0.14
"""How far apart achievements stand, as a part of the line: on a phone 44 pixels, so that a finger touches one only."""


@dataclass(frozen=True, slots=True)
class Strand:
    """A person on the line."""

    name: str
    depth: int
    """0 for a mentor who was nobody's apprentice here, 1 for their apprentices, and so on."""
    since: int
    """The year in which they began: to lead, or to learn."""
    outcome: str | None
    """The latest outcome of the apprenticeship."""


@dataclass(frozen=True, slots=True)
class Generations:
    """The line of a studio, from its first year to the year of the data."""

    first: int
    last: int
    strands: tuple[Strand, ...]
    more: int
    """People who are named in the tree and left out here."""
    marks: tuple[Achievement, ...]
    """Achievements, oldest first."""

    def at(self, year: int) -> str:
        """Where a year stands, in percent of the width."""
        return f"{(min(max(year, self.first), self.last) - self.first) / (self.last - self.first) * 100:.1f}"

    def taught_by(self, name: str) -> tuple[Strand, tuple[Strand, ...]] | None:
        """Somebody at the head of a line with their own apprentices, oldest tie first; None if the line shows no apprentice of theirs."""
        heads = [n for n, strand in enumerate(self.strands) if strand.depth == 0 and strand.name == name]
        if not heads:
            return None
        below = takewhile(lambda strand: strand.depth > 0, self.strands[heads[0] + 1 :])
        taught = sorted((strand for strand in below if strand.depth == 1), key=lambda strand: strand.since)
        return (self.strands[heads[0]], tuple(taught)) if taught else None

    @property
    def depth(self) -> int:
        """The number of generations."""
        return max(strand.depth for strand in self.strands) + 1

    @property
    def ticks(self) -> list[int]:
        """Years to write below the line: the first, the last, and every fifth between that is not close to either."""
        fifths = [year for year in range(self.first, self.last) if year % 5 == 0]
        return [self.first, *(year for year in fifths if min(year - self.first, self.last - year) > 1), self.last]


def of(studio: Studio, last: int) -> Generations | None:
    """The line up to the year `last`; None if fewer than two people have a known beginning, or all began in that year."""
    starts = {leader.name: leader.start.year for leader in studio.record.leaders if leader.start}
    people = [each for root in mentoring.trees(studio) for each in _strands(root, 0, starts, studio)]
    first = min((strand.since for strand in people), default=last)
    if len(people) < 2 or first >= last or not any(strand.depth for strand in people):
        return None
    return Generations(first, last, tuple(people[:_MOST]), max(0, len(people) - _MOST), _marks(studio, first, last))


def _marks(studio: Studio, first: int, last: int) -> tuple[Achievement, ...]:
    """The achievements with the most weight that stand far enough apart, oldest first."""
    apart = (last - first) * _BETWEEN
    marks: list[Achievement] = []
    for item in studio.achievements_by_weight:
        is_free = all(item.year != mark.year and abs(item.year - mark.year) >= apart for mark in marks)
        if first <= item.year <= last and is_free and len(marks) < _MARKS:
            marks.append(item)
    return tuple(sorted(marks, key=lambda item: item.year))


def _strands(node: LineageNode, depth: int, starts: dict[str, int], studio: Studio) -> Iterator[Strand]:
    """A person and their apprentices, without those of whom no year is known."""
    created = studio.created.year if studio.created else None
    since = node.since.year if node.since else starts.get(node.name) if depth == 0 else None
    since = since or (created if depth == 0 and node.role else None)
    if since:
        yield Strand(node.name, depth, since, node.outcomes[0].text if node.outcomes else None)
    for each in node.apprentices:
        yield from _strands(each, depth + 1, starts, studio)


def of_any(studios: Iterable[Studio], last: int) -> tuple[Studio, Generations] | None:
    """The first studio whose line has the most generations, then the most people, with its line; None if none has one."""
    lines = [(studio, line) for studio in studios if (line := of(studio, last))]
    return max(lines, key=lambda each: (each[1].depth, len(each[1].strands) + each[1].more), default=None)
