"""起止时间有先后：领衔任职、攻关项目、公示期的结束不早于开始，称号的有效期不早于决定。

Passes: start: 2013-02，end: 2013-08；只知道年份的 start: 2013、end: 2013 也可以。
Fails: start: 2013-08，end: 2013-02。
"""

from collections.abc import Iterator

from laomo.problems.problem import Loc, Problem
from laomo.records import models
from laomo.records.layout import shown
from laomo.records.models import PartialDate
from laomo.registry.registry import Registry

_Span = tuple[Loc, str, PartialDate | None, str, PartialDate | None]
"""Place of the end, message term and date of the start, message term and date of the end."""


def check(registry: Registry) -> Iterator[Problem]:
    for path, record in registry.records.items():
        for loc, start_term, start, end_term, end in _spans(record):
            if start and end and end.surely_before(start):
                facts = {"begin_field": start_term, "begun": start.iso, "end_field": end_term, "ended": end.iso}
                yield Problem(shown(path), "end-before-start", loc, facts)


def _spans(record: models.Record) -> Iterator[_Span]:
    if isinstance(record, models.StudioRecord):
        for n, leader in enumerate(record.leaders):
            yield ("leaders", n, "end"), "term-start", leader.start, "term-end", leader.end
        yield ("ended_on",), "founding-date", record.founded, "closing-date", record.ended_on
    elif isinstance(record, models.YearRecord):
        for n, project in enumerate(record.projects):
            yield ("projects", n, "end"), "project-start", project.start, "project-end", project.end
    elif isinstance(record, models.NoticeRecord):
        yield ("end",), "notice-start", record.start, "notice-end", record.end
    elif isinstance(record, models.EventRecord):
        yield ("end",), "event-date", record.date, "event-end", record.end
    elif isinstance(record, models.InspectionRecord):
        yield ("end",), "inspection-date", record.date, "inspection-end", record.end
    elif isinstance(record, models.DecisionRecord):
        yield ("valid_to",), "issue-date", record.date, "expiry-date", record.valid_to
