"""The search: its page, and the index that the page and every search field read."""

from collections.abc import Iterator

from laomo import search
from laomo.emit import trails
from laomo.emit.context import Context
from laomo.registry import urls
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    yield context.page(
        "search.md",
        urls.SEARCH,
        trail=trails.to(trails.SEARCH),
        counts=context.counts,
        unions=len(registry.unions),
        hosts=[union for union in registry.host_unions if registry.studios_of(union.id)],
    )
    yield from search.outputs(registry, context.articles, context.pictures)
