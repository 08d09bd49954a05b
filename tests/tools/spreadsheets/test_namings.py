"""命名时间 and its kin in a list of studios become decisions; what a decision needs and a list lacks is listed, never made up."""

from pathlib import Path
from typing import Any

import pytest
from tests.conftest import SMALL, edit, tree
from tests.tools.spreadsheets.lists import fifty, found, imported, planned, workbook

from laomo import generate
from laomo.project import Project
from laomo.tools import spreadsheets

HEADER = ["工作室名称", "领衔人", "所在单位", "所在区", "类别", "命名时间", "命名单位", "级别", "命名称号", "文号"]
NAMED = ["2024-04-26", "示例市总工会", "市级", "示例市劳模创新工作室", "示例〔2024〕3号"]


def named(count: int, *naming: Any, start: int = 0) -> list[list[Any]]:
    return [[*row[:5], *(naming or NAMED)] for row in fifty()[start : start + count]]


def decision(site: Path, name: str) -> str:
    return (site / f"studios/decisions/{name}.yml").read_text(encoding="utf-8")


def test_one_decision_for_all_studios_of_a_naming(site: Path, tmp_path: Path) -> None:
    rows = [
        *named(2),
        *named(1, "2024", "示例市总工会、示例市科技局", "市级", "示例市示范性工匠创新工作室", None, start=2),
    ]
    rows += [[*row[:5], None, None, "市级", "示例市劳模创新工作室", None] for row in fifty()[3:4]]  # not named yet
    plan = imported(site, workbook(tmp_path / "名单.xlsx", [HEADER, *rows]))
    assert found(plan) == []
    assert decision(site, "2024-01") == (
        "title: 2024年命名示例市劳模创新工作室\nresult: 命名\ndesignation: 示例市劳模创新工作室\nlevel: 市级\nbodies: [示例市总工会]\n"
        "date: 2024-04-26\ndoc_no: 示例〔2024〕3号\nstudios:\n  - studio: hanjie\n  - studio: qiangong\n"
    )
    assert decision(site, "2024-02") == (
        "title: 2024年命名示例市示范性工匠创新工作室\nresult: 示范\ndesignation: 示例市示范性工匠创新工作室\nlevel: 市级\n"
        "bodies: [示例市总工会, 示例市科技局]\ndate: 2024\nstudios:\n  - studio: huli\n"
    )
    assert generate.check(Project(site)).problems == ()
    assert planned(site, tmp_path / "名单.xlsx").changes == ()


def test_a_decision_on_record_gets_the_new_studio_and_keeps_all_else(site: Path, tmp_path: Path) -> None:
    imported(site, workbook(tmp_path / "一.xlsx", [HEADER, *named(2)]))
    edit(site / "studios/decisions/2024-01.yml", "level: 市级\n", "level: 市级  # 已核\n")
    before = decision(site, "2024-01")
    plan = imported(site, workbook(tmp_path / "二.xlsx", [HEADER, *named(3)]))
    assert found(plan) == []
    assert decision(site, "2024-01") == f"{before}  - studio: huli\n"
    (changed,) = [change for change in plan.changes if not change.new]
    assert [(each.what, each.before, each.after) for each in changed.differences] == [("工作室", "2家", "3家")]


@pytest.mark.parametrize(
    ("columns", "lacking"),
    [
        (["命名时间"], "命名单位、命名级别、命名称号"),
        (["年度", "级别"], "命名单位、命名称号"),
        (["工作室级别"], "命名时间、命名单位、命名称号"),
        (["命名单位", "级别", "命名文件标题"], "命名时间"),
    ],
)
def test_columns_that_a_naming_lacks_are_told_once(
    site: Path, tmp_path: Path, columns: list[str], lacking: str
) -> None:
    rows = [[*row[:5], *["2024"] * len(columns)] for row in fifty()[:3]]
    plan = imported(site, workbook(tmp_path / "名单.xlsx", [[*HEADER[:5], *columns], *rows]))
    assert [(each.path, each.code, "、".join(each.facts["lacking"])) for each in plan.problems] == [
        ("Sheet1!F1", "ledger-naming-columns", lacking)
    ]
    assert tree(site / "studios/decisions") == tree(SMALL / "studios/decisions")
    assert len(plan.changes) == 3


def test_cells_that_a_naming_lacks_are_told_and_the_studios_are_taken(site: Path, tmp_path: Path) -> None:
    rows = [
        *named(1, None, "示例市总工会", "市级", "示例市劳模创新工作室", None),
        *named(1, "2024", None, None, "示例市劳模创新工作室", None, start=1),
        *named(1, "去年", "示例市总工会", "市级", "示例市劳模创新工作室", None, start=2),
        *named(1, "2024", "示例市总工会", "最高级", "示例市劳模创新工作室", None, start=3),
        *named(1, "2024", "示例市总工会", "市级", None, None, start=4),
    ]
    plan = imported(site, workbook(tmp_path / "名单.xlsx", [HEADER, *rows]))
    assert found(plan) == [
        ("Sheet1!F2", "ledger-naming-missing"),
        ("Sheet1!G3", "ledger-naming-missing"),
        ("Sheet1!F4", "date-malformed"),
        ("Sheet1!H5", "unknown-word"),
        ("Sheet1!I6", "ledger-naming-missing"),
    ]
    assert len(plan.changes) == 5
    assert all(change.path.name == "studio.yml" for change in plan.changes)


def test_a_naming_on_record_is_never_altered(site: Path, tmp_path: Path) -> None:
    imported(site, workbook(tmp_path / "一.xlsx", [HEADER, *named(2)]))
    rows = [
        *named(1, "2023", *NAMED[1:]),  # another year than on record
        *named(1, "2024", *NAMED[1:4], None, start=1),  # says less, and nothing else
        *named(1, "2024", *NAMED[1:4], None, start=2),  # may be the one on record, may be another of that year
    ]
    file = workbook(tmp_path / "二.xlsx", [HEADER, *rows])
    before = tree(site / "studios/decisions")
    plan = imported(site, file)
    assert found(plan) == [("Sheet1!F2", "ledger-naming-differs"), ("Sheet1!F4", "ledger-naming-which")]
    assert plan.problems[0].facts["filed"] == "2024-04-26"
    assert tree(site / "studios/decisions") == before


def test_a_decision_that_cannot_be_read_stops_namings_only(site: Path, tmp_path: Path) -> None:
    (site / "studios/decisions/2024-01.yml").write_text("title: [", encoding="utf-8")
    plan = spreadsheets.plan(
        workbook(tmp_path / "名单.xlsx", [HEADER, *named(2)]), spreadsheets.Archive.read(site / "studios"), "north"
    )
    assert found(plan) == [("Sheet1!F2", "ledger-broken-record"), ("Sheet1!F3", "ledger-broken-record")]
    assert [change.path.name for change in plan.changes] == ["studio.yml", "studio.yml"]


def test_invented_studios_have_invented_namings(site: Path, tmp_path: Path) -> None:
    rows = [["crane", "江一舟岸桥劳模创新工作室", *NAMED]]
    plan = imported(site, workbook(tmp_path / "名单.xlsx", [["工作室编号", "工作室名称", *HEADER[5:]], *rows]))
    assert found(plan) == []
    assert decision(site, "2024-01").startswith("sample: 是\ntitle: 2024年命名示例市劳模创新工作室\n")
