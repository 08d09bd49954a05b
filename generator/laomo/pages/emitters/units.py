"""Studios of several units, and a page for each unit that shares a studio or has several. None without such studios."""

from collections.abc import Iterator

from laomo.pages import breadcrumbs
from laomo.pages.context import Context
from laomo.registry import units, urls
from laomo.registry.studio import Studio
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    found, shared = units.units(context.registry), units.cross_unit(context.registry)
    pages = {unit.name: unit.url for unit in found}
    if not found:
        return
    trail = breadcrumbs.to(breadcrumbs.STUDIOS, breadcrumbs.UNITS)
    yield from context.pages(
        "units.md",
        urls.UNITS,
        shared,
        trail=trail,
        entry=_entry,
        pages=pages,
        units=[(unit.name, unit.url, len(unit.hosted) + len(unit.joined)) for unit in found],
    )
    for unit in found:
        yield context.page("unit.md", unit.url, trail=(*trail, (unit.name, unit.url)), unit=unit)


def _entry(studio: Studio) -> breadcrumbs.Step:
    return studio.name, studio.url
