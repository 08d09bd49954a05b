"""A visitor's walk in real Chromium, on a phone and on a desktop: home → directory → studio → achievement."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page_errors import on_page_error

SCREENS = {
    "phone": {"width": 390, "height": 844},
    "tablet": {"width": 820, "height": 1180},
    "desktop": {"width": 1440, "height": 900},
}
KINDS_OF_PAGE = [
    "",
    "studios/",
    "studios/page-2/",
    "studios/port-crane/",
    "studios/port-crane/anti-sway-method/",
    "studios/port-crane/2024/",
    "achievements/",
    "achievements/2024/",
    "people/",
    "people/strokes/",
    "decisions/",
    "notices/",
    "notices/2025-03/",
    "alliances/precision-making/",
    "honours/",
    "honours/worker-pioneer/",
    "regions/yuxinqu/",
    "studios/kinds/",
    "studios/elevator-rescue/",
    "stories/themes/",
    "help/checks/",
    "unions/",
    "unions/yuxin/",
    "targets/2013/",
    "statistics/",
    "statistics/achievements/",
    "statistics/people/",
    "standards/",
    "standards/yunyu-2013/",
    "standards/yunyu-2019/2024/",
    "spirit/",
    "policies/xiamen-2013/",
    "stories/",
    "stories/anti-sway/",
    "help/record-format/",
    "help/access/",
    "about/",
    "data/",
]


@pytest.fixture(scope="module")
def city(city_site: Path, serve: Callable[[Path], str]) -> str:
    """The sample city, built and served."""
    return serve(city_site)


def watched(tab: Page, city: str) -> list[str]:
    """A list that collects console messages, requests to other hosts and failed responses of this page."""
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    on_page_error(tab, complaints.append)
    tab.on(
        "request",
        lambda sent: complaints.append(sent.url) if urlsplit(sent.url).netloc != urlsplit(city).netloc else None,
    )
    tab.on(
        "response", lambda answer: complaints.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None
    )
    return complaints


@pytest.fixture(params=SCREENS)
def page(request: pytest.FixtureRequest, browser: Browser, city: str) -> Iterator[Page]:
    """A fresh browser page that fails the test if it collects any complaint."""
    context = browser.new_context(viewport=SCREENS[request.param], locale="zh-CN", base_url=city)
    tab = context.new_page()
    complaints = watched(tab, city)
    yield tab
    context.close()
    assert complaints == []


def test_the_walk(page: Page) -> None:
    page.goto("")
    expect(page).to_have_title("劳模创新工作室网上展馆（示例）")
    page.get_by_role("main").get_by_role("link", name="工作室", exact=False).first.click()
    page.goto("studios/")
    cards = page.locator(".card--studio")
    expect(cards).to_have_count(48)
    page.goto("studios/page-2/")
    page.goto("unions/jiaojian/")
    page.get_by_role("link", name="罗海平岸桥操作劳模创新工作室").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("罗海平岸桥操作劳模创新工作室")
    page.get_by_text("项成果").filter(visible=True).last.click()  # older achievements are folded
    page.locator("a[href*='anti-sway-method']").first.click()
    expect(page).to_have_url("/studios/port-crane/anti-sway-method/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_load_state()
    assert page.evaluate("[...document.images].filter(i => i.loading !== 'lazy').every(i => i.naturalWidth > 0)")


@pytest.mark.parametrize("page", ["phone"], indirect=True)
def test_every_key_number_leads_to_its_list(page: Page) -> None:
    page.goto("")
    numbers = page.locator(".numbers a")
    targets = [str(link.get_attribute("href")) for link in numbers.all()]
    shown = {}
    for name, screen in SCREENS.items():
        page.set_viewport_size(screen)  # type: ignore[arg-type]
        shown[name] = [each.replace(",", "") for each in numbers.locator("b").all_inner_texts()]
    assert len(targets) >= 4
    for place, target in enumerate(targets):
        page.goto(target)
        for name, screen in SCREENS.items():
            page.set_viewport_size(screen)  # type: ignore[arg-type]
            assert shown[name][place] in page.locator("main").inner_text().replace(",", ""), name


def test_many_achievements_are_a_line_each_and_the_older_ones_folded(page: Page) -> None:
    page.goto("studios/nursing/")
    rows = page.locator(".results li")
    assert rows.count() == 16
    shown = page.locator(".results li:visible")
    assert shown.count() == 3
    page.get_by_text("其余 13 项成果").click()
    expect(shown).to_have_count(16)
    last = rows.last.locator("a")
    last.click()
    expect(page.locator("h1, article:target")).not_to_have_count(0)
    assert re.search(r"/studios/nursing/(\d{4}/#achievement-[a-z-]+|[a-z-]+/)$", page.url)


def test_light_and_dark_follow_the_reader(browser: Browser, city: str) -> None:
    grounds = set()
    for scheme in ("light", "dark"):
        tab = browser.new_page(color_scheme=scheme, base_url=city)  # type: ignore[arg-type]
        tab.goto("studios/port-crane/")
        tab.wait_for_function("document.body.dataset.mdColorScheme.startsWith('laomo')")
        grounds.add(tab.evaluate("getComputedStyle(document.body).backgroundColor"))
        tab.close()
    assert len(grounds) == 2
