"""The totals of a target table agree with its rows (厦工办〔2013〕6号 附件: 100 and 66).

Passes: rows of 8 and 7 with a total of 15.
Fails: rows of 8 and 7 with a total of 16; the message names both figures.
"""

from collections.abc import Iterator

from laomo.diagnostics import Problem
from laomo.registry import Registry

_COLUMNS = (("created", "累计创建任务数"), ("qualified", "累计达标数"))


def check(registry: Registry) -> Iterator[Problem]:
    for targets in registry.targets:
        for column, label in _COLUMNS:
            total = sum(getattr(row, column) for row in targets.record.rows)
            stated = getattr(targets.record.total, column)
            if total != stated:
                facts = {"field": label, "stated": str(stated), "sum": str(total)}
                yield Problem(f"studios/targets/{targets.year}.yml", "target-total", ("total", column), facts)
