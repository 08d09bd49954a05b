"""The field on every page: suggestions by groups, and keys."""

from urllib.parse import quote

from playwright.sync_api import Browser, Page, expect

from tests.pages.search.conftest import Site, settled


def test_the_field_suggests_by_groups_and_is_led_by_keys(page: Page) -> None:
    page.goto("studios/port-crane/")
    page.keyboard.press("/")
    field = page.get_by_role("combobox", name="查找工作室、人物、成果、工会和故事")
    expect(field).to_be_focused()
    page.keyboard.type("岸桥")
    box = page.get_by_role("listbox", name="提示")
    expect(box).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    assert box.get_by_role("group").evaluate_all("groups => groups.map(g => g.ariaLabel)") == [
        "工作室",
        "按条件看",
        "文章和网页",
        "成果",
    ]
    expect(page.locator(".search-field [aria-live]")).to_contain_text("共 ")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    chosen = field.get_attribute("aria-activedescendant")
    expect(page.locator(f"#{chosen}")).to_have_attribute("aria-selected", "true")
    expect(page.locator(f"#{chosen} mark").first).to_have_text("岸桥")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(box).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/studios/port-crane/")


def test_control_k_and_enter_lead_to_the_page_of_results(page: Page) -> None:
    page.goto("about/")
    page.keyboard.press("Control+k")
    page.keyboard.type("luo hai ping")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/search/?q=luo+hai+ping")
    expect(page.locator(".found a").first).to_have_text("罗海平岸桥操作劳模创新工作室")


def test_it_works_from_a_folder(browser: Browser, city: Site) -> None:
    page = browser.new_page(locale="zh-CN")
    page.goto((city.folder / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("海平")
    option = page.get_by_role("group", name="工作室").get_by_role("option").first
    expect(option).to_contain_text("罗海平")
    page.keyboard.press("Enter")
    expect(page.locator(".found a").first).to_contain_text("罗海平")
    page.locator(".found a").first.click()
    expect(page).to_have_url((city.folder / "studios/port-crane/index.html").as_uri())
    page.close()


def test_on_a_phone_the_field_opens_over_the_header(browser: Browser, city: Site) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, base_url=city.address)
    page = context.new_page()
    page.goto("studios/")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("link", name="查找").tap()
    page.keyboard.type("lhp")
    page.get_by_role("listbox").get_by_role("option").first.tap()
    expect(page.get_by_role("heading", level=1)).to_contain_text("罗海平")
    page.goto(f"search/?q={quote('焊接')}")
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    expect(page.locator(".shelf__facets")).to_be_hidden()
    page.locator(".shelf > summary").tap()
    expect(page.locator(".shelf__facets")).to_be_visible()
    context.close()
