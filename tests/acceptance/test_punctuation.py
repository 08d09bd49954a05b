"""Punctuation (GB/T 15834-2011) and numerals (GB/T 15835-2011) of all that the sample city publishes: content, templates, messages, records.

The text of the pages is looked at, so that what only a program puts together is looked at too. Code is left out.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from laomo.records.yaml import reader
from tests.conftest import some

HAN = "[\u3400-\u9fff]"
DIGIT = "[零一二三四五六七八九十百千万两]"
MEASURE = "分钟|秒钟|毫米|微米|厘米|公里|千米|米|千克|公斤|吨|毫升|升|千伏|千瓦时|千瓦|伏|兆帕|平方米|立方米|赫兹"
SPELLED = (
    rf"(?<![第几数成分点\d{DIGIT[1:-1]}])(?![一百千万](?:{MEASURE}))(?!{DIGIT}?[一二三四五六七八九两]{{2}})(?!十分钟)"
    rf"{DIGIT}+(?:点{DIGIT}+)?(?:{MEASURE})(?!半)"
)
"""A measure with a number in characters; numbers that are only about right (三五米) and single words (一分钟) are written so."""
NOT_TEXT = {"title", "script", "style", "code", "pre", "kbd", "samp", "textarea", "svg", "button"}
INLINE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "em",
    "i",
    "mark",
    "q",
    "ruby",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
    "wbr",
}
SHOWN = ("alt", "aria-label", "placeholder", "title")

RULES: dict[str, tuple[str, list[str], list[str]]] = {
    "a half-width sign between Chinese": (rf"{HAN}[,;:?!](?={HAN})", ["甲,乙", "甲:乙"], ["甲，乙", "10:30", "甲, B"]),
    "half-width brackets around Chinese": (
        rf"\({HAN}[^()\n]*\)|{HAN}\({HAN}",
        ["(示例)", "甲(乙"],
        ["（示例）", "f(x)"],
    ),
    "straight quotes beside Chinese": (rf"{HAN}[\"']|[\"']{HAN}", ['"甲"', "'甲'"], ["“甲”", "it's"]),
    "dots for an ellipsis": (r"\.{3}|。。|(?:…{2})…", ["甲...", "甲。。。", "………"], ["甲……", "v1.2", "甲…乙"]),
    "a single dash between words": (rf"{HAN}--{HAN}|{HAN} - {HAN}", ["甲--乙", "甲 - 乙"], ["甲——乙", "甲—乙"]),
    "two signs in a row": (
        r"[，。；：、][，。；：、]|，）|（[，。]|[？！][，。；]",
        ["甲，。", "（，"],
        ["甲”。", "）。"],
    ),
    "other brackets around the year of a document": (
        r"[\[(（【]\d{4}[\])）】] ?第?\d+ ?号",
        ["(2013)6号", "[2013]6号"],
        ["〔2013〕6号", "（2013年）6号"],
    ),
    "full-width digits and letters": ("[０-９Ａ-Ｚａ-ｚ％]", ["Ａ组", "５％"], ["A组", "5%"]),
    "a measure in Chinese numerals": (
        SPELLED,
        ["缩短到三十五分钟", "四毫米", "十千克", "零点零二毫米"],
        ["35分钟", "三五米", "一分钟", "十分钟", "百米护栏", "四秒半", "第三米"],
    ),
    "a hyphen in a range": (
        rf"(?<![\d-])\d+(?:\.\d+)?-\d+(?:\.\d+)?(?=(?:%|{MEASURE}|人|家|次|岁|天))",
        ["5-10人", "3.5-4%"],
        ["5～10人", "5至10人", "2013-01-05"],
    ),
    "a space beside a full-width sign": (
        rf"{HAN} [，。；：？！、）》”]|[，；：、（《“] {HAN}",
        ["甲 ，", "， 乙"],
        ["甲，乙"],
    ),
}
"""What a rule finds → pattern, what it must find, what not."""
BEYOND = {
    "half-width brackets around Chinese": {"如 [附件：任务分解表](文件名.pdf)；"},
    "full-width digits and letters": {"数控Ａ组劳模创新"},
    "other brackets around the year of a document": {"厦工办[2013]6号"},
    "a half-width sign between Chinese": {"主机:文件夹", "别名:文件夹"},
    "straight quotes beside Chinese": {"加英文双引号，如"},
    "a measure in Chinese numerals": {"四十米高处，一钩一钩"},
}
"""Texts on the help pages that show what is wrong or what is typed, and a slogan."""


@cache
def pattern(rule: str) -> re.Pattern[str]:
    return re.compile(RULES[rule][0])


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_finds_what_it_names(rule: str) -> None:
    _, wrong, right = RULES[rule]
    assert [text for text in some(wrong) if not pattern(rule).search(text)] == []
    assert [text for text in some(right) if pattern(rule).search(text)] == []


def mistakes(text: str) -> Iterator[tuple[str, str]]:
    for rule in RULES:
        for found in pattern(rule).finditer(text):
            around = text[max(0, found.start() - 20) : found.end() + 20]
            if not any(shown in text for shown in BEYOND.get(rule, ())):
                yield rule, around


def texts(page: bytes) -> set[str]:
    """The running texts of a page, each block by itself, and what is shown of attributes."""
    tree = etree.fromstring(page, parser=etree.HTMLParser(encoding="utf-8"))
    blocks: list[list[str]] = [[]]
    _collect(tree, blocks)
    said = {"".join(block) for block in blocks}
    said |= {value for name in SHOWN for value in map(str, tree.xpath(f"//@{name}"))}
    return {re.sub(r"[ \n]+", " ", text).strip() for text in said}


def _collect(element: etree._Element, blocks: list[list[str]]) -> None:
    inline = element.tag in INLINE
    if not inline:
        blocks.append([])
    if isinstance(element.tag, str) and element.tag not in NOT_TEXT:
        blocks[-1].append(element.text or "")
        for child in element:
            _collect(child, blocks)
    elif element.tag in NOT_TEXT:
        blocks[-1].append("\ufffc")
    if not inline and element.tag not in NOT_TEXT:
        blocks.append([])
    blocks[-1].append(element.tail or "")


def test_pages_of_the_sample_city_are_printed_as_the_standards_want(city_site: Path) -> None:
    found: dict[str, set[tuple[str, str]]] = {}
    seen: set[str] = set()
    for file in some(sorted(city_site.rglob("*.html"))):
        page = file.relative_to(city_site).as_posix()
        if page.startswith("en/"):
            continue
        fresh = texts(file.read_bytes()) - seen
        seen |= fresh
        for text in fresh:
            for mistake in mistakes(text):
                found.setdefault(page, set()).add(mistake)
    assert found == {}


def test_records_of_the_sample_city_are_written_as_the_standards_want(city_root: Path) -> None:
    found = []
    for file in some(sorted((city_root / "studios").rglob("*.yml"))):
        tree, _ = reader.read(file.read_bytes(), file.name)
        found += [(file.name, *mistake) for text in values(tree) for mistake in mistakes(text)]
    assert found == []


def values(tree: reader.Tree | None) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif tree:
        for each in tree.values() if isinstance(tree, dict) else tree:
            yield from values(each)
