"""一家工作室的档案不过分长：每一类不超过 200 项，全部年度的成果不超过 500 项；超过 2,000 项成果的不生成网页。

Passes: 二十年，每年二十项成果。
Fails: 一年里写了 300 场培训；一家工作室有 5,000 项成果。
"""

from collections.abc import Iterator
from functools import cache
from typing import get_origin

from laomo.problems.problem import Problem
from laomo.records.layout import shown
from laomo.records.models import Record
from laomo.records.validation import title
from laomo.registry.registry import Registry

_LONG = 200
"""Items of a list; a longer one is more likely a mistake than work well done."""
_ACHIEVEMENTS, _MOST_ACHIEVEMENTS = 500, 2_000
"""Of a studio in all years: one a fortnight for twenty years, and what a page and a file of the search can still carry."""


def check(registry: Registry) -> Iterator[Problem]:
    for studio in registry.studios:
        yield from _long_lists(shown(studio.path), studio.record)
        for year in studio.years:
            yield from _long_lists(shown(year.path), year.record)
        count = sum(len(year.record.achievements) for year in studio.years)
        if count > _ACHIEVEMENTS:
            too_many = count > _MOST_ACHIEVEMENTS
            facts = {"count": count, "limit": _MOST_ACHIEVEMENTS if too_many else _ACHIEVEMENTS}
            code = "too-many-achievements" if too_many else "very-many-achievements"
            yield Problem(shown(studio.path), code, (), facts, "error" if too_many else "warning")


def _long_lists(path: str, record: Record) -> Iterator[Problem]:
    for name in _lists(type(record)):
        if (count := len(getattr(record, name))) > _LONG:
            facts = {"field": title(type(record), (name,)), "count": count, "limit": _LONG}
            yield Problem(path, "very-long-list", (name,), facts, "warning")


@cache
def _lists(model: type[Record]) -> tuple[str, ...]:
    return tuple(name for name, field in model.model_fields.items() if get_origin(field.annotation) is tuple)
