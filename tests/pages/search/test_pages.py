"""Everything that has a page is found by its title, and what a page answers is found by the question."""

import html
import re
from pathlib import Path

import pytest

from tests.conftest import some
from tests.pages.search.answers import ask
from tests.pages.search.conftest import Site

_NOT_ASKED = ("search/", "")
"""The page that one asks on, and the home page, which every page links to."""


def titles(site: Path) -> dict[str, str]:
    """The address of each page → its title without the site's name; of paged lists only the first page."""
    found = {}
    for file in site.rglob("index.html"):
        url = "" if file.parent == site else f"{file.parent.relative_to(site).as_posix()}/"
        if "/page-" not in url and not url.endswith("/card/") and url not in _NOT_ASKED:
            title = re.search("<title>([^<]*)", file.read_text(encoding="utf-8"))
            assert title
            whole = html.unescape(html.unescape(title[1]))
            found[url] = re.sub(r"(（示例）| \(sample\))? - .*", "", whole)
    return found


def test_every_page_is_among_the_first_three_for_its_title(city: Site) -> None:
    pages = titles(city.folder)
    same: dict[str, set[str]] = {}
    for url, title in some(pages.items()):
        same.setdefault(title, set()).add(url)
    answers = ask(city.search, list(same), 3)
    missed = [
        title
        for title, answer in zip(same, answers, strict=True)
        if not same[title] & {url.split("#")[0] for url in answer.urls}
    ]
    assert missed == []
    assert max(len(answer.files) for answer in answers) <= 20


@pytest.mark.parametrize(
    ("question", "page"),
    [
        ("怎么申报", "standards/"),
        ("请问工作室如何命名？", "standards/"),
        ("申报条件是什么", "standards/"),
        ("联系电话", "unions/"),
        ("找谁投诉", "unions/"),
        ("公示", "notices/"),
        ("最新通知", "notices/"),
        ("有多少家工作室", "statistics/"),
        ("数据下载", "data/"),
        ("什么是劳模创新工作室", "about/studios/"),
        ("政策文件", "policies/"),
        ("命名文件", "decisions/"),
        ("english", "en/"),
    ],
)
def test_a_question_leads_to_the_page_that_answers(city: Site, question: str, page: str) -> None:
    (answer,) = ask(city.search, [question], 3)
    assert answer.urls[0] == page, answer


def test_help_for_publishers_stands_behind_what_the_public_asks(city: Site) -> None:
    help_only = re.compile("help/(?!access|privacy|terms)")
    words = ["撤销", "公示", "命名", "照片", "台账", "荣誉", "验收"]
    for question, answer in some(zip(words, ask(city.search, words), strict=True)):
        mine = [bool(help_only.match(url)) for url in answer.urls]
        assert mine == sorted(mine), (question, answer.urls)
        assert not all(mine), question


def test_a_studio_that_has_ended_is_found_as_such(city: Site) -> None:
    ended = next(studio for studio in city.registry.studios if studio.ending in ("撤销", "摘牌"))
    named, state, revoked = ask(city.search, [ended.name, "已撤销", "被撤销的工作室"])
    assert named.urls[0] == ended.url
    assert ended.url in state.urls
    assert state.urls == revoked.urls
