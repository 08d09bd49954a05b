"""Several titles in one cell are asked; they never become one title that nobody gave."""

from pathlib import Path

import pytest
from tests.conftest import some
from tests.tools.spreadsheets.lists import found, planned, workbook

HEADER = ["工作室名称", "领衔人", "所在单位", "地区", "类别", "命名时间", "命名单位", "命名级别", "命名称号"]
ROW = ["陆二木钳工劳模创新工作室", "陆二木", "示例机床厂", "北区", "劳模", "2015", "示例市总工会", "市级"]
SEVERAL = [
    "示例市劳模创新工作室（2015）；示例省劳模创新工作室（2016）",
    "示例市劳模创新工作室;示例省劳模创新工作室",
    "示例市劳模创新工作室\n示例省劳模创新工作室",
    "2015年示例市劳模创新工作室，2016年示例省劳模创新工作室",
    "示例市劳模创新工作室、示例省劳模创新工作室",
]
ONE = [
    "示例市劳模创新工作室",
    "示例市劳模、工匠创新工作室",
    "示例市劳模（技能人才）创新工作室",
    "2015年示例市劳模创新工作室",
]


@pytest.mark.parametrize("title", SEVERAL)
def test_several_titles_are_asked(site: Path, tmp_path: Path, title: str) -> None:
    plan = planned(site, workbook(tmp_path / "名单.xlsx", [HEADER, [*ROW, title]]))
    assert found(plan) == [("Sheet1!I2", "ledger-several-titles")]
    assert [change.path.name for change in some(plan.changes) if "decisions" in change.path.parts] == []


@pytest.mark.parametrize("title", ONE)
def test_one_title_is_one_title(site: Path, tmp_path: Path, title: str) -> None:
    plan = planned(site, workbook(tmp_path / "名单.xlsx", [HEADER, [*ROW, title]]))
    assert found(plan) == []
    (decision,) = (change for change in plan.changes if "decisions" in change.path.parts)
    assert f"designation: {title}\n" in decision.data.decode()


@pytest.mark.parametrize(
    "name", ["示例市劳动模范（2015）；五一劳动奖章（2016）", "示例市劳动模范、示例市技术能手", "先进集体\n工人先锋号"]
)
def test_several_honours_are_asked(site: Path, tmp_path: Path, name: str) -> None:
    header = ["工作室名称", "荣誉类别", "荣誉名称", "级别", "年份"]
    row = ["江一舟岸桥劳模创新工作室", "集体荣誉", name, "市级", "2015"]
    plan = planned(site, workbook(tmp_path / "荣誉.xlsx", [header, row], "荣誉"))
    assert [code for _, code in found(plan)] == ["ledger-several-titles"]
    assert plan.changes == ()
