"""没有写的项只提醒，不替人填：没有领衔人的工作室逐家提醒，没有写类别、地区的各说一次；网页上这些项不显示，统计里算“未填”。

Passes: 写明 category、region 和 leaders。
Fails: 没有 leaders。
"""

from collections.abc import Iterator, Sequence

from laomo.problems.problem import Facts, Problem
from laomo.records import validation
from laomo.records.layout import shown
from laomo.records.models import StudioRecord
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio

_NAMED = 3
"""So many of the studios are named in a notice."""

_FIELDS = ("category", "region")


def check(registry: Registry) -> Iterator[Problem]:
    for studio in registry.active_studios:
        if not studio.unredacted.leaders:
            yield Problem(shown(studio.path), "no-leader", severity="warning")
    for field in _FIELDS:
        found = [studio for studio in registry.active_studios if getattr(studio.record, field) is None]
        if found:
            yield Problem(shown(found[0].path), "unstated", facts=_facts(field, found), severity="notice")


def _facts(field: str, found: Sequence[Studio]) -> Facts:
    names = tuple(studio.name for studio in found[:_NAMED])
    return {
        "field": validation.title(StudioRecord, (field,)),
        "names": names,
        "count": len(found),
        "more": int(len(found) > _NAMED),
    }
