"""The preview in this process: what it says at its beginning and of each save, what it serves, and which events it heeds."""

import re
import shutil
import socket
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

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

from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.render.preview import server
from laomo.render.preview.server import Preview
from tests.conftest import edit


def asked(url: str) -> bytes:
    with urllib.request.urlopen(f"http://{url.removeprefix('http://')}", timeout=10) as answer:
        return bytes(answer.read())


def preview(site: Path, ready: Callable[[str], object]) -> list[list[str]]:
    """Runs a preview until it is ready and something was asked of it; gives the codes of each report."""
    reports: list[list[str]] = []

    def then_end(url: str) -> None:
        ready(url)
        raise KeyboardInterrupt

    def report(problems: tuple[Problem, ...]) -> None:
        reports.append([problem.code for problem in problems])

    Preview(Project(site), "127.0.0.1", 0, report, then_end).run()
    return reports


def test_what_is_served(site: Path) -> None:
    edit(site / "mkdocs.yml", "docs_dir", "site_url: https://gh.example.org/hall%20x\ndocs_dir")

    def look(url: str) -> None:
        assert url.endswith("/hall%20x/")
        page = asked(f"{url}studios/crane/")
        assert page.count(b'<script src="/_preview/reload.js" data-version="') == 1
        assert b"reload.js" not in asked(f"{url}data/studios.json")

    assert preview(site, look) == [[]]


def test_a_warning_of_a_page_is_said_when_it_is_asked_for(site: Path) -> None:
    edit(site / "content/about/index.md", "# ", "# [不在的一页](nowhere.md) ")
    assert preview(site, lambda url: asked(f"{url}studios/")) == [[]]
    assert preview(site, lambda url: asked(f"{url}about/")) == [[], ["page-warning"]]


def test_each_save_is_read_at_once_and_compared_with_the_others_later(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "_MEANWHILE", 0.05)
    edit(site / "studios/decisions/2013-01.yml", "studio: crane", "studio: crain")
    weld = site / "studios/north/weld/studio.yml"
    edited = Path(shutil.copy(weld, tmp_path))
    edit(edited, "founded: 2012", "slogan: 焊缝会说话\nfounded: 2011")
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
            raise KeyboardInterrupt

    Preview(Project(site), "127.0.0.1", 0, report, ready).run()
    assert reports == [set(), {"unknown-studio"}, {"unknown-studio", "unknown-field"}]
    assert pages == [(["2"], True)]


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
    told: list[int] = []
    server._Meant(lambda: told.append(1)).dispatch(event)
    assert told == [1] * heeded
