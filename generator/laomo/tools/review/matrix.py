"""The matrix of evidence for 评选: studios and the items of a standard, and what of the records decides.

It shows what is on file and never a verdict: an item is 有据, 未见材料, 待核 or 不适用.
"""

from dataclasses import dataclass

from laomo.registry.standards.evidence import Evidence, State, examine
from laomo.registry.studio import Studio
from laomo.tools.review.report import OfUnion, Report

WORDS: dict[State, str] = {"有材料": "有据", "未见材料": "未见材料", "待核": "待核", "不适用": "不适用"}
"""The states as they are called at a selection."""


@dataclass(frozen=True, slots=True)
class YearCounts:
    """The numbers of a studio's year that decide a selection."""

    projects: int
    results: int
    recognised: int
    """Results that a body has recognised."""
    sessions: int
    """Trainings; one that does not state its sessions counts as one (场)."""
    attendances: int
    """People trained, each as often as they came (人次)."""
    apprentices: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One studio against one standard."""

    union: OfUnion
    studio: Studio
    evidence: Evidence
    counts: YearCounts


def matrix(found: Report, standard: str) -> list[MatrixRow]:
    """The rows of a standard that was in force in the year of the report: every studio that is expected to report, in order."""
    record = dict(found.standards)[standard]
    return [
        MatrixRow(union, studio, examine(standard, record, studio, found.year), counts(studio, found.year))
        for union in found.unions
        for studio in union.due
    ]


def counts(studio: Studio, year: int) -> YearCounts:
    """The numbers of a studio's year, all 0 without a record of it; results also count where another studio reports them."""
    record = next((each.record for each in studio.years if each.year == year), None)
    results = studio.achievements_by_year.get(year, ())
    trainings = record.trainings if record else ()
    return YearCounts(
        len(record.projects) if record else 0,
        len(results),
        sum(bool(each.record.recognised_by) for each in results),
        sum(1 if each.sessions is None else each.sessions for each in trainings),
        sum(each.attendances or 0 for each in trainings),
        record.mentoring.apprentices if record and record.mentoring else 0,
    )
