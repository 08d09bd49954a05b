"""The help page about terms, made from `vocabulary.TERMS`."""

from collections.abc import Iterator

from laomo.pages import breadcrumbs
from laomo.pages.context import Context
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    trail = breadcrumbs.to(*context.existing(breadcrumbs.HELP), ("用语", "help/terms/"))
    yield context.page("terms.md", "help/terms/", trail=trail)
