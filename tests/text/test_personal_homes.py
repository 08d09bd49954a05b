"""Addresses of homes are found as numbers are; where somebody works is none."""

from pathlib import Path

import pytest

from laomo import generate
from laomo.project import Project
from laomo.text import personal_data
from tests.conftest import edit, some
from tests.tools.spreadsheets.lists import found, planned, workbook

HOMES = """
湖里区示例花园3栋502室|示例小区5幢1单元301|示例路12弄3号201室|示例路103弄5号|王家村3组15号|示例村第二村民小组8号|示例小区12号楼|湖里区示例小区18号602
家住湖里区示例街道12号|现住址：示例街12号|家庭地址 示例里5号|示例家属院3排5号|三栋二单元五零一室|示例路58号之一2301室|思明区（示例小区3-502）|示例小区3#502|示例新村二区３栋
软件园二期12号楼302室|5号楼302
"""
AT_WORK = """
工业园12号|厂区3号楼|2号楼201实验室|2号楼3楼302会议室|教学楼3楼|思明区示例东路88号|承建示例小区12号楼主体工程|负责示例小区3号楼供水改造|为示例花园2栋加装电梯|2号楼3层|12号高炉|3号线
第302研究室|1号车间|5栋厂房共1200平方米|示范村3号基站|村民小组3个|创新家园社区服务中心2号窗口|获3室1厅|示例公司3号楼5层|公寓管理12个|农村1组水泵
"""


def each(texts: str) -> list[str]:
    return texts.strip().replace("\n", "|").split("|")


@pytest.mark.parametrize("text", each(HOMES))
def test_a_home_is_found(text: str) -> None:
    assert [finding.code for finding in personal_data.find(text)] == ["personal-home"]


@pytest.mark.parametrize("text", each(AT_WORK))
def test_a_place_of_work_is_none(text: str) -> None:
    assert list(personal_data.find(text)) == []


@pytest.mark.parametrize("text", ["村" * 10_000, "家住1" * 3_000, "1弄" * 5_000, "小区1号楼" * 2_000, "1单元1" * 2_500])
def test_no_text_makes_it_slow(text: str) -> None:
    assert sum(1 for _ in personal_data.find(text)) < len(text)


def test_in_a_list_and_in_a_record(site: Path, tmp_path: Path) -> None:
    header = ["工作室名称", "领衔人", "所在单位", "地区", "类别", "简介"]
    row = ["焊接创新工作室", "张三", "示例厂", "示例小区5幢1单元301", "职工", "领衔人家住示例街道12号"]
    plan = planned(site, workbook(tmp_path / "名单.xlsx", [header, row]))
    homes = [place for place, code in found(plan) if code == "personal-home-in-list"]
    assert homes == ["Sheet1!D2", "Sheet1!F2"]
    assert not any(
        "5幢1单元".encode() in change.data or "示例街道12号".encode() in change.data for change in some(plan.changes)
    )
    edit(site / "studios/north/crane/studio.yml", "region: 北区\n", "region: 示例小区5幢1单元301\n")
    assert "personal-home" in {problem.code for problem in generate.check(Project(site)).problems}
