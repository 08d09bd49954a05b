"""The directory and the achievements in the browser: facets together, orders, views, the address, and what may go wrong."""

from dataclasses import astuple
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from laomo.pages import facets
from laomo.pages.search.collect import named
from laomo.pages.search.facet_columns import latest
from laomo.pages.search.name_readings import order as order_of
from laomo.text.collation import strokes_of
from tests.pages.search.conftest import Site

STUDIO = "罗海平岸桥操作劳模创新工作室"


def choose(page: Page, facet: str, value: str) -> None:
    """Open a facet if need be, and choose a value of it."""
    group = page.locator(f".facet[data-name={facet}]")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    group.locator("li", has_text=value).locator("a, input").first.click()


def shown(page: Page) -> str:
    expect(page.locator(".browse[aria-busy]")).to_have_count(0)
    return page.locator(".browse__status").inner_text()


def cards(page: Page) -> Locator:
    return page.locator(".browse__found .card")


def test_nothing_but_the_field_is_loaded_before_a_facet_is_touched(browser: Browser, city: Site) -> None:
    page = browser.new_page(locale="zh-CN", base_url=city.address)
    city.sent.clear()
    page.goto("studios/")
    page.wait_for_timeout(300)
    assert [name for name in sorted(city.sent) if "search" in name] == [
        "/assets/javascripts/search-browse.js",
        "/assets/javascripts/search-field.js",
    ]
    choose(page, "district", "海沧区")
    expect(cards(page).first).to_be_visible()
    assert not [name for name in city.sent if name.startswith("/search/p") or "suggest" in name]
    page.close()


def test_facets_combine_and_the_address_holds_them(page: Page, city: Site) -> None:
    page.goto("studios/")
    choose(page, "district", "海沧区")
    expect(page).to_have_url(f"/studios/?district={quote('海沧区')}")
    expect(page.get_by_role("button", name="去掉地区：海沧区")).to_be_visible()
    choose(page, "union", "交建工委")
    expect(page).to_have_url(f"/studios/?district={quote('海沧区')}&union={quote('交建工委')}")
    both = [s for s in city.registry.active_studios if s.record.region == "海沧区" and s.union.name == "交建工委"]
    expect(page.locator(".browse__status")).to_have_text(f"共 {len(both)} 间，排名不分先后。")
    expect(cards(page)).to_have_count(len(both))
    assert {name.replace("\u200b", "") for name in cards(page).locator("h3").all_inner_texts()} == {
        s.name for s in both
    }
    choose(page, "district", "思明区")
    wider = sum(
        s.record.region in ("海沧区", "思明区") and s.union.name == "交建工委" for s in city.registry.active_studios
    )
    expect(page.locator(".browse__status")).to_contain_text(f"共 {wider} 间")
    page.go_back()
    expect(page.locator(".browse__status")).to_contain_text(f"共 {len(both)} 间")
    page.get_by_role("button", name="去掉主管工会：交建工委").click()
    expect(page).to_have_url(f"/studios/?district={quote('海沧区')}")
    page.get_by_role("button", name="去掉地区：海沧区").click()
    expect(page).to_have_url("/studios/")
    expect(page.locator(".browse__made")).to_be_visible()
    expect(page.locator(".browse__found")).to_be_hidden()


def test_a_shared_address_shows_the_same(page: Page, city: Site) -> None:
    page.goto(f"studios/?industry={quote('港口航运')}&sort=pinyin&view=table")
    expect(page.locator(".sheet tbody tr")).to_have_count(
        sum(studio.record.industry == "港口航运" for studio in city.registry.active_studios)
    )
    expect(page.get_by_role("button", name="表格")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_label("排序")).to_have_value("pinyin")
    expect(page.get_by_role("checkbox", name="港口航运")).to_be_checked()


@pytest.mark.parametrize("url", ["studios/", "achievements/"])
def test_no_value_leads_to_nothing(page: Page, url: str) -> None:
    page.goto(url)
    choose(page, "year", "2013")
    expect(page.locator(".chosen .chip")).to_have_count(1)
    counts = page.locator(".facet small").all_text_contents()
    assert counts
    assert all(int(count) > 0 for count in counts)


def test_every_value_counts_the_same_with_scripts_and_without(page: Page, city: Site) -> None:
    for url, every, of in (
        ("studios/", facets.listed(city.registry), facets.of_studios(city.registry)),
        ("achievements/", facets.by_change(city.registry), facets.of_achievements(city.registry)),
    ):
        expected = {facet.name: {v: n for v, _, n in facets.Shelf.of(facet, every).panel.rows} for facet in of}
        for start in ("", "?view=table"):
            page.goto(url + start)
            if start:
                expect(page.locator(".sheet")).to_be_visible()
            found = page.locator(".facet").evaluate_all(
                """groups => Object.fromEntries(groups.map(group => [group.dataset.name, Object.fromEntries(
                [...group.querySelectorAll("li")].map(li => [li.querySelector("span").textContent, +li.querySelector("small").textContent]))]))"""
            )
            assert found == expected, url + start


@pytest.mark.parametrize("order", ["strokes", "pinyin", "year", "updated"])
def test_orders(page: Page, city: Site, order: str) -> None:
    page.goto("studios/")
    page.get_by_label("排序").select_option(order)
    expect(page).to_have_url(f"/studios/?sort={order}")
    expect(cards(page)).to_have_count(12)
    page.get_by_role("button", name="再看一些").click()
    expect(cards(page)).to_have_count(36)
    expect(cards(page).nth(12).locator("h3 a")).to_be_focused()
    ids = [str(url).split("/")[-2] for url in cards(page).locator("h3 a").evaluate_all("all => all.map(a => a.href)")]
    studios = [city.registry.studio_by_id[each] for each in ids]
    keys = {
        "strokes": lambda s: strokes_of(s.name),
        "pinyin": lambda s: order_of(s.name),
        "year": lambda s: -named(s),
        "updated": lambda s: [-part for part in astuple(latest(s))],
    }[order]
    made = [keys(studio) for studio in studios]
    assert made == sorted(made)
    expect(page.locator(".browse__status")).to_contain_text("排名不分先后")


def test_the_browser_lists_in_the_order_of_the_made_pages(page: Page) -> None:
    page.goto("studios/")
    made = page.locator(".browse__made h3").all_inner_texts()[:12]
    page.get_by_role("button", name="表格").click()
    rows = page.locator(".sheet tbody th")
    expect(rows).to_have_count(12)
    assert [name.replace("\n", "") for name in rows.all_inner_texts()] == [name.replace("\n", "") for name in made]
    page.goto("achievements/")
    made = page.locator(".browse__made h3").all_inner_texts()[:12]
    page.get_by_role("button", name="表格").click()
    expect(rows).to_have_count(12)
    assert rows.all_inner_texts() == made


def test_achievements_with_figures_come_first(page: Page) -> None:
    page.goto(f"achievements/?result={quote('先进操作法')}")
    expect(cards(page).first.locator(".measure__after")).to_be_visible()
    page.goto("achievements/")
    expect(page.locator(".browse__made .card").first.locator(".measure").first).to_be_visible()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (f"?district={quote('火星区')}", "“地区”里没有“火星区”"),
        ("?sort=moon", "没有“moon”这种次序"),
        ("?view=moon", "没有“moon”这种样子"),
        (f"?district={quote('岸' * 2000)}", "“地区”里没有“岸岸"),
        (
            f"?category={quote('巾帼')}&type={quote('培训服务')}&level={quote('省级')}&year=2011",
            "没有同时符合这些条件的",
        ),
    ],
)
def test_a_faulty_address_is_told_in_words(page: Page, address: str, said: str) -> None:
    page.goto(f"studios/{address}")
    expect(page.locator(".browse__note")).to_contain_text(said)
    assert shown(page).startswith("共 ")


def test_unknown_parameters_change_nothing(page: Page) -> None:
    page.goto(f"studios/?utm_source=x&colour=red&{'x' * 2000}=1")
    assert shown(page) == "共 100 间，排名不分先后。"
    expect(page.locator(".browse__made")).to_be_visible()


@pytest.mark.parametrize("failing", ["**/search/index.js*", "**/search/s*.js", "**/search/f-*.js", "**/search/o-*.js"])
@pytest.mark.parametrize("how", ["missing", "cut short"])
def test_a_file_that_fails_leaves_the_made_list(unsteady: Page, failing: str, how: str) -> None:
    def fail(route: Route) -> None:
        body = route.fetch().text() if how == "cut short" else ""
        route.fulfill(
            status=404 if how == "missing" else 200, body=body[: len(body) // 2], content_type="text/javascript"
        )

    unsteady.route(failing, fail)
    unsteady.goto(f"studios/?district={quote('海沧区')}&sort=strokes")
    expect(unsteady.locator(".browse__note")).to_contain_text("索引没有全部取到")
    expect(unsteady.locator(".browse__made .card").first).to_be_visible()
    unsteady.unroute(failing)
    unsteady.get_by_role("button", name="再试一次").click()
    expect(cards(unsteady).first).to_be_visible()
    expect(unsteady.locator(".browse__note")).to_be_hidden()


def test_scripts_that_do_not_arrive_leave_the_links(unsteady: Page) -> None:
    unsteady.route("**/search-directory.js", lambda route: route.abort())
    unsteady.goto("studios/")
    choose(unsteady, "district", "海沧区")
    expect(unsteady.locator(".browse__note")).to_contain_text("没有取到")
    expect(unsteady.locator(".browse__made .card").first).to_be_visible()


def test_a_page_of_one_value_leads_on_to_more_conditions(page: Page) -> None:
    page.goto("studios/levels/city/")
    page.get_by_role("link", name="再加条件").click()
    expect(page.get_by_role("button", name="去掉级别：市级")).to_be_visible()
    assert parse_qs(urlsplit(page.url).query) == {"level": ["市级"]}


def test_it_works_from_a_folder(browser: Browser, city: Site) -> None:
    page = browser.new_page(locale="zh-CN")
    page.goto((city.folder / "studios/index.html").as_uri())
    choose(page, "union", "交建工委")
    expect(page.get_by_role("button", name="去掉主管工会：交建工委")).to_be_visible()
    page.get_by_role("link", name=STUDIO).click()
    expect(page).to_have_url((city.folder / "studios/port-crane/index.html").as_uri())
    page.close()
