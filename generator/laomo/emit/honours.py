"""The wall of honours by kind: those of leaders and of studios, valid ones only, newest first; nobody is ranked.

What unions commended studios for hangs there too, by the union that did.
"""

from collections.abc import Iterator
from typing import Any

from laomo import urls
from laomo.emit.context import Context
from laomo.honours import Worn, kind_of, worn
from laomo.models import words
from laomo.statistics import people
from laomo.write import Output

_COMMENDED = "honours/unions/"


def emit(context: Context) -> Iterator[Output]:
    found: dict[str, list[Worn]] = {kind: [] for kind in words.HONOUR_KINDS}
    for each in worn(context.registry):
        found[kind_of(each.honour.name)].append(each)
    groups = [
        (kind, urls.listing(f"honours/{words.HONOUR_KINDS[kind]}"), len(items))
        for kind, items in found.items()
        if items
    ]
    kinds = [(kind, url) for kind, url, _ in groups]
    if context.commendations:
        groups.append(("工会表彰", _COMMENDED, sum(len(each.items) for each in context.commendations)))
    shown: dict[str, Any] = {"shelf": "荣誉", "home": "honours/", "groups": groups}
    yield context.page("groups.md", "honours/", **shown)
    yield from _commendations(context)
    for kind, url in kinds:
        newest = sorted(found[kind], key=lambda each: -each.honour.year)
        shares = people.pioneers(context.registry) if kind == people.PIONEER else ()
        yield from context.pages("honours.md", url.rstrip("/"), newest, heading=kind, shares=shares, **shown)


def _commendations(context: Context) -> Iterator[Output]:
    groups = [(each.name, each.url, len(each.items)) for each in context.commendations]
    shown: dict[str, Any] = {"shelf": "工会表彰", "home": _COMMENDED, "groups": groups}
    if groups:
        yield context.page("groups.md", _COMMENDED, **shown)
    for each in context.commendations:
        yield from context.pages("commendations.md", each.section, each.items, awarding=each, **shown)
