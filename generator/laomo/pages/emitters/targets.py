"""A page per year with the official targets and the numbers from the records, in the order of the official document."""

from collections.abc import Iterator

from laomo.pages import breadcrumbs, json_ld
from laomo.pages.context import Context
from laomo.registry import urls
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    for table in context.registry.targets:
        trail = breadcrumbs.to((f"{table.year}年任务与进展", urls.targets(table.year)))
        about = context.about(json_ld.targets, table)
        others = [each.year for each in context.registry.targets if each is not table]
        yield context.page(
            "targets.md", urls.targets(table.year), trail=trail, linked=about, table=table, others=others
        )
