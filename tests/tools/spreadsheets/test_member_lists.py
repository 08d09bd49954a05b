"""Lists with a row for each member: one question, the leaders who are said to lead, and no member anywhere."""

import csv
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import some
from tests.tools.spreadsheets.lists import found, planned, workbook

from laomo.records.yaml import reader
from laomo.tools.spreadsheets import ImportPlan

MEMBERS = ("潘二", "葛三", "范五")
QUESTION = "ledger-member-list"
END = ["北区", "劳模"]
"""Region and category of each studio."""


def table(
    person: str, role: str, said: tuple[str, str], names: str = "repeated", *, members_first: bool = False
) -> list[list[Any]]:
    """Two studios with their people. `said`: what the column `role` says of leaders and of members."""
    studios = [("卯一劳模创新工作室", "苏一", ["潘二", "葛三"]), ("卯二劳模创新工作室", "奚四", ["范五"])]
    rows: list[list[Any]] = [["工作室名称", person, "单位", role, "地区", "类别"]]
    for studio, leader, members in studios:
        people = [(leader, said[0]), *((member, said[1]) for member in members)]
        for n, (name, what) in enumerate(reversed(people) if members_first else people):
            rows.append([studio if n == 0 or names == "repeated" else None, name, "示例公司", what, *END])
    return rows


def leaders(plan: ImportPlan) -> list[list[str]]:
    trees: list[Any] = [reader.read(change.data, "")[0] for change in plan.changes]
    return sorted([leader["name"] for leader in tree.get("leaders", ())] for tree in trees)


def published(plan: ImportPlan) -> str:
    return "".join(change.data.decode() for change in plan.changes)


@pytest.mark.parametrize("names", ["repeated", "blank", "merged"])
@pytest.mark.parametrize(
    "columns",
    [
        ("姓名", "职务", ("领衔人", "成员")),
        ("姓名", "身份", ("负责人", "团队成员")),
        ("成员姓名", "分工", ("带头人", "骨干")),
        ("领衔人", "角色", ("领办人", "组员")),
        ("成员", "备注", ("领军人物", "")),
        ("姓名", "职务", ("工作室领衔人", "副领衔人")),
        ("姓名", "职务", ("领衔人、高级工程师", "成员（工艺）")),
    ],
)
def test_only_those_who_are_said_to_lead_are_read(
    site: Path, tmp_path: Path, names: str, columns: tuple[str, str, tuple[str, str]]
) -> None:
    person, role, said = columns
    merged = ["A2:A4", "A5:A6"] if names == "merged" else []
    plan = planned(site, workbook(tmp_path / "名单.xlsx", table(person, role, said, names), merged=merged))
    assert found(plan).count(("Sheet1!B1", QUESTION)) == 1
    assert leaders(plan) == [["奚四"], ["苏一"]]
    assert not any(member in published(plan) for member in MEMBERS)
    assert said[0] not in published(plan).replace("role: 带头人", "")


def test_members_may_come_first_and_a_csv_is_read_alike(site: Path, tmp_path: Path) -> None:
    file = tmp_path / "成员.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows(table("姓名", "职务", ("领衔人", "成员"), members_first=True))
    plan = planned(site, file)
    assert [code for _, code in found(plan)] == [QUESTION]
    assert leaders(plan) == [["奚四"], ["苏一"]]


def test_who_leads_may_stand_beside_the_name(site: Path, tmp_path: Path) -> None:
    rows = [row[:3] + row[4:] for row in table("成员姓名", "", ("", ""))]
    rows[1][1], rows[4][1] = "苏一（领衔人）", "奚四(负责人)"
    plan = planned(site, workbook(tmp_path / "名单.xlsx", rows))
    assert found(plan) == [("Sheet1!B1", QUESTION)]
    assert leaders(plan) == [["奚四"], ["苏一"]]


@pytest.mark.parametrize("role", ["成员", "工程师"])
def test_where_nobody_is_said_to_lead_nobody_is_published(site: Path, tmp_path: Path, role: str) -> None:
    plan = planned(site, workbook(tmp_path / "名单.xlsx", table("姓名", "职务", (role, role))))
    assert ("Sheet1!B1", QUESTION) in found(plan)
    assert all(people == [] for people in some(leaders(plan)))
    assert not any(name in published(plan) for name in (*MEMBERS, "苏一", "奚四"))


def test_two_who_lead_one_studio_are_both_read(site: Path, tmp_path: Path) -> None:
    rows = table("姓名", "职务", ("领衔人", "成员"))
    rows[2][3] = "共同领衔人"
    plan = planned(site, workbook(tmp_path / "名单.xlsx", rows))
    assert leaders(plan) == [["奚四"], ["苏一", "潘二"]]
    assert "role: 共同领衔人" in published(plan)


@pytest.mark.parametrize("merged", [["A2:A4", "B2:B4"], []])
def test_members_beside_the_leader_of_the_studio(site: Path, tmp_path: Path, merged: list[str]) -> None:
    rows = [
        ["工作室名称", "领衔人", "成员姓名", "单位", "地区", "类别"],
        *(["卯一劳模创新工作室", "苏一", member, "示例公司", *END] for member in MEMBERS),
        ["卯二劳模创新工作室", "奚四", "某某", "示例公司", *END],
    ]
    plan = planned(site, workbook(tmp_path / "名单.xlsx", rows, merged=merged))
    assert found(plan) == [("Sheet1!C1", QUESTION)]
    assert leaders(plan) == [["奚四"], ["苏一"]]


def test_a_list_of_studios_is_none(site: Path, tmp_path: Path) -> None:
    """Jobs are no roles, and two leaders of a studio over two rows are two."""
    rows = [
        ["工作室名称", "领衔人", "单位", "职务", "地区", "类别"],
        ["卯一劳模创新工作室", "苏一", "示例公司", "电焊工", *END],
        [None, "潘二", None, "班组长", None, None],
        ["卯二劳模创新工作室", "奚四", "示例公司", "护士长", *END],
    ]
    plan = planned(site, workbook(tmp_path / "名单.xlsx", rows, merged=["A2:A3"]))
    assert QUESTION not in [code for _, code in found(plan)]
    assert leaders(plan) == [["奚四"], ["苏一", "潘二"]]
