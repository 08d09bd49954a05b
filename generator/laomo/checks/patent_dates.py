"""专利的号码和日期说得通：号码里的年份可能，授权不早于申请，申请不早于形成它的项目开始。软件著作权、演示号按号码里的年份同样核对。

Passes: ZL201710601862.3，授权日期 2019-05-01，项目开始时间 2017-03。
Fails: ZL202310601862.3 的授权日期 2021-05-01；项目2018年才开始；号码里的年份是2031年。
"""

import re
from collections.abc import Iterator, Mapping

from laomo.checks.bounds import EARLIEST
from laomo.problems.problem import Facts, Loc, Problem
from laomo.records.layout import shown
from laomo.records.models import PartialDate
from laomo.records.models.year import IntellectualProperty
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio

_FILED = re.compile(r"(?:ZL|CN)?(?:(\d{4})[12389]\d{7}|(\d{2})[12389]\d{5})\.[\dX]", re.IGNORECASE)
_OTHER = re.compile(r"示例\D{0,6}(\d{4})-|(?:软著登字)?(\d{4})SR", re.IGNORECASE)
"""Invented numbers, and those of registered software."""
_LONG_SINCE = 2003
"""Numbers of twelve digits exist since October 2003, those of eight since 1985 (ZC 0006)."""
_FIRST = 1985
_STATES_LATER = frozenset({"授权", "登记", "失效"})

_Start = tuple[PartialDate, str]
"""The start of a project, and its title."""


def check(registry: Registry) -> Iterator[Problem]:
    for studio in registry.studios:
        starts: Mapping[str, _Start] | None = None
        for year in studio.years:
            for n, achievement in enumerate(year.unredacted.achievements):
                if achievement.ip:
                    starts = _starts(studio) if starts is None else starts
                    place = (shown(year.path), ("achievements", n, "ip"))
                    yield from _faults(*place, achievement.ip, starts.get(achievement.id), registry.present)


def _starts(studio: Studio) -> dict[str, _Start]:
    """Achievement → the earliest project of which it is a result. Projects without a start prove nothing."""
    found: dict[str, _Start] = {}
    unknown = set()
    for project in (project for year in studio.years for project in year.record.projects):
        for result in project.results:
            if project.start is None:
                unknown.add(result)
            elif result not in found or project.start < found[result][0]:
                found[result] = (project.start, project.title)
    return {result: start for result, start in found.items() if result not in unknown}


def _faults(
    path: str, loc: Loc, ip: IntellectualProperty, start: _Start | None, present: PartialDate
) -> Iterator[Problem]:
    year, possible = _year(ip.number or "", present)
    if year and not possible:
        yield Problem(path, "patent-number-year", (*loc, "number"), {"value": ip.number or "", "year": year})
        return
    if year and ip.date and ip.date.year >= EARLIEST and not _agree(ip, year):
        facts: Facts = {"value": ip.number or "", "year": year, "date": ip.date.iso, "state": ip.state}
        yield Problem(path, "patent-date-year", (*loc, "date"), facts, severity="warning")
    for date in filter(None, (ip.date, PartialDate(year) if year else None)):
        if start and date.surely_before(start[0]):
            facts = {"date": date.iso, "title": start[1], "start": start[0].iso}
            yield Problem(path, "patent-before-project", loc, facts, severity="warning")
            return


def _year(number: str, present: PartialDate) -> tuple[int | None, bool]:
    """The year of application (of software: registration) in a number, if there is one, and whether such a number can exist."""
    compact = "".join(number.split())
    if found := _FILED.fullmatch(compact):
        if found[1]:
            return int(found[1]), _LONG_SINCE <= int(found[1]) <= present.year
        year = int(found[2]) + (1900 if int(found[2]) >= _FIRST % 100 else 2000)
        return year, _FIRST <= year <= _LONG_SINCE
    found = _OTHER.match(compact)
    year = int(found[1] or found[2]) if found else 0
    return (year or None), year <= present.year


def _agree(ip: IntellectualProperty, year: int) -> bool:
    """Whether the date can go with the year in the number: applied in that year, accepted then or in the next, granted later."""
    if ip.date is None or ip.state in _STATES_LATER:
        return ip.date is None or ip.date.year >= year
    return year <= ip.date.year <= year + (ip.state == "受理")
