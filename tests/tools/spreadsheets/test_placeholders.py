"""无, — and 待定 are no values, and 同上 is the value above: in every column and in every kind of file."""

from pathlib import Path

import docx
import pytest
from tests.tools.spreadsheets.lists import found, planned, workbook

HEADER = [
    "工作室名称",
    "领衔人",
    "所在单位",
    "地区",
    "成立时间",
    "团队人数",
    "场地面积",
    "行业",
    "台账",
    "简介",
    "工种",
]
FULL = ["示例工作室", "陆二木", "示例机床厂", "北区", "2013", "8", "20平方米", "装备制造", "有", "一间屋。", "钳工"]
EMPTY = [
    *(
        "无",
        "/",
        "\\",
        "—",
        "－",
        "-",
        "--",
        "——",
        "…",
        "。",
        "待定",
        "空缺",
        "暂无",
        "无无",
        "N/A",
        "NA",
        "n/a",
        "见附件",
        "详见附件",
    ),
    *(
        "不详",
        "未知",
        "未填",
        "（无）",
        "无。",
        " 无 ",
        "暂未确定",
        "待补充",
        "尚未命名",
        "见附表",
        "＊",
        "☆",
        "·",
        "×××",
        "none",
    ),
]
DITTO = ["同上", "〃", "″", '"', "“", "''", "同前", "同 上", "（同上）", "々"]


def lists(folder: Path, kind: str, rows: list[list[str]]) -> Path:
    if kind == "xlsx":
        return workbook(folder / "名单.xlsx", rows)
    file = folder / "名单.csv"
    lines = ["\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    file.write_text("\n".join(lines), encoding=kind)
    return file


@pytest.mark.parametrize("kind", ["xlsx", "utf-8", "gbk", "utf-16"])
@pytest.mark.parametrize("column", range(1, len(HEADER)), ids=HEADER[1:])
def test_a_placeholder_leaves_its_cell_empty(site: Path, tmp_path: Path, kind: str, column: int) -> None:
    words = [word for word in EMPTY if not (HEADER[column] == "台账" and word == "无")]
    rows = [[f"{word.encode().hex()}工作室", *FULL[1:]] for word in words]
    for row, word in zip(rows, words, strict=True):
        row[column] = word
    plan = planned(site, lists(tmp_path, kind, [HEADER, *rows]))
    if HEADER[column] == "所在单位":
        assert found(plan) == [(f"{_sheet(kind)}!C{n}", "ledger-missing") for n in range(2, len(rows) + 2)]
        assert plan.changes == ()
        return
    assert len(plan.changes) == len(rows)
    said = {"ledger-without-leader"} if HEADER[column] == "领衔人" else set()
    assert {code for _, code in found(plan)} == said
    for change in plan.changes:
        text = change.data.decode().partition("\n")[2]
        assert FULL[column] not in text
        assert not [word for word in words if len(word.strip("（）。 ")) > 1 and word in text]


@pytest.mark.parametrize("kind", ["xlsx", "utf-8", "gbk", "utf-16"])
def test_ditto_takes_the_value_above_and_is_told_once_a_column(site: Path, tmp_path: Path, kind: str) -> None:
    first = ["甲工作室", *FULL[1:]]
    others = [[f"{chr(ord('乙') + n)}号工作室", *[sign] * (len(HEADER) - 1)] for n, sign in enumerate(DITTO)]
    plan = planned(site, lists(tmp_path, kind, [HEADER, first, *others]))
    assert found(plan) == [(f"{_sheet(kind)}!{letter}3", "ledger-ditto") for letter in "BCDEFGHIJK"]
    assert plan.problems[0].facts["count"] == len(DITTO)
    bodies = {change.data.decode().partition("\n")[2] for change in plan.changes}
    assert len(plan.changes) == len(DITTO) + 1
    assert len(bodies) == 1


def test_ditto_below_nothing(site: Path, tmp_path: Path) -> None:
    rows = [
        HEADER[:4],
        ["甲工作室", "同上", "示例一厂", "北区"],
        ["乙工作室", "无", "示例二厂", "北区"],
        ["丙工作室", "同上", "示例三厂", "北区"],
    ]
    plan = planned(site, workbook(tmp_path / "名单.xlsx", rows))
    assert found(plan) == [
        ("Sheet1!B2", "ledger-ditto-alone"),
        ("Sheet1!B3", "ledger-without-leader"),
        ("Sheet1!B4", "ledger-ditto"),
        ("Sheet1!B4", "ledger-without-leader"),
    ]
    assert [change.name for change in plan.changes] == ["乙工作室", "丙工作室"]


def test_the_answer_no_is_a_value(site: Path, tmp_path: Path) -> None:
    rows = [[f"{n}号工作室", *FULL[1:3], sign] for n, sign in enumerate(("无", "有", "√", "×", "—"))]
    plan = planned(site, workbook(tmp_path / "名单.xlsx", [[*HEADER[:3], "台账"], *rows]))
    assert found(plan) == []
    filed = {change.name[0]: change.data.decode() for change in plan.changes}
    assert ["ledger: 有" in filed[n] for n in "01234"] == [False, True, True, False, False]
    assert ["ledger: 无" in filed[n] for n in "01234"] == [True, False, False, True, False]


def test_a_line_of_a_cell_may_be_empty_or_repeat_the_line_above(site: Path, tmp_path: Path) -> None:
    row = ["甲工作室", "陆二木\n梅三川\n方四平", "示例一厂", "钳工\n同上\n无"]
    plan = planned(site, workbook(tmp_path / "名单.xlsx", [[*HEADER[:3], "工种"], row]))
    assert found(plan) == []
    people = "  - name: 陆二木\n    job: 钳工\n  - name: 梅三川\n    job: 钳工\n  - name: 方四平\nunits"
    assert people in plan.changes[0].data.decode()


def test_a_form_with_placeholders(site: Path, tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=4, cols=2)
    for label, value, line in zip(HEADER, ["甲工作室", "待定", "示例一厂", "无"], table.rows, strict=False):
        line.cells[0].text, line.cells[1].text = label, value
    document.save(str(tmp_path / "申报表.docx"))
    plan = planned(site, tmp_path / "申报表.docx")
    assert found(plan) == [("表1!B2", "ledger-without-leader")]
    assert plan.changes[0].data.decode() == "name: 甲工作室\nunits: [示例一厂]\n"


def _sheet(kind: str) -> str:
    return "Sheet1" if kind == "xlsx" else "名单.csv"
