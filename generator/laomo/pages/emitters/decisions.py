"""Published decisions by date, a page for each, and the board of acceptances. Orders to rectify (限期整改) stay internal."""

from collections.abc import Iterator

from laomo.pages import breadcrumbs
from laomo.pages.context import Context
from laomo.registry import acceptance, urls
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    entries = [acceptance.batch(registry, path, decision) for path, decision in registry.announced]
    accepted = acceptance.batches(registry)
    yield from context.pages(
        "decisions.md",
        "decisions",
        entries,
        trail=breadcrumbs.to(breadcrumbs.DECISIONS),
        entry=lambda each: (each.decision.title, urls.decision(each.id)),
        board=bool(accepted),
    )
    for each in entries:
        url = urls.decision(each.id)
        trail = breadcrumbs.to(breadcrumbs.DECISIONS, (each.decision.title, url))
        yield context.page("decision.md", url, trail=trail, batch=each)
    if accepted:
        yield context.page(
            "acceptance.md",
            urls.ACCEPTANCE,
            trail=breadcrumbs.to(breadcrumbs.DECISIONS, breadcrumbs.ACCEPTANCE),
            batches=accepted,
            grants=acceptance.total(accepted),
            qualified=len(registry.qualified),
        )
