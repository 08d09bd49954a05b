"""The directory in the browser: facets together, an order, the address. All else is tried in node (`tests/scripts/ui`)."""

import re
from urllib.parse import parse_qs, quote, urlsplit

from playwright.sync_api import Browser, Locator, Page, expect

from laomo.text.collation import strokes_of
from tests.pages.search.conftest import Site

STUDIO = "罗海平岸桥操作劳模创新工作室"


def choose(page: Page, facet: str, value: str) -> None:
    """Open a facet if need be, and choose a value of it."""
    group = page.locator(f".facet[data-name={facet}]")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    group.locator("li", has_text=value).locator("a, input").first.click()


def cards(page: Page) -> Locator:
    return page.locator(".browse__found .card")


def test_nothing_but_the_field_is_loaded_before_a_facet_is_touched(browser: Browser, city: Site) -> None:
    page = browser.new_page(locale="zh-CN", base_url=city.address)
    city.sent.clear()
    page.goto("studios/")
    page.wait_for_timeout(300)
    assert [name for name in sorted(city.sent) if "search" in name] == ["/assets/javascripts/search-browse.js"]
    choose(page, "district", "澜口区")
    expect(cards(page).first).to_be_visible()
    assert not [name for name in city.sent if name.startswith("/search/p") or "suggest" in name]
    page.close()


def test_facets_combine_and_the_address_holds_them(page: Page, city: Site) -> None:
    page.goto("studios/")
    choose(page, "district", "澜口区")
    expect(page).to_have_url(f"/studios/?district={quote('澜口区')}")
    expect(page.get_by_role("button", name="去掉地区：澜口区")).to_be_visible()
    choose(page, "union", "交建工委")
    expect(page).to_have_url(f"/studios/?district={quote('澜口区')}&union={quote('交建工委')}")
    both = [s for s in city.registry.active_studios if s.record.region == "澜口区" and s.union.name == "交建工委"]
    expect(page.locator(".browse__status")).to_have_text(f"共 {len(both)} 家，排名不分先后。")
    expect(cards(page)).to_have_count(len(both))
    assert {name.replace("\u200b", "") for name in cards(page).locator("h3").all_inner_texts()} == {
        s.name for s in both
    }
    choose(page, "district", "屿心区")
    wider = sum(
        s.record.region in ("澜口区", "屿心区") and s.union.name == "交建工委" for s in city.registry.active_studios
    )
    expect(page.locator(".browse__status")).to_contain_text(f"共 {wider} 家")
    page.go_back()
    expect(page.locator(".browse__status")).to_contain_text(f"共 {len(both)} 家")
    page.get_by_role("button", name="去掉主管工会：交建工委").click()
    expect(page).to_have_url(f"/studios/?district={quote('澜口区')}")
    page.get_by_role("button", name="去掉地区：澜口区").click()
    expect(page).to_have_url("/studios/")
    expect(page.locator(".browse__made")).to_be_visible()
    expect(page.locator(".browse__found")).to_be_hidden()


def test_an_order(page: Page, city: Site) -> None:
    page.goto("studios/")
    page.get_by_label("排序").select_option("strokes")
    expect(page).to_have_url("/studios/?sort=strokes")
    expect(cards(page)).to_have_count(12)
    page.get_by_role("button", name=re.compile("再看")).click()
    expect(cards(page)).to_have_count(36)
    expect(cards(page).nth(12).locator("h3 a")).to_be_focused()
    ids = [str(url).split("/")[-2] for url in cards(page).locator("h3 a").evaluate_all("all => all.map(a => a.href)")]
    strokes = [strokes_of(city.registry.studio_by_id[each].name) for each in ids]
    assert strokes == sorted(strokes)
    expect(page.locator(".browse__status")).to_contain_text("排名不分先后")


def test_a_page_of_one_value_leads_on_to_more_conditions(page: Page) -> None:
    page.goto("studios/levels/city/")
    page.get_by_role("link", name="增加筛选条件").click()
    expect(page.get_by_role("button", name="去掉级别：市级")).to_be_visible()
    assert parse_qs(urlsplit(page.url).query) == {"level": ["市级"]}
