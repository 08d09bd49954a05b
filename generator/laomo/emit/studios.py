"""The directory of studios, and a page for each."""

from collections.abc import Iterator

from laomo.emit.context import Context
from laomo.studio import Studio
from laomo.write import Output


def emit(context: Context) -> Iterator[Output]:
    yield from context.pages("studios.md", "studios", context.registry.standing)
    for studio in context.registry.studios:
        yield context.page("studio.md", studio.url, source=studio.path, studio=studio, timeline=_timeline(studio))


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
