"""What readers ask of a hall like this, answered in one search, and where they walk, within two taps of the home page; on a phone."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

SEARCHED: Final = [
    # what is asked, the page that answers (one of the first three hits), what it says
    ("谁会修电梯", "studios/jiang-youxiang-elevator/", "电梯"),
    ("屿北区 谁带徒弟", "studios/zhou-youfang-water-supply/", "徒弟"),
    ("罗海平 2024年年报", "studios/port-crane/2024/", "经济效益"),
    ("岸桥 2023年成果", "studios/port-crane/2023/", "前后对比|秒|分钟"),
    ("罗海平联系电话", "unions/", "0000-000"),
    ("工作室是怎样命名的", "standards/", "标准"),
    ("怎么申报", "standards/", "标准"),
    ("罗海平的工作室还有效吗", "studios/port-crane/", "有效"),
    ("被撤销的工作室", "studios/han-qinghuang-government-service/", "撤销"),
    ("有哪些公示", "notices/", "公示期"),
    ("哪些成果可以借用", "achievements/borrowable/", "怎样问"),
    ("罗海平 海报", "studios/port-crane/sheet/", "罗海平"),
    ("任务表", "targets/2026/", "达标"),
    ("知识产权归谁", "achievements/rights/", "权利人"),
    ("职工提了多少建议", "achievements/suggestions/", "采纳"),
    ("最近有什么新变化", "data/changes/", "一年里"),
    ("媒体报道", "events/press/", "媒体报道"),
    ("引进消化吸收", "achievements/adopted/", "新材料"),
]
MENU: Final = ".menu__button"
WALKED: Final = [
    # what is asked, the links that are tapped from the home page, where they lead, what it says
    ("current notices", [MENU, "notices/"], "notices/", "公示期"),
    ("how a studio is named", [MENU, "decisions/"], "decisions/", "命名"),
    ("borrowable results", ["achievements/", "borrowable/"], "achievements/borrowable/", "怎样问"),
    ("problems taken on", ["achievements/", "projects/"], "achievements/projects/", "难题"),
    ("the table of targets", [MENU, "targets/2026/"], "targets/2026/", "达标"),
]


@pytest.fixture(scope="module")
def page(browser: Browser, city_site: Path, serve: Callable[[Path], str]) -> Iterator[Page]:
    """One phone for all questions."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN", base_url=serve(city_site))
    tab = context.new_page()
    tab.goto("search/")
    yield tab
    context.close()


def says(site: Path, address: str) -> str:
    """The text of a page."""
    return re.sub(r"\s|\u200b", "", html.parse(str(site / address / "index.html")).getroot().text_content())


@pytest.mark.parametrize(("asked", "address", "said"), SEARCHED, ids=[row[0] for row in SEARCHED])
def test_one_search_answers(page: Page, city_site: Path, asked: str, address: str, said: str) -> None:
    if not page.url.partition("?")[0].endswith("/search/"):
        page.goto("search/")
    page.fill("#search-page-input", asked)
    page.press("#search-page-input", "Enter")
    expect(page).to_have_url(re.compile("q="))
    hit = page.locator(f".search-page__hits > li:nth-child(-n + 3) a[href^='../{address}']").first
    expect(hit).to_be_visible()
    assert re.search(said, says(city_site, address))


@pytest.mark.parametrize(("taps", "address", "said"), [row[1:] for row in WALKED], ids=[row[0] for row in WALKED])
def test_two_taps_lead_to_it(page: Page, city_site: Path, taps: list[str], address: str, said: str) -> None:
    assert len(taps) <= 2
    page.goto("")
    for tap in taps:
        page.locator(tap if tap == MENU else f"a[href$='{tap}']:visible").first.click()
    expect(page).to_have_url(re.compile(f"/{address}$"))
    assert re.search(said, says(city_site, address))
