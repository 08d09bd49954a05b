"""Cells without a value of their own: 同上 takes the value above it, and 无, — or 待定 leave the cell empty."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from laomo.problems.problem import Facts, Problem
from laomo.text import placeholders
from laomo.tools.spreadsheets.columns import Column
from laomo.tools.spreadsheets.grid import Cell
from laomo.tools.spreadsheets.sheets import MARKS, NAMING, STUDIOS, Sheet
from laomo.tools.spreadsheets.table_rows import SheetRow

_ROWS_LISTED = 10
"""So many rows with 同上 are named by their numbers."""
_SIGNS_OF_YES_AND_NO = frozenset({*"√✓☑×✗", "没有"})
_SIGNS_OF_UNITS = frozenset("%％‰℃°′″℉Ω")


def settled(sheet: Sheet, entries: Iterable[SheetRow]) -> tuple[list[SheetRow], list[Problem]]:
    """The rows with the values that their cells stand for; and one warning for each column in which 同上 was read, or an error at its cell."""
    columns = {column.header: column for column in (*sheet.columns, *(NAMING.columns if sheet is STUDIOS else ()))}
    run = _Run(columns)
    rows = [run.settled(entry) for entry in entries]
    return rows, [*run.problems, *run.repeats()]


@dataclass(slots=True)
class _Run:
    """The state of one reading of a table, from the top to the bottom."""

    columns: Mapping[str, Column]
    above: dict[str, Cell] = field(default_factory=dict)
    """Heading → the cell of the last row, settled."""
    repeated: dict[str, list[Cell]] = field(default_factory=lambda: defaultdict(list))
    problems: list[Problem] = field(default_factory=list)

    def settled(self, entry: SheetRow) -> SheetRow:
        cells = {heading: self._cell(heading, cell) for heading, cell in entry.cells.items()}
        self.above |= cells
        changed = any(cells[heading] is not cell for heading, cell in entry.cells.items())
        return replace(entry, cells=cells) if changed else entry

    def _cell(self, heading: str, cell: Cell) -> Cell:
        if cell.fault or heading == MARKS or not isinstance(cell.value, str):
            return cell
        column = self.columns.get(heading)
        if placeholders.is_ditto(cell.text):
            return self._repeated(heading, cell)
        if column and "\n" in cell.text and column.lines:
            return _with_lines(cell, column)
        return replace(cell, value=None, stands_for_nothing=True) if _says_nothing(cell.text, column) else cell

    def _repeated(self, heading: str, cell: Cell) -> Cell:
        """A cell with the value above it; with a fault when there is none that could be read."""
        above = self.above.get(heading)
        if above is None or above.fault:
            return replace(cell, value=None, fault="ledger-ditto-alone")
        self.repeated[heading].append(cell)
        return replace(cell, value=above.value)

    def repeats(self) -> list[Problem]:
        """One warning for each column in which 同上 was read as the value above."""
        return [_told(heading, cells) for heading, cells in self.repeated.items()]


def _told(heading: str, cells: list[Cell]) -> Problem:
    rows = tuple(str(cell.row) for cell in cells[:_ROWS_LISTED])
    facts: Facts = {"header": heading, "count": len(cells), "rows": rows, "more": max(len(cells) - _ROWS_LISTED, 0)}
    return Problem(cells[0].address, "ledger-ditto", facts=facts, severity="warning")


def _with_lines(cell: Cell, column: Column) -> Cell:
    """A cell with a line for each part, where a line may repeat the one before or be empty."""
    lines: list[str] = []
    for line in cell.text.split("\n"):
        if placeholders.is_ditto(line) and lines:
            lines.append(lines[-1])
        else:
            lines.append("" if _says_nothing(line, column) else line)
    text = "\n".join(lines)
    return cell if text == cell.text else replace(cell, value=text if text.strip() else None)


def _says_nothing(text: str, column: Column | None) -> bool:
    """Whether a text is no value in this column; 无 and × are values where the answer is yes or no."""
    text = text.strip()
    if column and (text in column.choices or (column.kind == "yes-no" and text in _SIGNS_OF_YES_AND_NO)):
        return False
    if column and column.path[-1] == "unit" and _SIGNS_OF_UNITS & set(text):
        return False
    return bool(text) and placeholders.is_empty(text)
