"""Where the header of a grid is, and which of our headings each column has."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from laomo.problems.problem import Fact, Problem
from laomo.tools.spreadsheets import headers
from laomo.tools.spreadsheets.grid import Cell, Grid, Row
from laomo.tools.spreadsheets.sheets import MARKS, NAME, Sheet

_HEADER_WITHIN = 20
"""The header is looked for in so many rows at the top."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a grid: one row, or two when cells of the first are merged over the second."""

    index: int
    row: Row
    lower: Row | None

    @property
    def end(self) -> int:
        """The index of the first row below the header."""
        return self.index + (1 if self.lower is None else 2)


@dataclass(frozen=True, slots=True)
class _ColumnHeader:
    """The header of one column; `lower` is the text in the second row of the header, if any."""

    cell: Cell
    lower: str

    @property
    def text(self) -> str:
        return f"{self.cell.text}·{self.lower}" if self.lower else self.cell.text

    @property
    def facts(self) -> dict[str, str]:
        return {"header": self.text.replace("\n", "")[:30]}

    @property
    def private(self) -> bool:
        return any(headers.private(each) for each in (self.text, self.lower))

    def heading(self, sheet: Sheet) -> str | None:
        """Our heading for the column: of both rows together, else of the lower one; None when we know neither."""
        both = (self.text, f"{self.cell.text}{self.lower}", self.lower)
        candidates = both if self.lower else (self.cell.text,)
        return next((heading for each in candidates if (heading := headers.known(each, sheet))), None)


def left_out(address: str, code: str, **facts: Fact) -> Problem:
    """The warning about a sheet, a column or a row that is not read."""
    return Problem(address, code, facts=facts, severity="warning")


def find_header(grid: Grid, sheet: Sheet) -> Header | None:
    """The row near the top with the most headings that we know; None when none has two, one of them a studio's name or id."""

    def score(row: Row) -> int:
        known = {headers.known(cell.text, sheet) for cell in row.cells if cell.text} - {None}
        return len(known) if NAME in known or "工作室编号" in known else 0

    best = max(range(min(len(grid.rows), _HEADER_WITHIN)), key=lambda index: score(grid.rows[index]))
    if score(grid.rows[best]) < 2:
        return None
    below = grid.rows[best + 1] if best + 1 < len(grid.rows) else None
    merged = below is not None and any(cell.joined and cell.text for cell in below.cells)
    return Header(best, grid.rows[best], below if merged else None)


def read_columns(grid: Grid, sheet: Sheet, header: Header) -> tuple[dict[int, str], list[Problem]]:
    """Column index → our heading, for each column that is read; and a warning for each that holds something and is not."""
    columns: dict[int, str] = {}
    warnings = []
    for index, column in enumerate(_column_headers(header)):
        heading = column.heading(sheet)
        if heading:
            warning = _refusal_of_known(grid, index, column, heading, columns.values())
        else:
            warning = _refusal_of_unknown(grid, index, column, header)
        if warning:
            warnings.append(warning)
        elif heading:
            columns[index] = heading
    return columns, warnings


def _column_headers(header: Header) -> Iterator[_ColumnHeader]:
    lower = header.lower.cells if header.lower else ()
    for cell, under in zip_longest(header.row.cells, lower[: len(header.row.cells)]):
        yield _ColumnHeader(cell, under.text if under and not under.joined else "")


def _refusal_of_known(
    grid: Grid, index: int, column: _ColumnHeader, heading: str, taken: Collection[str]
) -> Problem | None:
    """Why a column with a heading that we know is not read; None when it is."""
    address = column.cell.address
    if heading != MARKS and index in grid.hidden_columns:
        return left_out(address, "ledger-hidden-column", **column.facts)
    if heading in taken:
        return left_out(address, "ledger-column-twice", **column.facts, heading=heading)
    return None


def _refusal_of_unknown(grid: Grid, index: int, column: _ColumnHeader, header: Header) -> Problem | None:
    """The warning about a column that we do not know; None when nothing is lost by leaving it out."""
    address = column.cell.address
    if column.private:
        return left_out(address, "ledger-private-column", **column.facts)
    if headers.ignored(column.text) or not _has_content(grid, index, header):
        return None
    code = "ledger-decision-column" if headers.of_decision(column.text) else "ledger-unknown-column"
    return left_out(address, code, **column.facts)


def _has_content(grid: Grid, index: int, header: Header) -> bool:
    below = grid.rows[header.index + 1 :]
    return any(index < len(row.cells) and row.cells[index].text for row in below)
