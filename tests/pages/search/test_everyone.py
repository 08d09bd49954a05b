"""Everyone gets there: without scripts, by keys alone, on a phone, with a screen reader; and under a strict policy."""

import functools
import html
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page_errors import on_page_error
from tests.browser.test_access import AXE, COLOURS_ALONE
from tests.conftest import some
from tests.pages.search.conftest import Site, settled

STUDIO = "罗海平岸桥操作劳模创新工作室"
PLACES = [
    "studios/",
    f"studios/?district={quote('澜口区')}&view=table",
    f"studios/?district={quote('澜口区')}&type={quote('综合')}",
    "studios/?district=%3F",
    "studios/levels/city/",
    "studios/levels/",
    "achievements/",
    f"achievements/?result={quote('工法')}",
    "achievements/innovation/technical-renovation/",
    f"search/?q={quote('岸桥')}",
    "search/?q=zzzzzz",
]
IN_USE = [place for place in PLACES if place not in ("studios/", "achievements/")]
"""As made, those two stand with all kinds of page in `tests/browser/test_access.py`; here others have their facets unfolded."""

ALIKE = """() => document.querySelectorAll('.card:nth-of-type(n + 9), .facet li:nth-of-type(n + 9), .sheet tr:nth-of-type(n + 9)')
  .forEach(each => each.remove())"""
"""Of each list the first eight remain: the others are made in the same way."""


def answered(page: Page, place: str) -> None:
    """Wait until the page shows what its address asks for."""
    if "view=table" in place:
        expect(page.locator(".sheet tbody tr").first).to_be_visible()
    elif place.startswith("search/"):
        settled(page)
    elif "?" in place:
        expect(page.locator(".browse__found .card, .browse__note").filter(visible=True).first).to_be_visible()
    expect(page.locator("[aria-busy]")).to_have_count(0)


@pytest.fixture
def phone(browser: Browser, city: Site) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, base_url=city.address)
    yield context.new_page()
    context.close()


def test_without_scripts_a_studio_is_three_links_away(browser: Browser, city: Site) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=city.address)
    page = context.new_page()
    page.goto("studios/")
    expect(page.get_by_label("排序")).to_be_hidden()
    page.locator(".facet[data-name=level] summary").click()
    page.get_by_role("link", name=re.compile("省级")).click()
    expect(page).to_have_url("/studios/levels/province/")
    page.goto("studios/")
    page.locator(".facet[data-name=district] summary").click()
    page.get_by_role("link", name=re.compile("澜口区")).first.click()
    page.get_by_role("link", name=STUDIO).click()
    expect(page).to_have_url("/studios/port-crane/")
    context.close()


def test_without_scripts_every_value_of_every_facet_has_its_pages(city: Site) -> None:
    pages = {path.relative_to(city.folder).as_posix() for path in city.folder.rglob("index.html")}
    for directory in ("studios", "achievements"):
        text = (city.folder / directory / "index.html").read_text(encoding="utf-8")
        links = [html.unescape(link) for link in re.findall(r'<a href="([^"]+)" data-name="\w+"', text)]
        assert len(links) > 40
        missing = [
            link for link in links if f"{directory}/{link}index.html".replace(f"{directory}/../", "") not in pages
        ]
        assert missing == []
    for path in some(city.folder.glob("studios/*/*/**/index.html")):
        assert path.read_text(encoding="utf-8").count('class="card card--studio"') <= 48


def test_by_keys_alone_a_studio_is_found(browser: Browser, city: Site) -> None:
    page = browser.new_page(base_url=city.address)
    page.goto("studios/")
    page.locator(".facet[data-name=district] summary").focus()
    page.keyboard.press("Enter")
    page.locator(".facet[data-name=district] a", has_text="澜口区").focus()
    page.keyboard.press("Enter")
    chip = page.get_by_role("button", name="去掉地区：澜口区")
    expect(chip).to_be_visible()
    box = page.locator(".facet[data-name=district]").get_by_role("checkbox", name="澜口区")
    expect(box).to_be_focused()
    for _ in range(60):
        page.keyboard.press("Tab")
        at = page.evaluate("document.activeElement.textContent")
        assert (
            page.evaluate(
                "getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement.closest('.card') ?? document.body).outlineStyle"
            )
            != "nonenone"
        ), at
        if at == STUDIO:
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url("/studios/port-crane/")
    page.close()


def test_on_a_phone_the_facets_are_folded_and_a_studio_is_four_taps_away(phone: Page) -> None:
    phone.goto("studios/")
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    assert phone.evaluate("document.documentElement.scrollHeight") < 13_000
    expect(phone.locator(".shelf__facets")).to_be_hidden()
    phone.locator(".shelf > summary").tap()
    phone.locator(".facet[data-name=union] > summary").tap()
    phone.locator(".facet[data-name=union] a", has_text="交建工委").tap()
    expect(phone.locator(".shelf > summary")).to_have_text("筛选（1）")
    small = phone.evaluate(
        "[...document.querySelectorAll('.facet label, .browse select, .browse button, .shelf > summary')].filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43)"
        ".map(e => e.outerHTML)"
    )
    assert small == []
    phone.get_by_role("button", name=re.compile("^看 .* 家")).tap()
    phone.get_by_role("link", name=STUDIO).tap()
    expect(phone).to_have_url("/studios/port-crane/")


def test_a_screen_reader_hears_what_is_there(browser: Browser, city: Site) -> None:
    page = browser.new_page(base_url=city.address)
    page.goto("studios/")
    expect(page.get_by_role("group", name="筛选")).to_be_visible()
    expect(page.locator("[aria-live=polite]").filter(has_text="共 100 家")).to_be_visible()
    page.locator(".facet[data-name=union] > summary").click()
    page.get_by_role("link", name="交建工委").first.click()
    expect(page.locator("[aria-live=polite]").filter(has_text="家，排名不分先后")).to_be_visible()
    expect(page.get_by_role("group", name="已选的条件").get_by_role("button")).to_have_count(1)
    page.get_by_role("group", name="显示方式").get_by_role("button", name="表格", pressed=False).click()
    table = page.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_count(7)
    table.get_by_role("rowheader", name=STUDIO).get_by_role("link").click()
    expect(page).to_have_url("/studios/port-crane/")
    page.close()


def test_no_rule_of_accessibility_is_broken_in_use(phone: Page, npm_packages: Path) -> None:
    """On a phone in light, with all facets unfolded; then the same page on a desktop in dark, where only colours are other ones."""
    phone.add_init_script(path=npm_packages / "axe-core/axe.min.js")  # a tag would be refused by the pages' policy
    found = {}
    for place in IN_USE:
        phone.set_viewport_size({"width": 390, "height": 900})
        phone.emulate_media(color_scheme="light")
        phone.goto(place)
        answered(phone, place)
        phone.locator(".shelf > summary").evaluate_all("all => all.forEach(each => each.click())")
        phone.evaluate(ALIKE)
        found[place, "light"] = phone.evaluate(AXE, ["main", {}])
        phone.set_viewport_size({"width": 1440, "height": 900})
        phone.emulate_media(color_scheme="dark")
        phone.evaluate("document.body.dataset.mdColorScheme = 'laomo-dark'")
        found[place, "dark"] = phone.evaluate(AXE, ["main", COLOURS_ALONE])
    assert {where: broken for where, broken in some(found.items()) if broken} == {}


@pytest.fixture(scope="module")
def guarded(city_site: Path) -> Iterator[str]:
    """The site behind a strict policy: own files only, and no inline scripts, for no page has one."""
    texts = (path.read_text(encoding="utf-8") for path in city_site.rglob("index.html"))
    assert not any("<script>" in text for text in texts)
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"

    class Handler(http.server.SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", policy)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(city_site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_strict_policy_refuses_nothing_of_ours(browser: Browser, guarded: str) -> None:
    context = browser.new_context(base_url=guarded)
    page = context.new_page()
    refused: list[str] = []
    page.expose_function("refused", lambda said: refused.append(said))  # noqa: PLW0108 (a built-in cannot be exposed)
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', e => refused(`${e.violatedDirective} ${e.sourceFile} ${e.lineNumber} ${e.sample}`))"
    )
    on_page_error(page, refused.append)
    for place in PLACES:
        page.goto(place)
        answered(page, place)
    page.goto("studios/")
    page.locator(".facet[data-name=district] > summary").click()
    page.locator(".facet[data-name=district] a").first.click()
    expect(page.locator(".browse__found .card").first).to_be_visible()
    page.get_by_role("button", name="表格").click()
    page.keyboard.press("/")
    page.keyboard.type("海平")
    expect(page.get_by_role("listbox").get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    settled(page)
    assert refused == []
    context.close()


def test_the_policy_would_be_heard(browser: Browser, guarded: str) -> None:
    page = browser.new_page(base_url=guarded)
    page.goto("studios/")
    heard = page.evaluate(
        """() => new Promise(done => {
          document.addEventListener("securitypolicyviolation", event => done(event.violatedDirective));
          const script = document.createElement("script");
          script.textContent = "window.broken = true";
          document.head.append(script);
        })"""
    )
    assert heard.startswith("script-src")
    assert page.evaluate("window.broken") is None
    page.close()
