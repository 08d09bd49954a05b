"""Notices as a calendar (RFC 5545) that phones and mail programs subscribe to: 公示 that are open, and last days that are still to come."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_FOLD = 73
"""Octets of a line; RFC 5545, 3.1 wants at most 75."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole-day entry from the first to the last day. `url` is absolute, and its permanent id as well."""

    first: date
    last: date
    title: str
    url: str
    text: str
    stamp: date
    """The day on which the notice was given: the file must not depend on when it is made."""


def calendar(name: str, entries: Iterable[Entry]) -> bytes:
    """The calendar file."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Laomo//ZH",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for entry in entries:
        lines += _event(entry)
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line)).encode()


def _event(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.url}#{entry.last.isoformat()}"
    yield f"DTSTAMP:{entry.stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(entry.title)}"
    yield f"DESCRIPTION:{_text(entry.text)}"
    yield f"URL:{entry.url}"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """A text value: separators and line ends escaped (RFC 5545, 3.3.11), other control characters left out."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return "".join(letter for letter in escaped if letter >= " ")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of few octets, each after the first behind a space, and no character cut in two."""
    piece, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _FOLD:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + width
    yield piece
