"""Pages on paper, which nobody can scroll."""

import io
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, expect
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


RICHEST = ("studios/port-crane/", "studios/auto-teaching/", "studios/power-grid/")
"""Studios with many years and pictures; the last two have two leaders."""


def test_a_studio_is_six_phone_screens_and_four_sheets(
    browser: Browser, city_site: Path, serve: Callable[[Path], str]
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    for address in RICHEST:
        page.goto(serve(city_site) + address)
        assert page.evaluate("document.documentElement.scrollHeight") <= 6 * 844, address
        first = page.locator("#first-result").bounding_box()
        assert first
        assert first["y"] < 2 * 844, "the first result is on the second screen"
        sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
        assert len(sheets) <= 4, address
    page.close()


def test_the_home_page_is_six_sheets_and_no_title_stands_alone(
    browser: Browser, city_site: Path, serve: Callable[[Path], str]
) -> None:
    page = browser.new_page()
    page.goto(serve(city_site))
    titles = {"".join(title.split()) for title in page.locator(".room h2").all_inner_texts()}
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    page.close()
    assert len(sheets) <= 6
    assert len(titles) >= 5
    for sheet in sheets:
        last = sheet.extract_text().strip().splitlines()[-1]
        assert "".join(last.split()) not in titles


def test_the_bar_follows_the_reader_and_an_address_opens_what_is_folded(
    browser: Browser, city_site: Path, serve: Callable[[Path], str]
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(serve(city_site) + "studios/port-crane/#timeline")
    assert page.locator("#timeline").get_attribute("open") is not None
    assert page.locator("#place").get_attribute("open") is None
    for hall in ("reports", "achievements"):
        page.locator(f"#{hall}").scroll_into_view_if_needed()
        page.evaluate(f"document.getElementById('{hall}').scrollIntoView()")
        expect(page.locator(".halls a[aria-current]")).to_have_attribute("href", f"#{hall}")
        box = page.locator(".halls a[aria-current]").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390, hall
    page.close()
