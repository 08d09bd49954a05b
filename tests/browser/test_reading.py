"""字号、高对比、大字屏幕、简约版、朗读：a reader's settings, in real Chromium."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

SETTINGS = "阅读设置"
PAGES = ("", "studios/port-crane/", "statistics/", "targets/2013/", "people/")


@pytest.fixture
def page(browser: Browser, city_site: Path, serve: Callable[[Path], str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=serve(city_site))
    yield context.new_page()
    context.close()


def size_of(page: Page, selector: str) -> float:
    return float(page.evaluate(f"parseFloat(getComputedStyle(document.querySelector('{selector}')).fontSize)"))


def choose(page: Page, name: str) -> None:
    panel = page.locator("details.reading")
    if panel.get_attribute("open") is None:
        page.locator(f"summary[title={SETTINGS}]").click()
    panel.get_by_text(name, exact=True).click()


def test_three_sizes_kept_from_page_to_page(page: Page) -> None:
    page.goto("studios/port-crane/")
    normal = size_of(page, "article p")
    choose(page, "特大")
    assert size_of(page, "article p") == pytest.approx(normal * 1.4)
    page.goto("people/")
    assert page.evaluate("document.documentElement.dataset.size") == "largest"
    expect(page.locator(".reading input[value=largest]")).to_be_checked()
    choose(page, "标准")
    page.goto("studios/port-crane/")
    assert size_of(page, "article p") == normal


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_high_contrast_is_black_and_white(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto("people/")
    choose(page, "高对比")
    colours = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('h1')).color]"
    )
    black, white = "rgb(0, 0, 0)", "rgb(255, 255, 255)"
    assert colours == ([white, black] if scheme == "light" else [black, white])


@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_nothing_sticks_out_at_the_largest_size(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("")
    choose(page, "特大")
    sheet = page.locator(".reading__sheet").bounding_box()
    assert sheet
    assert sheet["x"] >= 0
    assert sheet["x"] + sheet["width"] <= width
    assert page.locator(".reading__sheet").evaluate("sheet => sheet.scrollWidth <= sheet.clientWidth")
    for url in PAGES:
        page.goto(url)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, url
        header = page.evaluate(
            "[...document.querySelectorAll('.md-header__inner > *')].map(e => e.getBoundingClientRect().right)"
        )
        assert max(header) <= width, url


def test_what_is_pointed_at_and_focused_stands_in_large_letters(page: Page) -> None:
    page.goto("studios/port-crane/")
    choose(page, "大字屏幕")
    strip = page.locator(".large-text")
    expect(strip).to_have_text(page.locator("h1").inner_text().replace("\n", " "))
    passage = page.locator("article p:visible").nth(4)
    passage.hover()
    expect(strip).to_contain_text(passage.inner_text()[:20])
    page.locator(".search-field__open").focus()
    expect(strip).to_have_text("查找")
    assert size_of(page, ".large-text") > 1.8 * size_of(page, "article")
    choose(page, "大字屏幕")
    expect(strip).to_be_hidden()


def test_the_plain_edition_has_no_pictures(page: Page) -> None:
    page.goto("studios/port-crane/")
    choose(page, "简约版")
    expect(page.locator("article img:visible, article .drawn-cover:visible")).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()


def test_reading_aloud_goes_from_passage_to_passage_and_stops(page: Page) -> None:
    page.goto("stories/")
    page.evaluate("window.spoken = []; speechSynthesis.speak = each => { spoken.push(each); }; null")
    page.locator(f"summary[title={SETTINGS}]").click()
    button = page.get_by_role("button", name="朗读本页")
    button.click()
    heading = page.locator("h1")
    assert page.evaluate("spoken[0].text") == heading.inner_text()
    assert page.evaluate("spoken[0].lang") == "zh-CN"
    assert "being-read" in str(heading.get_attribute("class"))
    page.evaluate("spoken[0].onend()")
    assert page.evaluate("spoken.length") == 2
    expect(page.locator(".being-read")).to_have_count(1)
    page.get_by_role("button", name="停止朗读").click()
    expect(page.locator(".being-read")).to_have_count(0)
    page.evaluate("spoken[1].onend()")
    assert page.evaluate("spoken.length") == 2


def test_by_keyboard(page: Page) -> None:
    page.goto("")
    page.locator(f"summary[title={SETTINGS}]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.documentElement.dataset.size") == "large"
    page.keyboard.press("Escape")
    expect(page.locator("details.reading")).not_to_have_attribute("open", "")
    expect(page.locator(f"summary[title={SETTINGS}]")).to_be_focused()


def test_without_script_there_is_no_empty_button(
    browser: Browser, city_site: Path, serve: Callable[[Path], str]
) -> None:
    tab = browser.new_page(java_script_enabled=False, base_url=serve(city_site))
    tab.goto("")
    expect(tab.locator("details.reading")).to_be_hidden()
    tab.close()


MOVING = """addEventListener("DOMContentLoaded", () => addEventListener("pageswap", ({ viewTransition }) => {
    const moving = [...document.querySelectorAll("*")].filter((each) => each.style.viewTransitionName === "leader");
    sessionStorage.moving = viewTransition ? moving.map((each) => each.textContent.trim()).join() : "nothing";
}));"""
"""Notes whose name the page carries over when it is left."""
MOTIONS: tuple[Literal["no-preference", "reduce"], ...] = ("no-preference", "reduce")


@pytest.mark.parametrize(
    ("start", "link", "expected"),
    [
        ("", ".hero__who a", ["罗海平", "nothing"]),
        ("studios/port-crane/", ".crumbs a", ["罗海平", "nothing"]),
        ("statistics/", "article .chips a:not([aria-current])", ["", "nothing"]),
    ],
)
def test_one_name_moves_to_the_next_page_and_none_if_less_motion_is_asked_for(
    page: Page, start: str, link: str, expected: list[str]
) -> None:
    page.add_init_script(MOVING)
    seen = []
    for motion in MOTIONS:
        page.emulate_media(reduced_motion=motion)
        page.goto(start)
        address = page.url
        page.locator(link).first.click()
        page.wait_for_url(lambda url, left=address: url != left)
        seen.append(page.evaluate("sessionStorage.moving"))
    assert seen == expected
