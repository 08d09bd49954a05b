"""A web server for a folder that compresses files and counts bytes; and Chromium, optionally with a slow connection."""

import contextlib
import functools
import gzip
import http.server
import shutil
import statistics
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

LINE = {"offline": False, "latency": 80, "downloadThroughput": 1_000_000, "uploadThroughput": 1_000_000}
"""8 Mbit/s both ways, 80 ms round trip."""

COMPRESSED = {".html", ".js", ".json", ".css", ".svg"}
ASK = "async (text) => { const t = performance.now(); const pages = await ask(text); return [pages, performance.now() - t]; }"


@dataclass
class Served:
    """A served folder: its URL, and the sizes of the responses since `sent` was last cleared."""

    address: str
    sent: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Answer:
    """The answer to a query: addresses, best first; milliseconds; bytes transferred until the first hits were shown."""

    hits: list[str]
    milliseconds: float
    bytes: int


@contextlib.contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """Serve a folder inside a `with` block."""
    served = Served("")

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            data, compressed = _file(folder, self.path.split("?")[0])
            self.send_response(200 if data else 404)
            if compressed:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Type", _type(self.path.split("?")[0]))
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if not self.path.startswith("/bench.html"):
                served.sent.append(len(data))
            with contextlib.suppress(ConnectionError):
                self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    served.address = f"http://127.0.0.1:{server.server_port}/"
    _file.cache_clear()  # another engine may have added files to the folder
    yield served
    server.shutdown()
    server.server_close()


@functools.lru_cache(20_000)
def _file(folder: Path, path: str) -> tuple[bytes, bool]:
    file = folder / path.lstrip("/")
    if not file.is_file():
        return b"", False
    data = file.read_bytes()
    compressed = file.suffix in COMPRESSED
    return (gzip.compress(data, 6, mtime=0) if compressed else data), compressed


def _type(path: str) -> str:
    types = {
        ".js": "text/javascript",
        ".html": "text/html; charset=utf-8",
        ".json": "application/json",
        ".wasm": "application/wasm",
    }
    return types.get(Path(path).suffix, "application/octet-stream")


@contextlib.contextmanager
def chromium() -> Iterator[Any]:
    """Headless Chromium, inside a `with` block."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def cold(browser: Any, served: Served, text: str, *, slow: bool) -> Answer:
    """The answer to a query in a new browser context, with an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served.address}bench.html")
    if slow:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
    served.sent.clear()
    hits, milliseconds = page.evaluate(ASK, text)
    context.close()
    return Answer(hits, milliseconds, sum(served.sent))


def warm(page: Page, text: str) -> float:
    """The milliseconds of a query that is repeated in the same page."""
    page.evaluate(ASK, text)
    return float(page.evaluate(ASK, text)[1])


def median(values: list[float]) -> float:
    """The median; 0 for no values."""
    return statistics.median(values) if values else 0.0
