"""Whatever is typed, and whatever of the index does not arrive: a sensible answer in words, never a blank page."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from tests.pages.search.conftest import Site, settled

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


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_any_question_gets_a_sensible_answer(page: Page, text: str) -> None:
    page.goto("search/")
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


@pytest.mark.parametrize(
    "failing",
    ["**/search/index.js*", "**/search/p*.js*", "**/search/s*.js*", "**/search/f-*.js*", "**/search/facets.js"],
)
@pytest.mark.parametrize("how", ["offline", "missing", "cut short", "empty"])
def test_a_shard_that_fails_is_told_in_words_and_asked_for_again(unsteady: Page, failing: str, how: str) -> None:
    def fail(route: Route) -> None:
        if how == "offline":
            route.abort("internetdisconnected")
        elif how == "missing":
            route.fulfill(status=404, body="")
        else:
            body = route.fetch().text()
            route.fulfill(body=body[: len(body) // 2] if how == "cut short" else "", content_type="text/javascript")

    unsteady.route(failing, fail)
    unsteady.goto(f"search/?q={quote('岸桥')}&district={quote('海沧区')}")
    expect(unsteady.locator(".search-page__note")).to_contain_text("索引没有全部取到")
    expect(unsteady.locator("#search-browse")).to_be_visible()
    unsteady.unroute(failing)
    unsteady.get_by_role("button", name="再试一次").click()
    expect(unsteady.locator(".found").first).to_be_visible()
    expect(unsteady.locator(".search-page__note")).to_be_hidden()


def test_a_site_published_anew_meanwhile_is_followed(unsteady: Page, city: Site) -> None:
    stale = (city.folder / "search/index.js").read_text(encoding="utf-8")
    unsteady.route(
        "**/search/index.js",
        lambda route: route.fulfill(body=stale.replace('"p":["', '"p":["old'), content_type="text/javascript"),
    )
    unsteady.goto("search/?q=qc")
    expect(unsteady.locator(".found").first).to_be_visible()
