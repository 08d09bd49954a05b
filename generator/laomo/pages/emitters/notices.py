"""Notices by date, and a page for each. A public notice period (公示) opens and closes by the day of the build, and by that of the reader."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from laomo.pages import breadcrumbs
from laomo.pages.context import Context
from laomo.records.models import NoticeRecord, PartialDate
from laomo.registry import urls
from laomo.system.output import Output


@dataclass(frozen=True, slots=True)
class Period:
    """When a 公示 is open: its first and its last day in ISO 8601, and what it is on the day of the build.

    `assets/javascripts/notices.js` says the same of the reader's day.
    """

    first: str
    last: str
    state: str

    @classmethod
    def of(cls, notice: NoticeRecord, today: date) -> "Period | None":
        """The period of a notice; None of one that has none, or does not say when it ends."""
        if notice.kind != "公示" or notice.end is None:
            return None
        first, last, day = (notice.start or notice.date).first_day, _last_day(notice.end), today.isoformat()
        return cls(first, last, "未开始" if day < first else "已结束" if day > last else "公示中")


def _last_day(end: PartialDate) -> str:
    """The latest possible day of a date in ISO 8601."""
    month = end.month or 12
    return f"{end.year:04d}-{month:02d}-{end.day or calendar.monthrange(end.year, month)[1]:02d}"


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    entries = [(urls.notice(name), notice, Period.of(notice, context.today)) for name, notice in registry.notices]
    yield from context.pages(
        "notices.md",
        "notices",
        entries,
        trail=breadcrumbs.to(breadcrumbs.NOTICES),
        entry=lambda each: (each[1].title, each[0]),
    )
    for url, notice, period in entries:
        named = [registry.studio_by_id[i] for i in notice.studios if i in registry.studio_by_id]
        union = registry.union_by_id.get(notice.union or "")
        trail = breadcrumbs.to(breadcrumbs.NOTICES, (notice.title, url))
        yield context.page("notice.md", url, trail=trail, notice=notice, period=period, studios=named, union=union)
