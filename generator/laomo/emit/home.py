"""The home page: one statement, key numbers that lead to their lists, featured studios, what changed, what is new."""

from collections.abc import Iterator

from laomo.emit.context import Context
from laomo.registry import Registry
from laomo.studio import Achievement, Studio
from laomo.write import Output

_FEATURED = 6
_LATEST = 6
_COMPARISONS = 6


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    yield context.page(
        "home.md",
        "",
        featured=_featured(registry),
        comparisons=_comparisons(registry),
        latest=registry.achievements[:_LATEST],
        targets=registry.targets[0] if registry.targets else None,
    )


def _featured(registry: Registry) -> list[Studio]:
    """The studios that the site's record names; without any, those with pictures."""
    named = [registry.studio_by_id[i] for i in registry.site.featured if i in registry.studio_by_id]
    return (named or [studio for studio in registry.studios if studio.record.photos])[:_FEATURED]


def _comparisons(registry: Registry) -> list[Achievement]:
    """The newest achievements with a measure before and after, one a studio, those with a page of their own first."""
    chosen: dict[str, Achievement] = {}
    for achievement in sorted(registry.achievements, key=lambda item: (not item.has_page, -item.year)):
        if achievement.record.measures:
            chosen.setdefault(achievement.studio.id, achievement)
    return list(chosen.values())[:_COMPARISONS]
