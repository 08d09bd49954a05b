"""Sites to search in, served as a real server would, compressed, and counted."""

import contextlib
import gzip
import http.server
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from laomo import generate
from laomo.pages.search import index
from laomo.project import Project
from laomo.registry.registry import Registry
from laomo.system.output import OutputWriter
from laomo.tools import demo
from tests.browser.page_errors import on_page_error
from tests.conftest import Once


@dataclass
class Site:
    """A served site, its records, and what was sent of it: path → bytes on the wire."""

    address: str
    folder: Path
    registry: Registry
    sent: dict[str, int] = field(default_factory=dict)

    @property
    def search(self) -> Path:
        """The folder of its index."""
        return self.folder / "search"


@pytest.fixture(scope="session")
def open_site() -> Iterator[Callable[[Path, Registry], Site]]:
    """Serves a folder with gzip and counts."""
    servers = []

    def start(folder: Path, registry: Registry) -> Site:
        site = Site("", folder, registry)

        class Handler(http.server.SimpleHTTPRequestHandler):
            def do_GET(self) -> None:
                path = self.path.split("?")[0]
                file = folder / path.lstrip("/")
                file = file / "index.html" if file.is_dir() else file
                if not file.is_file():
                    self.send_error(404)
                    return
                data = gzip.compress(file.read_bytes(), 6, mtime=0)
                site.sent[path] = len(data)
                self.send_response(200)
                self.send_header("Content-Type", self.guess_type(str(file)))
                self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                with contextlib.suppress(ConnectionError):  # the reader has left
                    self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        site.address = f"http://127.0.0.1:{server.server_port}/"
        return site

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def checked(root: Path) -> Registry:
    registry = generate.check(Project(root)).registry
    assert registry is not None
    return registry


@pytest.fixture(scope="session")
def city(city_root: Path, city_site: Path, open_site: Callable[[Path, Registry], Site]) -> Site:
    """The sample city of one hundred studios, built whole."""
    return open_site(city_site, checked(city_root))


PROVINCE = 600
"""The number of its studios: enough that names, words and pairs meet in many of them. `make bench-search` asks 2,500."""


def _build_province(root: Path) -> Registry:
    demo.write(root, demo.generate(PROVINCE, 2013))
    registry, write = checked(root), OutputWriter(root / "site")
    for output in index.outputs(registry, ()):
        write(output)
    return registry


@pytest.fixture(scope="session")
def province(once: Once) -> Site:
    """The index of `PROVINCE` studios, and no pages."""
    read: list[Registry] = []
    root = once("province", lambda folder: read.append(_build_province(folder)))
    return Site("", root / "site", read[0] if read else checked(root))


def _complaints(page: Page, address: str) -> list[str]:
    """A list that collects what the console says, what throws, and what is asked of others."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    on_page_error(page, complaints.append)
    page.on("request", lambda sent: None if sent.url.startswith(address) else complaints.append(sent.url))
    return complaints


@pytest.fixture(scope="module")
def _tab(browser: Browser, city: Site) -> Iterator[tuple[Page, list[str], list[str]]]:
    context = browser.new_context(locale="zh-CN", base_url=city.address)
    tab = context.new_page()
    errors: list[str] = []
    on_page_error(tab, errors.append)
    yield tab, _complaints(tab, city.address), errors
    context.close()


@pytest.fixture
def page(_tab: tuple[Page, list[str], list[str]]) -> Iterator[Page]:
    """A reader of the sample city who has opened no page of it yet; complaints fail the test. One tab for all tests of a file."""
    tab, complaints, _ = _tab
    tab.goto("about:blank")
    complaints.clear()
    yield tab
    assert complaints == []


@pytest.fixture
def unsteady(_tab: tuple[Page, list[str], list[str]]) -> Iterator[Page]:
    """The same over a network that may fail: nothing may throw."""
    tab, _, errors = _tab
    tab.goto("about:blank")
    errors.clear()
    yield tab
    tab.unroute_all()
    assert errors == []


@pytest.fixture(scope="session")
def gzipped() -> Callable[[bytes], int]:
    """How many bytes a server sends for so many."""
    return lambda data: len(gzip.compress(data, 6, mtime=0))


def settled(page: Page) -> str:
    """What the page says when it has done answering."""
    expect(page.locator(".search-page__status")).not_to_be_empty()
    expect(page.locator("[aria-busy]")).to_have_count(0)
    return page.locator(".search-page__status").inner_text()
