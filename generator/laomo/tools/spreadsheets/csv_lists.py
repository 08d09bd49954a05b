"""CSV files, in the encodings and with the separators that spreadsheet programs use."""

import csv
import io
from pathlib import Path

from laomo.system.ooxml_guard import MAX_BYTES, MAX_COLUMNS, MAX_ROWS
from laomo.tools.spreadsheets.grid import Cell, Grid, Row, UnreadableFile

_SEPARATORS = ",\t;，"


def read(file: Path) -> list[Grid]:
    """The file as a grid of the same name. Raises UnreadableFile."""
    if file.stat().st_size > MAX_BYTES:
        raise UnreadableFile("ledger-too-large")
    text = _decoded(file.read_bytes())
    start = text[:4_000]
    separator = max(_SEPARATORS, key=start.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        raise UnreadableFile("ledger-unreadable") from None
    if len(lines) > MAX_ROWS or any(len(line) > MAX_COLUMNS for line in lines):
        raise UnreadableFile("ledger-too-large")
    rows = (
        Row(number, tuple(Cell(file.name, number, column, value) for column, value in enumerate(line, 1)))
        for number, line in enumerate(lines, 1)
    )
    return [Grid(file.stem, tuple(rows))]


def _decoded(data: bytes) -> str:
    encodings = ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableFile("ledger-unreadable")
