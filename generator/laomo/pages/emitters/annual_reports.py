"""A page per studio and year: the annual report, which prints on A4. The internal field `report` is removed before rendering."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from laomo.pages import breadcrumbs, json_ld
from laomo.pages.context import Context
from laomo.records.models import YearRecord
from laomo.records.models.year import Training
from laomo.registry import urls
from laomo.registry.studio import Studio
from laomo.system.output import Output


@dataclass(frozen=True, slots=True)
class Trainings:
    """A year's trainings: the numbers of sessions (场) and of attendances (人次). None if no training states the number."""

    sessions: int | None
    attendances: int | None
    incomplete: bool
    """Whether a training leaves out a number, which makes the totals lower bounds."""


def of_studios(context: Context, studios: Sequence[Studio]) -> Iterator[Output]:
    for studio in (each for each in studios if not each.ended and not each.brief):
        for year in studio.years:
            yield context.page_of(
                "year.md",
                urls.studio_year(studio.id, year.year),
                _facts,
                studio,
                year.year,
                source=year.path,
                linked=partial(json_ld.report, of=studio, year=year.year),
            )


def _facts(studio: Studio, number: int) -> dict[str, Any]:
    year = next(each for each in studio.years if each.year == number)
    return {
        "trail": breadcrumbs.to_studio(studio, (f"{number}年度报告", urls.studio_year(studio.id, number))),
        "studio": studio,
        "year": number,
        "record": year.record.model_copy(update={"report": None}),
        "achievements": studio.achievements_by_year.get(number, ()),
        "honours": year.record.honours,
        "titles": [title for title in studio.valid_designations if title.decision.date.year == number],
        "commended": [each for each in studio.commendations if each.decision.date.year == number],
        "results": {item.record.id: item for item in studio.achievements},
        "totals": _totals(year.record.trainings),
        "activities": _activities(year.record),
        "reports": [(each.year, urls.studio_year(studio.id, each.year)) for each in reversed(studio.years)],
    }


def _totals(trainings: Iterable[Training]) -> Trainings:
    numbers = [(training.sessions, training.attendances) for training in trainings]
    sessions = [number for number, _ in numbers if number is not None]
    attendances = [number for _, number in numbers if number is not None]
    incomplete = len(sessions) < len(numbers) or len(attendances) < len(numbers)
    return Trainings(sum(sessions) if sessions else None, sum(attendances) if attendances else None, incomplete)


def _activities(record: YearRecord) -> list[tuple[str, str, object]]:
    """The joint activities: section id, heading, and events."""
    return [
        ("exchanges", "技术交流", record.exchanges),
        ("assistance", "技术协作", record.assistance),
        ("leader-trainings", "带头人培训", record.leader_trainings),
    ]
