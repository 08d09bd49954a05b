"""Emitters: modules with a function `emit(context)` that yields outputs. To add a page, write a module and list it here.

Files of single studios come from a function `of_studios(context, studios)`, so that batches of studios can be made in parallel.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from laomo.pages.context import Context
from laomo.pages.emitters import (
    achievements,
    alliances,
    annual_reports,
    decisions,
    directory,
    effects,
    embeds,
    english,
    events,
    exhibition_sheet,
    feeds,
    form,
    funding,
    goal,
    help_checks,
    help_problems,
    help_terms,
    home,
    honours,
    house_edition,
    house_papers,
    notices,
    open_data,
    people,
    projects,
    recent,
    scripts,
    search,
    sharing,
    standards,
    statistics,
    stories,
    studios,
    targets,
    unions,
    units,
)
from laomo.registry.studio import Studio
from laomo.system import parallel
from laomo.system.output import Output
from laomo.text import line_breaks

T = TypeVar("T")

Emitter = Callable[[Context], Iterable[Output]]
StudioEmitter = Callable[[Context, Sequence[Studio]], Iterable[Output]]

EMITTERS: tuple[Emitter, ...] = (
    achievements.emit,
    search.emit,
    home.emit,
    studios.emit,
    exhibition_sheet.emit,
    feeds.emit,
    embeds.emit,
    open_data.emit,
    people.emit,
    unions.emit,
    targets.emit,
    standards.emit,
    statistics.emit,
    directory.emit,
    projects.emit,
    sharing.emit,
    effects.emit,
    events.emit,
    goal.emit,
    funding.emit,
    units.emit,
    recent.emit,
    decisions.emit,
    notices.emit,
    alliances.emit,
    honours.emit,
    stories.emit,
    help_checks.emit,
    help_problems.emit,
    help_terms.emit,
    scripts.emit,
    english.emit,
    form.emit,
    house_edition.emit,
    house_papers.emit,
)
"""Emitters for the site as a whole. The slowest come first, so that the processes finish at about the same time."""

OF_STUDIOS: tuple[StudioEmitter, ...] = (
    studios.of_studios,
    annual_reports.of_studios,
    achievements.of_studios,
    exhibition_sheet.of_studios,
    embeds.of_studios,
    open_data.of_studios,
    house_edition.of_studios,
)
"""Emitters for the files of single studios."""
BATCH = 25
"""The number of studios whose files one process makes at a time."""


def run(context: Context, consume: Callable[[Output], T]) -> Iterator[T]:
    """Make every file that comes from records, in parallel, and yield what `consume` returns for each.

    `consume` runs in the process that made the output, because outputs cannot be sent between processes.
    """
    batches = [slice(start, start + BATCH) for start in range(0, len(context.registry.studios), BATCH)]
    parts: list[Emitter | slice] = [*EMITTERS, *batches]
    jobs = 1 if len(batches) < 2 else None
    if jobs is None:
        line_breaks.load()
    yield from chain.from_iterable(parallel.parallel_map(_Emission(context, consume), parts, jobs, at_a_time=1))


@dataclass(frozen=True, slots=True)
class _Emission(Generic[T]):
    """Makes one part of the site: the files of an emitter, or of a slice of the studios."""

    context: Context
    consume: Callable[[Output], T]

    def __call__(self, part: Emitter | slice) -> list[T]:
        if not isinstance(part, slice):
            return list(map(self.consume, part(self.context)))
        studios = self.context.registry.studios[part]
        return [self.consume(output) for emitter in OF_STUDIOS for output in emitter(self.context, studios)]


__all__ = ["EMITTERS", "OF_STUDIOS", "Context", "run"]
