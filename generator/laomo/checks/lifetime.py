"""事情发生在工作室存在的时候：年度档案、活动、集体荣誉和决定不早于成立、不晚于终止。命名以前就在做事是常事，不算错；成立以前就结了对的徒弟，只作说明。

Passes: 成立 2012-03，2013年命名；2012年度的档案、2012年5月的培训。
Fails: 成立 2012-03，却有2011年度的档案、2012年1月的培训；2019年撤销，2020年又受表彰。
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from laomo.problems.problem import Fact, Loc, Problem, Severity
from laomo.records import models
from laomo.records.layout import shown
from laomo.records.models import PartialDate
from laomo.records.validation import title
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio, Year

_Found = tuple[PurePosixPath, Loc, PartialDate]
"""The file and the place of a date, and the date."""
EVENTS = ("trainings", "exchanges", "assistance", "leader_trainings")
"""The lists of a year whose items have a date."""
_ENDINGS = frozenset({"撤销", "摘牌", "限期整改"})
"""Results of decisions that come with or after the end of a studio."""
_TERMS = {
    ("honours", "year"): "honour-year",
    ("leaders", "start"): "term-start",
    ("leaders", "end"): "term-end",
    ("relations", "since"): "relation-start",
    ("plaque", "plaque"): "plaque-date",
    ("studios", "studio"): "decision-date",
    ("projects", "start"): "project-start",
    ("projects", "end"): "project-end",
    ("mentoring", "start"): "pair-start",
}
"""First and last part of a place → the message term for its date; events have the title of their field."""


def check(registry: Registry) -> Iterator[Problem]:
    for studio in registry.studios:
        founded, ended = studio.record.founded, studio.record.ended_on
        if founded and (registry.present.surely_before(founded) or (ended and ended.surely_before(founded))):
            continue  # which `chronology` and `spans` say
        if founded:
            yield from (_early(each, founded) for each in _always(studio, founded) if each[2].surely_before(founded))
            yield from (_early(each, founded) for each in _begun(studio, founded) if each[2].surely_before(founded))
            found = (each for each in _pairs(studio) if each[2].surely_before(founded))
            yield from (_early(each, founded, "notice") for each in found)
        if ended:
            yield from (_late(each, ended) for each in _always(studio, ended) if ended.surely_before(each[2]))
            yield from (_late(each, ended) for each in _ended(studio) if ended.surely_before(each[2]))


def _early(found: _Found, founded: PartialDate, severity: Severity = "warning") -> Problem:
    path, loc, date = found
    facts = {"field": _field(loc), "value": date.iso, "founded": founded.iso}
    return Problem(shown(path), "before-founding", loc, facts, severity)


def _late(found: _Found, ended: PartialDate) -> Problem:
    path, loc, date = found
    facts = {"field": _field(loc), "value": date.iso, "ended": ended.iso}
    return Problem(shown(path), "after-ending", loc, facts, severity="warning")


def _field(loc: Loc) -> Fact:
    if not loc:
        return "report-year"
    return _TERMS.get((str(loc[0]), str(loc[-1]))) or title(models.YearRecord, loc)


def _always(studio: Studio, edge: PartialDate) -> Iterator[_Found]:
    """Dates that lie neither before the founding nor after the end; `edge` is one of these."""
    for n, honour in enumerate(studio.unredacted.honours):
        yield studio.path, ("honours", n, "year"), PartialDate(honour.year)
    for n, leader in enumerate(studio.unredacted.leaders):
        if leader.start:
            yield studio.path, ("leaders", n, "start"), leader.start
        if leader.end:
            yield studio.path, ("leaders", n, "end"), leader.end
    for n, relation in enumerate(studio.record.relations):
        if relation.since:
            yield studio.path, ("relations", n, "since"), relation.since
    for year in studio.years:
        yield year.path, (), PartialDate(year.year)
        if year.year == edge.year:  # in other years, events of the edge's year are the business of `report_years`
            yield from _events(year)
    yield from _decisions(studio)


def _events(year: Year) -> Iterator[_Found]:
    for key in EVENTS:
        for n, event in enumerate(getattr(year.record, key)):
            if event.date and event.date.year == year.year:
                yield year.path, (key, n, "date"), event.date


def _decisions(studio: Studio) -> Iterator[_Found]:
    for each in studio.designations:
        if each.decision.result not in _ENDINGS:
            named = (n for n, named in enumerate(each.decision.studios) if named.studio == studio.id)
            yield each.path, ("studios", next(named), "studio"), each.decision.date


def _begun(studio: Studio, founded: PartialDate) -> Iterator[_Found]:
    """Projects that were finished before: a project may have been begun before the studio was founded."""
    for year in studio.years:
        if year.year <= founded.year:
            for n, project in enumerate(year.record.projects):
                if project.end:
                    yield year.path, ("projects", n, "end"), project.end


def _ended(studio: Studio) -> Iterator[_Found]:
    if studio.record.plaque:
        yield studio.path, ("plaque",), studio.record.plaque
    for year in studio.years:
        for n, project in enumerate(year.record.projects):
            if project.start:
                yield year.path, ("projects", n, "start"), project.start
    yield from _pairs(studio)


def _pairs(studio: Studio) -> Iterator[_Found]:
    for year in studio.years:
        for n, pair in enumerate(year.unredacted.mentoring.pairs if year.unredacted.mentoring else ()):
            if pair.start:
                yield year.path, ("mentoring", "pairs", n, "start"), pair.start
