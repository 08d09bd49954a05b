"""The exhibition sheet of a studio: one A3 page for a wall, with a QR code of the studio's URL. Ended studios have none.

It is a standalone HTML page, not Markdown, because a sheet has neither navigation nor the theme's scripts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath

from laomo.pages import theme
from laomo.pages.context import Context
from laomo.registry import urls
from laomo.registry.studio import Studio
from laomo.system.output import Output

_FACTS = 3
"""The most facts on a sheet, besides the person and the one figure that they changed: a wall is read in passing."""


@dataclass(frozen=True, slots=True)
class SheetFigure:
    """A number from the records, with its label and unit."""

    label: str
    value: int
    unit: str


def emit(_: Context) -> Iterator[Output]:
    """The stylesheet of all sheets."""
    style, content = theme.standalone("sheet")
    yield Output.ready(PurePosixPath(style), content.encode())


def of_studios(context: Context, studios: Sequence[Studio]) -> Iterator[Output]:
    style, _ = theme.standalone("sheet")
    for studio in (each for each in studios if not each.ended and not each.brief):
        yield _sheet(context, studio, style)


def _sheet(context: Context, studio: Studio, style: str) -> Output:
    address = context.address + studio.url if context.address else None
    return context.document(
        "sheet.html",
        urls.sheet(studio.id),
        studio=studio,
        style=style,
        chosen=studio.achievements_by_weight[:_FACTS],
        figures=list(islice(_figures(studio), _FACTS)),
        address=address,
    )


def _figures(studio: Studio) -> Iterator[SheetFigure]:
    """The numbers of a studio; unknown ones and zeros are left out.

    Apprentices are those of the latest year only, because those of several years may be the same people.
    """
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
