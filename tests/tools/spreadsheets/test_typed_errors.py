"""A workbook of thirty studios with 67 typed errors of thirty kinds: each is named at its cell in the first run, in few lines, and nothing faulty is written."""

from pathlib import Path

import openpyxl
from click.testing import CliRunner
from tests.tools.spreadsheets.lists import found, imported, planned

from laomo import cli, generate
from laomo.project import Project
from laomo.tools import spreadsheets

STUDIO = {
    "主管工会": "北区工会",
    "类别": "劳模",
    "地区": "北区",
    "成立时间": "2013-06",
    "挂牌时间": "2014-01",
    "创新团队·团队人数": "12",
    "场地设施·场地面积": "约120平方米",
    "工作经费·经费来源": "单位行政拨款",
    "工作经费·年度经费": "5万元",
}
KINDS: list[tuple[str, str, str]] = [  # sheet, heading, what was typed
    ("工作室", "工作室名称", "<b>劳模创新工作室"),
    ("工作室", "主管工会", "西区工会"),
    ("工作室", "类别", "模范"),
    ("工作室", "领衔人·姓名", "王超等3人"),
    ("工作室", "领衔人·技能等级", "八级工"),
    ("工作室", "所在单位", "示例厂 13900000000"),
    ("工作室", "行业", "不知何业"),
    ("工作室", "成立时间", "2013-13"),
    ("工作室", "成立时间", "早年"),
    ("工作室", "挂牌时间", "2001"),
    ("工作室", "挂牌时间", "2031"),
    ("工作室", "创新团队·团队人数", "十来人"),
    ("工作室", "创新团队·技能等级结构", "技师99"),
    ("工作室", "创新团队·一线职工人数", "40"),
    ("工作室", "场地设施·场地面积", "很大"),
    ("工作室", "场地设施·依托场所", "楼上"),
    ("工作室", "台账", "好像有"),
    ("工作室", "工作经费·经费来源", "大家凑的"),
    ("工作室", "状态", "不错"),
    ("工作室", "简介", "联系 a@b.example"),
    ("工作室", "创新方向", "乱攻关"),
    ("工作室", "功能类型", "其他类型"),
    ("成果", "成果类别", "好成果"),
    ("成果", "公开意见", "随便"),
    ("成果", "年度", "前年"),
    ("项目", "进度", "快了"),
    ("培训", "人次", "好多"),
    ("培训", "时间", "夏天"),
    ("合理化建议", "采纳", "300"),
    ("带徒", "带徒人数", "几个"),
]
ITEMS = {
    "成果": {"年度": "2014", "成果名称": "旋锁快换", "成果类别": "技术革新", "公开意见": "可公开"},
    "项目": {"年度": "2014", "项目名称": "防摇攻关", "进度": "在研"},
    "培训": {"年度": "2014", "主题": "翻身", "人次": "30", "时间": "2014-05"},
    "合理化建议": {"年度": "2014", "提出": "30", "采纳": "20", "实施": "10"},
    "带徒": {"年度": "2014", "带徒人数": "3"},
}
ERRORS = 67


def name_of(number: int) -> str:
    return f"{chr(0x4E00 + 3 * number)}号焊接劳模创新工作室"


def typed(file: Path) -> list[str]:
    """Fill our template; returns the addresses of the cells with errors."""
    spreadsheets.template(file)
    book = openpyxl.load_workbook(file)
    headings = {page.title: {cell.value: cell.column for cell in page[1]} for page in book.worksheets}
    rows: dict[tuple[str, int], int] = {}

    def add(sheet: str, number: int, values: dict[str, str]) -> None:
        page = book[sheet]
        row = page.max_row + 1
        rows[sheet, number] = row
        for heading, value in values.items():
            page.cell(row, headings[sheet][heading], value)

    for number in range(30):
        person = f"杨{chr(0x4E00 + 7 * number + 11)}帆"
        add(
            "工作室",
            number,
            {"工作室名称": name_of(number), "领衔人·姓名": person, "所在单位": f"示例{number}厂", **STUDIO},
        )
        for sheet, values in ITEMS.items():
            add(sheet, number, {"工作室名称": name_of(number), **values})
    wrong: list[str] = []
    for error in range(ERRORS):
        sheet, heading, value = KINDS[error % len(KINDS)]
        number = (error * 7 + error // 30) % 30
        cell = book[sheet].cell(rows[sheet, number], headings[sheet][heading])
        address = f"{sheet}!{cell.coordinate}"
        while address in wrong:
            number = (number + 1) % 30
            cell = book[sheet].cell(rows[sheet, number], headings[sheet][heading])
            address = f"{sheet}!{cell.coordinate}"
        cell.value = value
        wrong.append(address)
    book.save(file)
    return wrong


def test_every_error_is_named_in_the_first_run(site: Path, tmp_path: Path) -> None:
    wrong = typed(tmp_path / "台账.xlsx")
    assert len({*wrong}) == ERRORS
    plan = planned(site, tmp_path / "台账.xlsx", None)
    named = {path for path, _ in found(plan)}
    assert sorted({*wrong} - named) == []
    output = (
        CliRunner()
        .invoke(cli.laomo, ["import", str(tmp_path / "台账.xlsx"), "--root", str(site)], env={"LANG": "zh_CN.UTF-8"})
        .output
    )
    lines = [line for line in output.splitlines() if not line.startswith(("新建", "修改"))]
    assert len(lines) <= 1.2 * ERRORS, "\n".join(lines)
    assert [each for each in generate.check(Project(site)).problems if each.severity == "error"] == []


def test_mended_cells_go_in_with_the_next_run(site: Path, tmp_path: Path) -> None:
    typed(tmp_path / "台账.xlsx")
    plan = imported(site, tmp_path / "台账.xlsx", None)
    faulty = {
        problem.path.rpartition("!")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        for problem in plan.problems
        if problem.path.startswith("工作室!") and problem.severity == "error"
    }
    new = [change for change in plan.changes if change.new and change.path.name == "studio.yml"]
    assert len(new) == 30 - len(faulty)
