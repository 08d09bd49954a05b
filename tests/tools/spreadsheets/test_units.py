"""An amount says its unit, in its cell or in its header; without one it is asked, never guessed."""

from pathlib import Path

import pytest
from tests.tools.spreadsheets.lists import found, planned, workbook

HEADER = ["工作室名称", "领衔人", "所在单位", "地区", "类别"]
ROW = ["陆二木钳工劳模创新工作室", "陆二木", "示例机床厂", "北区", "劳模"]
ASKED = "ledger-no-unit"
AMOUNTS: list[tuple[str, object, str | None, str | None]] = [
    ("年度经费", "5万元", "5万元", None),
    ("年度经费", "1200万元", "1200万元", None),
    ("年度经费", "800多万元", "800多万元", None),
    ("年度经费", "数十万元", "数十万元", None),
    ("年度经费", "１，２００万元", "1,200万元", None),
    ("年度经费", "10万元/年", "10万元/年", None),
    ("年度经费", "500", None, ASKED),
    ("年度经费", 1200, None, ASKED),
    ("年度经费", "约3000", None, ASKED),
    ("年度经费", "800多万", None, ASKED),
    ("年度经费", "1.2亿", None, ASKED),
    ("年度经费", "1,200万", None, ASKED),
    ("年度经费", "5-8万元", "5-8万元", None),
    ("年度经费", "5-8", None, ASKED),
    ("年度经费（万元）", "5-8", None, ASKED),
    ("年度经费（万元）", "5", "5万元", None),
    ("年度经费（万元）", 12.5, "12.5万元", None),
    ("年度经费（万元）", "约5", "约5万元", None),
    ("年度经费（单位：万元）", "5", "5万元", None),
    ("年度经费(元)", "800多万", "800多万元", None),
    ("年度经费（万元）", "800多万", None, ASKED),
    ("年度经费（万元）", "5万元", "5万元", None),
    ("年度经费（2024年）", "5", None, ASKED),
    ("年度经费（万元）", "5左右", None, ASKED),
    ("年度经费", "5以上", None, ASKED),
    ("场地面积", "120㎡", "120㎡", None),
    ("场地面积", "约60平米", "约60平米", None),
    ("场地面积", "120", None, ASKED),
    ("场地面积（㎡）", "120", "120㎡", None),
    ("场地面积", "近百平方米", None, "quantity-malformed"),
    ("团队人数", "12人", "12", None),
    ("团队人数", "30余人", None, "whole-number"),
    ("团队人数", "约30", None, "whole-number"),
    ("团队人数", "近百人", None, "whole-number"),
    ("团队人数", "8-10", None, "whole-number"),
    ("团队人数", "12人（含外聘3人）", None, "whole-number"),
]


@pytest.mark.parametrize("amount", AMOUNTS)
def test_an_amount_has_a_unit(site: Path, tmp_path: Path, amount: tuple[str, object, str | None, str | None]) -> None:
    header, cell, filed, code = amount
    rows = [[*HEADER, "工作经费·经费来源", header], [*ROW, "工会经费", cell]]
    plan = planned(site, workbook(tmp_path / "名单.xlsx", rows))
    assert found(plan) == ([("Sheet1!G2", code)] if code else [])
    text = "".join(change.data.decode() for change in plan.changes)
    lines = [
        line.partition(": ")[2] for line in text.splitlines() if line.strip().startswith(("amount", "area", "total"))
    ]
    assert lines == ([filed] if filed else [])


def test_figures_before_and_after_have_their_unit_in_a_column_of_its_own(site: Path, tmp_path: Path) -> None:
    header = [
        "工作室",
        "年度",
        "成果名称",
        "成果类别",
        "公开意见",
        "前后对比·指标",
        "前后对比·改进前",
        "前后对比·改进后",
        "前后对比·单位",
    ]
    row = ["江一舟岸桥劳模创新工作室", "2014", "旋锁快换", "技术革新", "可公开", "次品率", "5", "2", "%"]
    plan = planned(site, workbook(tmp_path / "成果.xlsx", [header, row], "成果"))
    assert found(plan) == []
    assert 'unit: "%"' in plan.changes[0].data.decode()
