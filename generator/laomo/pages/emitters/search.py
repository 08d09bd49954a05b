"""The search page, and the index that the page and all search fields read."""

from collections.abc import Iterator

from laomo.pages import breadcrumbs
from laomo.pages.context import Context
from laomo.pages.search import index
from laomo.pages.search.kept import Keeping
from laomo.pages.search.record_pages import record_pages
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
    articles = (*context.articles, *record_pages(registry))
    yield from index.outputs(registry, articles, _keeping(context))


def _keeping(context: Context) -> Keeping | None:
    """Where the index is kept from run to run, known by whatever it shows beside studios, unions and hand-written pages."""
    registry, fingerprints = context.registry, context.fingerprints
    if context.cache_folder is None:
        return None
    version = fingerprints.of([union.name for union in registry.unions], registry.industries)
    return Keeping(context.cache_folder / "store.db", version, fingerprints.studio)
