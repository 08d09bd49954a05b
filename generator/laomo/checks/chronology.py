"""事情有先后，也不会发生在将来：挂牌不早于成立，补助不早于验收，荣誉、年度和决定不在将来（数据截至日期以后、今天以前的照样登）。

Passes: 成立 2012-03，挂牌 2012-05；验收 2013-12-20，补助 2014-01。
Fails: 成立 2012-03，挂牌 2011；2131年的荣誉；补助早于验收。
"""

from collections.abc import Iterable, Iterator

from laomo.checks.bounds import severity_of_future
from laomo.problems.problem import Facts, Loc, Problem
from laomo.records import models
from laomo.records.layout import shown
from laomo.registry.registry import Registry


def check(registry: Registry) -> Iterator[Problem]:
    present = registry.present
    for studio in registry.studios:
        record, path = studio.record, shown(studio.path)
        if record.founded and record.plaque and record.plaque.surely_before(record.founded):
            facts = {"plaque": record.plaque.iso, "founded": record.founded.iso}
            yield Problem(path, "plaque-before-founding", ("plaque",), facts)
        for key, field in (("founded", "founding-date"), ("plaque", "plaque-date")):
            date = getattr(record, key)
            if date and present.surely_before(date):
                yield _future(path, (key,), field, date, present)
        yield from _honours(path, ("honours",), studio.unredacted.honours, present)
        for n, leader in enumerate(studio.unredacted.leaders):
            yield from _honours(path, ("leaders", n, "honours"), leader.honours, present)
        for year in studio.filed_years:
            if year.year > present.year:
                yield _future(shown(year.path), (), "report-year", year.year, present)
            yield from _honours(shown(year.path), ("honours",), year.unredacted.honours, present)
    yield from _decisions(registry)


def _honours(path: str, loc: Loc, honours: Iterable[models.Honour], present: models.PartialDate) -> Iterator[Problem]:
    for n, honour in enumerate(honours):
        if honour.year > present.year:
            yield _future(path, (*loc, n, "year"), "honour-year", honour.year, present)


def _decisions(registry: Registry) -> Iterator[Problem]:
    present = registry.present
    for path, decision in registry.decisions:
        if present.surely_before(decision.date):
            yield _future(shown(path), ("date",), "decision-date", decision.date, present)
        for n, named in enumerate(decision.studios):
            if named.granted and named.granted.surely_before(decision.date):
                facts = {"granted": named.granted.iso, "date": decision.date.iso}
                yield Problem(shown(path), "grant-before-decision", ("studios", n, "granted"), facts)


def _future(path: str, loc: Loc, field: str, value: models.PartialDate | int, present: models.PartialDate) -> Problem:
    date = models.PartialDate(value) if isinstance(value, int) else value
    facts: Facts = {"field": field, "value": value if isinstance(value, int) else value.iso, "present": present.iso}
    return Problem(path, "future-date", loc, facts, severity_of_future(date, present))
