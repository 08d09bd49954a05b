"""Emitters: each is a module with a function `Context → Outputs`. To add a page, write the module and name it here."""

from collections.abc import Callable, Iterable, Iterator

from laomo.emit import (
    achievements,
    alliances,
    cards,
    checklist,
    decisions,
    english,
    feeds,
    groups,
    home,
    honours,
    notices,
    opendata,
    people,
    problems,
    scripts,
    search,
    sheet,
    standards,
    statistics,
    studios,
    targets,
    themes,
    unions,
    years,
)
from laomo.emit.context import Context
from laomo.write import Output

Emitter = Callable[[Context], Iterable[Output]]

EMITTERS: tuple[Emitter, ...] = (
    home.emit,
    studios.emit,
    sheet.emit,
    feeds.emit,
    cards.emit,
    opendata.emit,
    years.emit,
    achievements.emit,
    people.emit,
    unions.emit,
    targets.emit,
    standards.emit,
    statistics.emit,
    groups.emit,
    decisions.emit,
    notices.emit,
    alliances.emit,
    honours.emit,
    themes.emit,
    checklist.emit,
    problems.emit,
    search.emit,
    scripts.emit,
    english.emit,
)


def run(context: Context) -> Iterator[Output]:
    """Every page of the site that records make."""
    for emitter in EMITTERS:
        yield from emitter(context)


__all__ = ["EMITTERS", "Context", "run"]
