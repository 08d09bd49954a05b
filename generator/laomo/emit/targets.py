"""The target table of each year beside what the records show, in the order of the document."""

from collections.abc import Iterator

from laomo import urls
from laomo.emit.context import Context
from laomo.write import Output


def emit(context: Context) -> Iterator[Output]:
    for table in context.registry.targets:
        yield context.page("targets.md", urls.targets(table.year), table=table)
