"""The search: its page, and the index that the page and every search field read."""

from collections.abc import Iterator

from laomo import search, urls
from laomo.emit import trails
from laomo.emit.context import Context
from laomo.write import Output


def emit(context: Context) -> Iterator[Output]:
    yield context.page("search.md", urls.SEARCH, trail=trails.to(trails.SEARCH))
    yield from search.outputs(context.registry, context.articles, context.pictures)
