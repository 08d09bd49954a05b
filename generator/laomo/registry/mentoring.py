"""Who taught whom at a studio (师带徒), from the pairs in all its annual reports.

Only pairs are named, because a pair records the apprentice's consent.
"""

from collections import defaultdict
from dataclasses import dataclass

from laomo.records.models import PartialDate
from laomo.records.models.year import Pair
from laomo.registry.studio import Studio

_GENERATIONS = 6
"""The greatest depth of a tree. A mentor in the last generation starts a tree of their own further down the page."""
_UNKNOWN = PartialDate(9999)
"""Sorts apprentices without a recorded start last."""


@dataclass(frozen=True, slots=True)
class TaughtOutcome:
    """The outcome of an apprenticeship, as one year's report states it."""

    year: int
    text: str


@dataclass(frozen=True, slots=True)
class LineageNode:
    """A person in the tree, with their apprentices."""

    name: str
    role: str | None = None
    """领衔人, 共同领衔 … for present and former leaders of the studio; None for anybody else."""
    since: PartialDate | None = None
    """When they became the apprentice of the person above; None if unknown or at the root."""
    outcomes: tuple[TaughtOutcome, ...] = ()
    """Newest first."""
    apprentices: tuple["LineageNode", ...] = ()


def trees(studio: Studio) -> tuple[LineageNode, ...]:
    """The trees of mentors and apprentices: first mentors who were not apprentices themselves, among these leaders first.

    A mentor's apprentices appear only once, so that circular pairs do not loop for ever.
    """
    return _TreeBuilder(studio).trees()


class _TreeBuilder:
    """Groups the pairs of a studio by mentor and apprentice, and builds trees of them."""

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
        """A mentor's apprentices, earliest start first; empty if the tree already shows them or would get too deep."""
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
