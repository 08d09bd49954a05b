"""Published decisions by date, with their document numbers and their studios. Orders to rectify (限期整改) stay internal."""

from collections.abc import Iterator

from laomo.pages import breadcrumbs
from laomo.pages.context import Context
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    known = context.registry.studio_by_id
    entries = [
        (path.stem, decision, [(known[named.studio], named) for named in decision.studios if named.studio in known])
        for path, decision in context.registry.announced
    ]
    yield from context.pages("decisions.md", "decisions", entries, trail=breadcrumbs.to(breadcrumbs.DECISIONS))
