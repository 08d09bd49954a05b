"""Each reader by itself: every part of a workbook in which a number can stand, and every formula, link and cell of a list that acts."""

from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from laomo.assets.attachments.readers import plain_text, xlsx
from tests.assets.attachments import office
from tests.text.test_personal_data import IDENTITY, MOBILE

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def found(data: bytes) -> list[tuple[object, ...]]:
    """Code and place of each personal number in a workbook."""
    findings = [each for each in xlsx.read(data, "").findings if each.code.startswith("personal-")]
    return [(each.code, each.facts["place"], each.facts["sheet"] or "") for each in findings]


def in_header(place: str) -> Callable[[openpyxl.Workbook], object]:
    def fill(book: openpyxl.Workbook) -> None:
        kind, _, side = place.partition(".")
        getattr(getattr(book.active, kind), side).text = f"联系 {MOBILE}"

    return fill


def charted(part: str) -> Callable[[openpyxl.Workbook], object]:
    """A chart with the number in its title, in the title of an axis, or in the name of its data."""

    def fill(book: openpyxl.Workbook) -> None:
        chart = BarChart()
        chart.add_data(Reference(book.active, min_col=2, min_row=2))
        if part == "title":
            chart.title = f"电话{MOBILE}"
        elif part == "axis":
            chart.x_axis.title = f"电话{MOBILE}"
        else:
            chart.series[0].tx = openpyxl.chart.series.SeriesLabel(v=f"电话{MOBILE}")
        book.active.add_chart(chart, "D1")

    return fill


def named(book: openpyxl.Workbook) -> None:
    book.defined_names["值"] = DefinedName("值", attr_text=f'"{MOBILE}"')


def validated(book: openpyxl.Workbook) -> None:
    rule = DataValidation(type="list", formula1='"甲,乙"', promptTitle="说明", prompt=f"电话{MOBILE}")
    rule.add("A1")
    book.active.add_data_validation(rule)


def chosen(book: openpyxl.Workbook) -> None:
    rule = DataValidation(type="list", formula1=f'"甲,{MOBILE}"')
    rule.add("A1")
    book.active.add_data_validation(rule)


def linked(book: openpyxl.Workbook) -> None:
    book.active["A1"].hyperlink = "https://example.org/"
    book.active["A1"].hyperlink.tooltip = f"电话{MOBILE}"


def tabled(book: openpyxl.Workbook) -> None:
    book.active.append([f"号{MOBILE}", "甲"])
    book.active["A1"], book.active["B1"] = "甲", "乙"
    book.active.add_table(Table(displayName=f"表{MOBILE}", ref="A1:B2"))
    book.active["A3"] = "x"


def titled(book: openpyxl.Workbook) -> None:
    book.active.title = f"号{MOBILE}"


def formatted(book: openpyxl.Workbook) -> None:
    book.active["B2"].number_format = f'0"{MOBILE}"'


def drawn(markup: str) -> bytes:
    part = f'<xdr:wsDr xmlns:xdr="{DRAWING}/spreadsheetDrawing" xmlns:a="{DRAWING}/main">{markup}</xdr:wsDr>'
    return office.changed(
        office.workbook(),
        office.related(office.SHEET, "drawing", "drawings/drawing1.xml"),
        office.put("xl/worksheets/drawings/drawing1.xml", part.encode()),
    )


def remembered() -> bytes:
    """A pivot table's cache, which keeps what the table has shown."""
    items = f'<x:s xmlns:x="{MAIN}" v="{MOBILE}"/>'
    part = f'<pivotCacheDefinition xmlns="{MAIN}"><sharedItems>{items}</sharedItems></pivotCacheDefinition>'
    return office.changed(
        office.workbook(),
        office.related(office.BOOK, "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
        office.put("xl/pivotCache/pivotCacheDefinition1.xml", part.encode()),
    )


SHOWN = f"<a:p><a:r><a:t>电话{MOBILE[:3]}</a:t></a:r><a:r><a:t>{MOBILE[3:]}</a:t></a:r></a:p>"
PARTS: dict[str, Callable[[], bytes]] = {
    **{
        f"{kind} {side}": lambda place=f"{kind}.{side}": office.workbook(fill=in_header(place))
        for kind in ("oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter")
        for side in ("left", "center", "right")
    },
    **{f"chart {part}": lambda part=part: office.workbook(fill=charted(part)) for part in ("title", "axis", "series")},
    "text box": lambda: drawn(f"<xdr:txBody>{SHOWN}</xdr:txBody>"),
    "name of a shape": lambda: drawn(f'<xdr:cNvPr id="1" name="图{MOBILE}"/>'),
    "text in place of a picture": lambda: drawn(f'<xdr:cNvPr id="1" name="图" descr="电话{MOBILE}"/>'),
    "title of a picture": lambda: drawn(f'<xdr:cNvPr id="1" name="图" title="电话{MOBILE}"/>'),
    "pivot table": remembered,
    "defined name": lambda: office.workbook(fill=named),
    "prompt": lambda: office.workbook(fill=validated),
    "choice": lambda: office.workbook(fill=chosen),
    "tooltip of a link": lambda: office.workbook(fill=linked),
    "name of a table": lambda: office.workbook(fill=tabled),
    "name of a sheet": lambda: office.workbook(fill=titled),
    "format": lambda: office.workbook(fill=formatted),
}


@pytest.mark.parametrize("part", PARTS)
def test_a_number_outside_of_cells_is_found(part: str) -> None:
    assert "personal-mobile-in-attachment" in {code for code, *_ in found(PARTS[part]())}
    assert MOBILE not in repr(xlsx.read(PARTS[part](), "").findings)


@pytest.mark.parametrize(
    "data",
    [
        office.workbook(),
        office.workbook(["甲", "1380013"], ["乙", "800"]),
        drawn("<xdr:from><xdr:col>138</xdr:col><xdr:row>13</xdr:row></xdr:from>"),
        drawn("<xdr:txBody><a:p><a:r><a:t>2013年示例</a:t></a:r></a:p></xdr:txBody>"),
    ],
)
def test_where_none_stands_none_is_found(data: bytes) -> None:
    assert found(data) == []


def test_a_text_that_no_cell_shows() -> None:
    """Excel keeps the texts of all cells in one part, and there also those of cells that were emptied."""
    strings = f'<sst xmlns="{MAIN}"><si><t>甲</t></si><si><t>电话{MOBILE}</t></si></sst>'
    kept = (
        office.related(office.BOOK, "sharedStrings", "sharedStrings.xml"),
        office.put("xl/sharedStrings.xml", strings.encode()),
    )
    assert found(office.changed(office.workbook(), *kept)) == [
        ("personal-mobile-in-attachment", "undisplayed-text", "")
    ]
    shown = office.swap(office.SHEET, '<c r="B2" t="n"><v>3</v></c>', '<c r="B2" t="s"><v>1</v></c>')
    cell = ("personal-mobile-in-attachment", "cell", "名单")
    assert cell in found(office.changed(office.workbook(), *kept, shown))
    none = office.swap(office.SHEET, '<c r="B2" t="n"><v>3</v></c>', '<c r="B2" t="s"><v>2</v></c>')
    assert cell not in found(office.changed(office.workbook(), *kept, none))


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_read_and_named(state: str) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.create_sheet("底稿")["C7"] = IDENTITY
        book["底稿"].sheet_state = state

    reading = xlsx.read(office.workbook(fill=fill), "")
    assert [(each.code, each.facts.get("value")) for each in reading.findings[:1]] == [("office-hidden", "底稿")]
    assert found(office.workbook(fill=fill)) == [("personal-identity-in-attachment", "cell", "底稿")]


FORMULAS: dict[str, str | None] = {
    "SUM(A1:A9)": None,
    "A1-B1": None,
    'IF(A1="a|b",1,2)': None,
    "CALLED(1)": None,
    "x.CALL(1)": None,
    "IMAGES(1)": None,
    "MYREGISTER(1)": None,
    '"[1]x"': None,
    "Table1[列]": None,
    'HYPERLINK("https://example.org/")': None,
    'HYPERLINK("https://example.org/","甲")': None,
    'HYPERLINK( "https://example.org/" ,A1)': None,
    'hyperlink("https://example.org/")': None,
    'HYPERLINK("#Sheet1!A1")': None,
    'HYPERLINK("javascript:alert(1)")': "attachment-link",
    'HYPERLINK("javascript:alert(1)","甲")': "attachment-link",
    'HYPERLINK("file:///C:/x")': "attachment-link",
    "HYPERLINK(A1)": "attachment-link",
    'HYPERLINK(A1,"甲")': "attachment-link",
    'HYPERLINK("https://example.org/"&A1)': "attachment-link",
    'HYPERLINK("https://example.org/"&A1,"甲")': "attachment-link",
    'HYPERLINK("https://example.org/")+HYPERLINK(A1)': "attachment-link",
    'HYPERLINK("java""script:x")': "attachment-link",
    "HYPERLINK()": "attachment-link",
    "cmd|'/c calc'!A0": "office-active",
    'WEBSERVICE("https://x")': "office-active",
    'webservice ("https://x")': "office-active",
    'RTD("x",,"y")': "office-active",
    'FILTERXML("x","y")': "office-active",
    'IMAGE("https://x")': "office-active",
    'CALL("x")': "office-active",
    'REGISTER("x")': "office-active",
    'REGISTER.ID("x")': "office-active",
    'EXEC("x")': "office-active",
    "EVALUATE(A1)": "office-active",
    'SQL.REQUEST("x")': "office-active",
    "[1]Sheet1!A1": "office-outside",
    "'[别的.xlsx]Sheet1'!A1": "office-outside",
    "'[x.xls]Sheet1'!A1": "office-outside",
    "'file:///x'!A1": "office-outside",
    "'https://x/y'!A1": "office-outside",
    "'http://x/y'!A1": "office-outside",
}


@pytest.mark.parametrize("formula", FORMULAS)
def test_what_a_formula_does(formula: str) -> None:
    written = formula.replace("&", "&amp;")
    code = FORMULAS[formula]
    findings = [each.code for each in xlsx.read(office.formula(written), "").findings]
    assert findings == ([code] if code else [])


CELLS: dict[str, bool] = {
    **dict.fromkeys(["=1+1", "@x", "＝1", "＠x", "=SUM(A1)", "=甲", "\tx"], True),
    **dict.fromkeys(
        ["-(1+1)", "+(1)", "-cmd|x", "+甲!A1", "－(甲)", "＋甲|乙", "-1+f(x)", "+SUM(A1)", "-x\n(y)"], True
    ),
    **dict.fromkeys(
        ["-", "--", "-5", "+86", "-3.5%", "-1,200.00", "- 甲", "+甲", "-甲、乙", "甲=乙", "a@b", "1-(2)", "（-1）", ""],
        False,
    ),
}


@pytest.mark.parametrize("cell", CELLS)
def test_what_a_spreadsheet_would_compute(cell: str) -> None:
    line = '甲,"' + cell.replace('"', '""') + '",乙\n'
    findings = plain_text.read(line.encode(), "csv").findings
    assert [(each.code, each.facts["value"]) for each in findings] == (
        [("attachment-formula", cell)] if CELLS[cell] else []
    )
    assert plain_text.read(line.encode(), "txt").findings == ()


def test_the_bytes_of_a_list_are_marked() -> None:
    reading = plain_text.read("甲, 乙\r\n丙 丁\n".encode(), "csv")
    assert (reading.cleaned.decode(), reading.said) == ("\ufeff甲, 乙\n丙 丁\n", "甲,乙\n丙丁\n")
    assert [each.code for each in plain_text.read("甲".encode("gb18030"), "csv").findings] == ["encoding-gbk"]
