"""The offline edition: opened from a folder in real Chromium, moved to another folder, and as a kiosk."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from laomo import pipeline
from laomo.problems.errors import BuildFailed
from laomo.project import Project
from tests.browser.page_errors import on_page_error
from tests.browser.test_access import ask
from tests.cli.command import laomo
from tests.conftest import some, tree

STUDIO = "罗海平岸桥操作劳模创新工作室"
PATIENCE = 30
"""Seconds without input after which a kiosk resets; the last ten are counted down. Tests move the browser's clock forward."""

WIDTH = "image => image.decode().then(() => image.naturalWidth)"
"""Of a picture that opens."""
LEFT = "net::ERR_ABORTED"
"""The reader left the page before a picture was loaded."""


@pytest.fixture(scope="module")
def edition(city_edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample city's offline edition, built in one folder and carried to another."""
    return Path(shutil.copytree(city_edition, tmp_path_factory.mktemp("stick") / "劳模 展馆（离线）100%"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh browser page that fails the test on any console message and on any request outside the folder."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    complaints: list[str] = []
    tab = context.new_page()
    tab.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    on_page_error(tab, complaints.append)
    tab.on("request", lambda sent: complaints.append(sent.url) if not sent.url.startswith("file:///") else None)
    tab.on("requestfailed", lambda sent: complaints.append(sent.url) if sent.failure != LEFT else None)
    yield tab
    context.close()
    assert complaints == []


def test_the_walk_without_a_server(page: Page, edition: Path) -> None:
    page.goto((edition / "index.html").as_uri())
    expect(page).to_have_title("劳模创新工作室网上展馆（示例）")
    page.get_by_label("主导航").get_by_role("link", name="工作室", exact=True).click()
    page.locator(".facet[data-name=district] summary").click()
    page.locator(".facet[data-name=district] a", has_text="澜口区").click()
    expect(page.locator(".browse__found .card").first).to_be_visible()
    page.locator(".facet[data-name=union] summary").click()
    page.locator(".facet[data-name=union] label", has_text="交建工委").click()
    expect(page.get_by_role("button", name="去掉主管工会：交建工委")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("button", name="去掉主管工会：交建工委")).to_have_count(0)
    page.locator(".browse__found").get_by_role("link", name=STUDIO).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(STUDIO)
    page.mouse.wheel(0, 20_000)
    page.get_by_text("项成果").filter(visible=True).last.click()  # older achievements are folded
    page.locator("a[href*='anti-sway-method']").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("[...document.images].every(image => image.loading === 'lazy' || image.naturalWidth > 0)")
    page.get_by_label("主导航").get_by_role("link", name="创新成果").click()
    page.locator(".facet[data-name=kind] a").first.click()
    expect(page.locator(".browse__found .card").first).to_be_visible()


def test_search_without_a_server(page: Page, edition: Path) -> None:
    page.goto((edition / "studios/nursing/index.html").as_uri())
    page.get_by_role("searchbox").fill("luohaiping")
    expect(page.get_by_role("option", name=STUDIO).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".search-page__hits")).to_contain_text(STUDIO)
    found = page.locator(".found", has_text=STUDIO).first
    found.scroll_into_view_if_needed()
    expect(page.locator(".found .name-cover").first).to_be_visible()
    found.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(STUDIO)


def test_settings_stay_and_pictures_and_sheets_open(page: Page, edition: Path) -> None:
    page.goto((edition / "studios/port-crane/index.html").as_uri())
    page.locator("summary[title=阅读设置]").click()
    page.locator(".reading").get_by_text("特大", exact=True).click()
    picture = page.locator("article picture > img").first
    assert picture.evaluate(WIDTH) > 0
    assert str(picture.evaluate("image => image.currentSrc")).endswith(".webp")
    page.get_by_role("link", name="展板").click()
    assert page.locator(".panel img.qr").evaluate(WIDTH) > 0
    page.get_by_role("link", name="回到工作室").click()
    page.wait_for_url("**/port-crane/index.html")
    expect(page.locator("html")).to_have_attribute("data-size", "largest")
    expect(page.locator("link[rel=canonical]")).to_have_attribute("href", re.compile("^https://showcase.example.org/"))


def test_every_link_names_a_file_of_the_folder(edition: Path) -> None:
    for file in some(edition.rglob("*.html")):
        for link in html.parse(file).iterfind(".//a[@href]"):
            address = re.split("[?#]", link.get("href", ""))[0]
            if address and ":" not in address:
                assert (file.parent / address).is_file(), f"{file.relative_to(edition)}: {address}"


def test_the_rest_is_the_site_itself_and_the_same_each_time(edition: Path, city_site: Path, offline_city: Path) -> None:
    made, site = tree(edition), tree(city_site)
    laid_over = {"assets/javascripts/kiosk.js", "assets/stylesheets/kiosk.css", "展厅大屏.html", "打开方法.txt"}
    assert set(made) ^ set(site) == laid_over | {"404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
    changed = {name for name in set(made) & set(site) if made[name] != site[name]}
    assert changed == {name for name in site if name.endswith(".html")} - {"404.html"}
    assert tree(offline_city) == made


def test_it_takes_no_place_that_holds_other_things(site: Path, tmp_path: Path) -> None:
    stick, out = tmp_path / "stick", site / "site"
    stick.mkdir()
    (stick / "工资表.xlsx").write_bytes(b"1")
    taken = {stick: "target-taken", stick / "工资表.xlsx": "target-taken"}
    for place, code in some({**taken, **dict.fromkeys((out, out / "offline", site), "target-source")}.items()):
        with pytest.raises(BuildFailed) as refused:
            pipeline.build(Project(site), out, without_server=place)
        assert [problem.code for problem in refused.value.problems] == [code]
    assert tree(stick) == {"工资表.xlsx": b"1"}
    assert not out.exists()
    for _ in range(2):  # an older edition of its own may be replaced
        run = laomo("build", "--root", site, "--offline", stick / "展馆")
        assert (run.returncode, run.stdout.splitlines()[-1].split("。")[0]) == (0, f"离线版已放好：{stick / '展馆'}")
    assert (stick / "展馆" / "studios" / "index.html").is_file()


def test_a_kiosk_goes_home_when_nobody_is_there(page: Page, edition: Path) -> None:
    page.clock.install()
    page.goto(f"{(edition / 'index.html').as_uri()}?kiosk={PATIENCE}")
    page.clock.run_for((PATIENCE + 9) * 1000)
    expect(page.locator(".kiosk-countdown")).to_be_hidden()  # an untouched start page needs no reset
    expect(page.locator(".kiosk-slides")).to_be_visible()
    page.mouse.click(5, 5)
    expect(page.locator(".kiosk-slides")).to_be_hidden()
    page.locator("summary[title=阅读设置]").click()
    page.locator(".reading").get_by_text("特大", exact=True).click()
    page.goto((edition / "search/index.html").as_uri() + "?q=岸桥")
    expect(page.locator(".search-page__hits")).to_contain_text(STUDIO)
    expect(page.locator(".kiosk-countdown")).to_be_hidden()
    page.clock.run_for((PATIENCE - 10) * 1000)
    expect(page.locator(".kiosk-countdown")).to_have_text(
        re.compile("还有 (10|[5-9]) 秒回到首页，碰一下屏幕就留在这里")
    )
    expect(page.get_by_role("status").filter(has_text="秒后回到首页")).to_have_count(1)
    page.clock.run_for(10_000)
    expect(page).to_have_url((edition / "index.html").as_uri())
    expect(page.locator("html")).to_have_attribute("data-size", "")  # the scripts have run, and no text size is chosen
    expect(page.locator("#search-input")).to_have_value("")
    expect(page.locator("html")).to_have_attribute("data-kiosk", "")


def test_a_kiosk_leads_nowhere_outside(page: Page, edition: Path) -> None:
    address = (edition / "studios/port-crane/index.html").as_uri()
    page.goto(address)
    films = page.locator(".outside a")
    expect(films).to_have_count(2)
    page.goto(f"{address}?kiosk")
    expect(films).to_have_count(0)
    page.get_by_text("视频与全景").click()
    expect(page.locator(".outside").get_by_text("https://video.example.org/port-crane/panorama")).to_be_visible()
    expect(page.get_by_role("link", name="订阅更新")).to_be_hidden()
    expect(page.get_by_role("button", name="复制链接")).to_be_hidden()
    page.goto(f"{address}?kiosk=off")
    expect(films).to_have_count(2)


SCREENS = [(1920, 1080), (1080, 1920), (3840, 2160), (2160, 3840)]
FINGER = 64
"""CSS pixels."""
SMALL_PRINT = """within => {
  const least = Math.min(innerWidth, innerHeight) * 0.016 - 0.1;
  const scale = (each) => each.getScreenCTM ? each.getScreenCTM().a : 1;
  const written = (each) => [...each.childNodes].some((part) => part.nodeType === Node.TEXT_NODE && part.textContent.trim());
  const shown = (each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width > 1 && !each.closest(".unseen");
  return [...document.querySelectorAll(within + " *")].filter((each) => written(each) && shown(each) && parseFloat(getComputedStyle(each).fontSize) * scale(each) < least)
    .map((each) => `${each.outerHTML.slice(0, 90)} ${getComputedStyle(each).fontSize}`);
}"""
LED_TO = """() => [...document.querySelectorAll("a[href]")].filter((link) => link.checkVisibility() && /[/](help|form|data|sheet)[/]/.test(link.href)).map((link) => link.href)"""
BLEED = """() => [...document.querySelectorAll(".kiosk-slide:not([hidden])")].map((slide) => {
  const { x, y, width, height } = slide.getBoundingClientRect();
  return [x, y, width - innerWidth, height - innerHeight, slide.scrollWidth - slide.clientWidth, slide.scrollHeight - slide.clientHeight].map(Math.round);
})"""


def test_in_a_hall_all_is_large_on_every_screen(page: Page, edition: Path) -> None:
    """Letters of 1.6 % of the shorter side, targets of 64 pixels, slides that fill the screen, and no way to what publishers need."""
    page.clock.install()
    for address in ("studios/port-crane/index.html", "index.html"):
        page.goto(f"{(edition / address).as_uri()}?kiosk")
        for width, height in some(SCREENS):
            page.set_viewport_size({"width": width, "height": height})
            assert ask(page, f"small({FINGER})") == [], (address, width)
            assert page.evaluate(SMALL_PRINT, "body") == [], (address, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(LED_TO) == []
    page.clock.run_for(8_500)
    for width, height in some(SCREENS):
        page.set_viewport_size({"width": width, "height": height})
        page.clock.run_for(12_000)
        assert page.evaluate(BLEED) == [[0] * 6]
        assert page.evaluate(SMALL_PRINT, ".kiosk-slides") == [], width


def test_the_door_of_the_kiosk(page: Page, edition: Path) -> None:
    page.goto((edition / "展厅大屏.html").as_uri(), wait_until="commit")
    expect(page).to_have_url(f"{(edition / 'index.html').as_uri()}?kiosk")
    page.wait_for_function("sessionStorage['laomo-kiosk'] === '90'")
