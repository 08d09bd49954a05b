"""公示写明起止日期和异议办法，不早于发布日期开始，不少于五个工作日（本地文件另有规定的照文件，所以只作说明）；电话不写在异议办法里，由受理工会在 unions.yml 的座机带出，免得印出私人号码。

Passes: kind 写“公示”，有 start、end 和 objection，union 是受理工会的编号。
Fails: kind 写“公示”而没有 end；公示从星期五到星期一；objection 里写着一串电话号码。
"""

import re
from collections.abc import Iterator
from datetime import date

from laomo.problems.problem import Problem
from laomo.records import models
from laomo.records.layout import shown
from laomo.records.models import PartialDate
from laomo.registry.registry import Registry

_NUMBER = re.compile(r"\d[\d\s-]{5,}\d")
_DAYS = 5
"""Working days that a list of people or bodies to be honoured is usually open to objections."""
_LONG = 30
"""Days of which no more are counted."""
_WORKING_DAYS = 5
"""Of a week, from Monday on. Holidays are not known here, so a notice is never called too short by mistake."""


def check(registry: Registry) -> Iterator[Problem]:
    for path, record in registry.records.items():
        if not isinstance(record, models.NoticeRecord):
            continue
        if record.objection and _NUMBER.search(record.objection):
            yield Problem(shown(path), "phone-in-notice", ("objection",))
        if record.start and record.start.surely_before(record.date):
            facts = {"begin_field": "notice-date", "begun": record.date.iso}
            facts |= {"end_field": "notice-start", "ended": record.start.iso}
            yield Problem(shown(path), "end-before-start", ("start",), facts, severity="warning")
        if record.kind == "公示" and (days := _working_days(record.start, record.end)) is not None and days < _DAYS:
            yield Problem(shown(path), "notice-short", ("end",), {"days": days, "usual": _DAYS}, severity="notice")
        for key in ("start", "end", "objection"):
            if record.kind == "公示" and getattr(record, key) is None:
                facts = {"field": models.NoticeRecord.model_fields[key].title or key, "key": key}
                yield Problem(shown(path), "notice-incomplete", (), facts, severity="warning")


def _working_days(start: PartialDate | None, end: PartialDate | None) -> int | None:
    """How many of its days are working days; None if it does not say both days, or ends before it starts."""
    days = start.days_until(end) if start and end else None
    if start is None or days is None or days < 0:
        return None
    first = date(start.year, start.month, start.day).weekday()
    return sum((first + day) % 7 < _WORKING_DAYS for day in range(min(days, _LONG) + 1))
