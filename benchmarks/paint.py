"""Largest contentful paint on a cheap phone: `make bench-paint`.

Chromium with the processor slowed down four times, 1.6 Mbit/s downstream, 150 ms round trip (Lighthouse's slow 4G), a cold cache
and gzip as from a web server. Prints medians of several runs in seconds. The target is below 1.5 s for the home page and a
studio's page.

    python benchmarks/paint.py [--site site] [--runs 5] [PAGE …]
"""

import argparse
import functools
import gzip
import http.server
import shutil
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PAGES = ("", "studios/port-crane/")
SLOWER = 4
BYTES_A_SECOND = 1_600_000 / 8
LATENCY = 150
"""Milliseconds."""
PHONE = {"width": 390, "height": 844}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
PAINTS = """() => new Promise(resolve => new PerformanceObserver(list => {
  const last = list.getEntries().at(-1), first = performance.getEntriesByName('first-contentful-paint')[0];
  const what = last.element ? last.element.localName + (last.element.className && '.' + last.element.className) : '';
  resolve({first: first.startTime, largest: last.startTime, what, sent: performance.getEntriesByType('resource').length + 1});
}).observe({type: 'largest-contentful-paint', buffered: true}))"""


class _Compressing(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        data = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in (".html", ".css", ".js", ".svg"):
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve the site inside a `with` block; yields its URL."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Compressing, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def paint(browser: Browser, address: str) -> dict[str, float | str]:
    """First and largest contentful paint of a cold visit in milliseconds, the largest element, and the number of fetched files."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True)
    tab = context.new_page()
    wire = context.new_cdp_session(tab)
    wire.send("Network.enable")
    wire.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": LATENCY, "downloadThroughput": BYTES_A_SECOND, "uploadThroughput": 90_000},
    )
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    tab.goto(address, wait_until="load", timeout=120_000)
    tab.wait_for_timeout(500)
    seen: dict[str, float | str] = tab.evaluate(PAINTS)
    context.close()
    return seen


def main() -> None:
    parser = argparse.ArgumentParser(description="Largest contentful paint on a slow phone.")
    parser.add_argument("pages", nargs="*", default=PAGES)
    parser.add_argument("--site", type=Path, default=Path("site"))
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with served(options.site) as address, sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        paint(browser, address)  # warm up: the first visit includes the browser's start
        print(f"{'page':<28}{'first':>8}{'largest':>9}  what is largest")
        for page in options.pages:
            seen = [paint(browser, address + page) for _ in range(options.runs)]
            first, largest = (
                statistics.median(float(each[name]) for each in seen) / 1000 for name in ("first", "largest")
            )
            print(f"/{page:<27}{first:>7.2f}s{largest:>8.2f}s  {seen[-1]['what']}, {seen[-1]['sent']} files")
        browser.close()


if __name__ == "__main__":
    main()
