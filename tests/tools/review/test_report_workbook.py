"""The internal report as a workbook: every section, the matrix of evidence with its links, and nothing that Excel would run."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.conftest import some
from tests.registry.joined import joined

from laomo.registry.registry import Registry
from laomo.tools.review import report_workbook
from laomo.tools.review.matrix import YearCounts, counts
from laomo.tools.review.report import report
from laomo.tools.spreadsheets import xlsx
from laomo.tools.spreadsheets.xlsx import FilterableList, Linked

ADDRESS = "https://hall.example.org/"
STANDARD = "{name: 标准, short: 三有, issuer: 甲会, valid_from: 2010, items: [{id: a, label: 有牌, text: 甲, check: [{kind: plaque}]}, {id: b, label: 有项目, text: 乙, check: [{kind: projects-in-year}]}, {id: c, label: 有精神, text: 丙}, {id: d, label: 工匠, text: 丁, categories: [工匠]}]}"
TEXTS = {
    "site": "{name: 小馆, place: 示例市, as_of: 2013}",
    "standards/three": STANDARD,
    "decisions/2012-01": "{title: '=HYPERLINK(1)', result: 达标, doc_no: 示例〔2012〕1号, date: 2012-05, studios: [{studio: a, support: 2万元}, {studio: b, support: 2万元, granted: 2012-06}, {studio: c}]}",
    "decisions/2013-01": "{result: 限期整改, date: 2013-03, doc_no: 示例〔2013〕2号, studios: [{studio: b}]}",
    "decisions/2013-02": "{result: 命名, date: 2013-04, studios: [{studio: b}]}",
    "decisions/2014-01": "{result: 达标, date: 2014-04, studios: [{studio: b, support: 2万元}]}",
    "inspections/2013-01": "{title: 互查, kind: 互查, date: 2013-02, studios: [{studio: b, finding: 缺页, advice: 补齐}], decisions: [2013-01]}",
    "north/a": "{name: '=1+1室', founded: 2010, plaque: 2011, leaders: [{name: 甲一}]}",
    "north/a/2013": "{report: {submitted: 2013-12-20, inspection: 抽查}, projects: [{title: 项目甲}, {title: '#1号项目'}], trainings: [{topic: 焊, sessions: 3, attendances: 40}, {topic: 钳}], mentoring: {apprentices: 6}, achievements: [{id: x, recognised_by: [{}]}, {id: y}, {id: z, disclosure: 不公开}]}",
    "north/b": "{founded: 2010}",
    "north/b/2013": "{}",
    "south/c": "{founded: 2009, category: 工匠}",
}


@pytest.fixture(scope="module")
def registry() -> Registry:
    return joined(TEXTS)


@pytest.fixture(scope="module")
def book(registry: Registry, tmp_path_factory: pytest.TempPathFactory) -> Any:
    return written(registry, tmp_path_factory.mktemp("report") / "催报.xlsx")


def written(registry: Registry, file: Path, address: str | None = ADDRESS) -> Any:
    report_workbook.write(report(registry, 2013), address, file)
    return openpyxl.load_workbook(file)


def rows(book: Any, sheet: str) -> list[list[object]]:
    return [[cell.value for cell in row] for row in book[sheet].iter_rows()]


def test_a_sheet_for_each_kind_with_a_frozen_head_that_filters(book: Any) -> None:
    assert book.sheetnames == [
        *("汇总", "未报", "没有报送日期", "待补材料", "久未更新", "限期整改", "补助未发", "检查与互查"),
        *("证据矩阵 三有", "证据清单 三有"),
    ]
    for sheet in some(book):
        head, *_ = rows(book, sheet.title)
        assert sheet.freeze_panes.endswith("2")
        last = sheet.max_row - (2 if sheet.title == "汇总" else 0)
        width = openpyxl.utils.get_column_letter(len(head))
        assert sheet.auto_filter.ref == f"A1:{width}{last}", "a total is not filtered away"


def test_what_is_outstanding(book: Any) -> None:
    assert rows(book, "汇总")[:3] == [
        ["工会", "应报", "已报", "未报", "没有报送日期", "待补材料", "久未更新", "限期整改", "补助未发", "检查与互查"],
        ["北区工会", 2, 1, 0, 1, 1, 0, 0, 1, 2],
        ["南区工会", 1, 0, 1, 0, 1, 1, 0, 1, 0],
    ]
    assert rows(book, "汇总")[3] == ["合计", 3, 1, 1, 1, 2, 1, 0, 2, 2]
    assert rows(book, "未报")[1:] == [["南区工会", "southc工作室", "c", None, "没有 2013 年度档案"]]
    assert rows(book, "没有报送日期")[1:] == [["北区工会", "northb工作室", "b", None, "有档案，没有报送日期"]]
    assert rows(book, "待补材料")[1:] == [
        ["北区工会", "northb工作室", "b", None, "三有", "有牌、有项目", 2],
        ["南区工会", "southc工作室", "c", None, "三有", "有牌、有项目", 2],
    ]
    assert [row[2:] for row in rows(book, "检查与互查")[1:]] == [
        ["a", "甲一", "年度档案里的检查记录", None, "抽查", None, None],
        ["b", None, "互查", "2013年2月", "缺页", "补齐", "决定（限期整改）"],
    ]
    assert rows(book, "补助未发")[1:] == [
        ["北区工会", "=1+1室", "a", "甲一", "2万元", "=HYPERLINK(1)", "示例〔2012〕1号", "2012年5月"],
        ["南区工会", "southc工作室", "c", None, "没有登记（同一决定里别家有）", "=HYPERLINK(1)", "示例〔2012〕1号", "2012年5月"],
    ]  # fmt: skip


def test_the_matrix_says_what_is_on_file_and_counts_what_decides(book: Any) -> None:
    head, *lines = rows(book, "证据矩阵 三有")
    assert head == [
        *("工会", "工作室", "编号", "领衔人", "年报", "有牌", "有项目", "有精神", "工匠", "有据", "未见材料", "待核"),
        *("攻关项目", "创新成果", "其中获认定", "培训（场）", "培训（人次）", "带徒（人）"),
    ]
    assert lines == [
        ["北区工会", "=1+1室", "a", "甲一", "有", "有据", "有据", "待核", "不适用", 2, 0, 1, 2, 2, 1, 4, 40, 6],
        ["北区工会", "northb工作室", "b", None, "有", "未见材料", "未见材料", "待核", "不适用", 0, 2, 1, 0, 0, 0, 0, 0, 0],
        ["南区工会", "southc工作室", "c", None, "没有", "未见材料", "未见材料", "待核", "待核", 0, 2, 2, 0, 0, 0, 0, 0, 0],
    ]  # fmt: skip


def test_every_piece_of_evidence_has_its_link(book: Any) -> None:
    sheet = book["证据矩阵 三有"]
    links = {cell.coordinate: cell.hyperlink.target for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    assert links["B2"] == f"{ADDRESS}studios/a/"
    assert links["E2"] == f"{ADDRESS}studios/a/2013/"
    assert links["F2"] == f"{ADDRESS}studios/a/#timeline"
    assert links["G2"] == f"{ADDRESS}studios/a/2013/#project-1"
    lines = [line[3:] for line in rows(book, "证据清单 三有")[1:] if line[2] == "a"]
    assert lines == [
        ["有牌", "有据", "2011年挂牌", f"{ADDRESS}studios/a/#timeline"],
        ["有项目", "有据", "项目甲", f"{ADDRESS}studios/a/2013/#project-1"],
        ["有项目", "有据", "#1号项目", f"{ADDRESS}studios/a/2013/#project-2"],
        ["有精神", "待核", None, None],
        ["工匠", "不适用", None, None],
    ]
    assert book["证据清单 三有"]["G4"].hyperlink.target == f"{ADDRESS}studios/a/2013/#project-2"


def test_no_cell_is_a_formula_or_an_error(book: Any) -> None:
    kinds = {cell.data_type for sheet in (*book,) for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "inlineStr", "n"}


def test_without_an_address_nothing_is_linked(registry: Registry, tmp_path: Path) -> None:
    book = written(registry, tmp_path / "a.xlsx", None)
    assert {cell.hyperlink for sheet in some(book) for row in sheet.iter_rows() for cell in row} == {None}
    assert rows(book, "证据清单 三有")[1][6] == "studios/a/#timeline"


def test_one_union_with_those_below_it(registry: Registry) -> None:
    for wanted, listed in (("north", ["north"]), ("city", ["north", "south"])):
        made = report(registry, 2013, registry.union_by_id[wanted])
        assert [each.union.id for each in made.unions] == listed


def test_counts_without_a_record_are_nothing(registry: Registry) -> None:
    assert counts(registry.studio_by_id["c"], 2013) == YearCounts(0, 0, 0, 0, 0, 0)


def test_titles_of_sheets_are_what_excel_takes(tmp_path: Path) -> None:
    lists = [FilterableList(title, [["甲"], [Linked("乙", "https://a.example.org/")]], [5]) for title in ("a/b:c?", "长" * 40, "长" * 40, "'")]  # fmt: skip
    xlsx.write_lists(lists, tmp_path / "a.xlsx")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == ["a b c", "长" * 28, "长" * 28 + "1", "清单"]
