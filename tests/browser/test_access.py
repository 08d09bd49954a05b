"""Accessibility: axe-core finds no violation of any impact, on every kind of page, in every look that a reader can choose."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_browser import KINDS_OF_PAGE

MORE_PAGES = [
    "studios/port-crane/sheet/",
    "studios/port-crane/card/",
    "404.html",
    "search/?q=岸桥",
    "studios/?view=table",
    "policies/",
    "help/",
    "help/publish-a-studio/",
    "en/",
    "en/studios/",
    "en/terms/",
]
HEAVY_PAGES = [
    "",
    "studios/port-crane/",
    "achievements/",
    "people/",
    "targets/2013/",
    "statistics/",
    "policies/xiamen-2013/",
]
HEAVY_PAGES += ["help/record-format/", "unions/jiaojian/"]
LOOKS = {
    "light": ("light", "{}"),
    "dark": ("dark", "{}"),
    "high contrast, largest": ("light", '{"contrast": "high", "size": "largest"}'),
    "dark, high contrast": ("dark", '{"contrast": "high"}'),
}
COLOURS_ALONE = {"dark", "dark, high contrast"}
"""Looks that change only colours. All other rules have checked the same page in another look already."""

WALKS = [(look, url) for look in ("light", "dark") for url in (*KINDS_OF_PAGE, *MORE_PAGES)]
WALKS += [(look, url) for look in ("high contrast, largest", "dark, high contrast") for url in HEAVY_PAGES]


@pytest.fixture(scope="module")
def page_in(
    browser: Browser, city_site: Path, serve: Callable[[Path], str], npm_packages: Path
) -> Iterator[Callable[[str], Page]]:
    """A browser page on a phone, in one of the looks."""
    address = serve(city_site)
    contexts = []

    @cache
    def page(look: str) -> Page:
        scheme, reading = LOOKS[look]
        context = browser.new_context(
            viewport={"width": 390, "height": 844},
            color_scheme=scheme,  # type: ignore[arg-type]
            reduced_motion="reduce",
            base_url=address,
        )
        context.add_init_script(f"localStorage.setItem('laomo-reading', '{reading}')")
        context.add_init_script(path=npm_packages / "axe-core/axe.min.js")
        contexts.append(context)
        return context.new_page()

    yield page
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("look", "url"), WALKS)
def test_nothing_stands_in_the_way(page_in: Callable[[str], Page], look: str, url: str) -> None:
    page = page_in(look)
    page.goto(url)
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if look in COLOURS_ALONE:
        options["runOnly"] = ["color-contrast", "link-in-text-block"]
    found = page.evaluate("async (options) => (await axe.run(options)).violations", options)
    assert [(each["id"], [node["html"][:120] for node in each["nodes"][:3]]) for each in found] == []
