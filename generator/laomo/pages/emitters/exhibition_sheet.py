"""The exhibition sheet of a studio: one A4 page for a wall, with the QR code of its address.

It is a whole HTML page of its own, not Markdown: a sheet carries neither navigation nor the theme's scripts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from laomo.pages import theme
from laomo.pages.context import Context
from laomo.registry import urls
from laomo.registry.studio import Achievement, Studio
from laomo.system.output import Output

_CHOSEN = 4
"""Achievements beside the telling one: more would crowd the wall."""


@dataclass(frozen=True, slots=True)
class SheetFigure:
    """A number that records hold, with its label and unit."""

    label: str
    value: int
    unit: str


def emit(_: Context) -> Iterator[Output]:
    """The stylesheet that all sheets share."""
    style, whole = theme.standalone("sheet")
    yield Output.ready(PurePosixPath(style), whole.encode())


def of_studios(context: Context, studios: Sequence[Studio]) -> Iterator[Output]:
    style, _ = theme.standalone("sheet")
    for studio in (each for each in studios if not each.ended):
        yield _sheet(context, studio, style)


def _sheet(context: Context, studio: Studio, style: str) -> Output:
    address = context.address + studio.url if context.address else None
    telling = next((item for item in by_weight(studio) if item.record.measures), None)
    return context.document(
        "sheet.html",
        urls.sheet(studio.id),
        studio=studio,
        style=style,
        telling=telling,
        chosen=[item for item in by_weight(studio) if item is not telling][:_CHOSEN],
        figures=list(_figures(studio)),
        address=address,
    )


def by_weight(studio: Studio) -> list[Achievement]:
    """Achievements with a page of their own first, then recognised ones, each newest first."""
    return sorted(studio.achievements, key=lambda item: (not item.has_page, not item.record.recognised_by, -item.year))


def _figures(studio: Studio) -> Iterator[SheetFigure]:
    """At most four numbers; what no record holds is not there. Apprentices of several years may be the same people."""
    years = [year.record for year in studio.years]
    attended = sum(training.attendances or 0 for year in years for training in year.trainings)
    adopted = sum(year.suggestions.adopted or 0 for year in years if year.suggestions)
    latest = next((year for year in reversed(studio.years) if year.record.mentoring), None)
    figures = (
        SheetFigure("创新团队", studio.record.team.total if studio.record.team else 0, "人"),
        SheetFigure("公开成果", len(studio.achievements), "项"),
        SheetFigure(f"{latest.year}年带徒", latest.record.mentoring.apprentices, "人")
        if latest and latest.record.mentoring
        else SheetFigure("采纳合理化建议", adopted, "条"),
        SheetFigure("累计培训", attended, "人次"),
    )
    yield from (figure for figure in figures if figure.value)
