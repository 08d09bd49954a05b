"""The home page: one statement, key numbers that lead to their lists, featured studios,
what changed, the studio of the day, what is new, stories."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from laomo.pages import json_ld
from laomo.pages.context import Context
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio
from laomo.system.output import Output

_FEATURED = 6
_LATEST = 6
_COMPARISONS = 6
_STORIES = 4


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    featured = _featured(registry)
    changed = comparisons(registry)
    yield context.page(
        "home.md",
        "",
        counts=context.counts,
        linked=context.about(json_ld.website, registry.site),
        featured=featured,
        of_today=_of_today(context, featured),
        today=context.today,
        stories=context.stories[:_STORIES],
        comparisons=changed,
        latest=latest((item for item in registry.achievements if item not in changed), _LATEST),
        targets=registry.targets[0] if registry.targets else None,
    )


def _featured(registry: Registry) -> list[Studio]:
    """The studios that the site's record names; without any, those with pictures and titles first."""
    named = [registry.studio_by_id[i] for i in registry.site.featured if i in registry.studio_by_id]
    by_merit = sorted(registry.active_studios, key=lambda studio: (not studio.record.photos, not studio.level))
    return (named or by_merit)[:_FEATURED]


def _of_today(context: Context, featured: list[Studio]) -> Studio | None:
    """今日一室: one of the studios that tell of themselves and are not featured anyway, another one every day.

    Each studio draws its lot of the day; one studio more or less seldom changes who is on.
    """
    registry = context.registry
    telling = [studio for studio in registry.active_studios if studio.record.intro and studio.achievements]
    others = [studio for studio in telling if studio not in featured]
    return min(
        others or telling,
        key=lambda studio: sha256(f"{context.today} {studio.id}".encode()).digest(),
        default=None,
    )


def comparisons(registry: Registry) -> list[Achievement]:
    """The newest achievements with a measure before and after, one a studio, those with a page of their own first."""
    chosen: dict[str, Achievement] = {}
    for achievement in sorted(registry.achievements, key=lambda item: (not item.has_page, -item.year)):
        if achievement.record.measures:
            chosen.setdefault(achievement.studio.id, achievement)
    return list(chosen.values())[:_COMPARISONS]


def latest(achievements: Iterable[Achievement], most: int) -> list[Achievement]:
    """The newest of these achievements, one a studio: within a year, those with a page of their own first."""
    chosen: dict[str, Achievement] = {}
    for achievement in sorted(achievements, key=lambda item: (-item.year, not item.has_page)):
        chosen.setdefault(achievement.studio.id, achievement)
    return list(chosen.values())[:most]
