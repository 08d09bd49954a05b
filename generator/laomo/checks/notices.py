"""公示写明起止日期和异议办法；电话不写在异议办法里，由受理工会在 unions.yml 的座机带出，免得印出私人号码。

Passes: kind 写“公示”，有 start、end 和 objection，union 是受理工会的编号。
Fails: kind 写“公示”而没有 end；objection 里写着一串电话号码。
"""

import re
from collections.abc import Iterator

from laomo.problems.problem import Problem
from laomo.records import models
from laomo.records.layout import shown
from laomo.registry.registry import Registry

_NUMBER = re.compile(r"\d[\d\s-]{5,}\d")


def check(registry: Registry) -> Iterator[Problem]:
    for path, record in registry.records.items():
        if not isinstance(record, models.NoticeRecord):
            continue
        if record.objection and _NUMBER.search(record.objection):
            yield Problem(shown(path), "phone-in-notice", ("objection",))
        for key in ("start", "end", "objection"):
            if record.kind == "公示" and getattr(record, key) is None:
                facts = {"field": models.NoticeRecord.model_fields[key].title or key, "key": key}
                yield Problem(shown(path), "notice-incomplete", (), facts, severity="warning")
