"""The site in Debian's Firefox."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import engines


class Firefox:
    """A window of Firefox, as `engines.Tab`."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def goto(self, address: str) -> None:
        self._page.goto(address)

    def run(self, script: str, *arguments: object) -> Any:
        return self._page.evaluate(f"(given) => ({script})(...given)", list(arguments))


@pytest.fixture(scope="module")
def tab(firefox_browser: Browser) -> Iterator[Firefox]:
    page = firefox_browser.new_page(viewport={"width": 1440, "height": 900})
    yield Firefox(page)
    page.close()


@pytest.fixture(scope="module")
def city(city_site: Path, serve: Callable[[Path], str]) -> str:
    return serve(city_site)


def test_nothing_sticks_out(tab: Firefox, city: str) -> None:
    engines.nothing_sticks_out(tab, city)


def test_search_suggests(tab: Firefox, city: str) -> None:
    engines.search_suggests(tab, city, f"{city}search/")


def test_facets_and_back(tab: Firefox, city: str) -> None:
    engines.facets_go_back(tab, f"{city}studios/")


def test_settings_stay(tab: Firefox, city: str) -> None:
    engines.settings_stay(tab, f"{city}stories/anti-sway/", f"{city}people/")


def test_the_offline_edition_searches_from_its_folder(tab: Firefox, offline_city: Path) -> None:
    pages = [(offline_city / folder / "index.html").as_uri() for folder in ("studios/nursing", "search", "studios")]
    engines.search_suggests(tab, *pages[:2])
    engines.facets_go_back(tab, pages[2])
