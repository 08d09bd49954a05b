"""The standards that studios are created by: an overview, a page for each in our own words with counts, lists by year.

Only studios with all items evidenced are named, in the order of the unions; of the others there is but a number.
"""

from collections.abc import Iterator
from typing import Any

from laomo import evidence, urls
from laomo.emit.context import Context
from laomo.evidence import Tally
from laomo.models import StandardRecord
from laomo.write import Output


def emit(context: Context) -> Iterator[Output]:
    standards = sorted(context.registry.standards, key=lambda item: item[1].valid_from)
    yield context.page("standards.md", "standards/", standards=[(urls.standard(i), record) for i, record in standards])
    for standard_id, record in standards:
        tallies = _tallies(context, standard_id, record)
        lists = [(tally, urls.listing(urls.standard_year(standard_id, tally.year))) for tally in tallies]
        undated = sum(evidence.since(studio) is None for studio in context.registry.standing)
        facts: dict[str, Any] = {
            "record": record,
            "home": urls.standard(standard_id),
            "lists": lists,
            "undated": undated,
        }
        yield context.page("standard.md", urls.standard(standard_id), **facts)
        for tally in tallies:
            section = urls.standard_year(standard_id, tally.year)
            yield from context.pages("standard_year.md", section, tally.complete, tally=tally, **facts)


def _tallies(context: Context, standard_id: str, record: StandardRecord) -> list[Tally]:
    """A tally for each year that the standard was in force and somebody reported, newest first."""
    standing = context.registry.standing
    years = sorted({year.year for studio in standing for year in studio.years}, reverse=True)
    return [evidence.tally(standard_id, record, standing, year) for year in years if evidence.valid_in(record, year)]
