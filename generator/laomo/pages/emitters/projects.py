"""The problems that studios have taken on: all projects, and a list for each problem area. None without projects."""

from collections.abc import Iterator

from laomo.pages import breadcrumbs, facets
from laomo.pages.context import Context
from laomo.registry import urls
from laomo.registry.projects import StudioProject, projects
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    items = projects(context.registry)
    if not items:
        return
    shelves = [facets.Shelf.of(facet, items) for facet in facets.of_projects()]
    home = (breadcrumbs.ACHIEVEMENTS, breadcrumbs.PROJECTS)
    panels = [shelf.panel for shelf in shelves if shelf.found]
    yield from context.pages(
        "projects.md",
        urls.PROJECTS,
        items,
        trail=breadcrumbs.to(*home),
        entry=_entry,
        heading="一线的难题，谁来攻",
        chosen=None,
        shelves=panels,
    )
    for shelf in shelves:
        for value, several in shelf.found.items():
            heading, pages = shelf.facet.heading.format(value), shelf.facet.sections[value]
            yield from context.pages(
                "projects.md",
                pages,
                several,
                trail=breadcrumbs.to(*home, (heading, urls.listing(pages))),
                entry=_entry,
                heading=heading,
                chosen=value,
                shelves=[shelf.panel],
            )


def _entry(project: StudioProject) -> tuple[str, str]:
    return project.record.title, project.url
