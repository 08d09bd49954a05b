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
"""Place of the end, title and value of the start, title and value of the end."""


def check(registry: Registry) -> Iterator[Problem]:
    for path, record in registry.records.items():
        for loc, start, begun, end, ended in _spans(record):
            if begun and ended and ended.surely_before(begun):
                facts = {"start": start, "begun": str(begun), "end": end, "ended": str(ended)}
                yield Problem(shown(path), "end-before-start", loc, facts)


def _spans(record: models.Record) -> Iterator[_Span]:
    if isinstance(record, models.StudioRecord):
        for n, leader in enumerate(record.leaders):
            yield ("leaders", n, "end"), "任职起", leader.start, "任职止", leader.end
        yield ("ended_on",), "成立时间", record.founded, "终止时间", record.ended_on
    elif isinstance(record, models.YearRecord):
        for n, project in enumerate(record.projects):
            yield ("projects", n, "end"), "开始时间", project.start, "完成时间", project.end
    elif isinstance(record, models.NoticeRecord):
        yield ("end",), "公示起", record.start, "公示止", record.end
    elif isinstance(record, models.DecisionRecord):
        yield ("valid_to",), "日期", record.date, "有效期至", record.valid_to
