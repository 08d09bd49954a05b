"""The problems that studios have taken on: all projects, and a list for each problem area. None without projects."""

from collections.abc import Iterator

from laomo.pages import breadcrumbs, facets, shelf_pages
from laomo.pages.context import Context
from laomo.registry import urls
from laomo.registry.projects import StudioProject, projects
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    items = projects(context.registry)
    if not items:
        return
    shelves = [facets.Shelf.of(facet, items) for facet in facets.of_projects()]
    trail = breadcrumbs.to(breadcrumbs.ACHIEVEMENTS, breadcrumbs.PROJECTS)
    yield from context.pages(
        "projects.md",
        urls.PROJECTS,
        items,
        trail=trail,
        entry=_entry,
        heading="一线的难题，谁来攻",
        value=None,
        shelves=[shelf.panel for shelf in shelves if shelf.found],
    )
    for shelf in shelves:
        yield from shelf_pages.of_values(context, "projects.md", shelf, trail=trail, entry=_entry)


def _entry(project: StudioProject) -> tuple[str, str]:
    return project.record.title, project.url
