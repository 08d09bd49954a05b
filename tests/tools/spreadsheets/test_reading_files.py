"""Files as grids: where each cell of a workbook is, what it says, what is hidden or merged; CSV and Word forms to the last limit."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import docx
import pytest
from tests.tools.spreadsheets.test_bombs import workbook

from laomo.tools.spreadsheets import csv_lists
from laomo.tools.spreadsheets.grid import Cell, DayOf1904, Grid, Row, UnreadableFile
from laomo.tools.spreadsheets.plan import read

STYLES = (
    '<numFmts count="2"><numFmt numFmtId="200" formatCode="yyyy-mm-dd"/><numFmt numFmtId="201" formatCode="[h]:mm"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf/><xf numFmtId="200"/><xf numFmtId="201"/><xf numFmtId="2"/><xf numFmtId="57"/><xf numFmtId="49"/></cellXfs>'
    '<cellXfs2><xf numFmtId="200"/></cellXfs2>'
)
STRINGS = (
    "<si><t>甲</t></si><si><r><t>乙</t></r><r><t>丙</t></r><rPh><t>ding</t></rPh></si>"
    "<si><t>戊</t><rPh><t>ji</t></rPh><t>庚</t></si>"
)


def sheet(folder: Path, rows: str, **parts: Any) -> Grid:
    (grid,) = read(workbook(folder / "x.xlsx", rows, styles=STYLES, strings=STRINGS, **parts))
    return grid


def said(grid: Grid) -> list[list[Any]]:
    """Value or fault of each cell, row by row."""
    return [[cell.fault or cell.value for cell in row.cells] for row in grid.rows]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c t="s"><v>0</v></c>', "甲"),
        ('<c t="s"><v>1</v></c>', "乙丙"),
        ('<c t="s"><v>2</v></c>', "戊庚"),
        ('<c t="inlineStr"><is><t>甲</t><rPh><t>jia</t></rPh><r><t>乙</t></r></is></c>', "甲乙"),
        ('<c t="str"><v>1.5</v></c>', "1.5"),
        ("<c><v>3</v></c>", 3),
        ('<c t="n"><v>3.5</v></c>', 3.5),
        ("<c><v>3e2</v></c>", 300.0),
        ("<c><v>3E2</v></c>", 300.0),
        ("<c><v>x</v></c>", "x"),
        ('<c t="b"><v>1</v></c>', True),
        ('<c t="b"><v> 1 </v></c>', True),
        ('<c t="b"><v>0</v></c>', False),
        ('<c t="d"><v>2013-06-01</v></c>', date(2013, 6, 1)),
        ('<c t="e"><v>#REF!</v></c>', "ledger-error-value"),
        ("<c><f>1+1</f><v>2</v></c>", "ledger-formula"),
        ("<c><f>1+1</f></c>", "ledger-formula"),
        ('<c s="1"><v>41426</v></c>', datetime(2013, 6, 1)),  # noqa: DTZ001 (a workbook knows no zone)
        ('<c s="1"><v>99999999</v></c>', "ledger-error-value"),
        ('<c s="2"><v>1.5</v></c>', str(timedelta(days=1, hours=12))),
        ('<c s="1"><v>0.5</v></c>', time(12)),
        ('<c s="3"><v>2013.1</v></c>', "2013.10"),
        ('<c s="4"><v>41426</v></c>', "2013年6月"),
        ('<c s="5"><v>41426</v></c>', 41426),
        ('<c s="9"><v>41426</v></c>', 41426),
        (f'<c t="inlineStr"><is><t>{"a" * 32_767}</t></is></c>', "a" * 32_767),
        (f'<c t="inlineStr"><is><t>{"a" * 32_768}</t></is></c>', "ledger-cell-too-long"),
    ],
)
def test_what_a_cell_of_a_workbook_holds(tmp_path: Path, cell: str, value: Any) -> None:
    ((made,),) = said(sheet(tmp_path, f"<row>{cell}</row>"))
    assert (made, type(made)) == (value, type(value))


def test_a_workbook_that_counts_days_from_1904(tmp_path: Path) -> None:
    rows = '<row><c><v>40000</v></c><c><v>4.5</v></c><c s="1"><v>39964</v></c></row>'
    for flag, first, day in (
        ("1", DayOf1904, date(2013, 6, 1)),
        ("true", DayOf1904, date(2013, 6, 1)),
        ("0", int, date(2009, 5, 31)),
    ):
        ((number, ratio, made),) = said(sheet(tmp_path, rows, names=f'<workbookPr date1904="{flag}"/>'))
        assert (type(number), number, ratio, made.date()) == (first, 40000, 4.5, day)


def test_where_each_cell_is(tmp_path: Path) -> None:
    rows = (
        '<row r="2" hidden="1"><c r="B2"><v>1</v></c><c><v>2</v></c></row>'
        '<row><c><v>3</v></c></row><row r="5" hidden="0"><c r="C6"><v>4</v></c><c><v>5</v></c></row><row hidden="true"><c/></row>'
        '<row r="9"><c r="A9"/></row>'
    )
    grid = sheet(tmp_path, rows, around=('<cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols>', ""))
    assert grid == Grid(
        "表1",
        (
            Row(1, ()),
            Row(2, (Cell("表1", 2, 1), Cell("表1", 2, 2, 1), Cell("表1", 2, 3, 2)), hidden=True),
            Row(3, (Cell("表1", 3, 1, 3),)),
            Row(4, ()),
            Row(5, ()),
            Row(6, (Cell("表1", 6, 1), Cell("表1", 6, 2), Cell("表1", 6, 3, 4), Cell("表1", 6, 4, 5))),
        ),
        frozenset({1, 2}),
    )


def test_cells_that_are_merged(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>9</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>'
    areas = "".join(f'<mergeCell ref="{area}"/>' for area in ("A1:B3", "D1:D1", "F1:G2"))
    grid = sheet(tmp_path, rows, around=("", f"<mergeCells>{areas}</mergeCells>"))
    cells = {cell.address[3:]: (cell.value, cell.joined, cell.part) for row in grid.rows for cell in row.cells}
    assert cells == {
        "A1": (1, False, False),
        "B1": (1, False, True),
        "C1": (None, False, False),
        "D1": (9, False, False),
        "A2": (1, True, True),
        "B2": (1, True, True),
        "A3": (1, True, True),
        "B3": (1, True, True),
    }


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ('<row r="1"><c r="KN1"><v>1</v></c></row>', ""),
        ('<row r="100001"><c r="A100001"><v>1</v></c></row>', "ledger-too-large"),
        ('<row r="1"><c r="KO1"><v>1</v></c></row>', "ledger-too-large"),
        ('<row r="1048576"><c r="XFD1048576"/></row>', ""),
        (f"<row>{'<c/>' * 300}</row>", ""),
        (f"<row>{'<c/>' * 301}</row>", "ledger-too-large"),
        ('<row r="100000"/><row/>', "ledger-too-large"),
        ('<row r="99999"/><row/>', ""),
    ],
)
def test_how_far_a_list_may_reach(tmp_path: Path, rows: str, code: str) -> None:
    if not code:
        sheet(tmp_path, rows)
        return
    with pytest.raises(UnreadableFile) as refused:
        sheet(tmp_path, rows)
    assert refused.value.code == code


def test_sheets_in_their_order_and_which_are_hidden(tmp_path: Path) -> None:
    file = workbook(tmp_path / "x.xlsx", sheets="2")
    assert [(grid.name, grid.hidden) for grid in read(file)] == [("表1", False), ("表2", False)]


# --- CSV


def lines(folder: Path, data: bytes) -> list[list[Any]]:
    file = folder / "名单.csv"
    file.write_bytes(data)
    (grid,) = csv_lists.read(file)
    assert grid.name == "名单"
    assert [row.number for row in grid.rows] == [*range(1, len(grid.rows) + 1)]
    assert {cell.sheet for row in grid.rows for cell in row.cells} <= {"名单.csv"}
    return said(grid)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [",", "\t", ";", "，"])
def test_every_separator_in_every_encoding(tmp_path: Path, encoding: str, separator: str) -> None:
    text = f'名称{separator}"领{separator}衔"\r\n甲{separator}\n\n'
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    assert lines(tmp_path, mark + text.encode(encoding)) == [["名称", f"领{separator}衔"], ["甲", ""], []]


def test_the_separator_is_the_commonest_at_the_beginning(tmp_path: Path) -> None:
    assert lines(tmp_path, b"a;b,c;d") == [["a", "b,c", "d"]]
    assert lines(tmp_path, b"a" * 3_998 + b";b," + b",,,") == [["a" * 3_998, "b,,,,"]]
    assert lines(tmp_path, b"a,b\n" * 1_000 + b"a;;;;;;;;b\n" * 600)[-1] == ["a;;;;;;;;b"]


def test_a_big_endian_file_has_its_mark(tmp_path: Path) -> None:
    assert lines(tmp_path, b"\xfe\xff" + "名,乙".encode("utf-16-be")) == [["名", "乙"]]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'a,"b', "ledger-unreadable"),
        (b'a,"b"c', "ledger-unreadable"),
        (b"a\x00,b", "ledger-unreadable"),
        (b"\x81", "ledger-unreadable"),
        (b"," * 300, "ledger-too-large"),
        (b"a" * 50_000_001, "ledger-too-large"),
    ],
)
def test_a_list_that_is_not_read(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        lines(tmp_path, data)
    assert refused.value.code == code


def test_a_list_at_its_limits(tmp_path: Path) -> None:
    assert lines(tmp_path, b"," * 299) == [[""] * 300]
    assert lines(tmp_path, b"a" * 32_767 + b"," + b"b" * 32_768) == [["a" * 32_767, "ledger-cell-too-long"]]


# --- which file is read how


@pytest.mark.parametrize(
    ("suffix", "code"),
    [
        (".xlsm", "ledger-macros"),
        (".docm", "ledger-macros"),
        (".xls", "ledger-old-format"),
        (".et", "ledger-old-format"),
        (".ods", "ledger-old-format"),
        (".doc", "ledger-old-format"),
        (".wps", "ledger-old-format"),
        (".XLS", "ledger-old-format"),
        (".docx", "ledger-unreadable"),
        (".xlsx", "ledger-unreadable"),
        (".pdf", "ledger-unreadable"),
        (".csv", ""),
        (".CSV", ""),
        (".tsv", ""),
        (".txt", ""),
    ],
)
def test_a_file_is_read_by_its_ending(tmp_path: Path, suffix: str, code: str) -> None:
    file = tmp_path / f"名单{suffix}"
    file.write_text("名称,领衔人", encoding="utf-8")
    if code:
        with pytest.raises(UnreadableFile) as refused:
            read(file)
        assert refused.value.code == code
    else:
        assert [said(grid) for grid in read(file)] == [[["名称", "领衔人"]]]


# --- forms of Word


def form(file: Path, rows: list[list[str]], merged: tuple[tuple[int, int], tuple[int, int]] | None = None) -> Path:
    document = docx.Document()
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for line, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    if merged:
        table.cell(*merged[0]).merge(table.cell(*merged[1]))
    document.save(str(file))
    return file


def test_a_form_of_word_becomes_one_row(tmp_path: Path) -> None:
    rows = [["工作室名称", "甲工作室", ""], ["领衔人", "张三", ""], ["简介", "a" * 32_768, ""]]
    (grid,) = read(form(tmp_path / "申报表.docx", rows, ((0, 1), (0, 2))))
    header, values = grid.rows
    assert (grid.name, header.number, values.number) == ("申报表", 1, 2)
    assert [(cell.address, cell.text.strip()) for cell in header.cells] == [
        ("表1!A1", "工作室名称"),
        ("表1!A2", "领衔人"),
        ("表1!A3", "简介"),
    ]
    assert [(cell.address, cell.text.strip(), cell.fault) for cell in values.cells] == [
        ("表1!B1", "甲工作室", None),
        ("表1!B2", "张三", None),
        ("表1!B3", "", "ledger-cell-too-long"),
    ]


def test_a_document_without_a_form(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(form(tmp_path / "x.docx", [["领衔人"]]))
    assert refused.value.code == "ledger-no-form"
