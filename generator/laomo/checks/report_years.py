"""年度档案只写这一年的事：活动的时间、结对、项目、荣誉和报送日期与年度相合。上一年12月的活动、下一年才完成的项目、次年颁发的荣誉都正常。

Passes: 2013.yml 里培训的时间 2013-06，项目 2012-05 至 2014-03，荣誉年份 2014，报送日期 2014-01-10。
Fails: 2013.yml 里培训的时间 2015-06；项目 2011 年就完成了；2012 年报送 2013 年的年报；推广年份 2010。
"""

from collections.abc import Iterator

from laomo.checks.lifetime import EVENTS
from laomo.problems.problem import Fact, Facts, Loc, Problem, Severity
from laomo.records import models
from laomo.records.layout import shown
from laomo.records.models import PartialDate
from laomo.records.models.year import AchievementRecord, ProjectRecord
from laomo.records.validation import title
from laomo.registry.registry import Registry
from laomo.registry.studio import Year

_UNDER_WAY = frozenset({"在研", "完成", "终止"})
"""States of projects that have begun."""
_LAST_MONTH = 12
"""What happened in the last month may have been left to the next year's report."""
_REPORTS_FROM = 11
"""Annual reports are handed in from this month on."""


def check(registry: Registry) -> Iterator[Problem]:
    present = registry.present
    for studio in registry.studios:
        for year in studio.filed_years:
            for loc, date in _elsewhere(year):
                if present.surely_before(date):
                    continue  # which `bounds` and `chronology` say
                facts: Facts = {"field": _field(loc), "value": date.iso, "year": year.year}
                yield Problem(shown(year.path), "outside-year", loc, facts, severity="warning")
            yield from _report(year)
            for n, project in enumerate(year.record.projects):
                yield from _ahead(shown(year.path), n, project, present)


def _field(loc: Loc) -> Fact:
    return title(models.YearRecord, loc)


def _elsewhere(year: Year) -> Iterator[tuple[Loc, PartialDate]]:
    """Dates that belong to another year's record."""
    record = year.record
    for key in EVENTS:
        for n, event in enumerate(getattr(record, key)):
            if event.date and (event.date.year > year.year or _past(event.date, year.year)):
                yield (key, n, "date"), event.date
    yield from _projects(year)
    for n, pair in enumerate(year.unredacted.mentoring.pairs if year.unredacted.mentoring else ()):
        if pair.start and pair.start.year > year.year:
            yield ("mentoring", "pairs", n, "start"), pair.start
    for n, honour in enumerate(year.unredacted.honours):
        if abs(honour.year - year.year) > 1:
            yield ("honours", n, "year"), PartialDate(honour.year)
    for a, achievement in enumerate(year.unredacted.achievements):
        if achievement.promotion or achievement.benefits:
            yield from _used_before(achievement, ("achievements", a), year.year)


def _projects(year: Year) -> Iterator[tuple[Loc, PartialDate]]:
    for n, project in enumerate(year.record.projects):
        if project.start and project.status in _UNDER_WAY and project.start.year > year.year:
            yield ("projects", n, "start"), project.start
        if project.end and _past(project.end, year.year):
            yield ("projects", n, "end"), project.end


def _past(date: PartialDate, year: int) -> bool:
    """Whether it is before the last month of the year before."""
    return date.year < year and date.surely_before(PartialDate(year - 1, _LAST_MONTH))


def _used_before(achievement: AchievementRecord, loc: Loc, year: int) -> Iterator[tuple[Loc, PartialDate]]:
    """When it was used and what it brought, if that is before it was there."""
    for n, promotion in enumerate(achievement.promotion):
        if promotion.year and promotion.year < year:
            yield (*loc, "promotion", n, "year"), PartialDate(promotion.year)
    for n, benefit in enumerate(achievement.benefits):
        if benefit.as_of and benefit.as_of.year < year:
            yield (*loc, "benefits", n, "as_of"), benefit.as_of


def _report(year: Year) -> Iterator[Problem]:
    submitted = year.record.report.submitted if year.record.report else None
    if submitted and submitted.surely_before(PartialDate(year.year, _REPORTS_FROM)):
        facts: Facts = {"value": submitted.iso, "year": year.year}
        severity: Severity = "warning" if submitted.year < year.year else "notice"
        yield Problem(shown(year.path), "report-too-early", ("report", "submitted"), facts, severity)


def _ahead(path: str, n: int, project: ProjectRecord, present: PartialDate) -> Iterator[Problem]:
    """A project that is said to be under way or done although its date is still to come."""
    dates = {"start": project.start if project.status in _UNDER_WAY else None}
    dates |= {"end": project.end if project.status == "完成" else None}
    for key, date in dates.items():
        if date and present.surely_before(date):
            loc = ("projects", n, key)
            facts: Facts = {
                "field": _field(loc),
                "value": date.iso,
                "status": project.status or "",
                "present": present.iso,
            }
            yield Problem(path, "project-ahead", loc, facts, severity="warning")
