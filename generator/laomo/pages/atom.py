"""Atom feeds (RFC 4287). Dates come from the records, never from the build. The only module that imports feedgenerator."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from html import escape

from feedgenerator import Atom1Feed

from laomo.records.models import PartialDate

_CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class AtomEntry:
    """One entry of a feed. `url` and `key` are absolute URLs; `url` may change when a listing is paged, `key` is permanent."""

    date: PartialDate
    title: str
    url: str
    key: str
    summary: str
    subject: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed. `url` and `page` are the absolute URLs of the feed itself and of the page that it belongs to."""

    title: str
    subtitle: str
    author: str
    url: str
    page: str
    as_of: PartialDate
    entries: Sequence[AtomEntry]


def atom(feed: Feed) -> bytes:
    """The feed as UTF-8 XML. A feed without entries is dated `as_of`."""
    generator = _Dated(
        feed.title, feed.page, "", subtitle=feed.subtitle, author_name=feed.author, feed_url=feed.url, language="zh-CN"
    )
    generator.feed["id"] = feed.url
    generator.last = _moment(max([entry.date for entry in feed.entries], default=feed.as_of))
    for entry in feed.entries:
        generator.add_item(
            entry.title,
            entry.url,
            escape(entry.summary),  # the library declares summaries as HTML, so plain text must be escaped
            unique_id=entry.key,
            pubdate=_moment(entry.date),
            categories=[entry.subject],
        )
    return bytes(generator.writeString("utf-8"), "utf-8")


class _Dated(Atom1Feed):  # type: ignore[misc]  # the library has no types
    """A feed with a fixed date of update: the library would use the time of the build for a feed without entries."""

    last: datetime

    def latest_post_date(self) -> datetime:
        return self.last


def _moment(date: PartialDate) -> datetime:
    """Midnight in China (UTC+8) on the earliest day that the date can mean."""
    return datetime.fromisoformat(date.first_day).replace(tzinfo=_CHINA)
