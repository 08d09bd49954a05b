"""For the union only, never on the site: which studios have not reported (厦工办〔2013〕6号 四·4), are out of date or lack material.

The layers contract keeps the emitters from importing this module.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from laomo.records.models import PartialDate, UnionRecord
from laomo.registry.registry import Registry
from laomo.registry.standards.evidence import Evidence, examine, since, valid_in
from laomo.registry.studio import Studio

_STALE_AFTER = 2
"""So many years without a record make a studio's page out of date (domain notes §7 rule 7)."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A studio with items of a standard for which no material is on file."""

    studio: Studio
    evidence: Evidence


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

    @property
    def reported(self) -> int:
        """How many studios have reported."""
        return self.expected - len(self.missing) - len(self.unsubmitted)

    @property
    def outstanding(self) -> bool:
        """Whether anything is outstanding."""
        return bool(self.missing or self.unsubmitted or self.stale or self.gaps or self.rectifying)


@dataclass(frozen=True, slots=True)
class Report:
    """What is outstanding for one year, union by union in their order."""

    year: int
    as_of: PartialDate
    unions: tuple[OfUnion, ...]


def report(registry: Registry, year: int | None = None) -> Report:
    """What is outstanding for a year; by default the last year that had ended, or was in its last month, at the date of the data."""
    as_of = registry.site.as_of
    year = year or (as_of.year if as_of.month in (0, 12) else as_of.year - 1)
    groups = (
        (union, [studio for studio in registry.studios_of(union.id) if _at_work(studio)]) for union in registry.unions
    )
    return Report(year, as_of, tuple(_of_union(registry, union, studios, year) for union, studios in groups if studios))


def _at_work(studio: Studio) -> bool:
    return not studio.ended and studio.record.status in ("正常", "暂停")


def _of_union(registry: Registry, union: UnionRecord, studios: Iterable[Studio], year: int) -> OfUnion:
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
    )


def _on_file(studio: Studio, year: int) -> bool:
    return any(each.year == year for each in studio.years)


def _unreadable(registry: Registry, studio: Studio, year: int) -> bool:
    """Whether there is a record of the year, but with errors: then it is not missing."""
    return studio.path.parent / f"{year}.yml" in registry.broken


def _submitted(studio: Studio, year: int) -> bool:
    reports = (each.record.report for each in studio.years if each.year == year)
    return any(each is not None and each.submitted is not None for each in reports)


def _stale(studio: Studio, now: int) -> bool:
    last = last_year(studio) or (studio.created.year if studio.created else 0)
    return last < now - _STALE_AFTER


def last_year(studio: Studio) -> int | None:
    """The last year that the studio has a record of; None without any."""
    return max((each.year for each in studio.years), default=None)
