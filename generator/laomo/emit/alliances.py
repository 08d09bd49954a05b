"""Alliances of studios, and a page for each."""

from collections.abc import Iterator

from laomo import urls
from laomo.emit.context import Context
from laomo.write import Output


def emit(context: Context) -> Iterator[Output]:
    ties = context.ties
    entries = [(urls.alliance(each.id), each, ties.members(each)) for each in context.registry.alliances]
    yield from context.pages("alliances.md", "alliances", entries)
    for url, alliance, members in entries:
        yield context.page("alliance.md", url, alliance=alliance, lead=ties.member(alliance.lead), members=members)
