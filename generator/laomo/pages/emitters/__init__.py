"""Emitters: each is a module with a function `Context → Outputs`. To add a page, write the module and name it here.

What a studio has for itself comes from a function that is given some studios too: they are shared out among processes.
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
    embeds,
    english,
    exhibition_sheet,
    feeds,
    help_checks,
    help_problems,
    home,
    honours,
    notices,
    open_data,
    people,
    scripts,
    search,
    standards,
    statistics,
    stories,
    studios,
    targets,
    unions,
)
from laomo.registry.studio import Studio
from laomo.system import parallel
from laomo.system.output import Output

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
    decisions.emit,
    notices.emit,
    alliances.emit,
    honours.emit,
    stories.emit,
    help_checks.emit,
    help_problems.emit,
    scripts.emit,
    english.emit,
)
"""Of the whole site; the longest first, so that processes end together."""

OF_STUDIOS: tuple[StudioEmitter, ...] = (
    studios.of_studios,
    annual_reports.of_studios,
    achievements.of_studios,
    exhibition_sheet.of_studios,
    embeds.of_studios,
    open_data.of_studios,
)
BATCH = 25
"""Studios whose files are made at a time."""


def run(context: Context, then: Callable[[Output], T]) -> Iterator[T]:
    """Every file of the site that records make, handed on by the process that knows how it is made."""
    batches = [slice(start, start + BATCH) for start in range(0, len(context.registry.studios), BATCH)]
    parts: list[Emitter | slice] = [*EMITTERS, *batches]
    jobs = 1 if len(batches) < 2 else None
    yield from chain.from_iterable(parallel.parallel_map(_Emission(context, then), parts, jobs, at_a_time=1))


@dataclass(frozen=True, slots=True)
class _Emission(Generic[T]):
    """The files of an emitter, or those of some studios."""

    context: Context
    then: Callable[[Output], T]

    def __call__(self, part: Emitter | slice) -> list[T]:
        if not isinstance(part, slice):
            return list(map(self.then, part(self.context)))
        studios = self.context.registry.studios[part]
        return [self.then(output) for emitter in OF_STUDIOS for output in emitter(self.context, studios)]


__all__ = ["EMITTERS", "OF_STUDIOS", "Context", "run"]
