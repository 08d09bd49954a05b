"""A page for each studio, and the list of those accepted; the directory itself is made by `groups`."""

from collections.abc import Iterator, Sequence
from typing import Any

from laomo import evidence, life, mentoring, urls
from laomo.emit import linked, trails
from laomo.emit.context import Context
from laomo.emit.team import shown_team
from laomo.studio import Studio
from laomo.write import Output


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    qualified: dict[str, Any] = {
        "heading": "已验收达标的工作室",
        "shelves": (),
        "shelf": None,
        "others": (),
        "home": "studios/",
    }
    trail = trails.to(trails.STUDIOS, (qualified["heading"], urls.listing(urls.QUALIFIED)))
    yield from context.pages("studios.md", urls.QUALIFIED, registry.qualified, trail=trail, entry=_entry, **qualified)


def of_studios(context: Context, studios: Sequence[Studio]) -> Iterator[Output]:
    for studio in studios:
        yield _tombstone(context, studio) if studio.ended else _page(context, studio)


def _entry(studio: Studio) -> tuple[str, str]:
    return studio.name, studio.url


def _page(context: Context, studio: Studio) -> Output:
    ties = context.ties
    team = studio.record.team
    return context.page(
        "studio.md",
        studio.url,
        trail=trails.to_studio(studio),
        source=studio.path,
        linked=context.about(linked.studio, studio, context.cards.get(studio.id)),
        studio=studio,
        timeline=life.steps(studio),
        lineage=mentoring.trees(studio),
        team=shown_team(team) if team else None,
        relations=ties.relations(studio),
        alliances=[(urls.alliance(alliance.id), alliance) for alliance in ties.alliances(studio)],
        neighbours=ties.neighbours(studio),
        of_years=evidence.by_year(studio, context.registry.standards),
    )


def _tombstone(context: Context, studio: Studio) -> Output:
    """The page of a studio that has ended: what happened, and where it went."""
    successor = context.registry.studio_by_id.get(studio.record.merged_into or "")
    return context.page(
        "tombstone.md",
        studio.url,
        trail=trails.to_studio(studio),
        source=studio.path,
        studio=studio,
        successor=successor,
        timeline=life.steps(studio),
    )
