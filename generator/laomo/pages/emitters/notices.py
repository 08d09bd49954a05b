"""Notices by date, and a page for each. A public notice period (公示) has ended if its last day is before the date of the data."""

from collections.abc import Iterator

from laomo.pages import breadcrumbs
from laomo.pages.context import Context
from laomo.records.models import NoticeRecord
from laomo.registry import urls
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    entries = [(urls.notice(name), notice, _has_ended(context, notice)) for name, notice in registry.notices]
    yield from context.pages(
        "notices.md",
        "notices",
        entries,
        trail=breadcrumbs.to(breadcrumbs.NOTICES),
        entry=lambda each: (each[1].title, each[0]),
    )
    for url, notice, ended in entries:
        named = [registry.studio_by_id[i] for i in notice.studios if i in registry.studio_by_id]
        union = registry.union_by_id.get(notice.union or "")
        trail = breadcrumbs.to(breadcrumbs.NOTICES, (notice.title, url))
        yield context.page("notice.md", url, trail=trail, notice=notice, ended=ended, studios=named, union=union)


def _has_ended(context: Context, notice: NoticeRecord) -> bool:
    return notice.kind == "公示" and bool(notice.end and notice.end.surely_before(context.registry.site.as_of))
