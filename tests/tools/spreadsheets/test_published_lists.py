"""Lists as unions publish them: each kind of layout gives the studios that it states, and one question where it is not clear."""

import csv
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import openpyxl
import pytest
from tests.tools.spreadsheets.lists import found, imported, planned, workbook

from laomo.records.yaml.reader import read
from laomo.tools import spreadsheets

HEADER = ["序号", "工作室名称", "领衔人", "所在单位"]
JIA = ["甲一焊接劳模创新工作室", "杨一帆", "示例一公司"]
YI = ["乙二钳工劳模创新工作室", "林二木", "示例二公司"]
NOTICES = {"ledger-unstated", "ledger-category-of-name"}
Rows = Sequence[Sequence[Any]]


def csv_file(file: Path, rows: Rows, encoding: str = "utf-8", separator: str = ",", before: str = "") -> Path:
    with file.open("w", encoding=encoding, newline="") as out:
        out.write(before)
        csv.writer(out, delimiter=separator).writerows([["" if cell is None else cell for cell in row] for row in rows])
    return file


def sheets(file: Path, pages: dict[str, Rows]) -> Path:
    """A workbook of several sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in pages.items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    book.save(file)
    return file


def made(plan: spreadsheets.ImportPlan) -> dict[str, tuple[str, list[str], list[str], str]]:
    """Each new studio by its name: union, leaders, units and region."""
    trees: dict[PurePosixPath, Any] = {change.path: read(change.data, "")[0] for change in plan.changes}
    return {
        tree["name"]: (
            path.parts[0],
            [each["name"] for each in tree.get("leaders", [])],
            tree["units"],
            tree.get("region", ""),
        )
        for path, tree in trees.items()
    }


LAYOUTS: dict[str, tuple[Rows, list[tuple[str, str]], list[str]]] = {
    "title rows": (
        [["2024年劳模创新工作室名单"], ["填报单位：示例市总工会", None, "单位：间"], HEADER, [1, *JIA], [2, *YI]],
        [],
        ["甲", "乙"],
    ),
    "header again on each page": ([HEADER, [1, *JIA], ["序  号", *HEADER[1:]], [2, *YI]], [], ["甲", "乙"]),
    "title and header again": ([["工作室名单"], HEADER, [1, *JIA], ["工作室名单"], HEADER, [2, *YI]], [], ["甲", "乙"]),
    "lines for signatures": (
        [
            HEADER,
            [1, *JIA],
            ["合计", 1],
            ["填报人：张某", None, "联系电话：", "0592-0000000"],
            ["审核人：", "林某", "填报日期：", "2024年1月"],
            ["备注：排名不分先后"],
            [None, None, None, "（盖章）"],
            [None, None, None, "2024年 月 日"],
            ["以上共1间"],
        ],
        [],
        ["甲"],
    ),
    "a name that begins like a total": ([HEADER, [1, "总计数据劳模创新工作室", *JIA[1:]]], [], ["总"]),
    "a unit that begins like a note": ([HEADER[1:], ["统计分析劳模创新工作室", *JIA[1:]]], [], ["统"]),
    "two header rows without merged cells": (
        [
            ["序号", "工作室名称", "领衔人", None, "所在单位"],
            [None, None, "姓名", "技能等级", None],
            [1, *JIA[:2], "技师", JIA[2]],
        ],
        [],
        ["甲"],
    ),
    "groups above the header": (
        [
            ["基本情况", None, "领衔人信息", None],
            ["工作室名称", "所在单位", "姓名", "职称"],
            [JIA[0], JIA[2], JIA[1], "工程师"],
        ],
        [],
        ["甲"],
    ),
    "an unknown column": (
        [[*HEADER, "评审得分", "经办人"], [1, *JIA, 95, "某某"], [2, *YI, 90, None]],
        [("Sheet1!E1", "ledger-unknown-column"), ("Sheet1!F1", "ledger-unknown-column")],
        ["甲", "乙"],
    ),
    "a studio without a leader": (
        [HEADER, [1, "“蓝焰”气割创新工作室", None, JIA[2]], [2, *YI]],
        [("Sheet1!C2", "ledger-without-leader")],
        ["“", "乙"],
    ),
    "an annual sum without its source": (
        [[*HEADER, "年度经费"], [1, *JIA, "5万元"], [2, *YI, "10万元"]],
        [("Sheet1!E2", "ledger-needs"), ("Sheet1!E3", "ledger-needs")],
        ["甲", "乙"],
    ),
    "no names of studios": (
        [["序号", "推荐单位", "劳模姓名", "单位名称"], [1, "北区工会", *JIA[1:]]],
        [("Sheet1!A1", "ledger-no-names")],
        [],
    ),
}


@pytest.mark.parametrize("kind", ["xlsx", "csv", "gbk"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(site: Path, tmp_path: Path, layout: str, kind: str) -> None:
    rows, problems, names = LAYOUTS[layout]
    name = {"xlsx": "Sheet1", "csv": "名单.csv", "gbk": "名单.csv"}[kind]
    file = (
        workbook(tmp_path / "名单.xlsx", rows)
        if kind == "xlsx"
        else csv_file(tmp_path / "名单.csv", rows, "gb18030" if kind == "gbk" else "utf-8-sig")
    )
    plan = imported(site, file)
    where = [(path.replace("Sheet1", name), code) for path, code in problems]
    told = [(path.replace("名单!", "名单.csv!"), code) for path, code in found(plan)]
    assert told == where
    assert sorted(each[0] for each in made(plan)) == sorted(names)
    assert planned(site, file).changes == ()


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("工作室名称（领衔人）", f"{JIA[0]}（杨一帆）"),
        ("工作室名称及领衔人", f"{JIA[0]}\n杨一帆"),
        ("领衔人/工作室名称", f"杨一帆/{JIA[0]}"),
        ("工作室名称、领衔人", f"{JIA[0]}——杨一帆"),
        ("工作室名称", f"{JIA[0]}\n杨一帆"),
        ("工作室名称", f"{JIA[0]}（杨一帆）"),
        ("工作室名称", f"{JIA[0]}-杨一帆"),
    ],
)
def test_name_and_leader_in_one_cell(site: Path, tmp_path: Path, header: str, cell: str) -> None:
    plan = imported(site, workbook(tmp_path / "x.xlsx", [[header, "所在单位"], [cell, "示例三公司"]]))
    assert made(plan) == {JIA[0]: ("north", ["杨一帆"], ["示例三公司"], "")}
    assert [code for _, code in found(plan)] == (["ledger-two-in-one"] if header == "工作室名称" else [])


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("工作室名称（所在单位）", f"{JIA[0]}（示例三公司）"),
        ("单位及工作室名称", f"示例三公司\n{JIA[0]}"),
        ("工作室名称", f"{JIA[0]}（示例三公司）"),
        ("工作室名称", f"示例三公司\n{JIA[0]}"),
    ],
)
def test_name_and_unit_in_one_cell(site: Path, tmp_path: Path, header: str, cell: str) -> None:
    plan = imported(site, workbook(tmp_path / "x.xlsx", [[header, "领衔人"], [cell, "杨一帆"]]))
    assert made(plan) == {JIA[0]: ("north", ["杨一帆"], ["示例三公司"], "")}


@pytest.mark.parametrize(
    "name", ["高技能人才（焊接）创新工作室", "甲一创新工作室（筹）", "甲-乙联合创新工作室", "“红帆”/“蓝焰”创新工作室"]
)
def test_a_name_that_is_one_thing_stays_whole(site: Path, tmp_path: Path, name: str) -> None:
    plan = imported(site, workbook(tmp_path / "x.xlsx", [["工作室名称", "所在单位"], [name, "示例三公司"]]))
    assert list(made(plan)) == [name]


@pytest.mark.parametrize(
    ("name", "leader"),
    [
        ("张三劳模创新工作室", "张三"),
        ("施六创新工作室", "施六"),
        ("欧阳建国劳模（工匠）创新工作室", "欧阳建国"),
        ("王建国首席技师工作室", "王建国"),
        ("买买提·艾力劳模创新工作室", "买买提·艾力"),
        ("“蓝焰”气割创新工作室", None),
        ("“蓝焰”创新工作室", None),
        ("精益职工创新工作室", None),
        ("高压劳模创新工作室", None),
        ("金属创新工作室", None),
        ("安全创新工作室", None),
        ("方圆创新工作室", None),
        ("江二舟岸桥劳模创新工作室", None),
        ("劳模创新工作室", None),
    ],
)
def test_a_leader_in_the_name(site: Path, tmp_path: Path, name: str, leader: str | None) -> None:
    plan = imported(site, workbook(tmp_path / "x.xlsx", [["工作室名称", "所在单位"], [name, "示例三公司"]]))
    assert made(plan)[name][1] == ([leader] if leader else [])
    assert [code for _, code in found(plan)] == (["ledger-leader-in-name"] if leader else [])


def test_a_vacancy_is_not_filled_from_the_name(site: Path, tmp_path: Path) -> None:
    plan = imported(site, workbook(tmp_path / "x.xlsx", [HEADER, [1, "张三劳模创新工作室", "空缺", "示例三公司"]]))
    assert b"leaders" not in b"".join(change.data for change in plan.changes)


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("甲某劳模工匠创新工作室", "劳模和工匠人才"),
        ("甲某劳模（工匠）创新工作室", "劳模和工匠人才"),
        ("甲某劳模、工匠人才创新工作室", "劳模和工匠人才"),
        ("甲某职工（劳模、工匠）创新工作室", "劳模和工匠人才"),
        ("甲某劳动模范创新工作室", "劳模"),
        ("甲某大国工匠创新工作室", "工匠"),
        ("甲某首席技师工作室", "技能人才"),
        ("甲某高技能人才创新工作室", "技能人才"),
        ("甲某技能大师工作室", "技能大师"),
        ("甲某五一巾帼创新工作室", "巾帼"),
        ("精益职工技术创新工作室", "职工"),
        ("职工医院护理创新工作室", None),
        ("匠心创新工作室", None),
        ("甲某劳模巾帼创新工作室", None),
        ("“蓝焰”气割创新工作室", None),
    ],
)
def test_the_category_that_a_name_states(site: Path, tmp_path: Path, name: str, category: str | None) -> None:
    plan = imported(site, workbook(tmp_path / "x.xlsx", [["工作室名称", "所在单位"], [name, "示例三公司"]]))
    tree: Any = read(plan.changes[0].data, "")[0]
    assert tree.get("category") == category


@pytest.mark.parametrize("cell", ["劳模（工匠）", "劳模工匠创新工作室", "劳模和工匠"])
def test_a_category_in_other_words(site: Path, tmp_path: Path, cell: str) -> None:
    plan = imported(site, workbook(tmp_path / "x.xlsx", [[*HEADER, "类别"], [1, *JIA, cell]]))
    assert found(plan) == []
    assert b"category: \xe5\x8a\xb3\xe6\xa8\xa1\xe5\x92\x8c" in plan.changes[0].data


@pytest.mark.parametrize(
    ("header", "cells", "region"),
    [
        (["省", "市", "区县"], ["示例省", "示例市", "北区"], "北区"),
        (["省份", "地市", "县（市、区）"], ["示例省", "别市", "东区"], "别市东区"),
        (["市", "区"], ["示例市", "北区"], "北区"),
        (["市", "区县"], ["别市", None], "别市"),
        (["城市"], ["示例市"], "示例市"),
        (["所属县区"], ["北区"], "北区"),
    ],
)
def test_columns_for_parts_of_the_region(
    site: Path, tmp_path: Path, header: list[str], cells: list[str | None], region: str
) -> None:
    plan = imported(site, workbook(tmp_path / "x.xlsx", [[*HEADER, *header], [1, *JIA, *cells]]))
    assert found(plan) == []
    assert made(plan)[JIA[0]][3] == region


@pytest.mark.parametrize("name", ["北区工会", "北区", "北区总工会"])
def test_a_sheet_for_each_district(site: Path, tmp_path: Path, name: str) -> None:
    file = sheets(
        tmp_path / "x.xlsx",
        {
            "封面": [[None], [None, "名单"], [None, "示例市总工会"]],
            name: [HEADER, [1, *JIA]],
            "南区": [HEADER, [1, *YI]],
            "汇总": [["工会", "工作室"], ["北区", 1], ["南区", 1]],
        },
    )
    plan = imported(site, file, None)
    assert {name: union for name, (union, *_) in made(plan).items()} == {JIA[0]: "north", YI[0]: "south"}
    assert found(plan) == [("封面!A1", "ledger-skipped-sheet"), ("汇总!A1", "ledger-skipped-sheet")]


@pytest.mark.parametrize(("name", "told"), [("东湖区", ["ledger-section-by-option"]), ("名单", []), ("北区", [])])
def test_a_sheet_of_no_district_of_ours_is_not_silently_anothers(
    site: Path, tmp_path: Path, name: str, told: list[str]
) -> None:
    plan = planned(site, sheets(tmp_path / "x.xlsx", {name: [HEADER, [1, *JIA], [2, *YI]]}), "city")
    assert [code for _, code in found(plan)] == told
    assert {union for union, *_ in made(plan).values()} == {"north" if name == "北区" else "city"}


@pytest.mark.parametrize("title", ["北区（2个）", "一、北区", "（一）北区工会", "北区总工会：共2家", "北区"])
@pytest.mark.parametrize("kind", ["merged", "xlsx", "csv"])
def test_a_section_for_each_district(site: Path, tmp_path: Path, title: str, kind: str) -> None:
    rows = [
        HEADER,
        [title],
        [1, *JIA],
        ["二、南区（1个）"],
        [2, *YI],
        ["市直机关"],
        [3, "丙三创新工作室", "杜三川", "示例三公司"],
    ]
    file = (
        csv_file(tmp_path / "x.csv", rows)
        if kind == "csv"
        else workbook(tmp_path / "x.xlsx", rows, merged=["A2:D2", "A4:D4", "A6:D6"] if kind == "merged" else [])
    )
    plan = planned(site, file, None)
    assert {name: union for name, (union, *_) in made(plan).items()} == {JIA[0]: "north", YI[0]: "south"}
    assert [(path.partition("!")[2], code) for path, code in found(plan)] == [("A6", "ledger-section-union")]
    with_option = planned(site, file, "city")
    assert made(with_option)["丙三创新工作室"][0] == "city"
    assert [code for _, code in found(with_option)] == ["ledger-section-by-option"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
@pytest.mark.parametrize("suffix", ["csv", "txt"])
def test_text_files(site: Path, tmp_path: Path, encoding: str, separator: str, suffix: str) -> None:
    plan = planned(site, csv_file(tmp_path / f"x.{suffix}", [HEADER, [1, *JIA]], encoding, separator))
    assert made(plan) == {JIA[0]: ("north", [JIA[1]], [JIA[2]], "")}
    assert found(plan) == []


def test_a_form_as_a_sheet(site: Path, tmp_path: Path) -> None:
    rows = [
        ["劳模创新工作室申报表"],
        ["工作室名称", JIA[0], None, "所在单位", JIA[2]],
        ["领衔人", JIA[1], None, "技能等级", "技师"],
        ["成立时间", "2013-06", None, "联系电话", "0592-0000000"],
        ["工作室简介", "岸边的一间小屋。"],
    ]
    file = workbook(tmp_path / "表.xlsx", rows, merged=["A1:E1", "B2:C2", "B3:C3", "B4:C4", "B5:E5"])
    plan = imported(site, file)
    assert [code for _, code in found(plan)] == ["ledger-private-column"]
    text = plan.changes[0].data.decode()
    assert "skill_grade: 技师" in text
    assert "founded: 2013-06" in text
    assert "intro: 岸边的一间小屋。" in text
    assert "0592" not in text


def test_one_formatted_cell_in_the_last_row(site: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "x.xlsx", [HEADER, [1, *JIA]])
    book = openpyxl.load_workbook(file)
    book.active["A1048576"].number_format = "@"
    book.active.row_dimensions[1048576].height = 20
    book.save(file)
    assert list(made(planned(site, file))) == [JIA[0]]
