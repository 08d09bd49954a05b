"""Atom feeds (RFC 4287). Every date is one of the data, never of the build. The only module that imports feedgenerator."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from html import escape

from feedgenerator import Atom1Feed

from laomo.records.models import PartialDate

_CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class AtomEntry:
    """One thing that happened. `url` may move with a listing, `key` never does; both are whole addresses."""

    date: PartialDate
    title: str
    url: str
    key: str
    summary: str
    subject: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; `url` and `page` are whole addresses of the feed itself and of the page that it follows."""

    title: str
    subtitle: str
    author: str
    url: str
    page: str
    as_of: PartialDate
    entries: Sequence[AtomEntry]


def atom(feed: Feed) -> bytes:
    """The feed as a file."""
    made = _Dated(
        feed.title, feed.page, "", subtitle=feed.subtitle, author_name=feed.author, feed_url=feed.url, language="zh-CN"
    )
    made.feed["id"] = feed.url
    made.last = _moment(max([entry.date for entry in feed.entries], default=feed.as_of))
    for entry in feed.entries:
        made.add_item(
            entry.title,
            entry.url,
            escape(entry.summary),  # the library marks summaries as HTML; what it writes must be text
            unique_id=entry.key,
            pubdate=_moment(entry.date),
            categories=[entry.subject],
        )
    return bytes(made.writeString("utf-8"), "utf-8")


class _Dated(Atom1Feed):  # type: ignore[misc]  # the library has no types
    """The library's own takes the time of the build for a feed without entries."""

    last: datetime

    def latest_post_date(self) -> datetime:
        return self.last


def _moment(date: PartialDate) -> datetime:
    """The beginning of the earliest day that the date can mean, in China."""
    return datetime.fromisoformat(date.first_day).replace(tzinfo=_CHINA)
