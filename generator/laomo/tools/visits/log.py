"""A web server's log in the combined format → the pages that readers saw, by month. Nothing of a reader is kept.

The format (https://httpd.apache.org/docs/2.4/logs.html#combined) begins with the reader's address, which is not even read here.
What counts is a page that was sent (200) or that the browser had already (304), and that no robot asked for.
"""

import gzip
import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

_CHINA = timezone(timedelta(hours=8))
_LONGEST = 65_536
"""Bytes of the longest line; servers refuse requests that are longer."""
_TEXT = r'"((?:[^"\\]|\\.)*)"'
_ENTRY = re.compile(rf"\[([^\]\[]{{1,40}})\] {_TEXT} (\d{{3}}) (?:\d+|-) {_TEXT} {_TEXT}")
_REQUEST = re.compile(r"([A-Z]+) (\S+)(?: HTTP/[\d.]+)?")
_ROBOT = re.compile(
    r"(?<!cu)bot\b|bot[/;@_-]|spider|crawl|slurp|scrap|archiver|feed|fetch|monitor|uptime|lighthouse|headless|phantomjs|externalhit|validator"
    r"|\bscan|zgrab|masscan|nmap|^(?:curl|wget|python|java|go-http|okhttp|apache-http\w*|libwww|httpx|axios|node|php|ruby|perl|dart)\b|^-?$",
    re.IGNORECASE,
)
"""What robots call themselves; a phone by the name of Cubot is none, and who says nothing is one."""


@dataclass(slots=True)
class Seen:
    """What was counted: pages by their path below the site's and by month (2025-03), and the lines that counted for nothing."""

    pages: Counter[tuple[str, str]] = field(default_factory=Counter)
    lines: int = 0
    robots: int = 0
    unreadable: int = 0
    damaged: list[Path] = field(default_factory=list)
    """Files that end in the middle; what was readable is counted."""


def read(files: list[Path], root: str = "/") -> Seen:
    """Count the pages in log files, compressed ones too. `root` is the path of the site's address. Raises OSError."""
    seen = Seen()
    for file in dict.fromkeys(file.resolve() for file in files):
        try:
            with _opened(file) as lines:
                for line in _lines(lines):
                    _count(seen, line, root)
        except (EOFError, gzip.BadGzipFile, zlib.error):
            seen.damaged.append(file)
    return seen


def _opened(file: Path) -> io.BufferedIOBase:
    with file.open("rb") as opened:
        compressed = opened.read(2) == b"\x1f\x8b"
    return gzip.open(file) if compressed else file.open("rb")


def _lines(opened: io.BufferedIOBase) -> Iterator[str]:
    """The lines; of one that is too long only a piece, which is unreadable."""
    while line := opened.readline(_LONGEST):
        if not line.endswith(b"\n") and len(line) == _LONGEST:
            while (rest := opened.readline(_LONGEST)) and not rest.endswith(b"\n"):
                pass
            line = b"too long"
        if line.strip():
            yield line.decode("utf-8", "replace")


def _count(seen: Seen, line: str, root: str) -> None:
    seen.lines += 1
    entry = _ENTRY.search(line)
    month = _month(entry[1]) if entry else None
    if entry is None or month is None:
        seen.unreadable += 1
        return
    request = _REQUEST.fullmatch(entry[2])
    page = _page(request[2], root) if request and request[1] == "GET" and entry[3] in {"200", "304"} else None
    if page is None:
        return
    if _ROBOT.search(entry[5]):
        seen.robots += 1
    else:
        seen.pages[page, month] += 1


@lru_cache(4_096)
def _month(written: str) -> str | None:
    """The month in China of a time such as 31/Dec/2025:20:00:00 +0000; None if it is no time."""
    try:
        found = datetime.strptime(written, "%d/%b/%Y:%H:%M:%S %z").astimezone(_CHINA)
    except (ValueError, OverflowError):
        return None
    return f"{found:%Y-%m}"


def _page(address: str, root: str) -> str | None:
    """The path of a page below the site's; None for a picture, a script, a feed, or another site's page."""
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return None
    if not path.startswith(root):
        return None
    page = path.removeprefix(root).removesuffix("index.html")
    return page if not page or page.endswith("/") or PurePosixPath(page).suffix == ".html" else None
