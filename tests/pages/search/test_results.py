"""The page of results: state in the address; the lists without scripts. All else is tried in node (`tests/scripts/ui`)."""

from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, expect

from laomo.pages.search import index
from tests.conftest import edit
from tests.pages.search.answers import ask
from tests.pages.search.conftest import Site, checked, settled


def test_the_address_holds_the_state(page: Page) -> None:
    page.goto(f"search/?q={quote('岸桥')}")
    everything = settled(page)
    group = page.locator("details.facet[data-name=district]")
    group.locator("summary").click()
    box = group.get_by_label("澜口区")
    count = int(group.locator("label", has_text="澜口区").locator("small").inner_text())
    box.check()
    expect(page).to_have_url(f"/search/?q={quote('岸桥')}&district={quote('澜口区')}")
    expect(page.locator(".search-page__status")).to_have_text(f"“岸桥”共 {count} 条")
    expect(box).to_be_focused()
    page.get_by_role("link", name="成果", exact=False).filter(has=page.locator("small")).first.click()
    expect(page).to_have_url(f"/search/?q={quote('岸桥')}&district={quote('澜口区')}&show=achievement")
    page.locator("select").select_option("pinyin")
    expect(page).to_have_url(f"/search/?q={quote('岸桥')}&district={quote('澜口区')}&show=achievement&sort=pinyin")
    for _ in range(3):
        page.go_back()
    expect(page.locator(".search-page__status")).to_have_text(everything)
    expect(box).not_to_be_checked()
    page.go_forward()
    expect(box).to_be_checked()


def test_a_patent_number_is_found_with_zl_and_without(site: Path, tmp_path: Path) -> None:
    edit(
        site / "studios/north/crane/2013.yml",
        "    disclosure: 可公开",
        "    disclosure: 可公开\n    ip: {state: 授权, number: ZL 2013 1 0123456.X}",
    )
    for output in index.outputs(checked(site), ()):
        (tmp_path / output.path.name).write_bytes(output.data)
    typed = ["ZL201310123456.X", "zl20131012 3456x", "201310123456.x", "2013 1 0123456.X", "20131012"]
    assert [answer.titles[0] for answer in ask(tmp_path, typed)] == ["吊具防摇操作法"] * len(typed)


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
