"""The list of studio alliances, and a page for each."""

from collections.abc import Iterator

from laomo.pages import breadcrumbs
from laomo.pages.context import Context
from laomo.registry import urls
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    relations = context.relations
    entries = [(urls.alliance(each.id), each, relations.members(each)) for each in context.registry.alliances]
    yield from context.pages(
        "alliances.md",
        "alliances",
        entries,
        trail=breadcrumbs.to(breadcrumbs.ALLIANCES),
        entry=lambda each: (each[1].name, each[0]),
    )
    for url, alliance, members in entries:
        trail = breadcrumbs.to(breadcrumbs.ALLIANCES, (alliance.name, url))
        lead = relations.member(alliance.lead)
        yield context.page("alliance.md", url, trail=trail, alliance=alliance, lead=lead, members=members)
