"""The directory of studios, and a page for each."""

from collections.abc import Iterator

from laomo import evidence, urls
from laomo.emit.context import Context
from laomo.studio import Studio
from laomo.write import Output


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    yield from context.pages("studios.md", "studios", registry.standing, heading="工作室")
    yield from context.pages("studios.md", urls.QUALIFIED, registry.qualified, heading="已验收达标的工作室")
    for studio in registry.studios:
        template = "tombstone.md" if studio.ended else "studio.md"
        facts = {"timeline": _timeline(studio), "of_years": evidence.by_year(studio, registry.standards)}
        yield context.page(template, studio.url, source=studio.path, studio=studio, **facts)


def _timeline(studio: Studio) -> list[tuple[str, str, str]]:
    """Date, step and detail of the studio's life in order, public steps only."""
    steps = []
    if studio.record.founded:
        steps.append((studio.record.founded, "成立", ""))
    if studio.record.plaque:
        steps.append((studio.record.plaque, "挂牌", ""))
    for designation in studio.designations:
        decision = designation.decision
        if decision.result != "限期整改":
            steps.append((decision.date, decision.result, designation.title))
    return [(str(date), step, detail) for date, step, detail in sorted(steps, key=lambda item: item[0])]
