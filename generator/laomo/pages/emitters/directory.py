"""The directory that works without scripts: all studios; an overview of each facet; a paged list for each facet value."""

from collections.abc import Iterator
from typing import Any

from laomo.pages import breadcrumbs, facets, json_ld, shelf_pages
from laomo.pages.context import Context
from laomo.registry import urls
from laomo.registry.studio import Studio
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    studios = facets.listed(registry)
    shelves = [facets.Shelf.of(facet, studios) for facet in facets.of_studios(registry)]
    others = [(shelf.facet.title, urls.listing(shelf.facet.home)) for shelf in shelves if shelf.found]
    by_work = [facets.Shelf.of(facet, studios).panel for facet in facets.of_studios_by_work()]
    panels = [shelf.panel for shelf in shelves]
    shown: dict[str, Any] = {"others": others, "home": "studios/"}
    yield from context.pages(
        "studios.md",
        "studios",
        studios,
        trail=breadcrumbs.to(breadcrumbs.STUDIOS),
        entry=_entry,
        heading="工作室",
        shelves=[*panels[:2], *by_work, *panels[2:]],  # the trade and the place first, as in `url_state.js`
        shelf=None,
        feed=False,
        **shown,
    )
    for shelf in shelves:
        if shelf.facet.name == "union":  # a union's page, made by `unions`, lists its studios
            continue
        section = urls.listing(shelf.facet.home)
        trail = breadcrumbs.to(breadcrumbs.STUDIOS, (shelf.facet.title, section))
        yield context.page(
            "groups.md",
            section,
            trail=trail,
            linked=context.about(json_ld.listing, [(value, url) for value, url, _ in shelf.panel.rows]),
            shelf=shelf.facet.title,
            groups=shelf.panel.rows,
            **shown,
        )
        feed = shelf.facet.name == "industry"
        yield from shelf_pages.of_values(context, "studios.md", shelf, trail=trail, entry=_entry, feed=feed, **shown)


def _entry(studio: Studio) -> tuple[str, str]:
    return studio.name, studio.url
