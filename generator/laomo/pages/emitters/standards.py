"""The standards for studios: an overview; a page for each, with its items and counts; lists of studios by year.

Only studios that have evidence for all items are named, in the order of the unions. The others are only counted.
"""

from collections.abc import Iterator, Sequence

from laomo.pages import breadcrumbs, json_ld
from laomo.pages.context import Context
from laomo.records.models import StandardRecord
from laomo.registry import urls
from laomo.registry.standards import evidence
from laomo.registry.standards.evidence import Tally
from laomo.system import cache
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    standards = sorted(context.registry.standards, key=lambda item: item[1].valid_from)
    named = [(record.name, urls.standard(standard_id)) for standard_id, record in standards]
    yield context.page(
        "standards.md",
        "standards/",
        trail=breadcrumbs.to(breadcrumbs.STANDARDS),
        linked=context.about(json_ld.listing, named),
        standards=[(urls.standard(standard_id), record) for standard_id, record in standards],
    )
    for standard_id, record in standards:
        tallies = _tallies(context, standard_id, record)
        sections = {tally.year: urls.standard_year(standard_id, tally.year) for tally in tallies}
        home = urls.standard(standard_id)
        trail = breadcrumbs.to(breadcrumbs.STANDARDS, (record.name, home))
        yield context.page(
            "standard.md",
            home,
            trail=trail,
            linked=context.about(json_ld.standard, standard_id, record),
            record=record,
            lists=[(tally, urls.listing(sections[tally.year])) for tally in tallies],
            undated=sum(evidence.since(studio) is None for studio in context.registry.active_studios),
        )
        years = [(tally.year, len(tally.complete), urls.listing(sections[tally.year])) for tally in tallies]
        for tally in tallies:
            section = sections[tally.year]
            own = (*trail, (f"{tally.year}年各条有材料的工作室", urls.listing(section)))
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
    """A tally for each year in which the standard was in force and a studio reported, newest first."""
    active = context.registry.active_studios
    reported = sorted({year.year for studio in active for year in studio.years}, reverse=True)
    years = [year for year in reported if evidence.valid_in(record, year)]
    marks = _marks(context, standard_id, record, years)
    return [
        evidence.tally(record, year, zip(active, (each[n] for each in marks), strict=True))
        for n, year in enumerate(years)
    ]


def _marks(context: Context, standard_id: str, record: StandardRecord, years: Sequence[int]) -> list[list[str]]:
    """The marks of each studio for each of these years, from the cache if the studio has not changed."""
    active, fingerprints = context.registry.active_studios, context.fingerprints
    file, version = (
        context.cache_folder and context.cache_folder / "standards" / f"{standard_id}.json",
        fingerprints.of(record, years),
    )
    cached = cache.load(file, version) if file else {}
    digests = [fingerprints.studio(studio) for studio in active]
    found = {
        fingerprint: cached.get(fingerprint) or [evidence.marks(record, studio, year) for year in years]
        for fingerprint, studio in zip(digests, active, strict=True)
    }
    if file:
        cache.save(file, version, found, cached)
    return [found[fingerprint] for fingerprint in digests]
