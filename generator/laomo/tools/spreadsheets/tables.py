"""Grids → tables: columns by our headings and rows of data; whatever is left out of a spreadsheet is reported."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from laomo.problems.problem import Problem
from laomo.tools.spreadsheets import forms, headers, joined_cells, member_lists, placeholder_cells
from laomo.tools.spreadsheets.grid import Cell, Grid, Row
from laomo.tools.spreadsheets.round_sheets import COVER, ROUND, TARGETS
from laomo.tools.spreadsheets.sheets import HELP_MARK, ID, IGNORED_SHEETS, MARKS, NAME, SHEETS, STUDIOS, UNITS, Sheet
from laomo.tools.spreadsheets.table_columns import Header, find_header, left_out, names_people_only, read_columns
from laomo.tools.spreadsheets.table_rows import SheetRow, read_rows, total_row

_UNNAMING = re.compile(r"[\d\s年与和、（）()-]")
"""What the names of the sheets of a year may have beside their own words: 2026年命名, 公示通知."""
_ROWS_LISTED = 10
"""So many hidden rows are named by their numbers."""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a spreadsheet whose columns are understood."""

    sheet: Sheet
    entries: tuple[SheetRow, ...]
    headings: dict[str, Cell]
    """Our heading of each column that is read → the cell of the spreadsheet's own header."""
    name: str
    """Of the sheet, or of the CSV file."""
    title: str
    """The text above the header."""
    ours: bool
    """Whether it was made by `laomo template` or `laomo export`."""
    total: SheetRow | None = None
    """The row of totals of a table of targets, if it has one."""

    def called(self, heading: str) -> str:
        """A column's name in the spreadsheet; our heading when the spreadsheet has no such column."""
        return headers.plain(self.headings[heading].text) if heading in self.headings else heading


def tables(grids: list[Grid]) -> tuple[list[Table], list[Problem]]:
    """The tables of all sheets that can be read, and a problem for each sheet, column or row that is left out."""
    found, problems, without = [], [], []
    for grid in grids:
        if grid.name in IGNORED_SHEETS | {COVER} or all(row.blank for row in grid.rows):
            continue
        if grid.hidden:
            problems.append(left_out(f"{grid.name}!A1", "ledger-hidden-sheet"))
            continue
        table, of_grid = _table(forms.as_list(grid) or grid)
        problems += of_grid
        if table:
            found.append(table)
        else:
            without.append(grid)
    return found, problems + [_without_header(grid, others=bool(found)) for grid in without]


def _without_header(grid: Grid, *, others: bool) -> Problem:
    """Why a sheet is not read: a list without names, else a cover or a summary if `others` are lists."""
    first = names_people_only(grid, STUDIOS)
    if first and not (others and _counts_only(grid)):
        return Problem(first.address, "ledger-no-names")
    return (
        left_out(f"{grid.name}!A1", "ledger-skipped-sheet")
        if others
        else Problem(f"{grid.name}!A1", "ledger-no-header")
    )


def _counts_only(grid: Grid) -> bool:
    """Whether most rows of a sheet end in a number, as those of a summary do."""
    last = [[cell.text for cell in row.cells if cell.text] for row in grid.rows if not row.blank]
    numbers = sum(bool(texts) and texts[-1].isdigit() for texts in last)
    return numbers * 2 > len(last)


def _sheet(grid: Grid) -> tuple[Sheet, Header | None]:
    """Which of our sheets a grid is, and its header; a list of studios may have the title of any."""
    title = _UNNAMING.sub("", grid.name)
    named = next((each for each in ROUND if _UNNAMING.sub("", each.title) == title), None)
    named = named or next((each for each in SHEETS if each.title == grid.name), STUDIOS)
    for sheet in dict.fromkeys((named, STUDIOS, TARGETS) if named in ROUND else (named, TARGETS)):
        header = find_header(grid, sheet)
        if header and _fits(header, sheet, grid):
            return sheet, header
    return named, None


def _fits(header: Header, sheet: Sheet, grid: Grid) -> bool:
    """Whether a header is that of a sheet of the upper union's year; one of any other sheet always fits."""
    if sheet not in ROUND:
        return True
    headings = {*read_columns(grid, sheet, header)[0].values()}
    of_studios = NAME in sheet.anchors and UNITS in {headers.known(cell.text, STUDIOS) for cell in header.cells}
    return not of_studios and any(column.header in headings for column in sheet.columns)


def _table(grid: Grid) -> tuple[Table | None, list[Problem]]:
    sheet, header = _sheet(grid)
    if header is None:
        return None, []
    columns, problems = read_columns(grid, sheet, header)
    rows: Sequence[Row] = grid.rows[header.end :]
    ours, title = _has_help_row(rows), _title(grid, header)
    if sheet is STUDIOS and not ours and (members := member_lists.find(rows, header.cells, columns, title)):
        columns, unread = members.columns(columns), members.unread(header.cells)
        problems = [*(each for each in problems if each.path not in unread), members.problem(header.cells)]
        rows = members.rows(rows, columns)
    said = [cell.text for row in grid.rows[: header.end] for cell in row.cells if cell.text]
    anchors = sheet.anchors - {ID}
    entries, hidden = read_rows(rows, columns, said, anchors)
    entries = [entry for entry in entries if not (ours and _is_prepared(sheet, entry))]
    if sheet is STUDIOS and entries and all(entry.text(NAME).isdigit() for entry in entries):
        return None, []  # a summary: how many studios, not which
    entries, of_placeholders = placeholder_cells.settled(sheet, entries)
    problems += of_placeholders
    if hidden:
        problems.append(_hidden_rows(grid, hidden))
    split, of_cells = joined_cells.split(entries) if sheet is STUDIOS and not ours else (entries, [])
    headings = {part: header.cell(index) for index, key in columns.items() for part in key.split(headers.JOINED)}
    total = total_row(rows, columns) if sheet is TARGETS else None
    return Table(sheet, tuple(split), headings, grid.name, title, ours, total), problems + of_cells


def _is_prepared(sheet: Sheet, entry: SheetRow) -> bool:
    """Whether a row of ours only has what it was handed out with, and nobody has written in it."""
    named_only = sheet is not STUDIOS and not (sheet.paper and sheet.paper.named) and not entry.text(MARKS)
    return named_only and not any(entry.text(column.header) for column in sheet.columns)


def _hidden_rows(grid: Grid, hidden: list[Row]) -> Problem:
    rows, more = tuple(str(row.number) for row in hidden[:_ROWS_LISTED]), max(len(hidden) - _ROWS_LISTED, 0)
    address = f"{grid.name}!A{hidden[0].number}"
    return left_out(address, "ledger-hidden-rows", rows=rows, more=more, count=len(hidden))


def _title(grid: Grid, header: Header) -> str:
    """The text above the header, each cell's once: the parts of a merged cell repeat it."""
    texts = (cell.text for row in grid.rows[: header.index] for cell in row.cells if cell.text)
    return " ".join(dict.fromkeys(texts))


def _has_help_row(rows: Sequence[Row]) -> bool:
    """Whether the row below the header is our own row of help."""
    return any(HELP_MARK in cell.text[:8] for row in rows[:1] for cell in row.cells[:1])
