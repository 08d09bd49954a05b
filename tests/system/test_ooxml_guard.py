"""What is refused before a library unfolds it, at its limit and one beyond, with the code that says why."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from laomo.system import ooxml_guard
from laomo.system.ooxml_guard import MAX_COLUMNS, MAX_MERGED, MAX_ROWS, OoxmlRefused, area, guard

MAIN = "xl/workbook.xml"


def package(parts: Mapping[str, bytes | str], main: str = MAIN) -> io.BytesIO:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in {main: "<workbook/>", **parts}.items():
            written.writestr(name, data)
    return packed


def code(file: io.BytesIO, most: int = ooxml_guard.MAX_UNFOLDED, *, far_cells: bool = False) -> str:
    """Why a file is refused; nothing if it is not."""
    try:
        guard(file, MAIN, most, far_cells=far_cells)
    except OoxmlRefused as refused:
        return refused.code
    return ""


def sheet(inner: str) -> io.BytesIO:
    return package({"xl/worksheets/sheet1.xml": f"<worksheet>{inner}</worksheet>"})


ENCRYPTED = bytearray(package({}).getvalue())
ENCRYPTED[6] |= 1
ENCRYPTED[ENCRYPTED.index(b"PK\x01\x02") + 8] |= 1
DAMAGED = bytearray(package({"a.xml": "<a>" + "b" * 400 + "</a>"}).getvalue())
DAMAGED[DAMAGED.index(b"a.xml") + 8] ^= 0xFF

FILES = [
    (package({}), ""),
    (io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600), "old-format"),
    (io.BytesIO(bytes(ENCRYPTED)), "old-format"),
    (io.BytesIO(bytes(DAMAGED)), "unreadable"),
    (io.BytesIO(b""), "unreadable"),
    (io.BytesIO(b"PK\x03\x04"), "unreadable"),
    (package({}, main="word/document.xml"), "unreadable"),
    (package({"xl/vbaProject.bin": b""}), "macros"),
    (package({"other/VBAPROJECT.BIN": b""}), "macros"),
    (package({"xl/vbaProject.bin.txt": b""}), ""),
    (package({f"{n}.bin": b"" for n in range(1_999)}), ""),
    (package({f"{n}.bin": b"" for n in range(2_000)}), "unreadable"),
    (package({"a.xml": '<!DOCTYPE a><a x="1"/>'}), "unreadable"),
    (package({"a.rels": '<!ENTITY a "b">'}), "unreadable"),
    (package({"a.bin": '<!ENTITY a "b">'}), ""),
    (package({"a.xml": "<a/>".encode("utf-16")}), "unreadable"),
    (package({"a.xml": "<a/>".encode("utf-16-be")}), "unreadable"),
    (package({"a.xml": b"\xfe\xff\x01\x01"}), "unreadable"),
    (package({"a.xml": b"        \x00"}), ""),
    (package({"a.bin": b"0" * (5_000_000 - len("<workbook/>"))}), ""),
    (package({"a.bin": b"0" * (5_000_001 - len("<workbook/>"))}), "too-large"),
]


@pytest.mark.parametrize(("file", "refused"), FILES)
def test_a_package_is_refused_for_a_reason(file: io.BytesIO, refused: str) -> None:
    assert code(file) == refused


def test_a_name_that_stands_twice_is_refused() -> None:
    packed = package({"a.xml": "<a/>"})
    with zipfile.ZipFile(packed, "a") as written, pytest.warns(UserWarning, match="Duplicate"):
        written.writestr("a.xml", "<b/>")
    assert code(packed) == "unreadable"


def test_a_large_file_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = package({})
    size = len(whole.getvalue())
    monkeypatch.setattr(ooxml_guard, "MAX_BYTES", size)
    assert code(whole) == ""
    monkeypatch.setattr(ooxml_guard, "MAX_BYTES", size - 1)
    assert code(whole) == "too-large"


@pytest.mark.parametrize(
    ("tags", "unfolded", "refused"), [(20, 400, ""), (21, 400, "too-large"), (20, 401, "too-large")]
)
def test_bytes_and_tags_are_counted_over_all_parts(tags: int, unfolded: int, refused: str) -> None:
    parts = {"a.xml": "<a>" * 9, "b.rels": "<b>" * (tags - 10), "c.bin": "<" * 20}
    rest = unfolded - len("<workbook/>") - sum(map(len, parts.values()))
    assert code(package({**parts, "d.bin": "<" * rest}), most=400) == refused


SHEETS = [
    (f'<c r="{"KN"}{MAX_ROWS}"/>', ""),
    ('<c r="KO1"/>', "too-large"),
    (f'<c r="A{MAX_ROWS + 1}"/>', "too-large"),
    (f'<row r="{MAX_ROWS}"/>', ""),
    (f'<row r="{MAX_ROWS + 1}"/>', "too-large"),
    ('<mergeCell ref="A1:CV2000"/>', ""),
    ('<mergeCell ref="CV2000:A1"/>', ""),
    ('<mergeCell ref="A1:CV2001"/>', "too-large"),
    ('<mergeCell ref="CV1:A2001"/>', "too-large"),
    ('<mergeCell ref="A1:CV1000"/><mergeCell ref="A1001:CV2000"/>', ""),
    ('<mergeCell ref="A1:CV1000"/><mergeCell ref="A1001:CV2001"/>', "too-large"),
    ('<c r="&#65;1"/>', "unreadable"),
    ('<c r="A1"><v>a &amp; b</v></c>', ""),
    (f'<w:gridSpan w:val="{MAX_COLUMNS}"/>', ""),
    (f'<w:gridSpan w:val="{MAX_COLUMNS + 1}"/>', "too-large"),
    (f'<w:gridBefore w:val="{MAX_COLUMNS + 1}"/>', "too-large"),
    (f'<w:gridAfter w:val="{MAX_COLUMNS + 1}"/>', "too-large"),
]


@pytest.mark.parametrize(("inner", "refused"), SHEETS)
def test_a_sheet_is_refused_beyond_its_limits(inner: str, refused: str) -> None:
    assert code(sheet(inner)) == refused


def test_limits_are_those_of_the_sheets_above() -> None:
    assert (MAX_COLUMNS, MAX_MERGED) == (300, 200_000)
    assert area("KN1") == (1, MAX_COLUMNS, 1, MAX_COLUMNS)


def test_whoever_reads_cells_within_bounds_takes_far_ones_but_not_wide_merges() -> None:
    assert code(sheet('<c r="XFD1048576"/>'), far_cells=True) == ""
    assert code(sheet('<mergeCell ref="A1:XFD1048576"/>'), far_cells=True) == "too-large"


def test_a_text_document_has_no_sheets() -> None:
    assert code(package({"word/a.xml": '<c r="XFD1048576"/><mergeCell ref="A1:XFD1048576"/>'})) == ""
    assert code(package({"word/a.xml": '<w:gridSpan w:val="301"/>'})) == "too-large"


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("A1", (1, 1, 1, 1)),
        ("C2", (2, 3, 2, 3)),
        ("$C$2", (2, 3, 2, 3)),
        (" a1:d5 ", (1, 1, 5, 4)),
        ("D5:A1", (1, 1, 5, 4)),
        ("A5:D1", (1, 1, 5, 4)),
        ("Z1:AA1", (1, 26, 1, 27)),
        ("A1:ABC1234567", (1, 1, 1_234_567, 731)),
        ("XFD1048576", (1_048_576, 16_384, 1_048_576, 16_384)),
    ],
)
def test_an_area_is_a_rectangle_from_one(place: str, found: tuple[int, int, int, int]) -> None:
    assert area(place) == found


@pytest.mark.parametrize(
    "place", ["", "A", "1", "A1:", "A1:B", "ABCD1", "A12345678", "A1:B12345678", "A1:ABCD1", "A1:B2:C3", "甲1", "A1 B2"]
)
def test_what_is_no_area_is_refused(place: str) -> None:
    with pytest.raises(ValueError, match=r"^.{0,40}$"):
        area(place)
