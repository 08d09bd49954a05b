"""Where the header of a grid is, and which of our headings each column has."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from laomo.problems.problem import Fact, Problem
from laomo.tools.spreadsheets import headers
from laomo.tools.spreadsheets.grid import Cell, Grid, Row
from laomo.tools.spreadsheets.sheets import ID, MARKS, Sheet

_HEADER_WITHIN = 20
"""The header is looked for in so many rows at the top."""
_HEADINGS_NEEDED = 2
_LONGEST_HEADER = 16
_GROUP_WORDS = re.compile(r"(基本)?(信息|情况|资料)$")
"""Ends of the names of groups: 命名情况 above 单位 is 命名单位."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a grid: one row, or two of which the upper one names groups of columns."""

    index: int
    row: Row
    lower: Row | None

    @property
    def end(self) -> int:
        """The index of the first row below the header."""
        return self.index + (1 if self.lower is None else 2)

    @property
    def cells(self) -> list[Cell]:
        """The lowest cell of each column's header that says something."""
        if self.lower is None:
            return [*self.row.cells]
        pairs = enumerate(zip_longest(self.row.cells, self.lower.cells))
        return [low if low and low.text and not low.joined else self.cell(index) for index, (_, low) in pairs]

    def cell(self, index: int) -> Cell:
        """The cell above a column that names it: of the upper row unless that is empty."""
        above = self.row.cells[index] if index < len(self.row.cells) else None
        if self.lower and index < len(self.lower.cells) and (above is None or not above.text):
            return self.lower.cells[index]
        return above or Cell("", 0, 0)


@dataclass(frozen=True, slots=True)
class _ColumnHeader:
    """The header of one column; `lower` is the text in the second row of the header, if any, and `upper` that above it."""

    cell: Cell
    upper: str
    lower: str

    @property
    def text(self) -> str:
        return "·".join(part for part in (self.upper, self.lower) if part)

    @property
    def facts(self) -> dict[str, str]:
        return {"header": self.text.replace("\n", "")[:30]}

    @property
    def private(self) -> bool:
        return any(headers.private(each) for each in (self.text, self.lower))

    def heading(self, sheet: Sheet) -> str | None:
        """Our heading for the column: of both rows together, else of the lower one; None when we know neither."""
        return _known(self.upper, self.lower, sheet)


def _known(upper: str, lower: str, sheet: Sheet) -> str | None:
    group = _GROUP_WORDS.sub("", headers.plain(upper))
    both = (f"{upper}·{lower}", f"{upper}{lower}", f"{group}{lower}", lower)
    candidates = both if upper and lower else (upper or lower,)
    return next((heading for each in candidates if (heading := headers.known(each, sheet))), None)


def left_out(address: str, code: str, **facts: Fact) -> Problem:
    """The warning about a sheet, a column or a row that is not read."""
    return Problem(address, code, facts=facts, severity="warning")


def find_header(grid: Grid, sheet: Sheet) -> Header | None:
    """The row near the top with the most headings that we know; None when none has two, one of them an anchor of the sheet."""
    rows = grid.rows[:_HEADER_WITHIN]
    best = max(range(len(rows)), key=lambda index: _score(rows[index], sheet), default=0)
    if not rows or _score(rows[best], sheet) < sheet.least:
        return None
    below = grid.rows[best + 1] if best + 1 < len(grid.rows) else None
    if below and _continues(rows[best], below, sheet):
        return Header(best, rows[best], below)
    above = rows[best - 1] if best else None
    if above and _groups(above):
        return Header(best - 1, above, rows[best])
    return Header(best, rows[best], None)


def names_people_only(grid: Grid, sheet: Sheet) -> Cell | None:
    """The first cell of what would be a header if it had a column for the names of the studios; None when there is no such row."""
    for row in grid.rows[:_HEADER_WITHIN]:
        if len(_headings(row, sheet)) >= _HEADINGS_NEEDED:
            return next(cell for cell in row.cells if cell.text)
    return None


def _headings(row: Row, sheet: Sheet) -> set[str]:
    found: set[str] = set()
    for cell in row.cells:
        if cell.text:
            found.update(headers.joined(cell.text, sheet) or ())
            found.add(headers.known(cell.text, sheet) or "")
    return found - {""}


def _score(row: Row, sheet: Sheet) -> int:
    known = _headings(row, sheet)
    return len(known) if known & sheet.anchors else 0


def _continues(upper: Row, lower: Row, sheet: Sheet) -> bool:
    """Whether a row is the second row of the header above it: cells are merged over it, or it holds headings and no studio's name."""
    if any(cell.joined and cell.text for cell in lower.cells):
        return True
    texts = {index: cell.text.strip() for index, cell in enumerate(lower.cells) if cell.text.strip()}
    named = [index for index, cell in enumerate(upper.cells) if headers.known(cell.text, sheet) in sheet.anchors - {ID}]
    if not texts or any(index in texts for index in named) or not all(map(_is_short, texts.values())):
        return False
    under = _carried(upper)
    return all(
        (index < len(under) and _known(under[index], text, sheet)) or headers.private(text)
        for index, text in texts.items()
    )


def _groups(row: Row) -> bool:
    """Whether a row above the header names groups of columns, and is no title."""
    texts = {cell.text.strip() for cell in row.cells if cell.text.strip()}
    return len(texts) > 1 and all(map(_is_short, texts))


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_HEADER and not re.search(r"[\d:：]", text)


def _carried(row: Row) -> list[str]:
    """The texts of a row of groups; an empty cell belongs to the group on its left, as in a CSV file, where no cells are merged."""
    texts: list[str] = []
    for cell in row.cells:
        texts.append(cell.text.strip() or (texts[-1] if texts else ""))
    return texts


def read_columns(grid: Grid, sheet: Sheet, header: Header) -> tuple[dict[int, str], list[Problem]]:
    """Column index → our heading, for each column that is read; and a warning for each that holds something and is not."""
    columns: dict[int, str] = {}
    warnings = []
    for index, column in enumerate(_column_headers(header)):
        heading = _joined(column, sheet) or column.heading(sheet)
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
    if header.lower is None:
        yield from (_ColumnHeader(cell, cell.text, "") for cell in header.row.cells)
        return
    groups = _carried(header.row)
    for index, (above, under) in enumerate(zip_longest(header.row.cells, header.lower.cells)):
        own = above.text.strip() if above else ""
        lower = under.text.strip() if under and not under.joined else ""
        group = groups[min(index, len(groups) - 1)] if groups else ""
        yield _ColumnHeader(header.cell(index), (group if lower else own), lower)


def _joined(column: _ColumnHeader, sheet: Sheet) -> str | None:
    """The key of a column that holds two things in each cell; None for any other."""
    two = headers.joined(column.lower or column.upper, sheet)
    return headers.JOINED.join(two) if two else None


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
    if headers.ignored(column.lower or column.text) or not _has_content(grid, index, header):
        return None
    code = "ledger-decision-column" if headers.of_decision(column.text) else "ledger-unknown-column"
    return left_out(address, code, **column.facts)


def _has_content(grid: Grid, index: int, header: Header) -> bool:
    below = grid.rows[header.end :]
    return any(index < len(row.cells) and row.cells[index].text for row in below)
