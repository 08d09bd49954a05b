"""The search as readers meet it: the field on every page, the page of results, and everything that may go wrong."""

import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from laomo import host, pipeline
from tests.conftest import edit
from tests.search.conftest import Site
from tests.search.questions import draw

BAD = {
    "two thousand characters": "岸桥" * 1000,
    "two thousand letters": "a" * 2000,
    "markup": "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "emoji": "🚢🚢👷",
    "only punctuation": "，。！？——……“”·-.",
    "one common character": "工",
    "one letter": "l",
    "mixed width": "ＱＣ　Ａ岸桥",
    "pattern": ".*+?^${}()|[]\\#~*",
    "nothing like it": "鼍鼍鼍鼍",
    "a token of the index": "*平 ~haipin #84A",
    "half a surrogate": "岸\ud83d桥",
    "right to left": "\u202e岸桥\u0000",
}


@pytest.fixture
def page(reader: Callable[[Site], Page], city: Site) -> Page:
    return reader(city)


def settled(page: Page) -> str:
    """What the page says when it has done answering."""
    expect(page.locator(".search-page__status")).not_to_be_empty()
    expect(page.locator("[aria-busy]")).to_have_count(0)
    return page.locator(".search-page__status").inner_text()


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
        "成果",
        "故事和文章",
    ]
    expect(page.locator(".search-field [role=status]")).to_contain_text("共 ")
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


def test_people_are_suggested_by_name(page: Page) -> None:
    page.goto("about/")
    page.keyboard.press("/")
    page.keyboard.type("海平")
    option = page.get_by_role("group", name="人物").get_by_role("option").first
    expect(option).to_contain_text("罗海平")
    option.click()
    expect(page).to_have_url("/studios/port-crane/#leaders")


def test_nothing_is_loaded_before_a_reader_wants_it(page: Page, city: Site) -> None:
    city.sent.clear()
    page.goto("studios/")
    page.wait_for_timeout(300)
    assert [name for name in city.sent if "search" in name and name.endswith(".js")] == [
        "/assets/javascripts/search-field.js"
    ]


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
    expected = sum(value in said(studio) for studio in city.registry.standing)
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
    expect(page.locator(".search-page__note")).to_contain_text("没有“罗海萍”，下面是读音相近的")
    expect(page.locator(".found a").first).to_contain_text("罗海平")


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_any_question_gets_a_sensible_answer(page: Page, text: str) -> None:
    page.locator("#search-page-input").fill(text)
    page.locator("#search-page-input").press("Enter")
    assert settled(page)
    assert page.locator(".found").count() or page.locator("#search-browse").is_visible()
    page.goto("about/")
    page.keyboard.press("/")
    page.locator("#search-input").fill(text)
    expect(page.locator(".search-field [role=status]")).not_to_be_empty()
    assert page.locator("img[src=x]").count() == 0


def test_an_unknown_facet_value_is_named_and_left_out(page: Page) -> None:
    page.goto(f"search/?q={quote('岸桥')}&district={quote('火星区')}&colour=red&show=moon")
    assert settled(page).startswith("“岸桥”共 ")
    expect(page.locator(".search-page__note")).to_contain_text("“地区”里没有“火星区”")


@pytest.fixture
def unsteady(browser: Browser, city: Site) -> Iterator[tuple[Page, list[str]]]:
    """A reader whose page errors are collected, not forbidden."""
    context = browser.new_context(locale="zh-CN", base_url=city.address)
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    yield tab, errors
    context.close()


@pytest.mark.parametrize(
    "failing", ["**/search/index.js*", "**/search/p*.js*", "**/search/s*.js*", "**/search/f-*.js*"]
)
@pytest.mark.parametrize("how", ["offline", "missing", "cut short", "empty"])
def test_a_shard_that_fails_is_told_in_words_and_asked_for_again(
    unsteady: tuple[Page, list[str]], failing: str, how: str
) -> None:
    page, errors = unsteady

    def fail(route: Route) -> None:
        if how == "offline":
            route.abort("internetdisconnected")
        elif how == "missing":
            route.fulfill(status=404, body="")
        else:
            body = route.fetch().text()
            route.fulfill(body=body[: len(body) // 2] if how == "cut short" else "", content_type="text/javascript")

    page.route(failing, fail)
    page.goto(f"search/?q={quote('岸桥')}&district={quote('海沧区')}")
    expect(page.locator(".search-page__note")).to_contain_text("索引没有全部取到")
    expect(page.locator("#search-browse")).to_be_visible()
    assert errors == []
    page.unroute(failing)
    page.get_by_role("button", name="再试一次").click()
    expect(page.locator(".found").first).to_be_visible()
    expect(page.locator(".search-page__note")).to_be_hidden()


def test_a_site_published_anew_meanwhile_is_followed(unsteady: tuple[Page, list[str]], city: Site) -> None:
    page, _ = unsteady
    stale = (city.folder / "search/index.js").read_text(encoding="utf-8")
    page.route(
        "**/search/index.js",
        lambda route: route.fulfill(body=stale.replace('"p":["', '"p":["old'), content_type="text/javascript"),
    )
    page.goto("search/?q=qc")
    expect(page.locator(".found").first).to_be_visible()


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
    assert page.url == (city.folder / "studios/port-crane/index.html").as_uri()
    page.close()


def test_without_scripts_the_lists_remain(browser: Browser, city: Site) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=city.address)
    page = context.new_page()
    page.goto("about/")
    page.locator("#search-input").fill("罗海平")
    page.locator("#search-input").press("Enter")
    assert page.url == f"{city.address}search/?q={quote('罗海平')}"
    expect(page.get_by_text("这个浏览器没有开脚本")).to_be_visible()
    page.get_by_role("link", name="交建工委").click()
    page.get_by_role("link", name="罗海平岸桥操作劳模创新工作室").first.click()
    assert page.url == f"{city.address}studios/port-crane/"
    context.close()


def test_on_a_phone_the_field_opens_over_the_header(browser: Browser, city: Site) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, base_url=city.address)
    page = context.new_page()
    page.goto("studios/")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("link", name="查找").tap()
    page.keyboard.type("lhp")
    page.get_by_role("option").first.tap()
    expect(page.get_by_role("heading", level=1)).to_contain_text("罗海平")
    page.goto(f"search/?q={quote('焊接')}")
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    expect(page.locator(".search-page__facets")).to_be_hidden()
    page.get_by_role("button", name="筛选").tap()
    expect(page.locator(".search-page__facets")).to_be_visible()
    context.close()


def test_a_patent_number_is_found_with_zl_and_without(
    site: Path, browser: Browser, open_site: Callable[..., Site]
) -> None:
    edit(
        site / "studios/north/crane/2013.yml",
        "    disclosure: 可公开",
        "    disclosure: 可公开\n    ip: {state: 授权, number: ZL 2013 1 0123456.X}",
    )
    pipeline.build(pipeline.Project(site), site / "site", host.render)
    small = open_site(site / "site", None)
    page = browser.new_page(base_url=small.address)
    for typed in ("ZL201310123456.X", "zl20131012 3456x", "201310123456.x", "2013 1 0123456.X", "20131012"):
        page.goto(f"search/?q={quote(typed)}")
        expect(page.locator(".found a").first).to_have_text("吊具防摇操作法")
    page.close()


@pytest.mark.parametrize(("size", "limit"), [("city", 45_000), ("province", 60_000)])
def test_a_first_result_costs_few_bytes(
    browser: Browser, request: pytest.FixtureRequest, size: str, limit: int
) -> None:
    site: Site = request.getfixturevalue(size)
    costs = {}
    for question in draw(site.registry, 31, 2):
        context = browser.new_context(base_url=site.address)
        page = context.new_page()
        site.sent.clear()
        page.goto(f"search/?q={quote(question.text)}")
        page.locator(".found").first.wait_for(timeout=10_000)
        costs[question.text] = sum(
            n for name, n in site.sent.items() if "search" in name and "/f-" not in name and name.endswith(".js")
        )
        context.close()
    assert max(costs.values()) <= 2 * limit, costs
    print(size, "median", statistics.median(costs.values()), "max", max(costs.items(), key=lambda item: item[1]))  # noqa: T201
    assert statistics.median(costs.values()) <= limit, costs
