"""The tree of unions, and a page for each: key figures, targets, studios, latest achievements, honours, commendations."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from laomo.pages import breadcrumbs, json_ld
from laomo.pages.context import Context
from laomo.pages.emitters.home import latest
from laomo.records.models import UnionRecord
from laomo.registry import effects, urls
from laomo.registry.honours import held_honours
from laomo.registry.people import gather
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.system.output import Output

_SHOWN = 6
"""The most achievements, and the most honours, on a union's page; their own lists have all."""


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    named = [(union.name, urls.union(union.id)) for union in registry.unions]
    yield context.page(
        "unions.md",
        "unions/",
        trail=breadcrumbs.to(breadcrumbs.UNIONS),
        linked=context.about(json_ld.listing, named),
        tree=_tree(registry, None),
        hosts=len(registry.host_unions),
    )
    honours = sorted(held_honours(registry), key=lambda each: -each.honour.year)
    for union in registry.unions:
        studios = _active(registry, [union])
        family = [union, *_below(registry, union)]
        everyone = _active(registry, family)
        ids = {studio.id for studio in everyone}
        rows = [(table, row) for table in registry.targets for row in table.rows if row.union.id == union.id]
        yield from context.pages(
            "union.md",
            urls.union(union.id).rstrip("/"),
            studios,
            trail=breadcrumbs.to_union(registry, union),
            linked=context.about(json_ld.union, union, sample=registry.demonstration),
            union=union,
            house=registry.house_of(union),
            guests=registry.guests_of(union),
            rows=rows,
            children=[(child, len(_active(registry, [child]))) for child in registry.children_of(union.id)],
            figures=list(_figures(everyone)),
            latest=latest((item for item in registry.achievements if item.studio.id in ids), _SHOWN),
            honours=[each for each in honours if each.studio.id in ids][:_SHOWN],
            effects=[each for each in effects.effects(everyone, context.publicity) if each.figures],
            events=list(islice(registry.events_of(union, ids), _SHOWN)),
            awarded=next((each for each in context.commendations if each.union is union), None),
        )


def _figures(studios: Sequence[Studio]) -> Iterator[tuple[int, str]]:
    """The key numbers of a union and of all unions below it, with their labels; zeros are left out."""
    people = gather((leader, studio) for studio in studios for leader in studio.leaders)
    counted = (
        (len(studios), "家工作室"),
        (sum(bool(studio.qualified) for studio in studios), "家验收达标"),
        (len(people), "位领衔人"),
        (sum(len(studio.achievements) for studio in studios), "项创新成果"),
    )
    yield from ((number, label) for number, label in counted if number)


def _below(registry: Registry, union: UnionRecord) -> Iterator[UnionRecord]:
    for child in registry.children_of(union.id):
        yield child
        yield from _below(registry, child)


def _tree(registry: Registry, parent: str | None) -> list[tuple[UnionRecord, int, list[object]]]:
    """Each union directly below `parent`, with its number of active studios and its own subtree."""
    return [
        (union, len(_active(registry, [union])), list(_tree(registry, union.id)))
        for union in registry.children_of(parent)
    ]


def _active(registry: Registry, unions: Iterable[UnionRecord]) -> list[Studio]:
    """The active studios of these unions."""
    return [studio for union in unions for studio in registry.studios_of(union.id) if not studio.ended]
