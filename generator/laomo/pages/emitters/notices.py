"""Notices by date, and a page for each. A public notice period (公示) opens and closes by the day of the build, and by that of the reader."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from laomo.pages import breadcrumbs, icalendar
from laomo.pages.context import Context
from laomo.pages.icalendar import Entry
from laomo.pages.templates import SAMPLE_MARK
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


def _calendar(context: Context) -> Iterator[Output]:
    """Subscribers need the site's own address, so there is none without it."""
    address, registry = context.address, context.registry
    entries = [
        Entry(
            first,
            last,
            title,
            f"{address}{urls.notice(name)}",
            notice.issuer,
            date.fromisoformat(notice.date.first_day),
        )
        for name, notice in registry.notices
        for first, last, title in _days(notice, context.today)
    ]
    if address and entries:
        make = partial(icalendar.calendar, f"{registry.site.name}公示与截止日期", entries)
        fingerprint = partial(context.fingerprints.of, "calendar", entries)
        yield Output(PurePosixPath(urls.CALENDAR), make, fingerprint=fingerprint)


def _days(notice: NoticeRecord, today: date) -> Iterator[tuple[date, date, str]]:
    """What of a notice is still to come or going on: first and last day, and what it is."""
    period = Period.of(notice, today)
    if period and period.state != "已结束":
        yield date.fromisoformat(period.first), date.fromisoformat(period.last), _marked(notice)
    if notice.deadline and notice.deadline.day and (last := date.fromisoformat(notice.deadline.iso)) >= today:
        yield last, last, f"截止：{_marked(notice)}"


def _marked(notice: NoticeRecord) -> str:
    """Its title, which says so if it is invented: a calendar does not show the site's banner."""
    return notice.title + SAMPLE_MARK if notice.sample else notice.title


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    entries = [
        (url, notice, Period.of(notice, context.today), registry.paper_homes.get(url))
        for url, notice in ((urls.notice(name), notice) for name, notice in registry.notices)
    ]
    days = list(_calendar(context))
    yield from context.pages(
        "notices.md",
        "notices",
        entries,
        trail=breadcrumbs.to(breadcrumbs.NOTICES),
        entry=lambda each: (each[1].title, each[0]),
        subscribed=bool(days),
    )
    yield from days
    for url, notice, period, home in entries:
        named = [registry.studio_by_id[i] for i in notice.studios if i in registry.studio_by_id]
        union = registry.union_by_id.get(notice.union or "")
        trail = breadcrumbs.to(breadcrumbs.NOTICES, (notice.title, url))
        facts: dict[str, Any] = {"notice": notice, "period": period, "studios": named, "union": union, "home": home}
        yield context.page("notice.md", url, trail=trail, **facts)
