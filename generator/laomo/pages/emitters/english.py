"""The English entrance: an introduction, a list of all studios with translated terms, and a glossary (F61).

Text from records is not translated but marked as Chinese (`lang="zh"`). Studios link to their Chinese pages.
"""

from collections.abc import Iterator

from laomo.pages import english_terms
from laomo.pages.breadcrumbs import Step
from laomo.pages.context import Context
from laomo.pages.measures import walk
from laomo.registry import urls
from laomo.registry.studio import Studio
from laomo.system.output import Output
from laomo.text.collation import by_pinyin

_HOME: Step = ("Innovation studios", urls.ENGLISH)


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    yield context.page("en_home.md", urls.ENGLISH, trail=(_HOME,), counts=context.counts, walk=walk.stops(registry))
    yield context.page(
        "en_terms.md",
        f"{urls.ENGLISH}terms/",
        trail=(_HOME, ("Terms explained", f"{urls.ENGLISH}terms/")),
        terms=english_terms.TERMS,
    )
    studios = sorted(registry.active_studios, key=lambda studio: (by_pinyin(_first_leader(studio)), studio.id))
    trail = (_HOME, ("All studios", f"{urls.ENGLISH}studios/"))
    yield from context.pages("en_studios.md", f"{urls.ENGLISH}studios", studios, trail=trail, english=english_terms)


def _first_leader(studio: Studio) -> str:
    return studio.leaders[0].name if studio.leaders else ""
