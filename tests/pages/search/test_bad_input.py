"""Whatever is typed, and whatever of the index does not arrive: a sensible answer in words, never a blank page.

All ways are tried in node (`tests/scripts`); here a real browser reports what a real network does.
"""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from tests.pages.search.conftest import settled

BAD = ("<img src=x onerror=alert(1)><script>alert(1)</script>", ".*+?^${}()|[]\\#~* 岸\ud83d桥\u0000")


@pytest.mark.parametrize("text", BAD, ids=["markup", "signs"])
def test_any_question_gets_a_sensible_answer(page: Page, text: str) -> None:
    page.goto("search/")
    page.locator("#search-page-input").fill(text)
    page.locator("#search-page-input").press("Enter")
    assert settled(page)
    assert page.locator(".found").count() or page.locator("#search-browse").is_visible()
    page.goto("about/")
    page.keyboard.press("/")
    page.locator("#search-input").fill(text)
    expect(page.locator(".search-field [aria-live]")).not_to_be_empty()
    assert page.locator("img[src=x]").count() == 0


@pytest.mark.parametrize("how", ["offline", "cut short"])
def test_a_shard_that_fails_is_told_in_words_and_asked_for_again(unsteady: Page, how: str) -> None:
    def fail(route: Route) -> None:
        if how == "offline":
            route.abort("internetdisconnected")
        else:
            body = route.fetch().text()
            route.fulfill(body=body[: len(body) // 2], content_type="text/javascript")

    unsteady.route("**/search/p*.js*", fail)
    unsteady.goto(f"search/?q={quote('岸桥')}&district={quote('澜口区')}")
    expect(unsteady.locator(".search-page__note")).to_contain_text("索引没有全部取到")
    expect(unsteady.locator("#search-browse")).to_be_visible()
    unsteady.unroute("**/search/p*.js*")
    unsteady.get_by_role("button", name="再试一次").click()
    expect(unsteady.locator(".found").first).to_be_visible()
    expect(unsteady.locator(".search-page__note")).to_be_hidden()
