"""The English entrance: an introduction, a list of all studios with translated terms, and a glossary (F61).

Records are not translated: names stand in letters, words of the vocabulary in English, and what has no English is left out. Studios
link to their Chinese pages.
"""

from collections.abc import Iterator
from typing import Any

from laomo.pages import english_measures, english_names, english_terms
from laomo.pages.breadcrumbs import Step
from laomo.pages.context import Context
from laomo.pages.emitters.home import featured
from laomo.pages.measures import walk
from laomo.registry import urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.system.output import Output
from laomo.text.collation import by_pinyin

_HOME: Step = ("Innovation studios", urls.ENGLISH)


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    shared: dict[str, Any] = {
        "names": english_names,
        "terms": english_terms,
        "place": english_names.place(registry.site.place),
        "site_name": english_names.exhibition(registry.site.place),
    }
    yield context.page(
        "en_home.md",
        urls.ENGLISH,
        trail=(_HOME,),
        counts=context.counts,
        comparisons=_comparisons(registry),
        pictured=[each for each in featured(registry) if _is_pictured(context, each)],
        **shared,
    )
    terms = f"{urls.ENGLISH}terms/"
    yield context.page("en_terms.md", terms, trail=(_HOME, ("Terms explained", terms)), **shared)
    studios = sorted(registry.active_studios, key=lambda studio: (by_pinyin(_first_leader(studio)), studio.id))
    trail = (_HOME, ("All studios", f"{urls.ENGLISH}studios/"))
    yield from context.pages("en_studios.md", f"{urls.ENGLISH}studios", studios, trail=trail, **shared)


def _comparisons(registry: Registry) -> list[tuple[walk.WalkStop, english_measures.EnglishMeasure]]:
    """The figures of the home page that can be said in English."""
    said = [(stop, english_measures.of(stop.measure)) for stop in walk.stops(registry, english_measures.of)]
    return [(stop, measure) for stop, measure in said if measure]


def _is_pictured(context: Context, studio: Studio) -> bool:
    photos = studio.record.photos
    return bool(photos and context.picture(studio, photos[0]) and english_names.studio(studio.record))


def _first_leader(studio: Studio) -> str:
    return studio.leaders[0].name if studio.leaders else ""
