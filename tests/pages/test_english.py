"""The English door: three pages, the records behind them in Chinese and marked so."""

import re
from collections.abc import Callable, Iterator
from dataclasses import astuple
from pathlib import Path

import pytest
from lxml import etree, html
from playwright.sync_api import Browser, Page, expect

from laomo.pages import english_measures, english_names, english_terms
from laomo.records.models import StudioRecord, vocabulary
from laomo.records.models.year import MeasureRecord


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
        ("李建安", "Li Jian'an"),
        ("阿依古丽·买买提", "Ayiguli Maimaiti"),
        ("John Smith", "John Smith"),
        ("示例A", "Shi Lia"),
        ("\U00031351二", ""),
        ("艾\U00031351·买买提", ""),
    ],
)
def test_names_in_letters(name: str, letters: str) -> None:
    assert english_names.person(name) == letters


@pytest.mark.parametrize(
    ("place", "letters"),
    [
        ("云屿市", "Yunyu"),
        ("东澜省云屿市", "Yunyu, Donglan Province"),
        ("福建省厦门市思明区", "Siming District, Xiamen, Fujian Province"),
        ("陕西省西安市", "Xi'an, Shaanxi Province"),
        ("广西壮族自治区", "Guangxi Zhuang Autonomous Region"),
        ("内蒙古自治区呼和浩特市", "Hohhot, Inner Mongolia Autonomous Region"),
        ("湘西土家族苗族自治州", "Xiangxi Tujia and Miao Autonomous Prefecture"),
        ("上海", "Shanghai"),
        ("\U00031351市", ""),
    ],
)
def test_places_in_letters(place: str, letters: str) -> None:
    assert english_names.place(place) == letters


@pytest.mark.parametrize(
    ("name", "leader", "english"),
    [
        ("罗海平岸桥操作劳模创新工作室", "罗海平", "Luo Haiping Model Worker Innovation Studio"),
        ("北区焊接技能大师工作室", "王明", "Beiqu Hanjie Master of Skills Studio"),
        ("李四工匠创新工作室", "李四", "Li Si Craftsman Innovation Studio"),
        ("蔡仲林劳模和工匠人才创新工作室", "蔡仲林", "Cai Zhonglin Model Worker and Craftsman Innovation Studio"),
        ("顾三春护理巾帼创新工作室", "顾三春", "Gu Sanchun Women's Innovation Studio"),
        ("焊接团队", "王明", "Hanjie Tuandui"),
        ("\U00031351二工作室", "\U00031351二", ""),
    ],
)
def test_studios_in_english(name: str, leader: str, english: str) -> None:
    leaders = [{"name": leader, "role": "领衔人"}]
    record = StudioRecord.model_validate({"name": name, "units": ["示例公司"], "leaders": leaders})
    assert english_names.studio(record) == english


@pytest.mark.parametrize(
    ("unit", "english"),
    [
        ("秒", "seconds"),
        ("个月", "months"),
        ("次/月", "times per month"),
        ("起／学期", "incidents per term"),
        ("毫克/立方米", "mg/m³"),
        ("千瓦时/标准箱", "kWh/TEU"),
        ("元/千瓦时", "yuan per kWh"),
        ("件/万件", "pieces per ten thousand pieces"),
        ("万元", "ten thousand yuan"),
        ("个", ""),
        ("个/月", "per month"),
        ("℃", "°C"),
        ("度", None),
        ("次/百相", None),
        ("锅", None),
    ],
)
def test_units(unit: str, english: str | None) -> None:
    assert english_measures.unit(unit) == english


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("18", "11秒", ("18", "11", "seconds", "Lower is better.")),
        ("-1,200.5", "0", ("-1,200.5", "0", "seconds", "Lower is better.")),
        ("约18", "11", None),
        ("18", "数秒", None),
        ("1.2万", "800", None),
    ],
)
def test_measures(before: str, after: str, found: tuple[str, ...] | None) -> None:
    facts = {"indicator": "用时", "before": before, "after": after, "unit": "秒", "direction": "越低越好"}
    measure = english_measures.of(MeasureRecord.model_validate(facts))
    assert (measure and astuple(measure)[:4]) == found


@pytest.mark.parametrize(
    ("indicator", "figures", "unit", "scale"),
    [
        ("用时", ("18", "11"), "秒", "One block: 1 second."),
        ("用时", ("90", "35"), "分钟", "One block: 5 minutes."),
        ("用时", ("2.5", "1"), "小时", "One block: 10 minutes."),
        ("工期", ("18", "12"), "个月", "One block: 1 month."),
        ("投入", ("6", "2"), "人", "One block: 1 person."),
        ("延时", ("20", "8"), "毫秒", "One block: 1 ms."),
        ("缺陷", ("6", "2"), "个", ""),
        ("返工率", ("4", "1"), "%", "Of a hundred dots, 4 are lit before and 1 after."),
        ("返工率", ("2.36", "0.6"), "%", "Of a thousand dots, about 24 are lit before and 6 after."),
        ("合格率", ("91", "98"), "%", "The whole bar is 100%."),
        ("费用", ("25", "7"), "元", "Areas are to scale."),
        ("误差", ("25", "7"), "毫米", ""),
    ],
)
def test_the_scale_of_a_picture(indicator: str, figures: tuple[str, str], unit: str, scale: str) -> None:
    facts = {"indicator": indicator, "before": figures[0], "after": figures[1], "unit": unit}
    measure = english_measures.of(MeasureRecord.model_validate(facts))
    assert measure
    assert measure.scale == scale


def test_every_word_that_the_pages_show_has_its_english() -> None:
    assert english_terms.CATEGORIES.keys() == vocabulary.CATEGORIES.keys()
    assert english_terms.LEVELS.keys() == vocabulary.LEVELS.keys()
    assert english_terms.INDUSTRIES.keys() == vocabulary.INDUSTRIES.keys()
    assert english_terms.RESULTS.keys() == vocabulary.RESULT_KINDS.keys()
    assert english_terms.DECISIONS.keys() == vocabulary.DECISION_RESULTS.keys()
    assert english_terms.DIRECTIONS.keys() == vocabulary.DIRECTIONS.keys()


HAN = re.compile(r"[\u2e80-\u9fff]")


def test_chinese_stands_beside_its_letters_alone(city_site: Path) -> None:
    """On every English page: no Chinese but names and terms, each marked as Chinese beside its letters; nothing in heads and attributes."""
    found = []
    for file in sorted((city_site / "en").rglob("*.html")):
        page = html.fromstring(file.read_text(encoding="utf-8"))
        for element in page.iter(etree.Element):
            texts = [element.tail or "", *map(str, element.attrib.values())]
            if element.get("lang") != "zh" or not _has_letters_beside(element):
                texts.append(element.text or "")
            found += [(file.parent.name, text.strip()) for text in texts if HAN.search(text)]
        linked = page.xpath("//script[@type='application/ld+json']/text()")
        found += [(file.parent.name, text) for text in linked if HAN.search(text.encode().decode("unicode_escape"))]
    assert found == []


def _has_letters_beside(element: etree._Element) -> bool:
    around = element.getparent()
    beside = "".join(around.itertext()) if around is not None else ""
    return bool(re.search("[A-Za-z]{2}", beside.replace(element.text or "", "")))


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
