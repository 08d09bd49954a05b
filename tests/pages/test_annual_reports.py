"""The annual report of a studio: a page per year, all that is public of it, nothing that is internal, on A4."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from laomo import pipeline
from laomo.project import Project
from tests.conftest import SMALL, some, tree

FULL = """
sample: 是
summary: |
  小结第一段。

  小结第二段。
projects:
  - title: 吊具防摇
    problem: 风大时吊具摆动。
    area: 技术开发
    kinds: [技术攻关]
    goal: 着箱不超过十二秒。
    plan: 春天测，秋天用。
    start: 2014-03
    end: 2014-10
    status: 完成
    source: 一线发现
    partners: [示例大学]
    results: [anti-sway, kept-back]
  - {title: 电缆防跳, status: 在研}
achievements:
  - id: anti-sway
    title: 防摇四步操作法
    kind: 先进操作法
    disclosure: 可公开
    effect: 着箱快了。
    measures: [{indicator: 着箱用时, before: 18, after: 11, unit: 秒}]
    benefits: [{kind: 效率, amount: 80余万元, period: 年度, as_of: 2014-12, source: 财务部门核定}]
    recognised_by: [{body: 示例市总工会, level: 市级, award: 一等奖, doc_no: 示例〔2014〕7号}]
    promotion: [{place: 南港码头, scope: 行业, year: 2014, count: 12台}]
  - {id: kept-back, title: 留着不公开的, kind: 技术革新, disclosure: 不公开}
trainings:
  - {topic: 稳钩课, date: 2014-05, sessions: 4, attendances: 60, audience: 本单位}
  - {topic: 开放日, sessions: 1, audience: 社会}
mentoring:
  apprentices: 5
  outcomes: [{kind: 出师, count: 2}]
exchanges: [{topic: 港际交流, partner: 南港码头}]
assistance: [{topic: 帮修钢丝绳, partner: 东港码头, note: 去了三天}]
leader_trainings: [{topic: 专利申请课}]
suggestions: {proposed: 30, adopted: 20, implemented: 12, benefit: 15万元}
honours:
  - {name: 工人先锋号, level: 市级, year: 2014, body: 示例市总工会}
  - {name: 已经收回的称号, level: 市级, year: 2014, status: 撤销}
members_promoted: 3
plan_next: 把电缆也管住。
report:
  submitted: 2014-12-29
  inspection: 互查时发现台账缺页
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site whose crane has a full year 2014."""
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("years") / "small"))
    (site / "studios/north/crane/2014.yml").write_text(FULL.replace("anti-sway", "four-steps"), encoding="utf-8")
    pipeline.build(Project(site), site / "site")
    return site / "site"


def text(page: Path) -> str:
    return "".join(html.fromstring(page.read_bytes().decode()).text_content().split())


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("summary", ["小结第一段。", "小结第二段。"]),
        ("projects", ["2个", "吊具防摇", "完成", "风大时吊具摆动。", "着箱不超过十二秒。", "春天测，秋天用。", "示例大学", "防摇四步操作法", "在研"]),
        ("achievements", ["1项", "先进操作法", "18", "11秒", "着箱快了。", "80余万元（年度，截至2014年12月）", "财务部门核定", "一等奖", "示例〔2014〕7号", "南港码头行业，2014年，12台"]),
        ("mentoring", ["5名徒弟", "2人出师"]),
        ("trainings", ["5场60人次", "稳钩课4场60人次面向本单位2014年5月", "开放日1场面向社会", "合计只加写了的"]),
        ("exchanges", ["港际交流", "南港码头"]),
        ("assistance", ["帮修钢丝绳", "东港码头", "去了三天"]),
        ("leader-trainings", ["专利申请课"]),
        ("suggestions", ["30条提出", "20条采纳", "12条实施", "15万元"]),
        ("honours", ["工人先锋号", "市级"]),
        ("members-promoted", ["3人晋级"]),
        ("plan-next", ["2015年计划", "把电缆也管住。"]),
    ],
)  # fmt: skip
def test_each_section_says_what_the_record_says(report: Path, section: str, words: list[str]) -> None:
    page = html.fromstring((report / "studios/crane/2014/index.html").read_bytes().decode())
    (found,) = page.xpath(f"//section[@aria-labelledby='{section}']")
    said = "".join(found.text_content().split())
    for word in words:
        assert word in said


def test_nothing_internal_is_anywhere_on_the_site(report: Path) -> None:
    assert "12月29日" not in text(report / "studios/crane/2014/index.html")
    for name, data in some(tree(report).items()):
        if name.endswith((".html", ".xml", ".json", ".txt", ".csv")):
            for secret in ("互查时发现", "缺页", "2014-12-29", "2014年12月29日", "留着不公开的", "已经收回的称号"):
                assert secret not in data.decode(), name


def test_a_poor_year_has_no_empty_sections(site: Path) -> None:
    (site / "studios/north/weld/2014.yml").write_text("summary: 只有一句。\n", encoding="utf-8")
    pipeline.build(Project(site), site / "site")
    page = html.fromstring((site / "site/studios/weld/2014/index.html").read_bytes().decode())
    assert page.xpath("//section/@aria-labelledby") == ["summary"]


def test_reports_and_the_studio_lead_to_each_other(report: Path) -> None:
    def links(name: str) -> list[str]:
        return html.fromstring((report / name).read_bytes().decode()).xpath("//article//a/@href")

    assert {"2014/", "2013/"} <= set(links("studios/crane/index.html"))
    assert {"../", "../2013/"} <= set(links("studios/crane/2014/index.html"))
    assert "2014/#project-1" in links("studios/crane/index.html"), "the evidence for 有项目"


def test_it_prints_on_a4_without_the_frame(report: Path, browser: Browser, serve: Callable[[Path], str]) -> None:
    page = browser.new_page()
    page.goto(f"{serve(report)}studios/crane/2014/")
    page.emulate_media(media="print")
    assert page.locator("header.md-header").is_hidden()
    assert page.locator("#project-1").is_visible()
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    boxes = re.findall(rb"/MediaBox\s*\[0 0 (\d+)[.\d]* (\d+)", printed)
    assert set(boxes) == {(b"594", b"841")}
    assert 1 <= len(boxes) <= 3


PROFILE = """
former_names: [旧名工作室]
co_unions: [south]
status: 暂停
place: {area: 约80平方米}
honours: [{name: 示例先进班组, level: 市级, year: 2014, body: 示例市总工会, doc_no: 示例〔2014〕5号}]
relations: [{kind: 前身, studio: crane, since: 2011-04}]
"""


def test_every_public_field_of_a_profile_is_somewhere_to_be_read(site: Path) -> None:
    file = site / "studios/north/weld/studio.yml"
    profile = file.read_text(encoding="utf-8").replace("kind: 技能人才", "kind: 技能人才, start: 2013-05")
    file.write_text(profile + PROFILE, encoding="utf-8")
    pipeline.build(Project(site), site / "site")

    def told(url: str) -> str:
        page = html.fromstring((site / "site" / url / "index.html").read_bytes())
        return "".join(page.text_content().split())

    weld = told("studios/weld")
    for words in (
        "曾用名旧名工作室",
        "北区工会共建南区工会",
        "暂停活动",
        "场地面积约80平方米",
        "领衔人（2013年5月起）",
    ):
        assert words in weld, words
    for words in ("示例先进班组市级示例市总工会示例〔2014〕5号", "前身·2011年4月起江一舟岸桥劳模创新工作室"):
        assert words in weld, words
    assert "补助2万元，2014年1月10日" in told("decisions")
