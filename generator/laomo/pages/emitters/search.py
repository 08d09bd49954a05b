"""The search page, and the index that the page and all search fields read."""

from collections.abc import Iterator

from laomo.pages import breadcrumbs
from laomo.pages.context import Context
from laomo.pages.search import index
from laomo.registry import urls
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    yield context.page(
        "search.md",
        urls.SEARCH,
        trail=breadcrumbs.to(breadcrumbs.SEARCH),
        counts=context.counts,
        unions=len(registry.unions),
        hosts=[union for union in registry.host_unions if registry.studios_of(union.id)],
    )
    yield from index.outputs(registry, context.articles, context.pictures)
