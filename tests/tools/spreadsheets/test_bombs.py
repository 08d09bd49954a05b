"""Small files that could keep a reader busy for hours or fill the memory: each is read in a moment, or refused with a sentence."""

import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from laomo.tools import spreadsheets
from laomo.tools.spreadsheets.plan import read

SECONDS = 6
"""Of CPU, on a busy machine; nearly all take a twentieth."""
_M = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006/relationships"
_LIST = '<row r="1"><c r="A1" t="inlineStr"><is><t>工作室名称</t></is></c></row>'
EVERYTHING = "A1:XFD1048576"


def workbook(file: Path, rows: str = _LIST, around: tuple[str, str] = ("", ""), **parts: str) -> Path:
    """A workbook whose sheet has these rows, with something before and behind them, and other contents of parts."""
    sheets = int(parts.pop("sheets", "1"))
    sheet = f'<worksheet xmlns="{_M}" xmlns:r="{_R}">{around[0]}<sheetData>{rows}</sheetData>{around[1]}</worksheet>'
    listed = "".join(
        f'<sheet name="表{n}" sheetId="{n}" r:id="{parts.get("one", f"s{n}")}"/>' for n in range(1, sheets + 1)
    )
    led = "".join(f'<Relationship Id="s{n}" Type="{_R}/worksheet" Target="s{n}.xml"/>' for n in range(1, sheets + 1))
    led += f'<Relationship Id="x" Type="{_R}/styles" Target="styles.xml"/>'
    led += f'<Relationship Id="y" Type="{_R}/sharedStrings" Target="/xl/strings.xml"/>'
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        book = f'<workbook xmlns="{_M}" xmlns:r="{_R}"><sheets>{listed}</sheets>{parts.get("names", "")}</workbook>'
        made.writestr("xl/workbook.xml", book)
        made.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{_P}">{led}</Relationships>')
        made.writestr("xl/styles.xml", f'<styleSheet xmlns="{_M}">{parts.get("styles", "")}</styleSheet>')
        made.writestr("xl/strings.xml", f'<sst xmlns="{_M}">{parts.get("strings", "")}</sst>')
        for n in range(1, sheets + 1):
            made.writestr(f"xl/s{n}.xml", sheet)
        comments = (
            f'<Relationships xmlns="{_P}"><Relationship Id="c" Type="{_R}/comments" Target="c.xml"/></Relationships>'
        )
        made.writestr("xl/_rels/s1.xml.rels", comments)
        note = '<comment ref="XFD1048576" authorId="0"><text><t>x</t></text></comment>'
        made.writestr("xl/c.xml", f'<comments xmlns="{_M}"><authors/><commentList>{note * 9}</commentList></comments>')
    return file


def numbered(text: str, count: int) -> str:
    return "".join(text.replace("{n}", str(n)) for n in range(1, count + 1))


Made = Callable[[], dict[str, Any]]
"""The parts of a workbook, made when they are asked for: they are megabytes."""
COLUMN = '<col min="{n}" max="999999999" hidden="1"/>'
NAME = f'<definedName name="n{{n}}">表1!{EVERYTHING}</definedName>'
FONT = '<font><sz val="{n}"/></font>'
AREA = '<mergeCell ref="A1:A1"/>'
RULE = f'<cfRule type="expression" priority="1"><formula>{EVERYTHING}=1</formula></cfRule>'
READ: dict[str, Made] = {
    "a false dimension": lambda: {"around": (f'<dimension ref="{EVERYTHING}"/>', "")},
    "styles of all columns": lambda: {"around": (f"<cols>{numbered(COLUMN, 20_000)}</cols>", "")},
    "a note on the last cell": dict,
    "a link over everything": lambda: {"around": ("", f'<hyperlinks><hyperlink ref="{EVERYTHING}" location="a"/></hyperlinks>')},
    "validations": lambda: {"around": ("", f'<dataValidations><dataValidation type="list" sqref="{f"{EVERYTHING} " * 50_000}"/></dataValidations>')},
    "conditional formats": lambda: {"around": ("", f'<conditionalFormatting sqref="{EVERYTHING}">{RULE}</conditionalFormatting>' * 9_000)},
    "a slow password": lambda: {"around": ("", f'<sheetProtection password="{"x" * 90_000}" spinCount="4000000000"/>')},
    "names": lambda: {"names": f"<definedNames>{numbered(NAME, 20_000)}</definedNames>"},
    "print areas": lambda: {"names": f'<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">{f"表1!{EVERYTHING}," * 9_000}</definedName></definedNames>'},
    "fonts": lambda: {"styles": f"<fonts>{numbered(FONT, 60_000)}</fonts>"},
    "number formats": lambda: {"styles": numbered('<numFmt numFmtId="{n}" formatCode="0.{n}"/>', 50_000)},
    "strings": lambda: {"strings": numbered("<si><t>{n}</t></si>", 200_000)},
    "a string in pieces": lambda: {"strings": f"<si>{'<r><t>1</t></r>' * 200_000}</si>"},
    "an area for a formula": lambda: {"rows": f'{_LIST}<row r="2"><c r="A2"><f t="array" ref="{EVERYTHING}">1</f></c></row>'},
    "a very long formula": lambda: {"rows": f'{_LIST}<row r="2"><c r="A2"><f>{"(" * 900_000}</f></c></row>'},
    "shared formulas": lambda: {"rows": _LIST + numbered(f'<row><c><f t="shared" si="0" ref="A1:A9">{"A1+" * 9}</f></c></row>', 9_000)},
    "merged many times": lambda: {"around": ("", f"<mergeCells>{AREA * 90_000}</mergeCells>")},
    "a number of a thousand digits": lambda: {"rows": f'{_LIST}<row r="2"><c r="A2"><v>{"1" * 9_000}</v></c></row>'},
    "a number without end": lambda: {"rows": f'{_LIST}<row r="2"><c r="A2"><v>1e999999999</v></c></row>'},
}  # fmt: skip
REFUSED: dict[str, Made] = {
    "cells without places": lambda: {"rows": f"<row>{'<c/>' * 400}</row>"},
    "rows without places": lambda: {"rows": "<row/>" * 100_001},
    "few cells, far apart": lambda: {"rows": numbered('<row r="{n}"><c r="KN{n}"><v>1</v></c></row>', 10_100)},
    "one long string everywhere": lambda: {"strings": f"<si><t>{'1 ' * 16_000}</t></si>", "rows": '<row><c t="s"><v>0</v></c></row>' * 1_000},
    "merged backwards": lambda: {"around": ("", '<mergeCells><mergeCell ref="XFD1048576:A1"/></mergeCells>')},
    "tags without content": lambda: {"rows": f"{_LIST}<row r='2'>{'<a/>' * 10_100_000}</row>"},
}  # fmt: skip


def timed(file: Path) -> tuple[float, str, list[str]]:
    """Seconds of CPU, the code of a refusal, and the codes of the cells that were not read."""
    start, code, faults = time.process_time(), "", []
    try:
        faults = [c.fault for grid in read(file) for row in grid.rows for c in row.cells if c.fault]
    except spreadsheets.UnreadableFile as refused:
        code = refused.code
    return time.process_time() - start, code, faults


@pytest.mark.parametrize("name", READ)
def test_what_is_no_cell_costs_nothing(tmp_path: Path, name: str) -> None:
    seconds, code, _ = timed(workbook(tmp_path / "list.xlsx", **READ[name]()))
    assert (code, seconds < SECONDS) == ("", True)


@pytest.mark.parametrize("name", REFUSED)
def test_cells_are_counted(tmp_path: Path, name: str) -> None:
    seconds, code, _ = timed(workbook(tmp_path / "list.xlsx", **REFUSED[name]()))
    assert (code, seconds < SECONDS) == ("ledger-too-large", True)


def test_one_part_is_one_sheet(tmp_path: Path) -> None:
    assert timed(workbook(tmp_path / "list.xlsx", sheets="400", one="s1"))[1] == "ledger-unreadable"


@pytest.mark.parametrize(
    ("name", "run", "times", "code"),
    [
        ("commas", b",", 18_000_000, "ledger-too-large"),
        ("lines", b"\n", 18_000_000, "ledger-too-large"),
        ("both", b",,,\n", 4_500_000, "ledger-too-large"),
        ("wide", b",", 20_000, "ledger-too-large"),
        ("a million lines", b"1,a\n", 1_000_000, "ledger-too-large"),
        ("one cell", b"a", 18_000_000, "ledger-unreadable"),
        ("NUL", b"a,b\n\0\0", 1_000_000, "ledger-unreadable"),
        ("a quotation mark", b"x,y\n", 4_000_000, "ledger-unreadable"),
        ("quotation marks", b'"', 17_999_999, "ledger-unreadable"),
        ("returns", b"\r", 18_000_000, "ledger-too-large"),
    ],
)
def test_lists_of_nothing(tmp_path: Path, name: str, run: bytes, times: int, code: str) -> None:
    file = tmp_path / f"{name}.csv"
    file.write_bytes((b'a,b\n"' if name == "a quotation mark" else b"") + run * times)
    seconds, refused, _ = timed(file)
    assert (refused, seconds < SECONDS) == (code, True)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_whole_file_in_one_cell(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"list.{suffix}"
    if suffix == "csv":
        file.write_text(f"工作室名称\n{'1 ' * 20_000}\n", "utf-8")
    else:
        workbook(file, f'{_LIST}<row><c t="inlineStr"><is><t>{"1 " * 20_000}</t></is></c></row>')
    assert timed(file)[1:] == ("", ["ledger-cell-too-long"])


def cell(properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>工作室名称</w:t></w:r></w:p></w:tc>"


@pytest.mark.parametrize(
    "rows",
    [
        (cell() * 2, 20_000),
        (cell('<w:gridSpan w:val="300"/>') * 20, 1),
        (cell("<w:vMerge/>") * 100, 300),
        ("<w:tc><w:tbl><w:tr>" * 90 + "</w:tr></w:tbl></w:tc>" * 90 + cell(), 5_001),
    ],
    ids=["rows", "wide", "joined", "deep"],
)
def test_forms_of_many_cells(tmp_path: Path, rows: tuple[str, int]) -> None:
    table = f"<w:tbl><w:tblPr/><w:tblGrid/>{f'<w:tr>{rows[0]}</w:tr>' * rows[1]}</w:tbl>"
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    with zipfile.ZipFile(tmp_path / "form.docx", "w", zipfile.ZIP_DEFLATED) as made:
        rels = f'<Relationship Id="r" Type="{_R}/officeDocument" Target="word/document.xml"/>'
        kinds = f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{main}"/>'
        made.writestr("[Content_Types].xml", f'<Types xmlns="{types}">{kinds}</Types>')
        made.writestr("_rels/.rels", f'<Relationships xmlns="{_P}">{rels}</Relationships>')
        made.writestr("word/document.xml", f'<w:document xmlns:w="{word}"><w:body>{table}</w:body></w:document>')
    seconds, code, _ = timed(tmp_path / "form.docx")
    assert (code, seconds < SECONDS) == ("ledger-too-large", True)
