"""The target table of each year beside what the records show, in the order of the document."""

from collections.abc import Iterator

from laomo.emit import linked, trails
from laomo.emit.context import Context
from laomo.registry import urls
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    for table in context.registry.targets:
        trail = trails.to((f"{table.year}年任务与进展", urls.targets(table.year)))
        about = context.about(linked.targets, table)
        yield context.page("targets.md", urls.targets(table.year), trail=trail, linked=about, table=table)
