"""Who taught whom at a studio (师带徒), as the pairs of all its years name them: each agreed to be named, nobody else is."""

from collections import defaultdict
from dataclasses import dataclass

from laomo.records.models import PartialDate
from laomo.records.models.year import Pair
from laomo.registry.studio import Studio

_GENERATIONS = 6
"""A tree is drawn no deeper: whoever taught in the last generation begins a tree further down."""
_UNKNOWN = PartialDate(9999)
"""Whose start nobody recorded stands last."""


@dataclass(frozen=True, slots=True)
class TaughtOutcome:
    """What came of an apprenticeship, as the report of a year says."""

    year: int
    text: str


@dataclass(frozen=True, slots=True)
class LineageNode:
    """Somebody in the tree, with those whom they taught."""

    name: str
    role: str | None = None
    """领衔人, 共同领衔 … of those who lead or led the studio."""
    since: PartialDate | None = None
    """When they became the apprentice of the person above."""
    outcomes: tuple[TaughtOutcome, ...] = ()
    """Newest first."""
    apprentices: tuple["LineageNode", ...] = ()


def trees(studio: Studio) -> tuple[LineageNode, ...]:
    """Mentors with their apprentices and those apprentices' own, leaders first, then in the order of the records.

    Everyone's apprentices are drawn once, so that pairs which run in a circle end, too.
    """
    return _Bonds(studio).trees()


class _Bonds:
    """All pairs of a studio, by mentor and apprentice."""

    def __init__(self, studio: Studio) -> None:
        self._roles = {leader.name: leader.role for leader in studio.record.leaders}
        self._pairs: dict[str, dict[str, list[tuple[int, Pair]]]] = defaultdict(dict)
        for year in reversed(studio.years):
            for pair in year.record.mentoring.pairs if year.record.mentoring else ():
                self._pairs[pair.mentor].setdefault(pair.apprentice, []).append((year.year, pair))
        self._drawn: set[str] = set()

    def trees(self) -> tuple[LineageNode, ...]:
        taught = {apprentice for of_mentor in self._pairs.values() for apprentice in of_mentor}
        first = sorted(self._pairs, key=lambda name: (name in taught, name not in self._roles))
        return tuple(
            LineageNode(name, self._roles.get(name), apprentices=self._apprentices(name, 1))
            for name in first
            if name not in self._drawn
        )

    def _apprentices(self, mentor: str, generation: int) -> tuple[LineageNode, ...]:
        """Those whom a mentor taught, the first to come first."""
        if mentor in self._drawn or generation == _GENERATIONS:
            return ()
        self._drawn.add(mentor)
        persons = (self._apprentice(name, pairs, generation) for name, pairs in self._pairs.get(mentor, {}).items())
        return tuple(sorted(persons, key=lambda person: person.since or _UNKNOWN))

    def _apprentice(self, name: str, pairs: list[tuple[int, Pair]], generation: int) -> LineageNode:
        return LineageNode(
            name,
            self._roles.get(name),
            min((pair.start for _, pair in pairs if pair.start), default=None),
            tuple(TaughtOutcome(year, pair.outcome) for year, pair in pairs if pair.outcome),
            self._apprentices(name, generation + 1),
        )
