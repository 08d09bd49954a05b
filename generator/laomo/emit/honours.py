"""The wall of honours by kind: those of leaders and of studios, valid ones only, newest first; nobody is ranked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from laomo import urls
from laomo.emit.context import Context
from laomo.models import Honour, words
from laomo.registry import Registry
from laomo.studio import Studio
from laomo.write import Output

_PIONEER = "工人先锋号"


@dataclass(frozen=True, slots=True)
class Worn:
    """An honour with who bears it; `person` is None for an honour of the studio."""

    honour: Honour
    studio: Studio
    person: str | None


def emit(context: Context) -> Iterator[Output]:
    found: dict[str, list[Worn]] = {kind: [] for kind in words.HONOUR_KINDS}
    for worn in _worn(context.registry):
        found[kind_of(worn.honour.name)].append(worn)
    groups = [
        (kind, urls.listing(f"honours/{words.HONOUR_KINDS[kind]}"), len(items))
        for kind, items in found.items()
        if items
    ]
    shown: dict[str, Any] = {"shelf": "荣誉", "home": "honours/", "groups": groups}
    yield context.page("groups.md", "honours/", **shown)
    for kind, url, _ in groups:
        shares = list(_shares(context.registry, found[kind])) if kind == _PIONEER else []
        newest = sorted(found[kind], key=lambda worn: -worn.honour.year)
        yield from context.pages("honours.md", url.rstrip("/"), newest, heading=kind, shares=shares, **shown)


def kind_of(name: str) -> str:
    """The kind of an honour by its full name: 厦门市五一劳动奖章 → 五一劳动奖章."""
    return next((kind for kind, marks in words.HONOUR_MARKS.items() if any(mark in name for mark in marks)), "其他荣誉")


def _shares(registry: Registry, worn: list[Worn]) -> Iterator[tuple[int, str, int, int]]:
    """Year, level, studios and all, for the years of which the site's record knows how many there were."""
    for given in registry.site.pioneers:
        year, level = given.year, given.level
        studios = sum((each.honour.year, each.honour.level, each.person) == (year, level, None) for each in worn)
        if studios <= given.total:
            yield year, level, studios, given.total


def _worn(registry: Registry) -> Iterator[Worn]:
    """Every honour of a standing studio and its people, once each."""
    seen = set()
    for studio in registry.standing:
        of_people = [(honour, leader.name) for leader in studio.record.leaders for honour in leader.honours]
        of_studio = [*studio.record.honours, *(honour for year in studio.years for honour in year.record.honours)]
        for honour, person in [*of_people, *((honour, None) for honour in of_studio)]:
            key = (person or studio.id, honour.name, honour.year)
            if honour.status == "有效" and key not in seen:
                seen.add(key)
                yield Worn(honour, studio, person)
