"""What a workbook may hold, counted cell by cell on small budgets; and by what the rows of each of our sheets are known."""

from collections.abc import Mapping

import pytest

from laomo.system import ooxml_guard
from laomo.tools.spreadsheets import sheets, workbook
from laomo.tools.spreadsheets.grid import UnreadableFile
from laomo.tools.spreadsheets.sheets import NAMING, SHEETS
from laomo.tools.spreadsheets.workbook_values import CellStyles

Element = tuple[str, Mapping[str, str], str]
"""Tag, attributes, text."""
_C = "{main}c"


def cell(place: str, text: str) -> list[Element]:
    return [(_C, {"r": place, "t": "str"}, ""), ("{main}v", {}, text)]


def rows(*elements: Element, cells: int = 1_000, characters: int = 1_000) -> list[list[object]]:
    """The values of a sheet whose book may hold so many cells and characters."""
    made = workbook._Sheet(CellStyles(from_1904=False), [], workbook._Budget(cells, characters))
    for tag, attributes, text in elements:
        made.start(tag, attributes)
        made.data(text)
        if tag != _C:
            made.end(tag)
        if tag == "{main}v":
            made.end(_C)
    made.close()
    return [[each.value for each in row.cells] for row in made.grid("表", hidden=False).rows]


def fits(*elements: Element, cells: int) -> bool:
    """Whether a book that may hold so many cells may hold these elements."""
    try:
        rows(*elements, cells=cells)
    except UnreadableFile:
        return False
    return True


def needed(*elements: Element) -> int:
    """The fewest cells that a book must be allowed for these elements."""
    return next(cells for cells in range(100) if fits(*elements, cells=cells))


def merged(area: str) -> Element:
    return "{main}mergeCell", {"ref": area}, ""


def test_cells_and_the_places_between_them_are_counted() -> None:
    assert needed() == 0
    assert needed((_C, {"r": "A1"}, "")) == 1, "an empty cell is read, but has no row"
    assert needed(*cell("A1", "x")) == 1 + 1
    assert needed(*cell("I1", "x")) == 1 + 9
    assert needed(*cell("C1", "x"), *cell("B3", "y")) == 2 + 3 + 2
    assert needed(merged("B2:C4")) == 6, "nothing is in it, but it was looked at"
    assert needed(*cell("B2", "x"), merged("B2:C4")) == 1 + 6 + 3 * 3
    assert needed(*cell("B2", "x"), merged("B2:C4"), merged("E1:E2")) == 1 + 6 + 2 + 3 * 3


def test_characters_of_all_cells_are_counted() -> None:
    two = (*cell("A1", "甲乙"), *cell("B1", "丙"))
    assert rows(*two, characters=3) == [["甲乙", "丙"]]
    with pytest.raises(UnreadableFile, match="ledger-too-large"):
        rows(*two, characters=2)
    assert rows((_C, {"r": "A1"}, ""), ("{main}v", {}, "12345"), characters=0) == [[12345]]


def test_what_lies_in_a_merged_area() -> None:
    assert rows(*cell("A1", "x"), *cell("B1", "y"), merged("A1:B2")) == [["x", "x"], ["x", "x"]]
    assert rows(*cell("B1", "y"), merged("A1:B2")) == [[None, "y"]]
    made = workbook._Sheet(CellStyles(from_1904=False), [], workbook._Budget())
    made.cells[1][1], made.merged = ("x", None), [(1, 1, 2, 2)]
    shown = [[(each.joined, each.part) for each in row.cells] for row in made.grid("表", hidden=True).rows]
    assert shown == [[(False, False), (False, True)], [(True, True), (True, True)]]
    assert made.grid("表", hidden=True).hidden is True


def test_the_last_row_and_the_last_column() -> None:
    last_row, last = ooxml_guard.MAX_ROWS, ooxml_guard.MAX_COLUMNS
    made = workbook._Sheet(CellStyles(from_1904=False), [], workbook._Budget())
    for row, column, fine in ((last_row, 1, True), (1, last, True), (last_row + 1, 1, False), (1, last + 1, False)):
        made.row, made.column = row, column
        if fine:
            made._put("x", None)
            assert made.cells[row][column] == ("x", None)
            continue
        with pytest.raises(UnreadableFile, match="ledger-too-large"):
            made._put("x", None)
    made.start("col", {"hidden": "1", "min": "2", "max": "4"})
    made.start("col", {"hidden": "true", "min": str(last), "max": str(last + 9)})
    made.start("col", {"hidden": "0", "min": "6", "max": "6"})
    made.start("col", {"min": "7", "max": "7"})
    assert made.hidden_columns == {1, 2, 3, last - 1}
    for hidden, number in (("1", 3), ("true", 4), ("0", 5)):
        made.start("row", {"r": str(number), "hidden": hidden})
    made.start("row", {"hidden": "1"})
    assert made.hidden_rows == {3, 4, 6}


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("/xl/s1.xml", "xl/s1.xml"),
        ("/X/s1.xml", "X/s1.xml"),
        ("../s1.xml", "s1.xml"),
        ("../../s1.xml", "s1.xml"),
        ("./a//s1.xml", "xl/a/s1.xml"),
    ],
)
def test_the_part_that_a_relation_leads_to(target: str, part: str) -> None:
    relations = workbook._Relations()
    relations.start("{r}Relationship", {"Id": "a", "Type": "x/worksheet", "Target": target})
    relations.start("{r}Relationship", {"Id": "b", "Type": "x/worksheets", "Target": "b.xml"})
    relations.start("{r}Other", {"Id": "c", "Type": "x/worksheet", "Target": "c.xml"})
    assert relations.targets == {"a": ("x/worksheet", part), "b": ("x/worksheets", "xl/b.xml")}
    assert (relations.of_kind("/worksheet"), relations.of_kind("/styles")) == ([part], [])


def test_the_sheets_of_a_book_and_how_it_counts_days() -> None:
    book = workbook._Book()
    for attributes in ({"name": "一", "{r}id": "a"}, {"name": "二", "state": "hidden", "{r}id": "b"}, {"{r}id": "c", "state": "visible"}, {"name": "四", "{r}id": "d", "state": "veryHidden"}):  # fmt: skip
        book.start("{main}sheet", attributes)
    book.start("{main}sheets", {})
    assert book.sheets == [("一", False, "a"), ("二", True, "b"), ("", False, "c"), ("四", True, "d")]
    assert book.from_1904 is False
    for said, from_1904 in (("1", True), ("true", True), ("0", False), ("false", False)):
        book.start("{main}workbookPr", {"date1904": said})
        assert book.from_1904 is from_1904


PLACED = ("工作室编号", "工作室名称")
ITEM, ONCE, OF_STUDIO = (*PLACED, "年度", "项次"), (*PLACED, "年度"), (*PLACED, "项次")
SHAPES = {
    "工作室": ("", False, (), (*PLACED, "主管工会"), ("工作室名称", "主管工会")),
    "成果": ("achievements", True, ("id", "title"), ITEM, ("工作室名称", "年度")),
    "项目": ("projects", True, ("title",), ITEM, ("工作室名称", "年度")),
    "带徒": ("mentoring", False, (), ONCE, ("工作室名称", "年度")),
    "培训": ("trainings", True, ("topic", "date"), ITEM, ("工作室名称", "年度")),
    "合理化建议": ("suggestions", False, (), ONCE, ("工作室名称", "年度")),
    "荣誉": ("honours", True, ("name", "year"), (*PLACED, "荣誉类别", "获得者", "年度", "项次"), ("工作室名称", "荣誉类别")),
    "年度小结": ("", False, (), ONCE, ("工作室名称", "年度")),
    "交流协作": ("exchanges", True, ("topic", "date"), (*ONCE, "活动类别", "项次"), ("工作室名称", "年度", "活动类别")),
    "图片": ("photos", True, ("file",), (*ONCE, "成果编号", "项次"), ("工作室名称",)),
    "视频与全景": ("links", True, ("address",), OF_STUDIO, ("工作室名称",)),
    "工作室关系": ("relations", True, ("studio", "kind"), OF_STUDIO, ("工作室名称",)),
}  # fmt: skip


def test_where_the_rows_of_each_sheet_belong_and_by_what_they_are_known() -> None:
    assert {each.title: (each.field, each.many, each.names, each.keys, each.needed) for each in SHEETS} == SHAPES
    assert (NAMING.title, [(column.path, column.header) for column in NAMING.columns]) == (
        "命名",
        [
            (("title",), "命名文件标题"),
            (("designation",), "命名称号"),
            (("level",), "命名级别"),
            (("bodies",), "命名单位"),
            (("date",), "命名时间"),
            (("doc_no",), "命名文号"),
            (("batch",), "命名批次"),
        ],
    )
    assert (sheets.NAME_COLUMN.path, sheets.NAME_COLUMN.header, sheets.OTHER) == (("name",), "工作室名称", "对方工作室编号")  # fmt: skip
    assert sheets.ACTIVITIES == {"技术交流": "exchanges", "技术协作": "assistance", "带头人培训": "leader_trainings"}
    assert frozenset({"仅供内部", "选项"}) == sheets.IGNORED_SHEETS


def test_the_sheet_that_is_never_read() -> None:
    page = sheets.private_page()
    assert page.title == "仅供内部"
    assert [(each.title, each.help, each.width) for each in page.headings] == [
        ("内部备注（不会导入）", "这一页留给工会自己用：联系人、电话、经办记录写在这里。程序从不读这一页，公开前也请勿把它发给别人。", 40),
        ("联系人", "", 18),
        ("联系电话", "", 18),
        ("经办人", "", 18),
        ("记录", "", 18),
    ]  # fmt: skip
