"""任务分解表的合计等于各行相加（厦工办〔2013〕6号附件：100 和 66），达标的任务不多于创建的任务。

Passes: 两行 8 和 7，合计 15。
Fails: 两行 8 和 7，合计 16，消息会写出两个数；创建 5，达标 6。
"""

from collections.abc import Iterator

from laomo.problems.problem import Facts, Problem
from laomo.registry.registry import Registry

_COLUMNS = (("created", "target-created"), ("qualified", "target-qualified"))


def check(registry: Registry) -> Iterator[Problem]:
    for targets in registry.targets:
        path = f"studios/targets/{targets.year}.yml"
        for n, row in enumerate(targets.record.rows):
            if row.qualified > row.created:
                facts: Facts = {"qualified": row.qualified, "created": row.created}
                yield Problem(path, "qualified-over-created", ("rows", n, "qualified"), facts, severity="warning")
        for column, field in _COLUMNS:
            total = sum(getattr(row, column) for row in targets.record.rows)
            stated = getattr(targets.record.total, column)
            if total != stated:
                facts = {"field": field, "stated": stated, "sum": total}
                yield Problem(path, "target-total", ("total", column), facts)
