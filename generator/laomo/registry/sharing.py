"""What studios give to others and take up: results in use, new technology, suggestions, technical help, trainings, and who owns what was made."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from laomo.records import models
from laomo.records.models import PartialDate
from laomo.records.models.year import Event, Suggestions
from laomo.registry.projects import StudioProject, projects
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio, Year

_SUGGESTED = "合理化建议"
"""The source of a project that began with a worker's suggestion."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask: the studio's public number if it has one, else that of the nearest union that has one. `number` is None if none does."""

    name: str
    number: str | None
    union: models.UnionRecord


@dataclass(frozen=True, slots=True)
class Activity:
    """A joint activity of a studio in a year."""

    studio: Studio
    year: int
    event: Event

    @property
    def when(self) -> PartialDate:
        return self.event.date or PartialDate(self.year)


@dataclass(frozen=True, slots=True)
class Suggested:
    """The suggestions of a studio's workers (合理化建议): what the years say of them, newest first, and projects that came of them."""

    studio: Studio
    years: tuple[tuple[int, Suggestions], ...]
    projects: tuple[StudioProject, ...]


def borrowable(registry: Registry) -> tuple[Achievement, ...]:
    """Published results with a recorded place of use, newest year first: what works there may work elsewhere."""
    return tuple(item for item in registry.achievements if item.record.promotion)


def adopted(registry: Registry) -> tuple[Achievement, ...]:
    """Published results that put new technology, new materials or others' inventions to use, newest year first."""
    return tuple(item for item in registry.achievements if item.record.adopted)


def suggestions(registry: Registry) -> tuple[Suggested, ...]:
    """The active studios whose years state suggestions, or whose projects came of one (河南省总工会 2015-02-06 三·二)."""
    begun: dict[str, list[StudioProject]] = {}
    for project in projects(registry):
        if project.record.source == _SUGGESTED:
            begun.setdefault(project.studio.id, []).append(project)
    found = (
        Suggested(studio, tuple(_suggestions(studio)), tuple(begun.get(studio.id, ())))
        for studio in registry.active_studios
    )
    return tuple(each for each in found if each.years or each.projects)


def _suggestions(studio: Studio) -> Iterator[tuple[int, Suggestions]]:
    for year in reversed(studio.years):
        said = year.record.suggestions
        if said and {said.proposed, said.adopted, said.implemented, said.benefit} != {None}:
            yield year.year, said


def rights(registry: Registry) -> tuple[Achievement, ...]:
    """Published results with intellectual property, newest year first."""
    return tuple(item for item in registry.achievements if item.record.ip)


def assistance(registry: Registry) -> tuple[Activity, ...]:
    """Technical help of studios to other units, newest first."""
    return _activities(registry, lambda year: year.record.assistance)


def leader_trainings(registry: Registry) -> tuple[Activity, ...]:
    """Trainings for leaders that studios report, newest first."""
    return _activities(registry, lambda year: year.record.leader_trainings)


def contact(registry: Registry, studio: Studio) -> Contact:
    """Whom to ask about a studio and its results."""
    if studio.record.landline:
        return Contact(studio.name, studio.record.landline, studio.union)
    for union in registry.above(studio.union):
        if union.landline:
            return Contact(union.name, union.landline, union)
    return Contact(studio.union.name, None, studio.union)


def _activities(registry: Registry, of: Callable[[Year], Sequence[Event]]) -> tuple[Activity, ...]:
    def found() -> Iterator[Activity]:
        for studio in registry.active_studios:
            for year in studio.years:
                yield from (Activity(studio, year.year, event) for event in of(year))

    return tuple(sorted(found(), key=lambda each: each.when, reverse=True))
