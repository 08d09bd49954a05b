"""Titles in real Chromium: no line ends within a word, a person's name, or between a number and its unit, at the widths of phones.

The program cuts titles by a dictionary; whether its cuts are right is judged here by words that people chose, and by the names of the sample.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

WIDTHS = {"": (320, 360, 390, 430), "largest": (320, 390)}
"""By the reading setting of sizes."""
PAGES = (
    *("", "studios/", "studios/port-crane/", "studios/port-crane/anti-sway-method/", "studios/port-crane/2024/"),
    *("people/", "decisions/", "notices/2025-03/", "unions/jiaojian/", "stories/", "help/record-format/", "en/"),
)
SEARCHES = ("search/?q=岸桥", "studios/?level=市级", "achievements/?result=先进操作法")
MEASURE = Path(__file__).with_name("line_breaks.js").read_text(encoding="utf-8")
WORDS = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").split()


@pytest.fixture
def page(browser: Browser, city_site: Path, serve: Callable[[Path], str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=serve(city_site))
    context.route(re.compile(r"\.(webp|png|jpg)$"), lambda route: route.abort())
    yield context.new_page()
    context.close()


def test_no_word_is_torn(page: Page, city_site: Path) -> None:
    people = json.loads((city_site / "data/people.json").read_text(encoding="utf-8"))["people"]
    words = [*(person["name"] for person in people), *WORDS]
    faults, lines = set(), 0
    for url in (*PAGES, *SEARCHES):
        page.goto(url, wait_until="domcontentloaded")
        if url in SEARCHES:
            page.locator(".found .card__title, .browse__found .card__title").nth(5).wait_for()
        for size, widths in WIDTHS.items():
            page.evaluate("size => { document.documentElement.dataset.size = size; }", size)
            for width in widths:
                page.set_viewport_size({"width": width, "height": 844})
                found = page.evaluate(MEASURE, words)
                lines += found["lines"]
                faults |= {(url, width, size, fault) for fault in found["faults"]}
    assert sorted(faults) == []
    assert lines > 1000


def test_titles_are_copied_clean(page: Page) -> None:
    page.goto("studios/port-crane/")
    copied = page.evaluate(
        "(getSelection().selectAllChildren(document.querySelector('h1')), getSelection().toString())"
    )
    assert copied == "罗海平岸桥操作劳模创新工作室"
