"""Listings of achievements, all and by each facet value, those with figures first; a page for each one with a story or pictures."""

from collections.abc import Iterator, Sequence

from laomo.pages import breadcrumbs, facets, json_ld, shelf_pages
from laomo.pages.context import Context
from laomo.pages.emitters import sharing
from laomo.registry.studio import Achievement, Studio
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    items = facets.by_change(registry)
    shelves = [facets.Shelf.of(facet, items) for facet in facets.of_achievements(registry)]
    trail = breadcrumbs.to(breadcrumbs.ACHIEVEMENTS)
    yield from context.pages(
        "achievements.md",
        "achievements",
        items,
        trail=trail,
        entry=_entry,
        heading="创新成果",
        shelves=[shelf.panel for shelf in shelves],
        shelf=None,
        beside=sharing.lists(registry),
    )
    for shelf in shelves:
        yield from shelf_pages.of_values(context, "achievements.md", shelf, trail=trail, entry=_entry, beside=())


def of_studios(context: Context, studios: Sequence[Studio]) -> Iterator[Output]:
    for studio in (each for each in studios if not each.ended):
        for item in (each for each in studio.achievements if each.has_page):
            yield context.page(
                "achievement.md",
                item.url,
                trail=breadcrumbs.to(breadcrumbs.ACHIEVEMENTS, (item.studio.name, item.studio.url), _entry(item)),
                source=item.path,
                linked=context.about(json_ld.achievement, item),
                item=item,
            )


def _entry(item: Achievement) -> tuple[str, str]:
    return item.record.title, item.url
