"""For the union only, never on the site: which studios have not reported (厦工办〔2013〕6号 四·4), are out of date or lack material,
whose subsidy is not paid, and what inspections said of them.

The layers contract keeps the emitters from importing this module.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from laomo.records.models import DecisionRecord, PartialDate, StandardRecord, UnionRecord
from laomo.registry.registry import Registry
from laomo.registry.standards.evidence import Evidence, examine, since, valid_in
from laomo.registry.studio import Studio
from laomo.tools.review import inspections
from laomo.tools.review.inspections import Inspected

_STALE_AFTER = 2
"""So many years without a record make a studio's page out of date (domain notes §7 rule 7)."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A studio with items of a standard for which no material is on file."""

    studio: Studio
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Unpaid:
    """A subsidy that a decision grants and that has no date of payment (厦工办〔2013〕6号 四·1: after acceptance)."""

    studio: Studio
    decision: DecisionRecord
    amount: str
    """As the decision says; empty if it names a sum for others and none for this studio."""


@dataclass(frozen=True, slots=True)
class OfUnion:
    """What is outstanding among one union's studios."""

    union: UnionRecord
    expected: int
    missing: tuple[Studio, ...]
    unsubmitted: tuple[Studio, ...]
    stale: tuple[Studio, ...]
    gaps: tuple[Gap, ...]
    rectifying: tuple[Studio, ...]
    unpaid: tuple[Unpaid, ...]
    inspected: tuple[Inspected, ...]
    due: tuple[Studio, ...]
    """All that are expected to report, in order."""

    @property
    def reported(self) -> int:
        """How many studios have reported."""
        return self.expected - len(self.missing) - len(self.unsubmitted)

    @property
    def advised(self) -> tuple[Inspected, ...]:
        """Inspections that said what a studio has to do."""
        return tuple(each for each in self.inspected if each.advice)

    @property
    def outstanding(self) -> bool:
        """Whether anything is outstanding."""
        return any((self.missing, self.unsubmitted, self.stale, self.gaps, self.rectifying, self.unpaid, self.advised))


@dataclass(frozen=True, slots=True)
class Report:
    """What is outstanding for one year, union by union in their order."""

    year: int
    as_of: PartialDate
    unions: tuple[OfUnion, ...]
    standards: tuple[tuple[str, StandardRecord], ...]
    """The standards in force that year, with their ids."""


def report(registry: Registry, year: int | None = None, union: UnionRecord | None = None) -> Report:
    """What is outstanding for a year; by default the last year that had ended, or was in its last month, at the date of the data.

    With a union only its own studios and those of the unions below it.
    """
    as_of = registry.site.as_of
    year = year or (as_of.year if as_of.month in (0, 12) else as_of.year - 1)
    wanted = [each for each in registry.unions if union is None or union in registry.above(each)]
    groups = ((each, [studio for studio in registry.studios_of(each.id) if _at_work(studio)]) for each in wanted)
    visits = inspections.inspected(registry, year)
    unions = tuple(_of_union(registry, each, studios, year, visits) for each, studios in groups if studios)
    return Report(year, as_of, unions, tuple(each for each in registry.standards if valid_in(each[1], year)))


def _at_work(studio: Studio) -> bool:
    return not studio.ended and studio.record.status in ("正常", "暂停")


def _of_union(
    registry: Registry,
    union: UnionRecord,
    studios: Iterable[Studio],
    year: int,
    visits: Mapping[str, Sequence[Inspected]],
) -> OfUnion:
    """What is outstanding in one union. A studio of unknown age is expected to report too: that is how its age becomes known."""
    studios = list(studios)
    due = [studio for studio in studios if (since(studio) or year) <= year]
    valid = [(i, record) for i, record in registry.standards if valid_in(record, year)]
    evidence = ((studio, examine(i, record, studio, year)) for i, record in valid for studio in due)
    return OfUnion(
        union,
        len(due),
        tuple(studio for studio in due if not _on_file(studio, year) and not _unreadable(registry, studio, year)),
        tuple(studio for studio in due if _on_file(studio, year) and not _submitted(studio, year)),
        tuple(studio for studio in studios if _stale(studio, registry.site.as_of.year)),
        tuple(Gap(studio, found) for studio, found in evidence if found.missing()),
        tuple(studio for studio in studios if studio.rectification),
        tuple(each for studio in studios for each in _unpaid(studio, year)),
        tuple(visit for studio in studios for visit in visits.get(studio.id, ())),
        tuple(due),
    )


def _unpaid(studio: Studio, year: int) -> Iterator[Unpaid]:
    """The subsidies of a studio by decisions up to the end of a year: those not paid, and one that an acceptance gives only to others."""
    for decision in (each.decision for each in studio.titles if each.decision.date.year <= year):
        named = next(each for each in decision.studios if each.studio == studio.id)
        forgotten = decision.result == "达标" and any(each.support for each in decision.studios)
        if named.granted is None and (named.support or forgotten):
            yield Unpaid(studio, decision, str(named.support or ""))


def _on_file(studio: Studio, year: int) -> bool:
    return any(each.year == year for each in studio.filed_years)


def _unreadable(registry: Registry, studio: Studio, year: int) -> bool:
    """Whether there is a record of the year, but with errors: then it is not missing."""
    return studio.path.parent / f"{year}.yml" in registry.broken


def _submitted(studio: Studio, year: int) -> bool:
    reports = (each.record.report for each in studio.filed_years if each.year == year)
    return any(each is not None and each.submitted is not None for each in reports)


def _stale(studio: Studio, now: int) -> bool:
    last = last_year(studio) or (studio.created.year if studio.created else 0)
    return last < now - _STALE_AFTER


def last_year(studio: Studio) -> int | None:
    """The last year that the studio has a record of; None without any."""
    return max((each.year for each in studio.filed_years), default=None)
