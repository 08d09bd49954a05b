"""The standards that studios are created by: an overview, and a page for each in our own words."""

from collections.abc import Iterator

from laomo import urls
from laomo.emit.context import Context
from laomo.write import Output


def emit(context: Context) -> Iterator[Output]:
    standards = sorted(context.registry.standards, key=lambda item: item[1].valid_from)
    yield context.page("standards.md", "standards/", standards=[(urls.standard(i), record) for i, record in standards])
    for standard_id, record in standards:
        yield context.page("standard.md", urls.standard(standard_id), record=record)
