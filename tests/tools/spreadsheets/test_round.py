"""年度工作: the upper union's year as a workbook. What is said once, names as people write them, and what cannot be taken."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from openpyxl.comments import Comment
from tests.tools.spreadsheets.lists import found, grid, planned

from laomo.problems.messages import sentence
from laomo.records.models import vocabulary
from laomo.tools import spreadsheets
from laomo.tools.spreadsheets import Archive, ImportPlan, round_sheets, year_round
from laomo.tools.spreadsheets.grid import Grid

CRANE, WELD, NURSE = "江一舟岸桥劳模创新工作室", "北区焊接技能大师工作室", "顾三春护理巾帼创新工作室"
COVER = grid([["年度工作", "值"], ["年度", "2025"], ["作出决定的单位", "示例市总工会"], ["级别", "市级"]], "年度工作")
HEAD = ["工作室名称", "日期", "标题", "文号"]
PAPER = ["2025-12-20", "关于2025年度验收结果的通报", "示工〔2025〕40号"]
NOTICE = ["标题", "类别", "发布日期", "公示起", "公示止", "异议办法", "受理工会", "正文", "涉及的工作室"]
OPENED = ["关于拟命名的公示", "公示", "2025-04-07", "2025-04-07", "2025-04-14", "当面反映。", "北区", "现予公示。"]
TASKS = ["工会", "创建", "达标", "表名", "文号"]


def plan(site: Path, *grids: Grid, cover: Grid = COVER) -> ImportPlan:
    return spreadsheets.plan_grids([cover, *grids], Archive.read(site / "studios"), None, site)


def taken(site: Path, *grids: Grid) -> ImportPlan:
    made = plan(site, *grids)
    made.write(site / "studios")
    return made


def record(site: Path, path: object) -> Any:
    return yaml.load((site / "studios" / str(path)).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 (every value as text)


def accepted(*rows: list[Any]) -> Grid:
    return grid([[*HEAD, "补助", "补助日期"], *rows], "验收达标")


def test_a_batch_is_one_decision_and_says_its_date_title_and_number_once(site: Path) -> None:
    rows = [[CRANE, *PAPER, "2万元", "2026-01"], [NURSE, "", "", "", "2万元", "2026-01"], [WELD]]
    made = taken(site, accepted(*rows))
    assert found(made) == []
    (path,) = [change.path for change in made.changes]
    decision = record(site, path)
    head = {"result": "达标", "level": "市级", "bodies": ["示例市总工会"], "date": PAPER[0], "doc_no": PAPER[2]}
    assert {name: decision[name] for name in head} == head
    assert decision["sample"] == "是", "on sample studios"
    assert [each.get("support") for each in decision["studios"]] == ["2万元", "2万元", None]
    assert plan(site, accepted(*rows)).changes == (), "twice is once"


def test_another_date_title_or_number_begins_another_document(site: Path) -> None:
    other = ["2025-11-20", "关于补充验收的通报", "示工〔2025〕35号"]
    made = plan(site, accepted([CRANE, *PAPER], [NURSE, *other], [WELD], [CRANE, *other]))
    assert [change.path.name for change in made.changes] == ["2025-01.yml", "2025-02.yml"]
    assert [change.data.count(b"studio:") for change in made.changes] == [1, 3]


def test_every_result_has_a_sheet() -> None:
    results = [result for sheet in round_sheets.DECISIONS for result in sheet.results]
    assert sorted(results) == sorted(vocabulary.DECISION_RESULTS)


def test_a_sheet_may_be_named_with_its_year(site: Path) -> None:
    sheet = grid([HEAD, [CRANE, *PAPER]], "2025年命名")
    assert b"result: \xe5\x91\xbd\xe5\x90\x8d" in plan(site, sheet).changes[0].data


def test_a_corrected_workbook_updates_its_decision(site: Path) -> None:
    taken(site, accepted([CRANE, *PAPER]))
    corrected = [PAPER[0], "关于2025年度考核验收结果的通报", PAPER[2]]
    made = taken(site, accepted([CRANE, *corrected, "2万元", "2026-02-01"], [WELD]))
    assert [(change.path.name, change.new) for change in made.changes] == [("2025-01.yml", False)]
    assert record(site, "decisions/2025-01.yml")["title"] == corrected[1]
    assert len(record(site, "decisions/2025-01.yml")["studios"]) == 2


@pytest.mark.parametrize(
    ("said", "studio"),
    [
        (CRANE, "crane"),
        ("江一舟岸桥工作室", "crane"),
        ("江一舟劳模工作室", "crane"),
        ("江一舟", "crane"),
        ("岸桥", "crane"),
        ("顾 三 春", "nurse"),
        ("护理巾帼创新工作室", "nurse"),
        ("weld", "weld"),
    ],
)
def test_studios_as_people_write_them(site: Path, said: str, studio: str) -> None:
    made = plan(site, accepted([said, *PAPER]))
    assert [change.data.decode().rpartition("studio: ")[2].strip() for change in made.changes] == [studio]
    assert {code for _, code in found(made)} <= {"ledger-read-as"}


@pytest.mark.parametrize("said", ["北区工会", "北区", "北区总工会", "north", " 北 区 工 会 "])
def test_unions_as_people_write_them(site: Path, said: str) -> None:
    made = plan(site, grid([TASKS, [said, "3", "2", "任务分解表", "示工〔2025〕9号"], ["合计", "3", "2"]], "任务分解"))
    assert found(made) == []
    assert b"union: north" in made.changes[0].data


def test_a_notice_names_its_studios_in_one_cell_or_in_the_rows_below(site: Path) -> None:
    rows = [[*OPENED, f"{CRANE}、焊接"], ["", "", "", "", "", "", "", "", "护理"]]
    made = taken(site, grid([NOTICE, *rows], "公示与通知"))
    assert {code for _, code in found(made)} <= {"ledger-read-as"}
    notice = record(site, "notices/2025-01.yml")
    assert (notice["issuer"], notice["union"]) == ("示例市总工会", "north")
    assert notice["studios"] == ["crane", "weld", "nurse"]
    assert plan(site, grid([NOTICE, *rows], "公示与通知")).changes == ()


EVENT = ["标题", "类别", "日期", "地点", "主办或刊出单位", "网址", "涉及的工作室", "组织的工会"]
TOLD = ["焊花里的二十年", "媒体报道", "2025-05-01", "", "示例日报", "https://news.example.org/1", "焊接", ""]
MET = ["劳模事迹报告会", "事迹报告", "2025-04-28", "市工人文化宫", "", "", CRANE, "北区"]


def test_events_and_the_press_are_a_row_each(site: Path) -> None:
    sheet = grid([EVENT, MET, ["", "", "", "", "", "", NURSE], TOLD], "宣传展示")
    made = taken(site, sheet)
    assert {code for _, code in found(made)} <= {"ledger-read-as"}
    met, told = (record(site, f"events/2025-0{n}.yml") for n in (1, 2))
    assert (met["union"], met["studios"], met["place"]) == ("north", ["crane", "nurse"], "市工人文化宫")
    assert (told["kind"], told["address"], told["studios"]) == ("媒体报道", TOLD[5], ["weld"])
    assert plan(site, sheet).changes == ()


VISIT = ["工作室名称", "日期", "标题", "类别", "检查单位", "据此作出的决定", "检查情况", "处理意见"]
VISITED = ["2025-11-03", "2025年度互查", "互查", "北区工会、南区工会", ""]


def test_an_inspection_is_one_record_for_all_studios_that_it_visits(site: Path) -> None:
    rows = [[CRANE, *VISITED, "台账齐。"], [NURSE, "", "", "", "", "", "缺两次记录。", "一个月内补齐。"]]
    made = taken(site, grid([VISIT, *rows], "检查与互查"))
    assert (found(made), [str(change.path) for change in made.changes]) == ([], ["inspections/2025-01.yml"])
    filed = record(site, "inspections/2025-01.yml")
    assert (filed["bodies"], filed["date"]) == (["北区工会", "南区工会"], "2025-11-03")
    assert filed["studios"] == [
        {"studio": "crane", "finding": "台账齐。"},
        {"studio": "nurse", "finding": "缺两次记录。", "advice": "一个月内补齐。"},
    ]
    assert plan(site, grid([VISIT, *rows], "检查与互查")).changes == ()


def test_reports_are_registered_without_a_year_record_and_in_one(site: Path) -> None:
    made = taken(
        site, grid([["工作室名称", "报送日期"], [CRANE, "2025年12月20日"], ["焊接", "2025.12.21"], [NURSE]], "报送登记")
    )
    assert [str(change.path) for change in made.changes] == ["north/crane/2025.yml", "north/weld/2025.yml"]
    assert record(site, "north/weld/2025.yml") == {"sample": "是", "report": {"submitted": "2025-12-21"}}


TABLE = [TASKS, ["北区", "3", "2", "任务表", "示工〔2025〕9号"], ["南区", "2", "1"]]


@pytest.mark.parametrize("total", [["合计", "5", "3"], ["合计", "=SUM(B2:B3)", "=SUM(C2:C3)"], ["合计"], None])
def test_totals_are_those_of_the_table_or_the_sum(site: Path, total: list[str] | None) -> None:
    made = plan(site, grid([*TABLE, *([total] if total else [])], "任务分解"))
    assert found(made) == []
    assert b"created: 5" in made.changes[0].data


def test_a_table_of_targets_by_its_columns_with_the_year_in_its_title(site: Path) -> None:
    texts = [["示例市2024年创建工作任务分解表"], ["序", "区/产业", "累计创建任务数", "累计达标数"]]
    texts += [["1", "北区工会", "3", "2"], ["2", "南区工会", "2", "1"], ["", "合计", "5", "3"]]
    made = plan(site, grid(texts, "附件"))
    assert (found(made), [str(change.path) for change in made.changes]) == ([], ["targets/2024.yml"])


REVOKED = """result: 撤销
title: 关于撤销的决定
level: 市级
bodies: [示例市总工会]
date: 2024-05-06
studios: [{studio: weld}]
"""
DECIDED = [*HEAD, "结果"]
BAD: list[tuple[str, Grid, list[tuple[str, str]], int]] = [
    # what, the sheet, cells with their codes, records that are written all the same
    ("an unknown studio", accepted([CRANE, *PAPER], ["无此工作室"]), [("验收达标!A3", "ledger-no-studio")], 1),
    ("words that name none, and more than a name", accepted([CRANE, *PAPER], ["工作"], ["某某北区焊接二室"]), [("验收达标!A3", "ledger-no-studio"), ("验收达标!A4", "ledger-no-studio")], 1),
    ("one twice", accepted([CRANE, *PAPER], [NURSE], ["江一舟"]), [("验收达标!A4", "ledger-duplicate")], 1),
    ("one revoked", accepted([CRANE, *PAPER], [WELD]), [("验收达标!A3", "ledger-studio-ended")], 1),
    ("one revoked a second time", grid([DECIDED, [WELD, *PAPER, "撤销"]], "摘牌与撤销"), [("摘牌与撤销!A2", "ledger-studio-ended")], 0),
    ("a grant before the acceptance", accepted([CRANE, *PAPER, "2万元", "2025-12-01"], [NURSE]), [("验收达标!F2", "grant-before-decision")], 1),
    ("a grant without an acceptance", grid([["工作室名称", "补助", "补助日期"], [NURSE, "2万元", "2025-12-30"]], "补助"), [("补助!A2", "ledger-not-accepted")], 0),
    ("no date", accepted([CRANE, "", *PAPER[1:]], [NURSE], [WELD]), [("验收达标!B2", "ledger-missing")], 0),
    ("no title", accepted([CRANE, PAPER[0], "", PAPER[2]], [NURSE]), [("验收达标!C2", "ledger-missing")], 0),
    ("a date that is none", accepted([CRANE, "年底", *PAPER[1:]], [NURSE]), [("验收达标!B2", "date-malformed")], 0),
    ("last year's workbook", accepted([CRANE, "2024-12-20", *PAPER[1:]], [NURSE]), [("验收达标!B2", "ledger-other-year")], 0),
    ("a notice of another year", grid([NOTICE, [*OPENED[:2], "2024-04-07", *OPENED[3:], CRANE]], "公示与通知"), [("公示与通知!C2", "ledger-other-year")], 0),
    ("a notice without a text", grid([NOTICE, [*OPENED[:-1], "", CRANE]], "公示与通知"), [("公示与通知!H2", "ledger-missing")], 0),
    ("a notice about a studio that is none", grid([NOTICE, [*OPENED, f"{CRANE}、无此工作室"]], "公示与通知"), [("公示与通知!I2", "ledger-no-studio")], 0),
    ("an event without a kind", grid([EVENT, [MET[0], "", *MET[2:]]], "宣传展示"), [("宣传展示!B2", "ledger-missing")], 0),
    ("an event of another year", grid([EVENT, [*MET[:2], "2024-04-28", *MET[3:]]], "宣传展示"), [("宣传展示!C2", "ledger-other-year")], 0),
    ("a faulty notice, and another of the same day", grid([NOTICE, [*OPENED[:5], "请致电 13800138000", *OPENED[6:], CRANE], ["关于拟复核的公示", *OPENED[1:], CRANE]], "公示与通知"), [("公示与通知!F2", "personal-mobile-in-list")], 1),
    ("a faulty notice twice", grid([NOTICE, [*OPENED[:5], "请致电 13800138000", *OPENED[6:], CRANE], [*OPENED, CRANE]], "公示与通知"), [("公示与通知!F2", "personal-mobile-in-list"), ("公示与通知!A3", "ledger-duplicate-notice")], 0),
    ("a document on record with another date", accepted([NURSE, "2013-06-07", "关于公布2013年验收结果的通知"]), [("验收达标!B2", "ledger-other-year")], 0),
    ("one title with two dates and no number", accepted([CRANE, "2025-12-20", "关于验收的通报", ""], [NURSE, "2025-12-21", "关于验收的通报", ""]), [("验收达标!B3", "ledger-which-document")], 1),
    ("an event twice", grid([EVENT, MET, MET], "宣传展示"), [("宣传展示!A3", "ledger-duplicate-notice")], 1),
    ("the press without its address", grid([EVENT, [*TOLD[:5], "news.example", *TOLD[6:]]], "宣传展示"), [("宣传展示!F2", "address-malformed")], 0),
    ("an inspection without a date", grid([VISIT, [CRANE, "", *VISITED[1:]], [NURSE]], "检查与互查"), [("检查与互查!B2", "ledger-missing")], 0),
    ("an inspection of a studio that is none", grid([VISIT, [CRANE, *VISITED], ["无此工作室"]], "检查与互查"), [("检查与互查!A3", "ledger-no-studio")], 1),
    ("an inspection after which nothing was decided", grid([VISIT, [CRANE, *VISITED[:-1], "2031-09"]], "检查与互查"), [("检查与互查!F2", "unknown-decision")], 0),
    ("a report of last year's workbook", grid([["工作室名称", "年度", "报送日期"], [CRANE, "2024", "2025-12-20"]], "报送登记"), [("报送登记!C2", "ledger-late-report")], 0),
    ("totals that differ", grid([*TABLE, ["合计", "6", "3"]], "任务分解"), [("任务分解!B4", "target-total")], 0),
    ("a table of last year's workbook", grid([TASKS, ["北区", "3", "2", "示例市2026年任务分解表", "示工〔2026〕9号"]], "任务分解"), [("任务分解!D2", "ledger-other-year")], 0),
    ("a union twice", grid([*TABLE, ["北区工会", "1", "1"], ["合计", "6", "4"]], "任务分解"), [("任务分解!A4", "ledger-union-twice")], 0),
    ("a union that is none", grid([*TABLE, ["东区工会", "1", "1"], ["合计", "6", "4"]], "任务分解"), [("任务分解!A4", "ledger-union-unknown")], 0),
    ("a number that is none", grid([TABLE[0], ["北区", "三家", *TABLE[1][2:]], TABLE[2], ["合计", "5", "3"]], "任务分解"), [("任务分解!B2", "whole-number")], 0),
    ("a result of another kind", grid([DECIDED, [CRANE, *PAPER, "命名"]], "复核"), [("复核!E2", "ledger-no-outcome")], 0),
    ("no result", grid([DECIDED, [CRANE, *PAPER, "复核合格"], [NURSE]], "复核"), [("复核!E3", "ledger-no-outcome")], 1),
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "cells", "written"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_faulty_row_is_one_line_at_its_cell_and_not_written(
    site: Path, sheet: Grid, cells: list[tuple[str, str]], written: int
) -> None:
    (site / "studios/decisions/2024-01.yml").write_text(REVOKED, encoding="utf-8")
    made = plan(site, sheet)
    assert found(made) == cells
    assert len(made.changes) == written
    assert all(sentence(each.code, each.facts, language) for each in made.problems for language in ("zh", "en"))


def test_what_is_decided_after_the_same_workbook_ends_a_studio(site: Path) -> None:
    ending = grid([DECIDED, [WELD, "2025-05-06", "关于撤销的决定", "示工〔2025〕6号", "撤销"]], "摘牌与撤销")
    made = plan(site, accepted([CRANE, *PAPER], ["焊接"]), ending)
    assert found(made) == [("验收达标!A3", "ledger-studio-ended")], "wherever the sheet stands"
    before = ["2025-01-20", *PAPER[1:]]
    assert found(plan(site, accepted([CRANE, *before], [WELD]), ending)) == []


def test_twenty_rows_with_one_cause_are_one_line(site: Path) -> None:
    rows = [[f"第{n}工作室", "", "", ""] for n in range(20)]
    made = plan(site, accepted([CRANE, "", *PAPER[1:]], *rows))
    assert found(made) == [("验收达标!B2", "ledger-missing")]


def test_the_workbook_of_another_year_is_one_line(site: Path) -> None:
    reports = [
        ["工作室名称", "年度", "报送日期"],
        *([name, "2024", f"2025-12-{n}"] for n, name in enumerate((CRANE, WELD, NURSE), 10)),
    ]
    documents = [
        [CRANE, "2024-12-20", "关于验收的通报", "示工〔2024〕4号"],
        [WELD, "2024-11-20", "关于补充验收的通报", "示工〔2024〕3号"],
    ]
    made = plan(site, grid(reports, "报送登记"), accepted(*documents), grid([HEAD, [CRANE, *documents[0][1:]]], "命名"))
    remarks = spreadsheets.grouped(made.problems)
    assert [(each.problem.code, each.problem.path, each.others) for each in remarks] == [
        ("ledger-late-report", "报送登记!C2:C4", 2),
        ("ledger-other-year", "验收达标!B2:B3,命名!B2", 1),
    ]
    assert made.changes == ()


def test_whom_an_ambiguous_name_may_mean_is_said(site: Path) -> None:
    (site / "studios/south/weld-south").mkdir()
    text = (site / "studios/north/weld/studio.yml").read_text("utf-8").replace("北区焊接", "南区焊接")
    (site / "studios/south/weld-south/studio.yml").write_text(text, encoding="utf-8")
    made = plan(site, accepted(["焊接", *PAPER]))
    (problem,) = made.problems
    assert (problem.code, len(problem.facts["candidates"])) == ("ledger-which-studio", 2)  # type: ignore[arg-type]
    named = grid([[*HEAD, "主管工会"], ["焊接", *PAPER, "南区"]], "验收达标")
    assert b"studio: weld-south" in plan(site, named).changes[0].data


YEAR_OF_UNION = [
    "decisions/2025-01.yml",
    "decisions/2025-02.yml",
    "events/2025-01.yml",
    "inspections/2025-01.yml",
    "north/crane/2025.yml",
    "notices/2025-01.yml",
    "targets/2025.yml",
]
"""The records that the workbook below makes."""


def filled(site: Path, file: Path) -> Path:
    """The template of a year as a clerk fills it in: dates as dates and as text, full-width digits, merged heads, a hidden row, a note."""
    year_round.template(Archive.read(site / "studios"), file, 2025)
    book = openpyxl.load_workbook(file)
    columns = {sheet.title: {cell.value: cell.column for cell in sheet[1]} for sheet in book}

    def put(sheet: str, row: int, **cells: object) -> None:
        for heading, value in cells.items():
            book[sheet].cell(row, columns[sheet][heading]).value = value

    put("任务分解", 3, 创建=3, 达标="２", 表名="任务分解表", 文号="示工〔2025〕9号")
    put("任务分解", 4, 创建="2", 达标=1)
    put("任务分解", 5, 创建="=SUM(B3:B4)", 达标=3)
    put(
        "验收达标",
        3,
        工作室名称=CRANE,
        日期=date(2025, 12, 20),
        标题=PAPER[1],
        文号=PAPER[2],
        补助="２万元",
        补助日期=date(2026, 1, 5),
    )
    put("验收达标", 4, 工作室名称="焊接")
    put("验收达标", 5, 工作室名称=NURSE)
    for heading in ("日期", "标题", "文号"):
        number = columns["验收达标"][heading]
        book["验收达标"].merge_cells(start_row=3, end_row=4, start_column=number, end_column=number)
    book["验收达标"].row_dimensions[5].hidden = True
    book["验收达标"].cell(3, 2).comment = Comment("已核对", "某某")
    put(
        "命名",
        3,
        工作室名称=NURSE,
        日期="二〇二五年四月二十六日",
        标题="关于命名的决定",
        文号="示工〔2025〕12号",
        称号全称="示例市劳模创新工作室",
    )
    put("公示与通知", 3, **dict(zip(NOTICE, [*OPENED, NURSE], strict=True)))
    put("宣传展示", 3, **dict(zip(EVENT, MET, strict=True)))
    put("检查与互查", 3, **dict(zip(VISIT, [CRANE, *VISITED, "台账齐。"], strict=False)))
    put("报送登记", 3, 报送日期=date(2025, 12, 19))
    book.save(file)
    return file


def test_a_year_from_excel_and_back(site: Path, tmp_path: Path) -> None:
    made = planned(site, filled(site, tmp_path / "年度工作.xlsx"), None)
    assert [each for each in found(made) if each[1] != "ledger-read-as"] == [("验收达标!A5", "ledger-hidden-rows")]
    made.write(site / "studios")
    assert [str(change.path) for change in made.changes] == YEAR_OF_UNION
    year_round.export(Archive.read(site / "studios"), tmp_path / "back.xlsx", 2025)
    again = planned(site, tmp_path / "back.xlsx", None)
    assert (again.changes, found(again)) == ((), [])
    assert again.rows > 5


def test_an_exported_year_changes_what_is_changed_in_it(site: Path, tmp_path: Path) -> None:
    file = tmp_path / "back.xlsx"
    year_round.export(Archive.read(site / "studios"), file, 2013)
    book = openpyxl.load_workbook(file)
    sheet = book["验收达标"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(3, columns["标题"]).value = "关于验收结果的通报"
    sheet.cell(4, columns["工作室名称"]).value = NURSE
    targets = book["任务分解"]
    targets.cell(3, 3).value, targets.cell(5, 3).value = "9", "=SUM(C3:C4)"
    book.save(file)
    made = planned(site, file, None)
    assert found(made) == []
    assert [[each.what for each in change.differences] for change in made.changes] == [
        ["标题", "工作室"],
        ["北区工会·创建"],
    ]


def test_one_unions_workbook_for_a_year_needs_no_name_typed(site: Path, tmp_path: Path) -> None:
    archive = Archive.read(site / "studios")
    assert spreadsheets.prepared(archive, tmp_path / "north.xlsx", "north", 2025) == 2
    assert planned(site, tmp_path / "north.xlsx", None).changes == ()
    book = openpyxl.load_workbook(tmp_path / "north.xlsx")
    rows = [[cell.value for cell in row] for row in book["培训"].iter_rows()]
    assert rows[2][:4] == ["crane", CRANE, "江一舟", "2025"]
    book["培训"].cell(3, rows[0].index("主题") + 1).value = "吊具"
    book["培训"].cell(3, rows[0].index("时间") + 1).value = "2025-06"
    book.save(tmp_path / "north.xlsx")
    made = planned(site, tmp_path / "north.xlsx", None)
    assert (found(made), [str(change.path) for change in made.changes]) == ([], ["north/crane/2025.yml"])
    spreadsheets.export(archive, tmp_path / "more.xlsx", "north", 2013)
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(tmp_path / "more.xlsx")["培训"].iter_rows()]
    assert [row[1] for row in rows[2:]].count(WELD) == 3, "rows to be written in beside those on record"
    for year in (None, 2013):
        file = tmp_path / f"export-{year}.xlsx"
        spreadsheets.export(archive, file, "north", year)
        assert "nurse" not in {cell.value for cell in openpyxl.load_workbook(file)["工作室"]["A"]}
        assert (planned(site, file, None).changes, found(planned(site, file, None))) == ((), [])
