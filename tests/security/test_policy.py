"""The Content-Security-Policy: nothing of the site's own offends it, and what text alone would have let through it stops."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from laomo.pages import csp
from tests.conftest import some
from tests.security.payloads import PAYLOADS
from tests.security.table import Score

MARK = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')


def listened(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page, and what it ran or was forbidden."""
    page, heard = context.new_page(), []
    page.on(
        "console", lambda m: heard.append(m.text[:200]) if re.search("FIRED|Content Security Policy", m.text) else None
    )
    return page, heard


def test_every_page_carries_one_policy_ahead_of_everything(city_site: Path) -> None:
    found = set()
    for file in some(city_site.rglob("*.html")):
        head = file.read_text(encoding="utf-8").partition("<title>")[0]
        (told,) = MARK.findall(head)
        assert not re.search("<(script|link|title|meta name)", head.partition("Content-Security-Policy")[0])
        found.add(told)
    assert len(found) == 2, "one for the theme's pages, one for sheets and cards"
    assert all("unsafe-inline" not in told.partition(";")[0] and "unsafe-eval" not in told for told in found)


def test_nothing_of_the_site_itself_offends_the_policy(
    browser: Browser, city_site: Path, serve: Callable[[Path], str], score: Score
) -> None:
    """Search, suggestions, palette, reading settings and filters in use. `tests/browser/test_access.py` hears complaints of every kind of page."""
    context = browser.new_context(base_url=serve(city_site), viewport={"width": 1440, "height": 900})
    page, heard = listened(context)
    page.goto("")
    page.locator("form[data-md-component=palette] label:visible").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "laomo-dark"
    page.locator("summary[title=阅读设置]").click()
    page.locator("details.reading").get_by_text("特大", exact=True).click()
    page.goto("search/?q=岸桥")
    page.locator("article a[href*='port-crane']").first.wait_for()
    field = page.locator("input[type=search]").last
    field.fill("焊")
    page.wait_for_timeout(500)
    page.goto("studios/?view=table")
    page.wait_for_load_state("networkidle")
    for box in page.locator("article input[type=checkbox]:visible").all()[:3]:
        box.check()
    page.wait_for_load_state("networkidle")
    context.close()
    score("own scripts that offend the policy", 5, len(heard))
    assert heard == []


def test_a_site_opened_from_a_folder_is_not_offended_either(browser: Browser, city_site: Path) -> None:
    context = browser.new_context()
    page, heard = listened(context)
    page.goto((city_site / "studios/port-crane/index.html").as_uri())
    assert page.evaluate("document.documentElement.className") == "js"
    context.close()
    assert heard == []


def test_payloads_pasted_raw_into_a_page_do_not_run(
    browser: Browser, city_site: Path, serve: Callable[[Path], str], tmp_path: Path, score: Score
) -> None:
    """The naive page that safety notes A1.1 began with: it fires without the policy, and never with it."""
    page_of_city = (city_site / "about/index.html").read_text(encoding="utf-8")
    for asset in re.findall(r'"\.\./(assets/[^"?#]+)"', page_of_city):
        (tmp_path / asset).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / asset).touch()  # nothing to wait for: it is the page itself that fires
    harmful = [each for each in PAYLOADS if "FIRED" in each and "http-equiv" not in each and "href=" not in each]
    for number, payload in some(enumerate(harmful)):
        naive = page_of_city.replace("<h1", f"<p>{payload}</p><h1", 1)
        assert payload in naive
        (tmp_path / f"{number}.html").write_text(naive, encoding="utf-8")
    address = serve(tmp_path)
    fired = {}
    for bypass in (True, False):
        context = browser.new_context(base_url=address, bypass_csp=bypass)
        page, heard = listened(context)
        for number in range(len(harmful)):
            page.goto(f"{number}.html", wait_until="load")
        page.wait_for_timeout(200)
        context.close()
        fired[bypass] = sum("FIRED" in each and "Policy" not in each for each in heard)
    score("payloads pasted raw into a page, under the policy", len(harmful), fired[False])
    assert fired[True] >= 8, "without the policy they do run"
    assert fired[False] == 0


def test_a_script_that_content_smuggled_in_is_not_among_the_hashes() -> None:
    trusted = '<meta charset="utf-8"><script>a()</script><script src="b.js"></script>'
    told = csp.of(trusted)
    assert told == csp.of(trusted.replace("b.js", "c.js"))
    assert told != csp.of(trusted + "<script>evil()</script>")
    assert csp.guarded(trusted, told).startswith('<meta charset="utf-8">\n<meta http-equiv')
