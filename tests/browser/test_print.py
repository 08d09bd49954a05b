"""Pages on paper, which nobody can scroll."""

import io
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser
from pypdf import PdfReader

WIDE = ("targets/2013/", "statistics/people/", "help/record-format/")
STICKS_OUT = """() => [...document.querySelectorAll("table, table *")]
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.textContent)"""


def test_wide_tables_are_printed_whole(browser: Browser, city_site: Path, serve: Callable[[Path], str]) -> None:
    """On A5, half of the usual paper: what fits there fits on A4."""
    page = browser.new_page(viewport={"width": 484, "height": 1000})
    page.emulate_media(media="print")
    for address in WIDE:
        page.goto(serve(city_site) + address)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert page.locator("table").count() > 0
        assert page.evaluate(STICKS_OUT) == [], address
    page.close()


def test_every_cell_is_on_the_paper(browser: Browser, city_site: Path, serve: Callable[[Path], str]) -> None:
    page = browser.new_page()
    page.goto(serve(city_site) + "targets/2013/")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    cells = page.locator(".data--progress td").all_text_contents()
    sheets = PdfReader(io.BytesIO(page.pdf(format="A5"))).pages
    printed = " ".join(sheet.extract_text() for sheet in sheets).split()
    page.close()
    percents = [cell for cell in cells if cell.endswith("%")]
    assert len(percents) >= 30
    for percent in set(percents):
        assert printed.count(percent) >= percents.count(percent), percent
