"""The projects of all studios: what problems they have taken on (河南省总工会 2015-02-06 三·二; 厦工办〔2013〕6号 二·2)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from laomo.records.models import ProjectRecord
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio


@dataclass(frozen=True, slots=True)
class StudioProject:
    """A project as the newest year that reports it states it, with its studio and its published results."""

    record: ProjectRecord
    studio: Studio
    year: int
    results: tuple[Achievement, ...] = field(default=())

    @property
    def url(self) -> str:
        """The section of projects in the annual report that states it."""
        return self.studio.section_of_year(self.year, "projects")


def projects(registry: Registry) -> tuple[StudioProject, ...]:
    """The projects of active studios, newest year first, then in the order of the studios. One that several years report is listed once."""
    found = (project for studio in registry.active_studios for project in _of(studio))
    return tuple(sorted(found, key=lambda project: -project.year))


def _of(studio: Studio) -> Iterator[StudioProject]:
    listed = set()
    results = {item.record.id: item for item in studio.achievements}
    for year in reversed(studio.years):
        for record in year.record.projects:
            if record.title not in listed:
                listed.add(record.title)
                became = tuple(results[each] for each in record.results if each in results)
                yield StudioProject(record, studio, year.year, became)
