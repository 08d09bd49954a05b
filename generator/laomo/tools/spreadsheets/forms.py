"""Application forms (申报表), of Word or of a spreadsheet, as lists with one row: labels and the values beside them.

A form alternates label and value; a label that runs down the side of several rows only groups them. Everything else is
as in a list: columns of personal data are reported and left out, and so are values that have no field.
"""

from collections.abc import Iterable, Iterator, Sequence

from laomo.tools.spreadsheets import headers
from laomo.tools.spreadsheets.grid import Cell, Grid, Row
from laomo.tools.spreadsheets.sheets import NAME, STUDIOS

_LABELS_NEEDED = 4
_ROWS_NEEDED = 3
"""A list has its headings in one row or two, a form has them in many."""
_LONGEST = 300
"""Rows of a form at most."""


def as_list(grid: Grid) -> Grid | None:
    """A sheet that is a form as a list with one row; None for any other sheet."""
    if len(grid.rows) > _LONGEST:
        return None
    first_rows: dict[str, int] = {}
    rows = [[cell for cell in row.cells if not cell.part] for row in grid.rows if not row.hidden]
    found = [(number, label, value) for number, row in enumerate(rows) for label, value in pairs(_filled(row))]
    for number, label, value in found:
        heading = headers.known(label.text, STUDIOS)
        if heading and value.text:
            first_rows.setdefault(heading, number)
    if NAME not in first_rows or len(first_rows) < _LABELS_NEEDED or len({*first_rows.values()}) < _ROWS_NEEDED:
        return None
    return one_row(grid.name, [(label, value) for _, label, value in found])


def one_row(name: str, found: Sequence[tuple[Cell, Cell]]) -> Grid:
    """A list with one row of these labels and values."""
    labels, values = zip(*found, strict=True)
    return Grid(name, (Row(1, labels), Row(2, values)))


def _filled(cells: Iterable[Cell]) -> list[Cell]:
    """The cells of a row without the empty ones that follow another empty one or the end of a merged cell."""
    kept: list[Cell] = []
    for cell in cells:
        if cell.text or (kept and kept[-1].text and is_label(kept[-1])):
            kept.append(cell)
    return kept


def pairs(cells: list[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """Each label of a row with its value."""
    place = 0
    while place + 1 < len(cells):
        label, value = cells[place], cells[place + 1]
        if not label.text.strip() or (not is_label(label) and is_label(value)):
            place += 1
        elif is_label(label) and is_label(value):
            yield label, Cell(label.sheet, label.row, label.column)
            place += 1
        else:
            yield label, value
            place += 2


def is_label(cell: Cell) -> bool:
    """Whether a cell is the label of a field that we know, or of personal data."""
    text = cell.text.strip()
    return bool(text) and (headers.known(text, STUDIOS) is not None or (len(text) <= 12 and headers.private(text)))
