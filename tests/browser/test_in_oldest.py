"""The site in Chromium 80, the oldest browser that README promises: nothing of it is emulated."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser import engines, oldest
from tests.conftest import Once


@pytest.fixture(scope="module")
def tab(npm_packages: Path, once: Once) -> Iterator[oldest.Oldest]:
    if not (npm_packages / "chrome-aws-lambda").is_dir():
        pytest.fail("没有 Chromium 80：make tests/node_modules/.installed")
    folder = once("chromium-80", lambda folder: oldest.unpack(npm_packages / "chrome-aws-lambda", folder))
    with oldest.started(folder) as window:
        window.resize(1440, 900)
        yield window


@pytest.fixture(scope="module")
def city(city_site: Path, serve: Callable[[Path], str]) -> str:
    return serve(city_site)


def test_it_is_the_oldest(tab: oldest.Oldest) -> None:
    assert "Chrome/80." in tab.run("async () => navigator.userAgent")


def test_nothing_sticks_out(tab: oldest.Oldest, city: str) -> None:
    """At two widths: today's Chromium, which lays out alike, tries them all."""
    engines.nothing_sticks_out(tab, city, (1440, 320))


def test_search_suggests(tab: oldest.Oldest, city: str) -> None:
    engines.search_suggests(tab, city, f"{city}search/")


def test_facets_and_back(tab: oldest.Oldest, city: str) -> None:
    engines.facets_go_back(tab, f"{city}studios/")


def test_settings_stay(tab: oldest.Oldest, city: str) -> None:
    engines.settings_stay(tab, f"{city}stories/anti-sway/", f"{city}people/")


def test_the_offline_edition_searches_from_its_folder(tab: oldest.Oldest, offline_city: Path) -> None:
    pages = [(offline_city / folder / "index.html").as_uri() for folder in ("studios/nursing", "search", "studios")]
    engines.search_suggests(tab, *pages[:2])
    engines.facets_go_back(tab, pages[2])
