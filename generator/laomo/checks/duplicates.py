"""同一件事不立两份档案：同一位领衔人在同一单位有两家工作室，或同一项成果（名称和单位，或名称、办法和数字都相同）、同一个专利号写在两家工作室，都提醒核对。

Passes: 同一位领衔人在不同单位各有一家工作室；两家工作室各写各的成果。
Fails: 两家工作室的领衔人和单位都相同；同一单位的两家工作室都写了“管口快装充氩气囊堵”。
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from laomo.problems.problem import Loc, Problem
from laomo.records.layout import shown
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio

_Claim = tuple[str, str, Studio, str, Loc]
"""What is claimed, what else must be equal in a duplicate, the studio, and the path and place of the claim."""


def check(registry: Registry) -> Iterator[Problem]:
    yield from _duplicates(_leaders(registry), "duplicate-leader")
    yield from _duplicates(_achievements(registry), "duplicate-claim")
    yield from _duplicates(_patents(registry), "duplicate-patent")


def _duplicates(claims: Iterable[_Claim], code: str) -> Iterator[Problem]:
    first: dict[tuple[str, str], tuple[Studio, str]] = {}
    seen = set()
    for value, detail, studio, path, loc in claims:
        owner, other = first.setdefault((value, detail), (studio, path))
        if owner is not studio and (path, loc) not in seen:
            seen.add((path, loc))
            yield Problem(path, code, loc, {"value": value, "other": other, "studio": owner.name}, severity="warning")


def _leaders(registry: Registry) -> Iterator[_Claim]:
    for studio in registry.active_studios:
        names = {leader.name for leader in studio.record.leaders}
        for n, leader in enumerate(studio.unredacted.leaders):
            if leader.end is None and leader.name in names:
                for unit in studio.record.units:
                    yield f"{leader.name}，{unit}", _body(studio), studio, shown(studio.path), ("leaders", n, "name")


def _body(studio: Studio) -> str:
    """What tells apart two studios that one person may lead in one unit: studios of skilled masters are named by another body."""
    return (
        "技能大师"
        if "技能大师" in (studio.record.category, studio.name_parts.kind) or "技能大师" in studio.name
        else ""
    )


def _achievements(registry: Registry) -> Iterator[_Claim]:
    """Titles with the unit, and titles with solution and figures. A title alone proves nothing: two may agree by chance."""
    reported = [(studio, year) for studio in registry.active_studios for year in studio.years]
    times = Counter("".join(item.title.split()) for _, year in reported for item in year.unredacted.achievements)
    for studio, year in reported:
        for n, item in enumerate(year.unredacted.achievements):
            title = "".join(item.title.split())
            if times[title] > 1:
                place = (studio, shown(year.path), ("achievements", n, "title"))
                for unit in studio.record.units:
                    yield title, unit, *place
                if item.solution and item.measures:
                    yield title, f"{item.solution} {item.measures}", *place


def _patents(registry: Registry) -> Iterator[_Claim]:
    for studio in registry.active_studios:
        for year in studio.years:
            for n, item in enumerate(year.unredacted.achievements):
                if item.ip and item.ip.number:
                    yield item.ip.number, "", studio, shown(year.path), ("achievements", n, "ip", "number")
