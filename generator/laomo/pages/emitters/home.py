"""The home page: a statement, six figures before and after with a picture each, featured studios, stories, key numbers with links
to their lists, the studio of the day, the latest achievements.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from laomo.pages import json_ld
from laomo.pages.context import Context
from laomo.pages.measures import walk as measures
from laomo.registry import generations, urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio
from laomo.system.output import Output

_FEATURED = 6
_LATEST = 6
_STORIES = 4


@dataclass(frozen=True, slots=True)
class Tile:
    """A region on the home page: its active studios, and where it stands on the map, if the site's record states that."""

    name: str
    address: str
    """Where its studios are listed; empty if it has none."""
    studios: int
    shade: int
    """From 0 (no studio) to 4 (the most)."""
    column: int | None = None
    row: int | None = None


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    chosen = featured(registry)
    walk = measures.stops(registry)
    told = [stop.item for stop in walk]
    yield context.page(
        "home.md",
        "",
        counts=context.counts,
        linked=context.about(json_ld.website, registry.site, sample=registry.demonstration),
        featured=chosen,
        of_today=_of_today(context, chosen),
        passed_on=generations.of_any(chosen, registry.site.as_of.year),
        today=context.today,
        tiles=(tiles := _tiles(registry)),
        columns=max((tile.column or 0 for tile in tiles), default=0),
        fullest=_fullest(tiles),
        stories=context.stories[:_STORIES],
        walk=walk,
        latest=latest((item for item in registry.achievements if item not in told), _LATEST),
        targets=registry.present_targets,
    )


def featured(registry: Registry) -> list[Studio]:
    """The studios that the site's record names; if it names none, active studios, those with pictures and titles first."""
    named = [registry.studio_by_id[i] for i in registry.site.featured if i in registry.studio_by_id]
    by_merit = sorted(registry.active_studios, key=lambda studio: (not studio.record.photos, not studio.level))
    return (named or by_merit)[:_FEATURED]


def _tiles(registry: Registry) -> list[Tile]:
    """Regions as the map of the site's record places them, row by row; in the order of the record if one of them is not on it.

    Empty if studios stand in fewer than two.
    """
    counts = Counter(studio.record.region for studio in registry.active_studios)
    most = max((counts[name] for name in registry.regions), default=0)
    if sum(1 for name in registry.regions if counts[name]) < 2:
        return []
    cells = {cell.region: cell for cell in registry.site.region_map}
    is_mapped = registry.regions.keys() <= cells.keys()
    tiles = [
        Tile(
            name,
            urls.listing(f"regions/{slug}") if counts[name] else "",
            counts[name],
            -(-4 * counts[name] // most),
            cells[name].column if is_mapped else None,
            cells[name].row if is_mapped else None,
        )
        for name, slug in registry.regions.items()
    ]
    return sorted(tiles, key=lambda tile: (tile.row or 0, tile.column or 0))


def _fullest(tiles: list[Tile]) -> Tile | None:
    """The region with the most studios; None if several have as many."""
    most = max((tile.studios for tile in tiles), default=0)
    fullest = [tile for tile in tiles if tile.studios == most]
    return fullest[0] if len(fullest) == 1 else None


def _of_today(context: Context, featured: list[Studio]) -> Studio | None:
    """The studio of the day (今日推荐): one that has an introduction and achievements and, if possible, is not featured; else None.

    The studio with the smallest hash of date and id is chosen, so adding or removing a studio rarely changes the choice.
    """
    registry = context.registry
    candidates = [studio for studio in registry.active_studios if studio.record.intro and studio.achievements]
    others = [studio for studio in candidates if studio not in featured]
    return min(
        others or candidates,
        key=lambda studio: sha256(f"{context.today} {studio.id}".encode()).digest(),
        default=None,
    )


def latest(achievements: Iterable[Achievement], most: int) -> list[Achievement]:
    """At most `most` of the newest achievements, one per studio; within a year, those with a page of their own come first."""
    chosen: dict[str, Achievement] = {}
    for achievement in sorted(achievements, key=lambda item: (-item.year, not item.has_page)):
        chosen.setdefault(achievement.studio.id, achievement)
    return list(chosen.values())[:most]
