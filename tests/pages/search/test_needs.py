"""Twenty needs of readers on a phone: each is met in three taps at most, with the number of what there is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from laomo.pages import facets
from tests.pages.search.conftest import Site, settled

BY_VALUE = [
    ("studios", name)
    for name in (
        "industry",
        "district",
        "area",
        "benefit",
        "kind",
        "union",
        "type",
        "category",
        "level",
        "year",
        "offers",
    )
] + [("achievements", name) for name in ("kind", "benefit", "result", "year", "recogniser", "union")]
"""What somebody looks for: studios of a trade, near home, for a problem, for a purpose, with apprentices, …; achievements of a kind, …"""


class Taps:
    """A phone that counts the taps."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def __call__(self, selector: str, text: str = "") -> None:
        self.count += 1
        self.page.locator(selector, has_text=text).first.tap()


@pytest.fixture(scope="module")
def _phone(browser: Browser, city: Site) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, base_url=city.address)
    yield context.new_page()
    context.close()


@pytest.fixture
def tap(_phone: Page) -> Iterator[Taps]:
    taps = Taps(_phone)
    yield taps
    assert taps.count <= 3


def panels(city: Site, directory: str) -> dict[str, facets.Panel]:
    if directory == "achievements":
        shelves = [
            facets.Shelf.of(each, facets.by_change(city.registry)) for each in facets.of_achievements(city.registry)
        ]
        return {shelf.facet.name: shelf.panel for shelf in shelves}
    every = (*facets.of_studios(city.registry), *facets.of_studios_by_work())
    return {each.name: facets.Shelf.of(each, facets.listed(city.registry)).panel for each in every}


@pytest.mark.parametrize(("directory", "name"), BY_VALUE)
def test_what_has_a_value_is_three_taps_away(tap: Taps, city: Site, directory: str, name: str) -> None:
    """The filters, the facet, the value; then the number is in view, and the button that shows them."""
    panel = panels(city, directory)[name]
    value, _, count = panel.rows[min(1, len(panel.rows) - 1)]
    tap.page.goto(f"{directory}/")
    tap(".shelf > summary")
    group = f".facet[data-name={name}]"
    if tap.page.locator(group).get_attribute("open") is None:
        tap(f"{group} > summary")
    tap(f"{group} li a, {group} li button", value)
    expect(tap.page.locator(".chosen .chip")).to_have_count(1)
    see = tap.page.locator(".shelf__see")
    expect(see).to_be_in_viewport()
    expect(see).to_have_text(f"看 {count} {'家' if directory == 'studios' else '项'}")
    expect(tap.page.locator(".browse__status")).to_contain_text(f"共 {count} ")


def test_the_number_stays_in_view_and_leads_to_the_results(tap: Taps) -> None:
    tap.page.goto("studios/?district=%E6%BE%9C%E5%8F%A3%E5%8C%BA")
    tap(".shelf > summary")
    see = tap.page.locator(".shelf__see")
    expect(see).to_be_in_viewport()
    tap.page.mouse.wheel(0, 400)
    expect(see).to_be_in_viewport()
    tap(".shelf__see")
    expect(tap.page.locator(".shelf__facets")).to_be_hidden()
    expect(tap.page.locator(".browse__status")).to_be_in_viewport()


def test_a_condition_is_let_go_with_one_tap(tap: Taps, city: Site) -> None:
    tap.page.goto("studios/?district=%E6%BE%9C%E5%8F%A3%E5%8C%BA")
    tap(".chip")
    expect(tap.page.locator(".browse__status")).to_contain_text(f"共 {len(city.registry.active_studios)} 家")


def test_what_is_nowhere_leads_into_the_directory(tap: Taps, city: Site) -> None:
    tap.page.goto("search/?q=%E9%BC%8D%E9%BC%8D")
    assert settled(tap.page) == "没有找到“鼍鼍”。"
    first = ".search-page__ways nav:last-child a"
    region = str(tap.page.locator(first).first.evaluate("a => a.firstChild.data"))
    tap(first)
    near = sum(studio.record.region == region for studio in city.registry.active_studios)
    expect(tap.page.locator(".browse__status")).to_contain_text(f"共 {near} 家")
