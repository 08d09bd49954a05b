"""The standards that studios are created by: an overview, a page for each in our own words with counts, lists by year.

Only studios with all items evidenced are named, in the order of the unions; of the others there is but a number.
"""

from collections.abc import Iterator

from laomo import evidence, urls
from laomo.emit import linked, trails
from laomo.emit.context import Context
from laomo.evidence import Tally
from laomo.models import StandardRecord
from laomo.write import Output


def emit(context: Context) -> Iterator[Output]:
    standards = sorted(context.registry.standards, key=lambda item: item[1].valid_from)
    named = [(record.name, urls.standard(standard_id)) for standard_id, record in standards]
    yield context.page(
        "standards.md",
        "standards/",
        trail=trails.to(trails.STANDARDS),
        linked=context.about(linked.listing, named),
        standards=[(urls.standard(standard_id), record) for standard_id, record in standards],
    )
    for standard_id, record in standards:
        tallies = _tallies(context, standard_id, record)
        sections = {tally.year: urls.standard_year(standard_id, tally.year) for tally in tallies}
        home = urls.standard(standard_id)
        trail = trails.to(trails.STANDARDS, (record.name, home))
        yield context.page(
            "standard.md",
            home,
            trail=trail,
            linked=context.about(linked.standard, standard_id, record),
            record=record,
            lists=[(tally, urls.listing(sections[tally.year])) for tally in tallies],
            undated=sum(evidence.since(studio) is None for studio in context.registry.standing),
        )
        years = [(tally.year, len(tally.complete), urls.listing(sections[tally.year])) for tally in tallies]
        for tally in tallies:
            section = sections[tally.year]
            own = (*trail, (f"{tally.year}年各条有据的工作室", urls.listing(section)))
            yield from context.pages(
                "standard_year.md",
                section,
                tally.complete,
                trail=own,
                record=record,
                year=tally.year,
                studios=tally.studios,
                years=years,
            )


def _tallies(context: Context, standard_id: str, record: StandardRecord) -> list[Tally]:
    """A tally for each year that the standard was in force and somebody reported, newest first."""
    standing = context.registry.standing
    years = sorted({year.year for studio in standing for year in studio.years}, reverse=True)
    return [evidence.tally(standard_id, record, standing, year) for year in years if evidence.valid_in(record, year)]
