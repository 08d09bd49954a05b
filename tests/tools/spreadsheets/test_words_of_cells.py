"""Every sign and every word that the reading of a cell knows, and what our own workbook says to clerks, word by word."""

from pathlib import Path

import openpyxl
import pytest

from laomo.tools.spreadsheets import cells, export_marks, units, would_be, xlsx
from laomo.tools.spreadsheets.grid import Cell, Heading, Page
from laomo.tools.spreadsheets.sheets import NAMING, SHEETS, STUDIOS
from laomo.tools.spreadsheets.table_rows import SheetRow

COLUMNS = {column.header: column for each in (*SHEETS, NAMING) for column in each.columns}
TEAM, AREA, MONEY, YEAR = (
    COLUMNS[name] for name in ("创新团队·团队人数", "场地设施·场地面积", "工作经费·年度经费", "年份")
)


def read(header: str, text: str) -> str | None:
    return cells.read(Cell("表", 2, 1, text), COLUMNS[header]).text


def test_figures_of_full_width_and_words_behind_them() -> None:
    assert cells.plain("０１２３４５６７８９．，－％／", AREA) == "0123456789.,-%/"
    assert cells.plain("０１２３４５６７８９", COLUMNS["编号"]) == "0123456789"
    assert cells.plain("０１２", COLUMNS["一句话介绍"]) == "０１２"
    for word in ("人次", "年度", "人", "名", "条", "项", "场", "期", "间", "年", ".0", ".000"):
        assert cells.plain(f"1,2 3{word}", TEAM) == "123", word
        assert cells.plain(f"{word}", TEAM) == word
        assert cells.plain(f"3{word}甲", TEAM) == f"3{word}甲"
    for word in ("人人", "个", "度", "次", ".5", ".05", "．1"):
        assert cells.plain(f"3{word}", TEAM) in {f"3{word}".replace("．", "."), "3人"}, word


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("2013", "2013"),
        ("2013年", "2013"),
        ("2013年度", "2013"),
        ("2013 年", "2013"),
        ("2013.0", "2013"),
        ("２０１３年", "2013"),
        (" 2013 ", "2013"),
        ("2013  年", "2013"),
        ("2013.00", "2013.00"),
        ("2013年年", "2013年"),
        ("年", ""),
        ("2013年初", "2013年初"),
    ],
)
def test_a_typed_year_without_its_word(text: str, made: str) -> None:
    assert cells.digits(text) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("甲\n乙", "甲乙"),
        ("甲\nab", "甲ab"),
        ("ab\n甲", "ab甲"),
        ("ab\ncd", "ab cd"),
        ("甲 乙", "甲 乙"),
        ("甲 乙\n丙", "甲乙丙"),
        ("。\nab", "。ab"),
        ("\u3400\nab", "\u3400ab"),
        ("\u9fff\nab", "\u9fffab"),
        ("ａ\nab", "ａab"),
        ("\uffef\nab", "\uffefab"),
        ("\u33ff\nab", "\u33ff ab"),
        ("\ua000\nab", "\ua000 ab"),
        ("\ufeff\nab", "\ufeff ab"),
        ("\ufff0\nab", "\ufff0 ab"),
        ("\u2fff\nab", "\u2fff ab"),
        (" 甲  乙 ", "甲 乙"),
    ],
)
def test_lines_are_joined_without_a_space_between_chinese_characters(text: str, made: str) -> None:
    assert cells.one_line(text) == made


@pytest.mark.parametrize("end", ["以上", "左右"])
def test_an_amount_that_ends_in_a_word_has_its_unit_in_the_cell_or_none(end: str) -> None:
    assert units.with_unit(f"5{end}", MONEY, "万元") is None
    assert units.with_unit(f"5万元{end}", MONEY, "") == f"5万元{end}"


@pytest.mark.parametrize(
    ("text", "unit", "made"),
    [
        ("5", "万元", "5万元"),
        ("5", "", None),
        ("5\n6万元", "元", "5元\n6万元"),
        ("5\n6", "", None),
        ("5万", "元", "5万元"),
        ("5万", "万元", None),
        ("甲", "", "甲"),
        ("", "万元", ""),
    ],
)
def test_each_line_of_an_amount_has_its_unit(text: str, unit: str, made: str | None) -> None:
    assert units.with_unit(text, MONEY, unit) == made
    assert units.with_unit("5", TEAM, unit) == "5"
    assert units.with_unit("5", COLUMNS["前后对比·改进前"], unit) == "5"


def test_invisible_signs_are_left_out_of_any_text() -> None:
    for sign in ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"):
        assert read("一句话介绍", f"甲{sign}乙") == "甲乙"
        assert read("一句话介绍", sign) == ""


HELP = {
    "工作室编号": "英文编号，由程序拟定，请不要改；新的一行留空。",
    "工作室名称": "与牌匾一致。",
    "主管工会": "工会名录里的名称、简称或编号。",
    "年度": "四位数字，如 2024。",
    "项次": "档案里的第几项，由程序填写，请不要改；新的一行留空。",
    "荣誉类别": "个人荣誉填获得者；集体荣誉记在工作室名下；年度荣誉记在当年。",
    "获得者": "领衔人的姓名，只有个人荣誉才填。",
    "活动类别": "带头人外出培训也写在这里。",
    "成果编号": "成果的图片才填，并写明年度；工作室的图片两格都空着。",
}


def test_what_our_workbook_says_below_its_own_headings() -> None:
    for sheet in SHEETS:
        headings = sheet.headings
        keys = headings[: len(sheet.keys)]
        assert [(each.title, each.help) for each in keys] == [(key, HELP[key]) for key in sheet.keys], sheet.title
        assert {each.title for each in keys if not each.single} == set()
        assert headings[-1] == Heading("导出记号", "由程序填写，请不要改。", hidden=True)
        ids = [each.help for each in headings if each.title == "编号"]
        assert ids == ([HELP["工作室编号"]] if sheet.title == "成果" else [])


def test_what_excel_says_of_a_word_that_is_not_in_the_list(tmp_path: Path) -> None:
    headings = (Heading("甲", "", ("一", "二"), single=True), Heading("乙", "", ("一", "二")))
    xlsx.write([Page("表", headings)], tmp_path / "a.xlsx")
    page = openpyxl.load_workbook(tmp_path / "a.xlsx")["表"]
    assert [(each.errorTitle, each.errorStyle, each.error) for each in page.data_validations.dataValidation] == [
        ("甲", "stop", "请从下拉列表里选。"),
        ("乙", "warning", "列表里没有；几项写在一格时不必理会。"),
    ]
    assert {page[place].fill.fill_type for place in ("A1", "B1", "A2", "B2")} == {"solid"}


def test_what_is_said_even_of_a_row_that_is_not_taken() -> None:
    assert sorted(would_be._ABOUT_ONE_RECORD) == [
        "future-date",
        "more-than-team",
        "outcomes-over-apprentices",
        "plaque-before-founding",
        "suggestions-order",
        "team-parts",
        "year-too-early",
    ]


def test_the_marks_of_a_row_know_each_of_its_cells() -> None:
    profile = {"name": "甲", "region": "北区", "slogan": "\ud800"}
    text = export_marks.written(STUDIOS, profile)
    assert len(text) == 4 * (len(STUDIOS.columns) + 2)

    def marks(said: str) -> export_marks.ExportMarks | None:
        cell = Cell("表", 2, 1, said)
        return export_marks.ExportMarks.of(STUDIOS, SheetRow(2, {"导出记号": cell}, None, cell.address))

    found = marks(text)
    assert found is not None
    region, name = COLUMNS["地区"], next(column for column in COLUMNS.values() if column.header == "行业")
    assert [found.unchanged(region, said) for said in ("北区", " 北区\n", "南区", "")] == [True, True, False, False]
    assert [found.unchanged(name, said) for said in ("", " ", "x")] == [True, True, False]
    assert [marks(said) for said in ("", text[4:], text[:-4], f"{text}xxxx", f"xxxx{text[4:]}")] == [None] * 5
