"""Cells as text for records, rows that are no data, forms, lists of members, and the decision that a row means: row by row."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import some
from tests.tools.spreadsheets.lists import fifty, found, imported, planned, workbook

from laomo.problems.problem import Problem
from laomo.tools.spreadsheets import cells, forms, sheets, table_rows
from laomo.tools.spreadsheets.columns import Column
from laomo.tools.spreadsheets.grid import Cell, Grid, Row, Value

COLUMNS: dict[str, Column] = {}
for each in (*(column for sheet in sheets.SHEETS for column in sheet.columns), *sheets.NAMING.columns):
    COLUMNS.setdefault(each.header, each)

# fmt: off
READ: list[tuple[str, Value, str | None, list[str]]] = [
    ("台账", "√", "有", []),
    ("台账", "✓", "有", []),
    ("台账", "☑", "有", []),
    ("台账", "Y", "有", []),
    ("台账", "y", "有", []),
    ("台账", "是的", "有", []),
    ("台账", "×", "无", []),
    ("台账", "N", "无", []),
    ("台账", "n", "无", []),
    ("台账", "没有", "无", []),
    ("台账", "是", "是", []),
    ("台账", "齐", None, ["yes-no"]),
    ("命名级别", "国家级", "全国", []),
    ("命名级别", "全国级", "全国", []),
    ("命名级别", "省部级", "省级", []),
    ("命名级别", "部级", "行业", []),
    ("命名级别", "行业级", "行业", []),
    ("命名级别", "地市级", "市级", []),
    ("命名级别", "区县级", "区级", []),
    ("命名级别", "县级", "区级", []),
    ("命名级别", "公司级", "企业级", []),
    ("命名级别", "单位级", "企业级", []),
    ("命名级别", "市级", "市级", []),
    ("命名级别", "特级", None, ["unknown-word"]),
    ("进度", "已完成", "完成", []),
    ("进度", "进行中", "在研", []),
    ("进度", "在建", "在研", []),
    ("进度", "未开始", "计划", []),
    ("进度", "完成", "完成", []),
    ("进度", "别的", None, ["unknown-word"]),
    ("成果类别", "实用新型", "实用新型专利", []),
    ("成果类别", "发明", "发明专利", []),
    ("成果类别", "外观设计", "外观设计专利", []),
    ("成果类别", "软著", "软件著作权", []),
    ("成果类别", "论文", "论文", []),
    ("成果类别", "论文类", "论文", []),
    ("成果类别", "论", None, ["unknown-word"]),
    ("成果类别", "文", None, ["unknown-word"]),
    ("成果类别", "论 文", "论文", []),
    ("类别", "劳模类", "劳模", []),
    ("类别", "劳动模范创新工作室", "劳模", []),
    ("类别", "职 工", "职工", []),
    ("类别", "大师", None, ["unknown-word"]),
    ("创新团队·团队人数", "１２人", "12", []),
    ("创新团队·团队人数", "1,200 名", "1200", []),
    ("创新团队·团队人数", "12.0", "12", []),
    ("创新团队·团队人数", "12人次", "12", []),
    ("创新团队·团队人数", "12岁", None, ["whole-number"]),
    ("创新团队·团队人数", 12.0, "12", []),
    ("场地设施·场地面积", "１２０平方米", "120平方米", []),
    ("场地设施·场地面积", "120", None, ["ledger-no-unit"]),
    ("场地设施·场地面积", "5％", "5%", []),
    ("所在单位", "甲公司/乙厂", "甲公司、乙厂", []),
    ("所在单位", "甲公司，乙厂", "甲公司、乙厂", []),
    ("所在单位", "甲/乙厂", "甲/乙厂", []),
    ("所在单位", "甲公司\n乙厂", "甲公司\n乙厂", []),
    ("成立时间", "2013年6月成立", "2013-06", []),
    ("成立时间", "2013年6月\n1日", "2013-06-01", ["ledger-line-break"]),
    ("成立时间", date(2013, 6, 1), "2013-06-01", []),
    ("成立时间", "2013.1", None, ["ledger-date-unclear"]),
    ("成立时间", "13年6月", "2013-06", ["ledger-read-as"]),
    ("成立时间", "", "", []),
    ("年份", "2013年6月1日", "2013", []),
    ("年份", 41426, "2013", []),
    ("年份", "2013年底", "2013", ["ledger-read-as"]),
    ("简介", "一\n二", "一\n二", []),
    ("一句话介绍", "一\n二", "一二", ["ledger-line-break"]),
    ("一句话介绍", "ab\ncd", "ab cd", ["ledger-line-break"]),
    ("一句话介绍", " 一 ", "一", []),
    ("一句话介绍", "一\u200b二", "一二", []),
    ("一句话介绍", "一\x01二", None, ["forbidden-character"]),
    ("一句话介绍", "电话13800138000", None, ["personal-mobile-in-list"]),
    ("一句话介绍", "# 复核 2025-05-01：设备编号 13800138000", None, ["personal-mobile-in-list"]),
    ("一句话介绍", "138\n00138000", None, ["personal-mobile-in-list"]),
    ("荣誉名称", "甲奖；乙奖", None, ["ledger-several-titles"]),
    ("命名称号", "甲称号\n乙称号", None, ["ledger-several-titles"]),
    ("荣誉名称", "甲奖", "甲奖", []),
]
# fmt: on


@pytest.mark.parametrize(("header", "value", "text", "codes"), READ)
def test_what_a_cell_says_for_a_record(header: str, value: Value, text: str | None, codes: list[str]) -> None:
    reading = cells.read(Cell("表", 2, 1, value), COLUMNS[header])
    assert (reading.text, [problem.code for problem in reading.problems]) == (text, codes)
    assert {problem.path for problem in reading.problems} <= {"表!A2"}


CELL = Cell("表", 2, 1, f"甲\n{'乙' * 70}")
SHOWN = f"甲⏎{'乙' * 38}"


@pytest.mark.parametrize(
    ("header", "value", "problem"),
    [
        ("一句话介绍", "一\x01二", Problem("表!A2", "forbidden-character", facts={"character": "U+0001"})),
        ("荣誉名称", CELL.value, Problem("表!A2", "ledger-several-titles", facts={"value": f"甲⏎{'乙' * 58}"})),
        ("工作经费·年度经费", "5" * 41, Problem("表!A2", "ledger-no-unit", facts={"value": "5" * 40})),
        ("成立时间", "6月1日", Problem("表!A2", "ledger-date-no-year", facts={"value": "6月1日"})),
        ("成立时间", "13年6月", Problem("表!A2", "ledger-read-as", facts={"value": "13年6月", "made": "2013-06"}, severity="warning")),
        ("成立时间", "2013年\n6月", Problem("表!A2", "ledger-line-break", facts={"value": "2013年⏎6月", "made": "2013-06"}, severity="warning")),
        ("一句话介绍", CELL.value, Problem("表!A2", "ledger-line-break", facts={"value": SHOWN, "made": f"甲{'乙' * 39}"}, severity="warning")),
        ("领衔人·任职起", "13年6月\n14年7月", Problem("表!A2", "ledger-read-as", facts={"value": "13年6月⏎14年7月", "made": "2013-06\n2014-07"}, severity="warning")),
        ("领衔人·任职起", "2013\n6月1日", Problem("表!A2", "ledger-date-no-year", facts={"value": "6月1日"})),
    ],
)  # fmt: skip
def test_what_is_said_of_a_cell(header: str, value: Value, problem: Problem) -> None:
    assert cells.read(Cell("表", 2, 1, value), COLUMNS[header]).problems == (problem,)


@pytest.mark.parametrize("end", "司厂团院校所局站心部处社店会队")
def test_two_employers_in_one_cell(end: str) -> None:
    for sign in ("/", "／", "，", ",", " / ", " , "):
        assert cells.read(Cell("表", 2, 1, f"甲{end}{sign}乙丙"), COLUMNS["所在单位"]).text == f"甲{end}、乙丙"
    for text in (f"甲{end}/乙", f"甲{end}；乙丙", f"{end}甲/乙丙", f"甲{end}/（乙丙"):
        assert cells.read(Cell("表", 2, 1, text), COLUMNS["所在单位"]).text == text
    assert cells.read(Cell("表", 2, 1, f"甲{end}/乙丙"), COLUMNS["领衔人·工种职务"]).text == f"甲{end}/乙丙"


@pytest.mark.parametrize(
    ("header", "text", "compared"),
    [
        *(("人次", f"12{word}", "12") for word in ("人次", "年度", "人", "名", "条", "项", "场", "期", "间", "年", ".0", ".00", "")),
        *(("人次", text, text) for text in ("12次", "人次", "1.5", "12人数")),
        ("人次", " １，２ 0 人 ", "120"),
        ("时间", "2013年6月", "2013-06"),
        ("时间", "２０１３．６", "2013-06"),
        ("时间", "去年", "去年"),
        ("年份", "2013年6月1日", "2013"),
        ("年份", "2013年", "2013"),
        ("年份", "20136", "20136"),
        ("主题", " 甲\n乙 ", "甲乙"),
        ("对象", "本单位", "本单位"),
        ("编号", "ａ１，－％／．", "ａ1,-%/."),
        ("工作经费·年度经费", "１，０．５％", "1,0.5%"),
        ("简介", "甲\n乙", "甲\n乙"),
        ("命名级别", "国家 级", "全国"),
    ],
)  # fmt: skip
def test_a_cell_as_it_is_compared_with_a_record(header: str, text: str, compared: str) -> None:
    assert cells.plain(text, COLUMNS[header]) == compared


@pytest.mark.parametrize("word", ["成立", "创建", "建立", "组建"])
def test_a_day_on_which_a_studio_was_founded(word: str) -> None:
    for text in (f"2013年6月1日{word}", f"2013年6月1日 {word} ", f" 2013年6月1号{word}"):
        assert cells.read(Cell("表", 2, 1, text), COLUMNS["成立时间"]) == cells.CellReading("2013-06-01"), text
    assert cells.read(Cell("表", 2, 1, f"2013年6月{word}"), COLUMNS["成立时间"]) == cells.CellReading("2013-06")
    assert cells.read(Cell("表", 2, 1, f"2013年{word}"), COLUMNS["成立时间"]) == cells.CellReading("2013")
    assert cells.read(Cell("表", 2, 1, f"2013-06{word}"), COLUMNS["成立时间"]).text is None
    assert cells.read(Cell("表", 2, 1, f"2013年{word}"), COLUMNS["挂牌时间"]).text is None


@pytest.mark.parametrize("sign", ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"])
def test_invisible_characters_are_dropped(sign: str) -> None:
    assert cells.read(Cell("表", 2, 1, f"甲{sign}乙"), COLUMNS["简介"]) == cells.CellReading("甲乙")
    assert cells.read(Cell("表", 2, 1, sign), COLUMNS["简介"]) == cells.CellReading("")


def test_a_formula_and_an_error_are_named() -> None:
    for fault in ("ledger-formula", "ledger-error-value", "ledger-cell-too-long"):
        reading = cells.read(Cell("表", 2, 1, None, fault), COLUMNS["简介"])
        assert (reading.text, [problem.code for problem in reading.problems]) == (None, [fault])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("一\n二", "一二"),
        ("ab\ncd", "ab cd"),
        ("一\nab", "一ab"),
        ("ab 一", "ab 一"),
        ("一 二", "一 二"),
        ("ab\n（一）", "ab（一）"),
    ],
)
def test_on_one_line(text: str, line: str) -> None:
    assert cells.one_line(text) == line


@pytest.mark.parametrize("typed", ["2013年", "2013年度", "２０１３", "2013.0", " 2013 ", "2013 年"])
def test_a_typed_year(typed: str) -> None:
    assert cells.digits(typed) == "2013"


def row(*texts: Value) -> Row:
    return Row(5, tuple(Cell("表", 5, n, text) for n, text in enumerate(texts, 1)))


ASIDE = """合计|总计|小计|共计|累计|合 计|总数|以上共|共|本页合计|全市合计|全省总计|全区小计|各区合计|合计：12|合计(12)|合计12个|总数十二家|注：甲|备注：甲|说明：甲|填表人：甲|填报单位：甲|制表：甲|审核：甲|统计：甲|联系人：甲|单位（盖章）|（盖章）
报送：甲|填 报：|经办人：|审批：|复核：|负责人：甲|主管领导：|分管：|单位：|工会：|部门：|领导：|日期：|时间：|签字：|签名：|盖章：|附件：|附注：|（公章）|签章|2013年6月|2013年6月1日|年 月 日|二〇一三年 6 月|第 3 页|3页共5页""".replace(
    "\n", "|"
).split("|")


@pytest.mark.parametrize("text", ASIDE)
def test_a_row_that_explains_adds_up_or_is_signed(text: str) -> None:
    assert table_rows.read_rows([row(text, None)], {0: "工作室名称"}) == ([], [])


@pytest.mark.parametrize(
    "texts",
    [
        ("合计", 12),
        ("1", "合计"),
        ("填表人：甲", "审核：乙"),
        ("填表人：", "甲", None, "审核：", "乙"),
        ("注：甲", "注：甲"),
        ("注：甲", "乙"),
        ("2013年6月", "（盖章）"),
    ],
)
def test_such_a_row_of_several_cells(texts: tuple[Value, ...]) -> None:
    assert table_rows.read_rows([row(*texts)], {0: "工作室名称"}) == ([], [])


@pytest.mark.parametrize(
    "texts",
    [
        ("1", "2", "合计"),
        ("填表人：", "甲工作室"),
        ("说明", "x"),
        *(
            (text, "甲")
            for text in (
                "合同",
                "合计算工作室",
                "共青工作室",
                "注塑工作室",
                "报送工作室",
                "单位甲",
                "2013年度",
                "页面工作室",
                "时间工作室",
            )
        ),
    ],
)
def test_a_row_of_data(texts: tuple[Value, ...]) -> None:
    (entry,), hidden = table_rows.read_rows([row(*texts)], {0: "工作室名称", 1: "地区"})
    assert (entry.text("工作室名称"), entry.text("地区"), hidden) == (str(texts[0]), str(texts[1]), [])


# --- forms

PAIRS: list[tuple[list[str], list[tuple[str, str]]]] = [
    (["工作室名称", "甲", "所在单位", "乙"], [("工作室名称", "甲"), ("所在单位", "乙")]),
    (["领衔人基本情况", "姓名", "陆"], [("姓名", "陆")]),
    (["姓名", "身份证号", "1"], [("姓名", ""), ("身份证号", "1")]),
    (["姓名", "领衔人", "陆"], [("姓名", ""), ("领衔人", "陆")]),
    (["电话", "姓名"], [("电话", "")]),
    (["工作室名称", "成立时间", "2013"], [("工作室名称", ""), ("成立时间", "2013")]),
    (["姓名", ""], [("姓名", "")]),
    (["姓名"], []),
    (["", "姓名", "陆"], [("姓名", "陆")]),
    (["陆", "姓名", "丁"], [("姓名", "丁")]),
    (["甲", "乙", "丙", "丁"], [("甲", "乙"), ("丙", "丁")]),
    (["姓名", "陆", "多余"], [("姓名", "陆")]),
    (["成立时间", "2013", "地区"], [("成立时间", "2013")]),
    (["成立时间", "", "地区", "北区"], [("成立时间", ""), ("地区", "北区")]),
    ([], []),
]


@pytest.mark.parametrize(("texts", "expected"), PAIRS)
def test_labels_of_a_form_and_their_values(texts: list[str], expected: list[tuple[str, str]]) -> None:
    """Two labels side by side: the first has no value."""
    assert [(label.text, value.text) for label, value in forms.pairs([*row(*texts).cells])] == expected


def test_what_is_a_label() -> None:
    labels = {
        "姓名": True,
        "联系电话": True,
        "联系电话和邮箱地址一览表说明": False,
        "": False,
        "甲": False,
        "地区": True,
    }
    assert {text: forms.is_label(Cell("表", 1, 1, text)) for text in labels} == labels


FORM = [
    ["工作室名称", "焊接工作室"],
    ["领衔人", "张三", "所在单位", "示例机床厂"],
    ["成立时间", "2013"],
    ["备注", "无"],
]


def sheet(rows: list[list[str]]) -> Grid:
    return Grid(
        "表",
        tuple(
            Row(n, tuple(Cell("表", n, m, text) for m, text in enumerate(texts, 1))) for n, texts in enumerate(rows, 1)
        ),
    )


@pytest.mark.parametrize(
    ("rows", "is_form"),
    [
        (FORM, True),
        (FORM[:3], True),
        (FORM[:2], False),
        (FORM[1:], False),
        ([FORM[0] + FORM[1], FORM[2]], False),
        ([FORM[0], ["领衔人", "张三"], ["成立时间", ""]], False),
        ([*FORM, *([["", ""]] * 296)], True),
        ([*FORM, *([["", ""]] * 297)], False),
    ],
)
def test_a_sheet_that_is_a_form(rows: list[list[str]], is_form: bool) -> None:
    made = forms.as_list(sheet(rows))
    assert (made is not None) is is_form
    if made:
        assert [cell.text for cell in made.rows[0].cells][:4] == ["工作室名称", "领衔人", "所在单位", "成立时间"]
        assert [cell.text for cell in made.rows[1].cells][:4] == ["焊接工作室", "张三", "示例机床厂", "2013"]


# --- who leads in a list of members

LEADS = [
    "领衔人",
    "现领衔人",
    "现任带头人",
    "工作室负责人",
    "第一领衔人",
    "总负责人",
    "领衔人、书记",
    "领衔人（主）",
    "领衔人兼书记",
    "主持人",
    "带头人",
    "领办人",
    "牵头人",
]
MEMBERS = [
    "成员",
    "组员",
    "队员",
    "室员",
    "骨干",
    "核心",
    "核心成员",
    "助手",
    "助理",
    "秘书",
    "联络员",
    "顾问",
    "学员",
    "徒弟",
    "参与人",
    "参与",
    "副组长",
    "组长",
    "副队长",
    "队长",
    "副领衔人",
    "原带头人",
    "前负责人",
    "前任领衔人",
    "技术骨干、工人",
    "成员（兼）",
]


def led(site: Path, file: Path, roles: list[str]) -> list[str]:
    rows = [["工作室名称", "姓名", "身份", "所在单位"]]
    rows += [
        ["焊接劳模创新工作室", f"张{sign}", role, "示例机床厂"] for sign, role in zip("一二三四五", roles, strict=False)
    ]
    plan = planned(site, workbook(file, rows))
    assert ("Sheet1!B1", "ledger-member-list") in found(plan)
    (change,) = plan.changes
    return [line.partition("name: ")[2] for line in change.data.decode().splitlines() if "- name: " in line]


@pytest.mark.parametrize("role", LEADS)
def test_a_role_of_who_leads(site: Path, tmp_path: Path, role: str) -> None:
    assert led(site, tmp_path / "名单.xlsx", ["成员", role, "成员"]) == ["张二"]


def test_roles_of_members(site: Path, tmp_path: Path) -> None:
    for number in some(range(0, len(MEMBERS), 4)):
        roles = [*MEMBERS[number : number + 4], "领衔人"]
        leader = "张" + "一二三四五"[len(roles) - 1]
        assert led(site, tmp_path / f"名单{number}.xlsx", roles) == [leader], roles


# --- the decision that a row means

HEADER = ["工作室名称", "领衔人", "所在单位", "所在区", "类别", "命名时间", "命名单位", "级别", "命名称号", "文号"]
NAMED = ["2024-04-26", "示例市总工会", "市级", "示例市劳模创新工作室", "示例〔2024〕3号"]


def naming(start: int, **changes: Any) -> list[Any]:
    values = dict(zip(HEADER[5:], NAMED, strict=True)) | changes
    return [*fifty()[start][:5], *values.values()]


DECISIONS: list[tuple[int, dict[str, Any], str | None, list[str]]] = [
    # the studio of the row (0 is named on record, 2 is not), what it says otherwise, the file that is written, what is asked
    (2, {}, "2024-01", []),
    (2, {"命名时间": "2024-04"}, "2024-01", []),
    (2, {"命名时间": "2024"}, "2024-01", []),
    (2, {"命名时间": "2024年4月26日"}, "2024-01", []),
    (2, {"文号": None}, "2024-01", []),
    (2, {"命名时间": "2024", "文号": None}, None, ["ledger-naming-which"]),
    (2, {"命名时间": "2024-04-27"}, "2024-02", []),
    (2, {"命名时间": "2023"}, "2023-01", []),
    (2, {"命名称号": "示例市工匠创新工作室"}, "2024-02", []),
    (2, {"命名称号": "示例市示范性劳模创新工作室"}, "2024-02", []),
    (2, {"命名称号": "示例市 劳模创新工作室"}, "2024-01", []),
    (2, {"级别": "省级"}, "2024-02", []),
    (2, {"命名单位": "示例省总工会"}, "2024-02", []),
    (2, {"文号": "示例〔2024〕4号"}, "2024-02", []),
    (0, {}, None, []),
    (0, {"命名时间": "2024", "文号": None}, None, []),
    (0, {"命名时间": "2023"}, None, ["ledger-naming-differs"]),
    (0, {"级别": "省级"}, None, ["ledger-naming-differs"]),
    (0, {"命名单位": "示例省总工会"}, None, ["ledger-naming-differs"]),
    (0, {"文号": "示例〔2024〕4号"}, None, ["ledger-naming-differs"]),
    (0, {"命名称号": "示例市工匠创新工作室"}, "2024-02", []),
]


@pytest.mark.parametrize("case", DECISIONS)
def test_the_decision_that_a_row_means(
    site: Path, tmp_path: Path, case: tuple[int, dict[str, Any], str | None, list[str]]
) -> None:
    start, changes, written, codes = case
    imported(site, workbook(tmp_path / "一.xlsx", [HEADER, naming(0), naming(1)]))
    plan = planned(site, workbook(tmp_path / "二.xlsx", [HEADER, naming(start, **changes)]))
    assert [problem.code for problem in plan.problems] == codes
    made = [change.path.stem for change in plan.changes if change.path.parts[0] == "decisions"]
    assert made == ([written] if written else [])
