"""Whether a hall's screen can run for a week: memory of the kiosk over 2,000 slides.

Real Chromium opens the offline edition with `?kiosk`; its clock is moved on, so that a slide takes milliseconds. After every 250 slides
garbage is collected, and the heap of scripts, the nodes and the listeners of the page are counted. Writes `results/hall.md`.

    python -m benchmarks.hall EDITION [--slides 2000]

EDITION is what `laomo build --offline EDITION` has made.
"""

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
SCREEN = {"width": 3840, "height": 2160}
REST, EACH = 20_500, 12_000
"""Milliseconds of kiosk.js: until the first slide, and that each slide stands."""
STEP = 250
"""Slides between two counts."""
RESULTS = Path(__file__).parent / "results" / "hall.md"
HEAD = """\
# Memory of a hall's screen

Made by `python -m benchmarks.hall EDITION`: Chromium {version}, {width}×{height}, `index.html?kiosk` of the sample city's offline edition, nobody there.
Counted after the garbage is collected (CDP `HeapProfiler.collectGarbage`, `Performance.getMetrics`).

| Slides shown | Heap of scripts, kB | Nodes | Listeners |
| -: | -: | -: | -: |
"""


class Count(NamedTuple):
    """What the page holds after a number of slides."""

    slides: int
    kilobytes: int
    nodes: int
    listeners: int


def counts(page: Page, slides: int) -> Iterator[Count]:
    """The first count is made when the first slide stands."""
    wire = page.context.new_cdp_session(page)
    wire.send("Performance.enable")
    page.clock.run_for(REST)
    for shown in range(0, slides + 1, STEP):
        for _ in range(STEP if shown else 0):
            page.clock.run_for(EACH)
        wire.send("HeapProfiler.collectGarbage")
        told = {each["name"]: each["value"] for each in wire.send("Performance.getMetrics")["metrics"]}
        yield Count(shown, round(told["JSHeapUsedSize"] / 1000), int(told["Nodes"]), int(told["JSEventListeners"]))


def main() -> None:
    """Measure, print and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("edition", type=Path)
    parser.add_argument("--slides", type=int, default=2_000)
    chosen = parser.parse_args()
    with sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        page = browser.new_page(viewport=SCREEN)  # type: ignore[arg-type]  # a plain dict
        page.clock.install()
        page.goto(f"{(chosen.edition / 'index.html').resolve().as_uri()}?kiosk")
        rows = [f"| {' | '.join(f'{each:,}' for each in count)} |" for count in counts(page, chosen.slides)]
        text = HEAD.format(version=browser.version, **SCREEN) + "\n".join(rows) + "\n"
        browser.close()
    print(text)
    RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
