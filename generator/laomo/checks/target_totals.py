"""任务分解表的合计等于各行相加（厦工办〔2013〕6号附件：100 和 66）。

Passes: 两行 8 和 7，合计 15。
Fails: 两行 8 和 7，合计 16；消息会写出两个数。
"""

from collections.abc import Iterator

from laomo.problems.problem import Problem
from laomo.registry.registry import Registry

_COLUMNS = (("created", "target-created"), ("qualified", "target-qualified"))


def check(registry: Registry) -> Iterator[Problem]:
    for targets in registry.targets:
        for column, field in _COLUMNS:
            total = sum(getattr(row, column) for row in targets.record.rows)
            stated = getattr(targets.record.total, column)
            if total != stated:
                facts = {"field": field, "stated": stated, "sum": total}
                yield Problem(f"studios/targets/{targets.year}.yml", "target-total", ("total", column), facts)
