"""CSV files, in the encodings and with the separators that spreadsheet programs use."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from laomo.system.ooxml_guard import MAX_BYTES, MAX_COLUMNS, MAX_ROWS
from laomo.tools.spreadsheets.grid import MAX_CELL_TEXT, MAX_CELLS, MAX_TEXT, Cell, Grid, Row, UnreadableFile

_SEPARATORS = ",\t;，"


def read(file: Path) -> list[Grid]:
    """The file as a grid of the same name. Raises UnreadableFile."""
    if file.stat().st_size > MAX_BYTES:
        raise UnreadableFile("ledger-too-large")
    text = _decoded(file.read_bytes())
    if len(text) > MAX_TEXT:
        raise UnreadableFile("ledger-too-large")
    start = text[:4_000]
    separator = max(_SEPARATORS, key=start.count)
    try:
        return [
            Grid(
                file.stem,
                tuple(_rows(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), file.name)),
            )
        ]
    except csv.Error:
        raise UnreadableFile("ledger-unreadable") from None


def _rows(lines: Iterable[list[str]], name: str) -> Iterator[Row]:
    cells = 0
    for number, line in enumerate(lines, 1):
        cells += len(line)
        if number > MAX_ROWS or len(line) > MAX_COLUMNS or cells > MAX_CELLS:
            raise UnreadableFile("ledger-too-large")
        yield Row(number, tuple(_cell(name, number, column, value) for column, value in enumerate(line, 1)))


def _cell(name: str, row: int, column: int, value: str) -> Cell:
    too_long = len(value) > MAX_CELL_TEXT
    return Cell(name, row, column, None if too_long else value, fault="ledger-cell-too-long" if too_long else None)


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
