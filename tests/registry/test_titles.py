"""Titles and the timeline of a studio: valid, expired and revoked titles, and how a studio ended."""

from pathlib import Path

import pytest
from lxml import html

from laomo import generate, pipeline
from laomo.project import Project
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from tests.conftest import edit, some, tree


def registry(site: Path) -> Registry:
    checked = generate.check(Project(site))
    assert checked.problems == ()
    assert checked.registry is not None
    return checked.registry


def crane(site: Path) -> Studio:
    return registry(site).studio_by_id["crane"]


def decide(site: Path, date: str, result: str, level: str, more: str = "") -> None:
    text = f"title: 关于{result}的决定\nresult: {result}\nlevel: {level}\nbodies: [示例市总工会]\ndate: {date}\n{more}"
    text += f"designation: {level}创新工作室\nstudios: [{{studio: crane}}]\n"
    (site / f"studios/decisions/{date[:4]}-01.yml").write_text(text, encoding="utf-8")


def text(site: Path, page: str) -> str:
    return "".join(html.fromstring((site / "site" / page / "index.html").read_bytes()).text_content().split())


def test_the_highest_valid_level_counts_and_an_expired_title_is_past(site: Path) -> None:
    decide(site, "2015-05-01", "命名", "省级")
    decide(site, "2018-05-01", "示范", "全国", "valid_to: 2023-05-01\n")
    studio = crane(site)
    assert studio.level == "省级"
    assert [d.decision.level for d in studio.valid_designations] == ["省级", "市级"]
    assert [d.decision.level for d in studio.past_designations] == ["全国"]
    pipeline.build(Project(site), site / "site")
    page = text(site, "studios/crane")
    assert "曾获全国创新工作室，2023年5月1日到期" in page
    assert page.index("2018年5月1日示范") < page.index("2023年5月1日称号到期")


@pytest.mark.parametrize(
    ("until", "valid"), [("2025-12-30", False), ("2025-12-31", True), ("2025-12", True), ("2026", True)]
)
def test_a_title_is_valid_through_its_last_day(site: Path, until: str, valid: bool) -> None:
    decide(site, "2015-05-01", "命名", "省级", f"valid_to: {until}\n")
    assert (crane(site).level == "省级") is valid


def test_a_title_taken_back_leaves_those_of_other_levels(site: Path) -> None:
    decide(site, "2015-05-01", "命名", "省级")
    decide(site, "2019-05-01", "摘牌", "市级")
    studio = crane(site)
    assert not studio.ended
    assert (studio.level, studio.qualified) == ("省级", None)
    decide(site, "2020-05-01", "撤销", "省级")
    assert crane(site).ending == "撤销"
    decide(site, "2021-05-01", "命名", "市级")
    assert crane(site).level == "市级", "named anew"


def test_rectification_never_leaves_the_house(site: Path) -> None:
    decide(site, "2015-05-01", "限期整改", "市级", "doc_no: 示例〔2015〕77号\n")
    assert not crane(site).ended
    pipeline.build(Project(site), site / "site")
    for name, data in some(tree(site / "site").items()):
        if name not in ("help/checks/index.html", "help/problems/index.html"):
            assert "整改".encode() not in data, name
            assert "2015&#12309;77" not in data.decode(errors="replace"), name
            assert "〔2015〕77号".encode() not in data, name
    assert "示例〔2013〕1号" in text(site, "decisions")


def test_a_studio_that_merged_or_moved_says_where_it_went(site: Path) -> None:
    edit(
        site / "studios/north/weld/studio.yml",
        "founded: 2012",
        "founded: 2012\nstatus: 合并\nmerged_into: crane\nended_on: 2020-03",
    )
    edit(site / "studios/south/nurse/studio.yml", "region: 南区", "region: 南区\nstatus: 迁出\nmoved_to: 邻市护理工会")
    pipeline.build(Project(site), site / "site")
    merged = html.fromstring((site / "site/studios/weld/index.html").read_bytes())
    assert merged.xpath("//p[@class='notice']/a/@href") == ["../crane/"]
    assert "2020年3月合并" in text(site, "studios/weld")
    assert "迁往邻市护理工会" in text(site, "studios/nurse")
    for listing in ("studios", "people", "unions/north", "regions"):
        assert "方二铁" not in text(site, listing)
        assert "北区焊接" not in text(site, listing)


def test_a_successor_takes_over_and_the_name_stays(site: Path) -> None:
    edit(
        site / "studios/north/crane/studio.yml",
        "  - name: 江一舟\n",
        "  - {name: 江二舟, start: 2020-02}\n  - name: 江一舟\n    end: 2020-01\n",
    )
    pipeline.build(Project(site), site / "site")
    page = text(site, "studios/crane")
    assert "江一舟岸桥劳模创新工作室" in page
    assert "2020年2月变更领衔人江二舟接任领衔人" in page
    assert "江一舟领衔人（至2020年1月）" in page


NOTICE = """title: 关于拟命名的公示
kind: 公示
date: 2025-12-01
issuer: 示例市总工会
start: 2025-12-01
end: {end}
objection: 当面反映，署真实姓名。
union: north
body: 现予公示。
studios: [crane]
"""


@pytest.mark.parametrize(("end", "over"), [("2025-12-31", True), ("2026-01-01", False), ("2026-01", False)])
def test_a_publicity_period_ends_by_the_day_of_the_build(site: Path, end: str, over: bool) -> None:
    """That of the tests is 2026-01-01; the data are as of 2025-12-31."""
    (site / "studios/notices").mkdir()
    (site / "studios/notices/2025-01.yml").write_text(NOTICE.format(end=end), encoding="utf-8")
    edit(site / "studios/unions.yml", "name: 北区工会,", "name: 北区工会, landline: 12351,")
    pipeline.build(Project(site), site / "site")
    page = text(site, "notices/2025-01")
    assert "12351" in page
    assert "江一舟岸桥劳模创新工作室" in page
    state = "已结束" if over else "公示中"
    assert (state in page, state in text(site, "notices")) == (True, True)
