"""Cells far out and areas over a whole sheet, however they are written: refused before a library unfolds them."""

import io
import zipfile

import pytest

from laomo.system import ooxml_guard

SHEETS = [
    '<c r="XFD1"/>',
    '<c s="1" t="n" r="A1048576"/>',
    "<c r='XFD1048576'/>",
    '<x:c r="xfd1"/>',
    '<a.b-c:c r = "$XFD$1"/>',
    '<c  r="XFD1"/>',
    '<c\tr="XFD1"/>',
    '<c s="1"\n\nr="XFD1"/>',
    '<a-1_b:c r="XFD1"/>',
    '<row r="1048576"><c/></row>',
    '<row spans="1:1" r="1048576"/>',
    '<c r="&#88;FD1"/>',
    '<row r="10485&#55;6"/>',
    '<mergeCell ref="A1:XFD1048576"/>',
    "<mergeCell ref='a1:xfd1048576'/>",
    '<x:mergeCell a="1" ref="$A$1:$XFD$1048576"/>',
    '<mergeCell ref="A1:XFD10485&#55;6"/>',
]


def workbook(sheet: str, place: str) -> io.BytesIO:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr(place, f"<worksheet><sheetData>{sheet}</sheetData></worksheet>")
    packed.seek(0)
    return packed


@pytest.mark.parametrize("place", ["xl/worksheets/sheet1.xml", "xl/elsewhere/x.xml", "other.xml"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_far_places_are_refused(sheet: str, place: str) -> None:
    with pytest.raises(ooxml_guard.OoxmlRefused):
        ooxml_guard.guard(workbook(sheet, place), "xl/workbook.xml")


@pytest.mark.parametrize(
    "sheet", ['<col r="XFD1"/>', '<cr="XFD1"/>', '<c x="y">r="XFD1"</c>', '<c colour="XFD1"/>', '<f r="XFD1"/>']
)
def test_other_elements_and_attributes_are_no_places(sheet: str) -> None:
    ooxml_guard.guard(workbook(sheet, "xl/worksheets/sheet1.xml"), "xl/workbook.xml")


def test_near_places_pass() -> None:
    near = '<row r="2"><c r="A2" t="s"/></row><mergeCell ref="A1:C3"/><v>a &amp; b</v>'
    ooxml_guard.guard(workbook(near, "xl/worksheets/sheet1.xml"), "xl/workbook.xml")
