"""同一件事不立两份档案：同一位领衔人在同一单位有两间工作室，或同一项成果、同一个专利号写在两间工作室，都提醒核对。

Passes: 同一位领衔人在不同单位各有一间工作室；两间工作室各写各的成果。
Fails: 两间工作室的领衔人和单位都相同；两间工作室都写了“管口快装充氩气囊堵”。
"""

from collections.abc import Iterable, Iterator

from laomo.diagnostics import Loc, Problem
from laomo.load import shown
from laomo.registry import Registry
from laomo.studio import Studio

_Found = tuple[str, Studio, str, Loc]
"""What is claimed, by whom, and where."""


def check(registry: Registry) -> Iterator[Problem]:
    yield from _twice(_leaders(registry), "duplicate-leader")
    yield from _twice(_achievements(registry), "duplicate-claim")
    yield from _twice(_patents(registry), "duplicate-patent")


def _twice(claims: Iterable[_Found], code: str) -> Iterator[Problem]:
    first: dict[str, tuple[Studio, str]] = {}
    for value, studio, path, loc in claims:
        owner, other = first.setdefault(value, (studio, path))
        if owner is not studio:
            yield Problem(path, code, loc, {"value": value, "other": other, "studio": owner.name}, severity="warning")


def _leaders(registry: Registry) -> Iterator[_Found]:
    for studio in registry.standing:
        for n, leader in enumerate(studio.filed.leaders):
            if leader.end is None and leader.published:
                for unit in studio.record.units:
                    yield f"{leader.name}，{unit}", studio, shown(studio.path), ("leaders", n, "name")


def _achievements(registry: Registry) -> Iterator[_Found]:
    for studio in registry.standing:
        for year in studio.years:
            for n, item in enumerate(year.filed.achievements):
                yield "".join(item.title.split()), studio, shown(year.path), ("achievements", n, "title")


def _patents(registry: Registry) -> Iterator[_Found]:
    for studio in registry.standing:
        for year in studio.years:
            for n, item in enumerate(year.filed.achievements):
                if item.ip and item.ip.number:
                    yield item.ip.number, studio, shown(year.path), ("achievements", n, "ip", "number")
