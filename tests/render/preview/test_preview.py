"""The preview in this process: what it says at its beginning and of each save, what it serves, and which events it heeds."""

import errno
import logging
import re
import shutil
import signal
import socket
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest
from watchdog.events import (
    DirCreatedEvent,
    DirModifiedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from laomo.pages import theme
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.render.preview import server
from laomo.render.preview.server import Preview
from tests.conftest import edit


def asked(url: str) -> bytes:
    with urllib.request.urlopen(f"http://{url.removeprefix('http://')}", timeout=10) as answer:
        return bytes(answer.read())


def run(preview: Preview) -> None:
    """Until it is interrupted: by the test, or after 20 seconds."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.alarm(20)
    try:
        preview.run()
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def preview(site: Path, ready: Callable[[str], object]) -> list[list[str]]:
    """Runs a preview until it is ready and something was asked of it; gives the codes of each report."""
    reports: list[list[str]] = []

    def then_end(url: str) -> None:
        ready(url)
        raise KeyboardInterrupt

    def report(problems: tuple[Problem, ...]) -> None:
        reports.append([problem.code for problem in problems])

    run(Preview(Project(site), "127.0.0.1", 0, report, then_end))
    return reports


def test_what_is_served(site: Path) -> None:
    edit(site / "mkdocs.yml", "docs_dir", "site_url: https://gh.example.org/hall%20x\ndocs_dir")

    def look(url: str) -> None:
        assert url.endswith("/hall%20x/")
        page = asked(f"{url}studios/crane/")
        assert page.count(b'<script src="/_preview/reload.js" data-version="') == 1
        assert b"reload.js" not in asked(f"{url}data/studios.json")

    assert preview(site, look) == [[]]


def test_what_ends_with_it(site: Path) -> None:
    before = set(threading.enumerate())
    streams: list[socket.socket] = []

    def ready(url: str) -> None:
        assert url.endswith(f":{urlsplit(url).port}/")
        with pytest.raises(HTTPError, match="404"):
            asked(f"{url}nothing/")
        streams.append(socket.create_connection(("127.0.0.1", urlsplit(url).port or 0), timeout=10))
        streams[0].sendall(f"GET /_preview/events HTTP/1.1\r\nHost: {urlsplit(url).netloc}\r\n\r\n".encode())
        while b"data: " not in streams[0].recv(999):
            pass
        raise KeyboardInterrupt

    shown = Preview(Project(site), "127.0.0.1", 0, lambda _: None, ready)
    run(shown)
    (stream,) = streams
    assert stream.recv(99) == b""
    stream.close()
    assert shown._judging.daemon, "nobody waits for it"
    shown._judging.cancel()
    for each in set(threading.enumerate()) - before:
        each.join(5)
    assert set(threading.enumerate()) <= before


def test_places_that_are_watched(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Preview(Project(site), "127.0.0.1", 0, lambda _: None, lambda _: None)
    folders = (site / "studios", site / "content", theme.folder())
    for least, kind in ((Observer, Observer), (_TooFew, PollingObserver)):
        monkeypatch.setattr(server, "Observer", least)
        observer = shown._watched()
        try:
            watched = {each.watch.path: each.watch.is_recursive for each in observer.emitters}
            single = {path: watched.pop(path) for path in (str(site), str(site / "mkdocs.yml")) if path in watched}
            assert watched == {str(folder): True for folder in folders}
            assert [*single.values()] == [False], "a file, or the folder around it"
            assert isinstance(observer, kind)
            assert observer.is_alive()
        finally:
            observer.stop()
    assert observer.timeout == 1


class _TooFew(Observer):  # type: ignore[misc, valid-type]
    """On a system that lets nobody watch any more."""

    def start(self) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")


def test_settings_that_are_none_leave_the_preview_as_it_was(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_MEANWHILE", 60)  # only saves are read
    settings, weld = site / "mkdocs.yml", site / "studios/north/weld/studio.yml"
    good = settings.read_text("utf-8")
    pages: list[str] = []
    said: list[str] = []
    url = ""

    class Mended(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())
            pages.append(asked(f"{url}studios/crane/").decode())
            settings.write_text(good.replace("docs_dir:", "copyright: 示例版权\ndocs_dir:"), "utf-8")
            edit(weld, "category: 技能大师", "category: 大师")

    def ready(address: str) -> None:
        nonlocal url
        url = address
        settings.write_text("a: [", "utf-8")

    def report(problems: tuple[Problem, ...]) -> None:
        if problems:
            pages.append(asked(f"{url}studios/crane/").decode())
            raise KeyboardInterrupt

    shown = Preview(Project(site), "127.0.0.1", 0, report, ready)
    server.log.addHandler(mended := Mended())
    try:
        run(shown)
    finally:
        shown._judging.cancel()
        server.log.removeHandler(mended)
    assert said == ["The preview stays as it was."]
    assert [("江一舟" in page, "示例版权" in page) for page in pages] == [(True, False), (True, True)]


def test_a_warning_of_a_page_is_said_when_it_is_asked_for(site: Path) -> None:
    edit(site / "content/about/index.md", "# ", "# [不在的一页](nowhere.md) ")
    assert preview(site, lambda url: asked(f"{url}studios/")) == [[]]
    assert preview(site, lambda url: asked(f"{url}about/")) == [[], ["page-warning"]]


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # the signal may come right after a file is opened
def test_each_save_is_read_at_once_and_compared_with_the_others_later(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "_MEANWHILE", 0.05)
    decision, weld = site / "studios/decisions/2013-01.yml", site / "studios/north/weld/studio.yml"
    edit(decision, "studio: crane", "studio: crain")
    edited = Path(shutil.copy(weld, tmp_path))
    edit(edited, "founded: 2012", "founded: 2011")
    edit(edited, "category: 技能大师", "category: 工匠\nnobody: 1")
    reports: list[set[str]] = []
    pages: list[tuple[list[str], bool]] = []
    url = ""

    def look() -> None:
        page = asked(f"{url}studios/crane/").decode()
        pages.append((re.findall(r'data-version="\d+-(\d+)"', page), "错误：" in page))

    def ready(address: str) -> None:
        nonlocal url
        url = address
        while len(reports) < 2:
            time.sleep(0.01)
        edited.rename(weld)

    def report(problems: tuple[Problem, ...]) -> None:
        reports.append({problem.code for problem in problems})
        if len(reports) == 3:
            look()
            edit(decision, "studio: crain", "studio: crane")
        if len(reports) == 4:  # by the comparison, in a thread of its own
            signal.raise_signal(signal.SIGALRM)

    run(Preview(Project(site), "127.0.0.1", 0, report, ready))
    assert reports == [set(), {"unknown-studio"}, {"unknown-studio", "unknown-field"}, {"unknown-field"}]
    assert pages == [(["2"], True)]


def test_a_comparison_that_finds_nothing_new_says_nothing(site: Path) -> None:
    reports: list[list[str]] = []
    shown = Preview(
        Project(site), "127.0.0.1", 0, lambda problems: reports.append([each.code for each in problems]), print
    )
    version = shown._reloads.version
    shown._judge()
    assert (reports, shown._reloads.version) == ([], version)
    edit(site / "studios/decisions/2013-01.yml", "studio: crane", "studio: crain")
    shown._current.renew()
    for _ in range(2):
        shown._judge()
        assert reports == [["unknown-studio"]]
    assert shown._reloads.version == f"{version.removesuffix('0')}1"


def test_an_address_that_is_taken(site: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(OSError, match="in use"):
            Preview(Project(site), "127.0.0.1", other.getsockname()[1], print, print).run()


@pytest.mark.parametrize(
    ("event", "heeded"),
    [
        (FileCreatedEvent("a"), True),
        (FileModifiedEvent("a"), True),
        (FileDeletedEvent("a"), True),
        (FileMovedEvent("a", "b"), True),
        (FileOpenedEvent("a"), False),
        (FileClosedEvent("a"), False),
        (DirCreatedEvent("a"), False),
        (DirModifiedEvent("a"), False),
    ],
)
def test_events_that_somebody_meant(event: FileSystemEvent, *, heeded: bool) -> None:
    told: list[str] = []
    server._Meant(told.extend).dispatch(event)
    assert told == ["a", *(["b"] if event.dest_path else [])] * heeded
