"""Honours of leaders and studios by kind: only valid ones, newest first, without any ranking.

Commendations of studios by unions are listed there too, by union.
"""

from collections.abc import Iterator
from typing import Any

from laomo.pages import breadcrumbs, json_ld
from laomo.pages.context import Context
from laomo.records.models import vocabulary
from laomo.registry import urls
from laomo.registry.honour_kinds import kind_of
from laomo.registry.honours import HeldHonour, held_honours
from laomo.registry.statistics import people
from laomo.system.output import Output

_COMMENDED = "honours/unions/"


def emit(context: Context) -> Iterator[Output]:
    found: dict[str, list[HeldHonour]] = {kind: [] for kind in vocabulary.HONOUR_KINDS}
    for each in held_honours(context.registry):
        found[kind_of(each.honour.name, each.honour.level)].append(each)
    groups = [
        (kind, urls.listing(f"honours/{vocabulary.HONOUR_KINDS[kind]}"), len(items))
        for kind, items in found.items()
        if items
    ]
    kinds = [(kind, url) for kind, url, _ in groups]
    if context.commendations:
        groups.append(("工会表彰", _COMMENDED, sum(len(each.items) for each in context.commendations)))
    shown: dict[str, Any] = {"shelf": "荣誉", "home": "honours/", "groups": groups}
    listed = context.about(json_ld.listing, [(kind, url) for kind, url, _ in groups])
    yield context.page("groups.md", "honours/", trail=breadcrumbs.to(breadcrumbs.HONOURS), linked=listed, **shown)
    yield from _commendations(context)
    for kind, url in kinds:
        newest = sorted(found[kind], key=lambda each: -each.honour.year)
        shares = people.pioneers(context.registry) if kind == people.PIONEER else ()
        trail = breadcrumbs.to(breadcrumbs.HONOURS, (kind, url))
        yield from context.pages(
            "honours.md", url.rstrip("/"), newest, trail=trail, entry=_entry, heading=kind, shares=shares, **shown
        )


def _entry(each: HeldHonour) -> breadcrumbs.Step:
    holder = each.person or each.studio.name
    return f"{holder}：{each.honour.name}（{each.honour.year}年）", each.studio.url


def _commendations(context: Context) -> Iterator[Output]:
    groups = [(each.name, each.url, len(each.items)) for each in context.commendations]
    shown: dict[str, Any] = {"shelf": "工会表彰", "home": _COMMENDED, "groups": groups}
    trail = breadcrumbs.to(breadcrumbs.HONOURS, ("工会表彰", _COMMENDED))
    if groups:
        yield context.page("groups.md", _COMMENDED, trail=trail, **shown)
    for each in context.commendations:
        own = (*trail, (f"{each.name}的表彰", each.url))
        yield from context.pages("commendations.md", each.section, each.items, trail=own, awarding=each, **shown)
