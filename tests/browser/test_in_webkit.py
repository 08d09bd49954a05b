"""The site in WebKitGTK, the nearest kin of Safari that runs here."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser import engines, webkit


@pytest.fixture(scope="module")
def tab() -> Iterator[webkit.WebKit]:
    if absent := webkit.missing():
        pytest.fail(f"没有 {'、'.join(absent)}：apt-get install webkit2gtk-driver xvfb（或 make test 代为安装）")
    with webkit.started() as window:
        yield window


@pytest.fixture(scope="module")
def city(city_site: Path, serve: Callable[[Path], str]) -> str:
    return serve(city_site)


def test_nothing_sticks_out(tab: webkit.WebKit, city: str) -> None:
    engines.nothing_sticks_out(tab, city)
    tab.goto(city)
    written = "async () => getComputedStyle(document.querySelector('.md-typeset')).textAutospace"
    assert tab.run(written) == "no-autospace", "WebKitGTK makes room for the gap, and paints letters over each other"


def test_search_suggests(tab: webkit.WebKit, city: str) -> None:
    engines.search_suggests(tab, city, f"{city}search/")


def test_facets_and_back(tab: webkit.WebKit, city: str) -> None:
    engines.facets_go_back(tab, f"{city}studios/")


def test_settings_stay(tab: webkit.WebKit, city: str) -> None:
    engines.settings_stay(tab, f"{city}stories/anti-sway/", f"{city}people/")


def test_the_offline_edition_searches_from_its_folder(tab: webkit.WebKit, offline_city: Path) -> None:
    pages = [(offline_city / folder / "index.html").as_uri() for folder in ("studios/nursing", "search", "studios")]
    engines.search_suggests(tab, *pages[:2])
    engines.facets_go_back(tab, pages[2])
