"""The page of results: state in the address, facets with counts, orders, slips of the pen."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from laomo import pipeline
from laomo.project import Project
from tests.conftest import edit
from tests.pages.search.conftest import Site, settled


def test_the_address_holds_the_state(page: Page) -> None:
    page.goto(f"search/?q={quote('岸桥')}")
    everything = settled(page)
    group = page.locator("details.facet[data-name=district]")
    box = group.get_by_label("海沧区")
    count = int(group.locator("label", has_text="海沧区").locator("small").inner_text())
    box.check()
    expect(page).to_have_url(f"/search/?q={quote('岸桥')}&district={quote('海沧区')}")
    expect(page.locator(".search-page__status")).to_have_text(f"“岸桥”共 {count} 条")
    expect(box).to_be_focused()
    page.get_by_role("link", name="成果", exact=False).filter(has=page.locator("small")).first.click()
    expect(page).to_have_url(f"/search/?q={quote('岸桥')}&district={quote('海沧区')}&show=achievement")
    page.locator("select").select_option("pinyin")
    expect(page).to_have_url(f"/search/?q={quote('岸桥')}&district={quote('海沧区')}&show=achievement&sort=pinyin")
    for _ in range(3):
        page.go_back()
    expect(page.locator(".search-page__status")).to_have_text(everything)
    expect(box).not_to_be_checked()
    page.go_forward()
    expect(box).to_be_checked()


def test_no_facet_leads_to_nothing(page: Page) -> None:
    page.goto(f"search/?q={quote('焊接')}")
    settled(page)
    expect(page.locator("details.facet").first).to_be_visible()
    counts = page.locator("details.facet small").all_text_contents()
    assert counts
    assert all(int(count) > 0 for count in counts)


@pytest.mark.parametrize(
    ("facet", "value"),
    [
        ("district", "思明区"),
        ("union", "财贸工委"),
        ("industry", "港口航运"),
        ("type", "技能传授"),
        ("category", "巾帼"),
        ("level", "省级"),
        ("kind", "服务创新"),
        ("year", "2013"),
    ],
)
def test_facets_count_what_the_records_say(page: Page, city: Site, facet: str, value: str) -> None:
    said = {
        "district": lambda s: [s.record.region],
        "union": lambda s: [s.union.name],
        "industry": lambda s: [s.record.industry],
        "type": lambda s: s.record.types,
        "category": lambda s: [s.record.category],
        "level": lambda s: [s.level],
        "kind": lambda s: s.record.kinds,
        "year": lambda s: [str(min((t.decision.date.year for t in s.valid_designations), default=0))],
    }[facet]
    expected = sum(value in said(studio) for studio in city.registry.active_studios)
    page.goto(f"search/?show=studio&{facet}={quote(value)}")
    assert settled(page) == f"共 {expected} 条"


def test_results_are_sorted_by_year_and_by_pinyin(page: Page, city: Site) -> None:
    page.goto("search/?show=studio&sort=year")
    settled(page)
    ids = [str(url).split("/")[-2] for url in page.locator(".found a").evaluate_all("links => links.map(a => a.href)")]
    years = [city.registry.studio_by_id[i].valid_designations for i in ids]
    firsts = [min(title.decision.date.year for title in titles) for titles in years]
    assert firsts == sorted(firsts, reverse=True)
    page.goto("search/?show=person&sort=pinyin")
    settled(page)
    assert page.locator(".found").count() == 10
    page.get_by_role("button", name="再看 20 条").click()
    expect(page.locator(".found")).to_have_count(30)


def test_a_slip_is_answered_and_said(page: Page) -> None:
    page.goto(f"search/?q={quote('罗海萍')}")
    settled(page)
    expect(page.locator(".search-page__note")).to_contain_text("没有“罗海萍”，下面是读音或写法相近的")
    expect(page.locator(".found a").first).to_contain_text("罗海平")


def test_a_patent_number_is_found_with_zl_and_without(
    site: Path, browser: Browser, open_site: Callable[..., Site]
) -> None:
    edit(
        site / "studios/north/crane/2013.yml",
        "    disclosure: 可公开",
        "    disclosure: 可公开\n    ip: {state: 授权, number: ZL 2013 1 0123456.X}",
    )
    pipeline.build(Project(site), site / "site")
    small = open_site(site / "site", None)
    page = browser.new_page(base_url=small.address)
    for typed in ("ZL201310123456.X", "zl20131012 3456x", "201310123456.x", "2013 1 0123456.X", "20131012"):
        page.goto(f"search/?q={quote(typed)}")
        expect(page.locator(".found a").first).to_have_text("吊具防摇操作法")
    page.close()


def test_without_scripts_the_lists_remain(browser: Browser, city: Site) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=city.address)
    page = context.new_page()
    page.goto("about/")
    page.locator("#search-input").fill("罗海平")
    page.locator("#search-input").press("Enter")
    expect(page).to_have_url(f"{city.address}search/?q={quote('罗海平')}")
    expect(page.get_by_text("这个浏览器没有开脚本")).to_be_visible()
    page.get_by_role("link", name="交建工委").click()
    page.get_by_role("link", name="罗海平岸桥操作劳模创新工作室").first.click()
    expect(page).to_have_url(f"{city.address}studios/port-crane/")
    context.close()
