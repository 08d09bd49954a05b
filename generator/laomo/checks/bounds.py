"""年份在情理之中：不早于1949年；已经发生的事（认定、授权、推广、培训、任职、制定制度）不在将来：今年还没到的日子是提醒，明年以后的是错误。数据截至日期只说明统计到哪一天，晚于它的照样登。

Passes: 数据截至2025-11-30，12月26日登记当月20日的培训；项目计划明年6月完成（计划可以在将来）。
Fails: 成立时间 1913；认定年份 2131；专利授权日期写成明年的5月1日。
"""

from collections.abc import Iterator

from laomo.checks.leaves import leaves
from laomo.problems.problem import Facts, Loc, Problem, Severity
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
"""Fields with dates that are still to come: plans, and reports that are handed in after the end of the year."""


def check(registry: Registry) -> Iterator[Problem]:
    present = registry.present
    for path, record in registry.records.items():
        happened = isinstance(record, (models.StudioRecord, models.YearRecord, models.AlliancesRecord))
        for loc, value in leaves(record, _YEAR, PartialDate):
            if EARLIEST <= (value.year if isinstance(value, PartialDate) else value) < present.year:
                continue  # as nearly all are
            date = _date(loc, value)
            early = date is not None and date.year < EARLIEST
            late = date is not None and happened and present.surely_before(date) and _has_happened(loc)
            if early or late:
                shown_value = value.iso if isinstance(value, PartialDate) else value
                facts: Facts = {
                    "field": title(type(record), loc),
                    "value": shown_value,
                    "present": present.iso,
                    "earliest": EARLIEST,
                }
                if early:
                    yield Problem(shown(path), "year-too-early", loc, facts)
                else:
                    yield Problem(shown(path), "future-date", loc, facts, severity_of_future(date, present))


def severity_of_future(date: PartialDate | None, present: PartialDate) -> Severity:
    """A day of this year that has not come may be set down beforehand; a year that has not come is a slip of the pen."""
    return "warning" if date and date.year <= present.year else "error"


def _has_happened(loc: Loc) -> bool:
    return loc[0] not in _CHECKED_ELSEWHERE | _MAY_BE_LATER and "honours" not in loc


def _date(loc: Loc, value: object) -> PartialDate | None:
    if isinstance(value, PartialDate):
        return value
    return PartialDate(value) if loc[-1] == "year" and isinstance(value, int) else None
