"""年份在情理之中：不早于1949年；已经发生的事（认定、授权、推广、培训、任职、制定制度）不晚于数据截至日期。

Passes: 数据截至2025年底，认定年份 2025；项目计划 2026年6月完成（计划可以在将来）。
Fails: 成立时间 1913；认定年份 2031；专利授权日期 2026-05-01。
"""

from collections.abc import Iterator

from laomo.checks.leaves import leaves
from laomo.problems.problem import Loc, Problem
from laomo.records import models
from laomo.records.layout import shown
from laomo.records.models import PartialDate
from laomo.records.validation import title
from laomo.registry.registry import Registry

EARLIEST = 1949
_YEAR = frozenset({"year"})
_CHECKED_ELSEWHERE = frozenset({"founded", "plaque", "honours"})
"""Fields whose dates `chronology` checks."""
_MAY_BE_LATER = frozenset({"projects", "report"})
"""Fields with dates after `as_of`: plans, and reports that are handed in after the end of the year."""


def check(registry: Registry) -> Iterator[Problem]:
    as_of = registry.site.as_of
    for path, record in registry.records.items():
        happened = isinstance(record, (models.StudioRecord, models.YearRecord, models.AlliancesRecord))
        for loc, value in leaves(record, _YEAR, PartialDate):
            if EARLIEST <= (value.year if isinstance(value, PartialDate) else value) < as_of.year:
                continue  # as nearly all are
            date = _date(loc, value)
            early = date is not None and date.year < EARLIEST
            late = date is not None and happened and as_of.surely_before(date) and _has_happened(loc)
            if early or late:
                shown_value = value.iso if isinstance(value, PartialDate) else value
                facts = {
                    "field": title(type(record), loc),
                    "value": shown_value,
                    "as_of": as_of.iso,
                    "earliest": EARLIEST,
                }
                yield Problem(shown(path), "year-too-early" if early else "future-date", loc, facts)


def _has_happened(loc: Loc) -> bool:
    return loc[0] not in _CHECKED_ELSEWHERE | _MAY_BE_LATER and "honours" not in loc


def _date(loc: Loc, value: object) -> PartialDate | None:
    if isinstance(value, PartialDate):
        return value
    return PartialDate(value) if loc[-1] == "year" and isinstance(value, int) else None
