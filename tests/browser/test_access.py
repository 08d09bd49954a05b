"""Every kind of page, loaded once: it holds together in each width, and axe-core finds no violation in any look that a reader can choose."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_browser import KINDS_OF_PAGE, SCREENS, watched
from tests.conftest import some
from tests.screen_reader import accessible_text, completeness

MORE_PAGES = [
    "studios/port-crane/sheet/",
    "studios/port-crane/card/",
    "404.html",
    "search/?q=岸桥",
    "studios/?view=table",
    "policies/",
    "help/",
    "help/publish-a-studio/",
    "en/",
    "en/studios/",
    "en/terms/",
]
HEAVY_PAGES = [
    "",
    "studios/port-crane/",
    "achievements/",
    "people/",
    "targets/2013/",
    "statistics/",
    "policies/xiamen-2013/",
]
HEAVY_PAGES += ["help/record-format/", "unions/jiaojian/"]
LOOKS = {
    "light": ("light", "{}"),
    "dark": ("dark", "{}"),
    "high contrast, largest": ("light", '{"contrast": "high", "size": "largest"}'),
    "dark, high contrast": ("dark", '{"contrast": "high"}'),
}
COLOURS_ALONE = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""Of looks that change only colours. All other rules have checked the same page in another look already."""

OF_WIDTH = {"runOnly": ["landmark-unique", "landmark-one-main", "region", "scrollable-region-focusable"]}
"""What depends on what is shown beside one another. All other rules have checked the same page on a phone."""

AXE = """async ([part, options]) => {
  for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
  const {violations} = await axe.run(part, {resultTypes: ["violations"], selectors: false, preload: false, ...options});
  return violations.map((each) => [each.id, each.nodes.slice(0, 3).map((node) => node.html.slice(0, 120))]);
}"""
"""Nothing is preloaded: what axe would read then is for a rule that is not run, and for sound and films, which no page has."""


@pytest.fixture(scope="module")
def tab(
    browser: Browser, city_site: Path, serve: Callable[[Path], str], npm_packages: Path
) -> Iterator[tuple[Page, list[str]]]:
    """One browser page for the visit of all kinds of page, and what it complains of."""
    address = serve(city_site)
    context = browser.new_context(locale="zh-CN", reduced_motion="reduce", base_url=address)
    context.add_init_script(path=npm_packages / "axe-core/axe.min.js")
    page = context.new_page()
    yield page, watched(page, address)
    context.close()


@pytest.fixture(scope="module")
def visited(request: pytest.FixtureRequest, tab: tuple[Page, list[str]]) -> Iterator[Page]:
    """A page of each kind, which its tests share; complaints fail the last of them."""
    page, complaints = tab
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(SCREENS["phone"])  # type: ignore[arg-type]
    complaints.clear()
    page.goto(request.param)
    yield page
    assert complaints == []


every_kind = pytest.mark.parametrize("visited", [*KINDS_OF_PAGE, *MORE_PAGES], indirect=True, scope="module")


@pytest.mark.parametrize("visited", KINDS_OF_PAGE, indirect=True, scope="module")
def test_every_kind_of_page_holds_together(visited: Page) -> None:
    assert visited.locator("h1").count() == 1
    assert visited.evaluate("document.documentElement.lang") == "zh"
    assert visited.locator("text=示例").count() + visited.locator("text=演示").count() > 0
    ids = visited.evaluate("[...document.querySelectorAll('[id]:not([id^=__code])')].map(e => e.id)")
    assert len(set(ids)) == len(ids)
    for name, screen in SCREENS.items():
        visited.set_viewport_size(screen)  # type: ignore[arg-type]
        assert visited.evaluate("window.innerWidth") == screen["width"]
        assert visited.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"sticks out on a {name}"
        assert visited.evaluate("[...document.images].every(image => image.alt && image.width && image.height)"), name


SCROLLED = """() => [...document.querySelectorAll("pre > code")].every(
  (code) => code.scrollWidth <= code.clientWidth || code.tabIndex >= 0)"""
"""`article.js` lets keys scroll what is too wide, a moment after a page was made narrow."""


@every_kind
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_the_way(visited: Page, scheme: str) -> None:
    """On a phone. `reading.js` chooses the colours as a page opens, which `test_light_and_dark_follow_the_reader` sees; here they change under it."""
    visited.set_viewport_size(SCREENS["phone"])  # type: ignore[arg-type]
    visited.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    shown = {"light": "laomo", "dark": "laomo-dark"}[scheme]
    visited.evaluate(
        "shown => { if (document.body.dataset.mdColorScheme) document.body.dataset.mdColorScheme = shown }", shown
    )
    visited.wait_for_function(SCROLLED)
    assert visited.evaluate(AXE, ["html", COLOURS_ALONE if scheme == "dark" else {}]) == []


@every_kind
def test_nothing_stands_in_the_way_on_a_desktop(visited: Page) -> None:
    visited.set_viewport_size(SCREENS["desktop"])  # type: ignore[arg-type]
    visited.wait_for_function(SCROLLED)
    assert visited.evaluate(AXE, ["html", OF_WIDTH]) == []


DRAWN = "改进[前后]|Before|After|[一二三四五六七八九十]|[0-9]{4}|404"
"""What belongs to a drawing whose sentence says the same; numbers of a list, and of years beside a line."""

HEARD = """main => {
  const blocks = [...main.querySelectorAll("dd > :first-child")].filter((each) => !/^inline|none/.test(getComputedStyle(each).display) && !each.previousSibling);
  return {...(%s)(main), blocks: blocks.map((each) => each.outerHTML.slice(0, 120))};
}"""


@every_kind
def test_who_listens_is_read_everything(visited: Page) -> None:
    """All that is shown stands in the browser's accessibility tree, in the same order. (`make transcript`: Orca says it.)"""
    visited.set_viewport_size(SCREENS["desktop"])  # type: ignore[arg-type]
    main = visited.locator("main, [role=main]")
    heard = main.evaluate(HEARD % accessible_text.SCRIPT)
    wire = visited.context.new_cdp_session(visited)
    nodes = wire.send("Accessibility.getFullAXTree")["nodes"]
    wire.detach()
    told = accessible_text.of_tree(nodes)
    assert completeness.not_said(some(heard["said"]), told) == []
    hidden = {each.strip() for each in heard["hidden"] if not completeness.stands_elsewhere(each, told)}
    unsaid = {each for each in hidden if not re.fullmatch(DRAWN, each)}
    assert unsaid == set()
    assert heard["blocks"] == [], "Orca leaves out a block at the beginning of a <dd>"


REACHABLE = Path(__file__).with_name("reachable.js").read_text(encoding="utf-8")
ZOOMED = {"width": 320, "height": 256}
"""A window of 1280 × 1024 at 400 %."""


def ask(page: Page, call: str) -> Any:
    """What a function of `reachable.js` returns."""
    return page.evaluate(f"async () => {{ {REACHABLE}; return await {call}; }}")


@every_kind
def test_all_is_reached_by_the_keyboard_and_by_a_finger(visited: Page) -> None:
    """At 400 %, and some in a large window: whatever takes the focus shows it, in sight. On a phone nothing is smaller than a fingertip."""
    visited.set_viewport_size(SCREENS["phone"])  # type: ignore[arg-type]
    assert ask(visited, "small(44)") == []
    assert ask(visited, "misnamed()") == []
    assert ask(visited, "pressed()") == []
    visited.keyboard.press("Tab")
    large = urlsplit(visited.url).path.lstrip("/") in HEAVY_PAGES
    for window in ([SCREENS["desktop"]] if large else []) + [ZOOMED]:
        visited.set_viewport_size(window)  # type: ignore[arg-type]
        assert ask(visited, "focusing()") == [], window
    assert ask(visited, "covered()") <= 0.25
    assert visited.evaluate("document.documentElement.scrollWidth") <= ZOOMED["width"]


def test_by_keyboard_alone(tab: tuple[Page, list[str]]) -> None:
    page, _ = tab
    page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    page.goto("studios/port-crane/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    for name in ("菜单", "阅读设置"):
        opener = page.locator(f"summary:has-text('{name}'), summary[title={name}]").first
        opener.focus()
        page.keyboard.press("Enter")
        sheet = page.locator("header details[open] > :nth-child(2)")
        box = sheet.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= ZOOMED["width"]
        assert ask(page, "focusing(document.querySelector('header details[open] > :nth-child(2)'))") == []
        opener.focus()
        page.keyboard.press("Tab")
        assert sheet.evaluate("sheet => sheet.contains(document.activeElement)")
        page.keyboard.press("Escape")
        expect(sheet).to_be_hidden()
        expect(opener).to_be_focused()
    fold = page.locator("main details > summary").first
    fold.focus()
    page.keyboard.press("Enter")
    expect(page.locator("main details[open]").first).to_be_visible()


def test_nobody_is_caught(tab: tuple[Page, list[str]]) -> None:
    """The Tab key goes once through everything that can be focused, in the order of the page, and out again."""
    page, _ = tab
    page.set_viewport_size(SCREENS["phone"])  # type: ignore[arg-type]
    page.goto("search/?q=岸桥")
    page.locator(".found").first.wait_for()
    number = ask(page, "(window.order = all()).length")
    walked = []
    for _ in range(number + 1):  # and the switch of colours, of which nothing is chosen
        page.keyboard.press("Tab")
        walked.append(page.evaluate("order.indexOf(document.activeElement)"))
    assert [place for place in walked if place >= 0] == list(range(number))


UNSEEN = """() => [...document.querySelectorAll(".generations__bar, .timeline li, .generations__marks a, .tiles a")].filter((each) => {
  const ground = getComputedStyle(document.body).backgroundColor;
  const { borderTopColor, borderTopWidth } = getComputedStyle(each);
  const drawn = ["", "::before", "::after"].map((part) => getComputedStyle(each, part).backgroundColor);
  if (parseFloat(borderTopWidth)) drawn.push(borderTopColor);
  return drawn.every((colour) => colour === ground || colour === "rgba(0, 0, 0, 0)");
}).map((each) => each.outerHTML.slice(0, 120))"""
"""Lines, points and tiles that would leave nothing to see."""


def test_bars_and_what_is_current_are_seen_where_the_system_chooses_the_colours(
    browser: Browser, city_site: Path, serve: Callable[[Path], str]
) -> None:
    page = browser.new_page(forced_colors="active", base_url=serve(city_site))
    page.goto("targets/2013/")
    half = page.locator("progress").evaluate_all("bars => bars.findIndex((bar) => bar.value && bar.value < bar.max)")
    with Image.open(io.BytesIO(page.locator("progress").nth(half).screenshot())) as bar:
        filled, rest = (bar.convert("L").getpixel((x, bar.height // 2)) for x in (8, bar.width - 8))
    assert abs(filled - rest) > 100  # type: ignore[operator]
    page.keyboard.press("Tab")
    assert ask(page, "focusing()") == []
    for address in ("studios/port-crane/", ""):
        page.goto(address)
        assert page.evaluate(UNSEEN) == [], address
        assert page.locator(".wall-head").evaluate("wall => getComputedStyle(wall).borderImageSource") == "none"
    page.goto("statistics/people/")
    grounds = page.locator(".chips a").evaluate_all("all => all.map((one) => getComputedStyle(one).backgroundColor)")
    assert len(set(grounds)) == 2
    page.close()


@pytest.mark.parametrize("look", ["high contrast, largest", "dark, high contrast"])
def test_nothing_stands_in_the_way_of_who_reads_with_settings(
    browser: Browser, city_site: Path, serve: Callable[[Path], str], npm_packages: Path, look: str
) -> None:
    scheme, reading = LOOKS[look]
    context = browser.new_context(
        viewport=SCREENS["phone"],  # type: ignore[arg-type]
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        base_url=serve(city_site),
    )
    context.add_init_script(f"localStorage.setItem('laomo-reading', '{reading}')")
    context.add_init_script(path=npm_packages / "axe-core/axe.min.js")
    page = context.new_page()
    found = {}
    for url in HEAVY_PAGES:
        page.goto(url)
        found[url] = page.evaluate(AXE, ["html", COLOURS_ALONE if scheme == "dark" else {}])
    context.close()
    assert {url: each for url, each in some(found.items()) if each} == {}
