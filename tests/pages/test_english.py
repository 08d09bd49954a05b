"""The English door: three pages, the records behind them in Chinese and marked so."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from laomo.pages import english_terms
from laomo.records.models import vocabulary


@pytest.fixture
def page(browser: Browser, city_site: Path, serve: Callable[[Path], str]) -> Iterator[Page]:
    tab = browser.new_page(base_url=serve(city_site), viewport={"width": 1440, "height": 900})
    yield tab
    tab.close()


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("罗海平", "Luo Haiping"),
        ("单小红", "Shan Xiaohong"),
        ("尉迟示例", "Yuchi Shili"),
        ("吕绿", "Lü Lü"),
        ("示例A", ""),
    ],
)
def test_names_in_letters(name: str, letters: str) -> None:
    assert english_terms.letters(name) == letters


def test_every_word_that_the_list_shows_has_its_english() -> None:
    assert english_terms.CATEGORIES.keys() == vocabulary.CATEGORIES.keys()
    assert english_terms.LEVELS.keys() == vocabulary.LEVELS.keys()
    assert english_terms.INDUSTRIES.keys() == vocabulary.INDUSTRIES.keys()


def test_from_the_chinese_home_to_a_studio(page: Page) -> None:
    page.goto("")
    page.get_by_role("link", name="English").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("navigation", name="Sections").first.get_by_role("link", name="Studios").click()
    found = set()
    while True:
        expect(page.locator("table.english")).to_be_visible()
        found |= set(page.locator("table.english tbody a").evaluate_all("links => links.map(link => link.href)"))
        following = page.get_by_role("link", name="Next")
        if not following.count():
            break
        address = following.evaluate("link => link.href")
        following.click()
        page.wait_for_url(address)
    assert len(found) == 100
    page.goto("en/studios/")
    page.get_by_role("row", name="Cai Xiaoxiang").get_by_role("link").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    expect(page.get_by_role("heading", level=1)).to_contain_text("蔡晓香")


@pytest.mark.parametrize("url", ["en/", "en/studios/", "en/terms/"])
def test_chinese_words_are_marked_as_chinese(page: Page, url: str) -> None:
    page.goto(url)
    unmarked = page.evaluate(
        """() => {
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
            for (let node; (node = walk.nextNode()); ) {
                const near = node.parentElement.closest("[lang]");
                if (/\\p{Script=Han}/u.test(node.data) && near.lang === "en" && !near.closest("script, form")) found.push(node.data.trim());
            }
            return found;
        }"""
    )
    assert unmarked == []


@pytest.mark.parametrize(
    ("one", "other"), [("", "en/"), ("studios/", "en/studios/"), ("en/", ""), ("en/studios/", "studios/")]
)
def test_pages_with_a_counterpart_name_it(page: Page, one: str, other: str) -> None:
    page.goto(one)
    link = page.locator("link[hreflang]").evaluate("link => link.href")
    assert link.rstrip("/") == page.evaluate("new URL(location).origin") + f"/{other}".rstrip("/")
    page.locator(".language:visible").click()
    expect(page).to_have_url(link)
