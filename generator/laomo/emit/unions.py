"""The tree of unions, and a page for each with its studios and targets."""

from collections.abc import Iterator

from laomo import urls
from laomo.emit import linked, trails
from laomo.emit.context import Context
from laomo.models import UnionRecord
from laomo.registry import Registry
from laomo.write import Output


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    named = [(union.name, urls.union(union.id)) for union in registry.unions]
    yield context.page(
        "unions.md",
        "unions/",
        trail=trails.to(trails.UNIONS),
        linked=context.about(linked.listing, named),
        tree=_tree(registry, None),
    )
    for union in registry.unions:
        studios = [studio for studio in registry.studios_of(union.id) if not studio.ended]
        guests = [studio for studio in registry.studios if union.id in studio.record.co_unions and not studio.ended]
        rows = [(table, row) for table in registry.targets for row in table.rows if row.union.id == union.id]
        yield from context.pages(
            "union.md",
            urls.union(union.id).rstrip("/"),
            studios,
            trail=trails.to_union(registry, union),
            linked=context.about(linked.union, union),
            union=union,
            guests=guests,
            rows=rows,
            children=[(child, _standing(registry, child)) for child in registry.children_of(union.id)],
            parent=registry.union_by_id.get(union.parent or ""),
            awarded=next((each for each in context.commendations if each.union is union), None),
        )


def _tree(registry: Registry, parent: str | None) -> list[tuple[UnionRecord, int, list[object]]]:
    """Each union below `parent` with its number of studios and its own tree."""
    return [
        (union, _standing(registry, union), list(_tree(registry, union.id))) for union in registry.children_of(parent)
    ]


def _standing(registry: Registry, union: UnionRecord) -> int:
    """How many of a union's own studios stand."""
    return sum(not studio.ended for studio in registry.studios_of(union.id))
