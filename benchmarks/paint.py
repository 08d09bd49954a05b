"""How fast the site feels on a cheap phone: `make bench-paint`.

Chromium with the processor slowed down four times, 1.6 Mbit/s downstream, 150 ms round trip (Lighthouse's slow 4G), 390 CSS pixels,
a cold cache, and gzip as from a web server. Prints medians of several visits, and writes them into `results/paint.md`. Several
folders are visited in turn, so that a load of the machine meets all of them.

    python benchmarks/paint.py [--site site] [--site before=OTHER] [--runs 5]
"""

import argparse
import functools
import gzip
import http.server
import os
import shutil
import statistics
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

PAGES = {
    "home": "",
    "directory": "studios/",
    "studio": "studios/port-crane/",
    "search": "search/",
}
QUESTIONS = ("罗海平", "焊接", "岸桥 润滑", "luohaiping")
SLOWER = 4
BYTES_A_SECOND = 1_600_000 / 8
LATENCY = 150
"""Milliseconds."""
PHONE = {"width": 390, "height": 844}
SETTLED = 1500
"""Milliseconds after the load event until nothing more is counted."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
RESULTS = Path(__file__).parent / "results" / "paint.md"
HEAD = """\
# Speed as felt: what a reader with a cheap phone waits for

Made by `make bench-paint`: Chromium, 390 px, processor four times slower, 1.6 Mbit/s, 150 ms round trip, cold cache, gzip 6. Medians of {runs} visits
in turn. Blocked: total blocking time, the part over 50 ms of all long tasks after the first paint. Requests and kB (with headers): until {settled} s
after the load event, before the reader does anything. First hit: from the address with a question, or from the first key, until a result is drawn;
medians of {questions} questions.
Goals: largest paint 1.3 s, blocked 200 ms, 10 requests, 120 kB, no shift, first hit 2 s.
"""

HIT = ".found, .search-panel__option"
OBSERVE = (
    f"const HIT = '{HIT}';"
    """
const seen = {largest: 0, what: "", shifted: 0};
const observe = (type, act) => new PerformanceObserver(list => list.getEntries().forEach(act)).observe({type, buffered: true});
const name = element => element ? element.localName + (element.className && "." + String(element.className).split(" ")[0]) : "";
const painted = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
const long = [];
observe("largest-contentful-paint", entry => Object.assign(seen, {largest: entry.startTime, what: name(entry.element)}));
observe("longtask", entry => long.push(entry));
observe("layout-shift", entry => { if (!entry.hadRecentInput) seen.shifted += entry.value; });
window.total = () => {
  const first = painted();
  const blocked = long.map(({startTime, duration}) => Math.min(duration, startTime + duration - first) - 50).filter(each => each > 0);
  return {...seen, first, blocked: blocked.reduce((sum, each) => sum + each, 0)};
};
let began = 0, found = 0;
addEventListener("keydown", () => { began = began || performance.now(); }, true);
new MutationObserver(() => { if (!found && document.querySelector(HIT)) found = performance.now(); }).observe(document, {childList: true, subtree: true});
window.hit = () => found - began;
"""
)


class Visit(NamedTuple):
    """What one visit took. Times in milliseconds."""

    first: float
    largest: float
    blocked: float
    shifted: float
    requests: float
    bytes: float
    what: str
    """The element that was the largest."""


class Wait(NamedTuple):
    """What was waited for until the first result of a question. Milliseconds."""

    hit: float
    requests: float
    bytes: float


@cache
def _sent(file: Path) -> tuple[bytes, bool]:
    """The body of a file as a web server sends it, and whether it is compressed."""
    data = file.read_bytes()
    packed = file.suffix in (".html", ".css", ".js", ".svg", ".json")
    return (gzip.compress(data, 6), True) if packed else (data, False)


class _Compressing(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        data, packed = _sent(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if packed:
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


class _Traffic:
    """The requests of a page and their bytes."""

    def __init__(self, wire: CDPSession) -> None:
        self.requests, self.bytes = 0, 0.0
        wire.on("Network.requestWillBeSent", self._ask)
        wire.on("Network.loadingFinished", self._end)

    def _ask(self, event: dict[str, dict[str, str]]) -> None:
        self.requests += not event["request"]["url"].startswith("data:")

    def _end(self, event: dict[str, float]) -> None:
        self.bytes += event["encodedDataLength"]


@contextmanager
def phone(browser: Browser) -> Iterator[tuple[Page, _Traffic]]:
    """A tab that is as slow as a cheap phone, with an empty cache, and the traffic that it causes."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True)
    tab = context.new_page()
    wire = context.new_cdp_session(tab)
    wire.send("Network.enable")
    speed = {"downloadThroughput": BYTES_A_SECOND, "uploadThroughput": 90_000}
    wire.send("Network.emulateNetworkConditions", {"offline": False, "latency": LATENCY, **speed})
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    tab.add_init_script(OBSERVE)
    try:
        yield tab, _Traffic(wire)
    finally:
        context.close()


def visit(browser: Browser, address: str) -> Visit:
    """One cold visit to a page that nobody touches."""
    with phone(browser) as (tab, traffic):
        tab.goto(address, wait_until="load", timeout=120_000)
        tab.wait_for_timeout(SETTLED)
        seen = tab.evaluate("total()")
        times = (seen[name] for name in ("first", "largest", "blocked", "shifted"))
        return Visit(*times, traffic.requests, traffic.bytes, seen["what"])


def wait(browser: Browser, address: str, question: str, *, typed: bool) -> Wait:
    """A question that is asked in the address of the search page, or typed on the home page after a cold visit."""
    with phone(browser) as (tab, traffic):
        tab.goto(address if typed else f"{address}search/?q={quote(question)}", wait_until="load", timeout=120_000)
        before = (traffic.requests, traffic.bytes) if typed else (0, 0)
        if typed:
            tab.wait_for_timeout(SETTLED)
            tab.click(".search-field__open")
            tab.keyboard.type(question) if question.isascii() else _compose(tab, question)
        tab.wait_for_selector(HIT, state="attached", timeout=120_000)
        return Wait(tab.evaluate("hit()"), traffic.requests - before[0], traffic.bytes - before[1])


def _compose(tab: Page, question: str) -> None:
    """Type as with an input method: a key, then the word."""
    tab.keyboard.press("Shift")
    tab.keyboard.insert_text(question)


def _median(rows: Sequence[Visit] | Sequence[Wait], name: str) -> float:
    return statistics.median(getattr(row, name) for row in rows)


def table(visits: dict[tuple[str, str], list[Visit]], waits: dict[tuple[str, str], list[Wait]]) -> str:
    """Both tables as Markdown; one row for each page, or way to ask, and site."""
    lines = [
        "| page | site | first paint s | largest paint s | of | blocked ms | shift | requests | kB |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for (page, site), rows in visits.items():
        first, largest = (f"{_median(rows, name) / 1000:.2f}" for name in ("first", "largest"))
        blocked, shifted = f"{_median(rows, 'blocked'):.0f}", f"{_median(rows, 'shifted'):.3f}"
        weight = f"{_median(rows, 'requests'):.0f} | {_median(rows, 'bytes') / 1000:.0f}"
        lines.append(f"| {page} | {site} | {first} | {largest} | {rows[-1].what} | {blocked} | {shifted} | {weight} |")
    lines += ["", "| question | site | first hit s | requests | kB |", "|---|---|---|---|---|"]
    for (way, site), asked in waits.items():
        weight = f"{_median(asked, 'requests'):.0f} | {_median(asked, 'bytes') / 1000:.0f}"
        lines.append(f"| {way} | {site} | {_median(asked, 'hit') / 1000:.2f} | {weight} |")
    return "\n".join(lines)


def measured(browser: Browser, addresses: dict[str, str], runs: int) -> str:
    """All figures of the sites at these addresses, as tables."""
    visits: dict[tuple[str, str], list[Visit]] = {(page, site): [] for page in PAGES for site in addresses}
    ways = {"in the address": False, "typed on home": True}
    waits: dict[tuple[str, str], list[Wait]] = {(way, site): [] for way in ways for site in addresses}
    for _ in range(runs):
        for (page, site), seen in visits.items():
            seen.append(visit(browser, addresses[site] + PAGES[page]))
        for question in QUESTIONS:
            for (way, site), waited in waits.items():
                waited.append(wait(browser, addresses[site], question, typed=ways[way]))
    return table(visits, waits)


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed as felt on a slow phone.")
    parser.add_argument("--site", action="append", help="a folder, or NAME=FOLDER; several are compared")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args()
    given = [each.rpartition("=") for each in options.site or ["site"]]
    sites = {name or Path(folder).name: Path(folder) for name, _, folder in given}
    with served_all(sites) as addresses, sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        visit(browser, next(iter(addresses.values())))  # warm up: the first visit includes the browser's start
        tables = measured(browser, addresses, options.runs)
        browser.close()
    load = f"Load of the machine at the end: {os.getloadavg()[1]:.1f} on {os.cpu_count()} processors.\n"
    head = HEAD.format(runs=options.runs, settled=SETTLED / 1000, questions=len(QUESTIONS))
    options.out.write_text(f"{head}\n{tables}\n\n{load}", encoding="utf-8")
    print(tables, load, sep="\n\n")


@contextmanager
def served_all(sites: dict[str, Path]) -> Iterator[dict[str, str]]:
    """Serve several sites; yields name → URL."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(served(site)) for name, site in sites.items()}


if __name__ == "__main__":
    main()
