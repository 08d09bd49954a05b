"""Word application forms (申报表) as grids with one row: labels and the values beside them. The only module that imports docx.

A form's table alternates label and value; a label that runs down the side of several rows only groups them. Everything else is
as in a spreadsheet: columns of personal data are reported and left out, and so are values that have no field.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document

from laomo.system import ooxml_guard
from laomo.tools.spreadsheets import headers
from laomo.tools.spreadsheets.grid import Cell, Grid, Row, UnreadableFile
from laomo.tools.spreadsheets.sheets import STUDIOS


def read(file: Path) -> list[Grid]:
    """The tables of a form as one grid with a header and one row; cells keep their addresses in the Word table.

    Raises UnreadableFile and ooxml_guard.OoxmlRefused.
    """
    with file.open("rb") as packed:
        ooxml_guard.guard(packed, "word/document.xml")
    try:
        tables = [list(_rows(table, number)) for number, table in enumerate(Document(str(file)).tables, 1)]
    except Exception as error:  # a hostile file can make the library fail in any way
        raise UnreadableFile("ledger-unreadable") from error
    pairs = [pair for rows in tables for row in rows for pair in _pairs(row)]
    if not pairs:
        raise UnreadableFile("ledger-no-form")
    labels, values = zip(*pairs, strict=True)
    return [Grid(file.stem, (Row(1, labels), Row(2, values)))]


def _rows(table: Any, number: int) -> Iterator[list[Cell]]:
    """The cells of each row; a merged cell counts once, where it begins."""
    seen = set()
    for row_number, row in enumerate(table.rows, 1):
        cells = []
        for column, cell in enumerate(row.cells, 1):
            part = cell._tc  # noqa: SLF001 (the library's own way to tell merged cells apart)
            if part not in seen:
                seen.add(part)
                cells.append(Cell(f"表{number}", row_number, column, cell.text))
        yield cells


def _pairs(cells: list[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """Each label with its value."""
    place = 0
    while place + 1 < len(cells):
        label, value = cells[place], cells[place + 1]
        if not label.text.strip() or (not _is_label(label) and _is_label(value)):
            place += 1
        elif _is_label(label) and _is_label(value):
            yield label, Cell(label.sheet, label.row, label.column)
            place += 1
        else:
            yield label, value
            place += 2


def _is_label(cell: Cell) -> bool:
    text = cell.text.strip()
    return bool(text) and (headers.known(text, STUDIOS) is not None or (len(text) <= 12 and headers.private(text)))
