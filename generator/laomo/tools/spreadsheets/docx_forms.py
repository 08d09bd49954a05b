"""Word application forms (申报表) as lists with one row (`forms`). The only module that imports docx."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from laomo.system import ooxml_guard
from laomo.tools.spreadsheets import forms
from laomo.tools.spreadsheets.grid import MAX_CELL_TEXT, Cell, Grid, UnreadableFile

_MAX_UNFOLDED = 50_000_000
"""Of XML and pictures."""
_MAX_CELLS = 5_000
"""Of all tables, a merged cell counted for each column: a form has less than a hundred, and a list belongs in a workbook."""


def read(file: Path) -> list[Grid]:
    """The tables of a form as one grid with a header and one row; cells keep their addresses in the Word table.

    Raises UnreadableFile and ooxml_guard.OoxmlRefused.
    """
    with file.open("rb") as packed:
        ooxml_guard.guard(packed, "word/document.xml", _MAX_UNFOLDED)
    try:
        document = Document(str(file))
        is_form = sum(cell.grid_span for cell in document.element.body.iter(qn("w:tc"))) <= _MAX_CELLS
        tables = [list(_rows(table, number)) for number, table in enumerate(document.tables, 1)] if is_form else []
    except Exception as error:  # a hostile file can make the library fail in any way
        raise UnreadableFile("ledger-unreadable") from error
    if not is_form:
        raise UnreadableFile("ledger-too-large")
    pairs = [pair for rows in tables for row in rows for pair in forms.pairs(row)]
    if not pairs:
        raise UnreadableFile("ledger-no-form")
    return [forms.one_row(file.stem, pairs)]


def _rows(table: Any, number: int) -> Iterator[list[Cell]]:
    """The cells of each row; a merged cell counts once, where it begins."""
    seen = set()
    for row_number, row in enumerate(table.rows, 1):
        cells = []
        for column, cell in enumerate(row.cells, 1):
            part = cell._tc  # noqa: SLF001 (the library's own way to tell merged cells apart)
            if part not in seen:
                seen.add(part)
                cells.append(_read(f"表{number}", row_number, column, cell.text))
        yield cells


def _read(table: str, row: int, column: int, text: str) -> Cell:
    too_long = len(text) > MAX_CELL_TEXT
    return Cell(table, row, column, None if too_long else text, fault="ledger-cell-too-long" if too_long else None)
