"""A workbook, like a Word document, is a zip of XML: what must be known about it before a library may unfold it.

Measured: a file of 297 KB became 300 MB of XML and 608 MB of memory; one merged cell over a whole sheet keeps a reader busy for
hours. So sizes, declarations and merged areas are looked at first.
"""

import re
import zipfile
import zlib
from typing import BinaryIO

from laomo.problems.errors import CodedError

MAX_BYTES = 50_000_000
MAX_UNFOLDED = 200_000_000
"""Of XML. Our own workbook of 2,500 studios has 74 million bytes of it, eight times what it has packed."""
MAX_RATIO = 100
BYTES_FOR_A_TAG = 20
"""Unfolded, at least, of what people make: a cell of a workbook has 10 to 50 for each of its tags, and each costs time and memory."""
MAX_MERGED = 200_000
MAX_ROWS, MAX_COLUMNS = 100_000, 300
_MERGED = re.compile(
    rb'<(?:[\w.-]+:)?mergeCell\s[^<>]*?ref\s*=\s*["\']\s*\$?([A-Za-z]+)\$?(\d+):\$?([A-Za-z]+)\$?(\d+)\s*["\']'
)
_FAR = re.compile(rb'<(?:[\w.-]+:)?(?:c|row)\s(?:[^<>]*?\s)?r\s*=\s*["\']\s*\$?([A-Za-z]*)\$?(\d+)\s*["\']')
_DISGUISED = re.compile(rb"<(?:[\w.-]+:)?(?:c|row|mergeCell)\s[^<>]*?&")
"""Places that are written as references to characters: no program writes them so."""
_WIDE = re.compile(rb'<w:grid(?:Span|Before|After)\s[^<>]*?val\s*=\s*["\'](\d+)["\']')
_AREA = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?")
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class OoxmlRefused(CodedError):
    """The file is no package that may be unfolded: old-format, too-large, unreadable or macros."""


def guard(file: BinaryIO, main: str, most: int = MAX_UNFOLDED, *, far_cells: bool = False) -> None:
    """Raises OoxmlRefused for what is no plain document of a sensible size, `most` bytes unfolded; `main` is the part that makes it
    one of its kind. With `far_cells`, empty cells may lie anywhere: whoever reads them keeps within the bounds.
    """
    head = file.read(8)
    if head == _OLD:
        raise OoxmlRefused("old-format")
    if file.seek(0, 2) > MAX_BYTES:
        raise OoxmlRefused("too-large")
    try:
        with zipfile.ZipFile(file) as package:
            _guard(package, main, most, far_cells=far_cells)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError, zlib.error):
        raise OoxmlRefused("unreadable") from None


def _guard(package: zipfile.ZipFile, main: str, most: int, *, far_cells: bool) -> None:
    parts = package.infolist()
    if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
        raise OoxmlRefused("macros")
    if any(part.flag_bits & 1 for part in parts):
        raise OoxmlRefused("old-format")
    if len(parts) > 2_000 or len({part.filename for part in parts}) != len(parts):
        raise OoxmlRefused("unreadable")
    unfolded = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts) or 1
    if unfolded > most or (unfolded > 5_000_000 and unfolded / packed > MAX_RATIO):
        raise OoxmlRefused("too-large")
    if not any(part.filename == main for part in parts):
        raise OoxmlRefused("unreadable")
    tags = most // BYTES_FOR_A_TAG
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            data = package.read(part)  # checks the CRC, and that the stated sizes are true
            tags -= data.count(b"<")
            if tags < 0:
                raise OoxmlRefused("too-large")
            _guard_part(part.filename, data, far_cells=far_cells)


def _guard_part(name: str, data: bytes, *, far_cells: bool) -> None:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:8]:
        raise OoxmlRefused("unreadable")
    if any(int(found[1]) > MAX_COLUMNS for found in _WIDE.finditer(data)):
        raise OoxmlRefused("too-large")
    if name.startswith("word/"):
        return  # only a workbook has sheets, and those may lie anywhere in it
    if _DISGUISED.search(data):
        raise OoxmlRefused("unreadable")
    cells = 0
    for left, top, right, bottom in _MERGED.findall(data):
        cells += (abs(_number(right) - _number(left)) + 1) * (abs(int(bottom) - int(top)) + 1)
    if cells > MAX_MERGED:
        raise OoxmlRefused("too-large")
    for found in () if far_cells else _FAR.finditer(data):
        if int(found[2]) > MAX_ROWS or _number(found[1]) > MAX_COLUMNS:
            raise OoxmlRefused("too-large")


def area(place: str) -> tuple[int, int, int, int]:
    """First row, first column, last row and last column, from 1, of a place in a sheet: C2 or A1:D5. Raises ValueError."""
    found = _AREA.fullmatch(place.strip())
    if found is None:
        raise ValueError(place[:40])
    left, top = _number(found[1].encode()), int(found[2])
    right, bottom = (_number(found[3].encode()), int(found[4])) if found[3] else (left, top)
    return min(top, bottom), min(left, right), max(top, bottom), max(left, right)


def _number(column: bytes) -> int:
    number = 0
    for letter in column.upper():
        number = number * 26 + letter - 64
    return number
