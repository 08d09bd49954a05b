"""What is left out of an import: rows of our own workbook as a whole, single cells of any other list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from laomo.problems.problem import Problem
from laomo.tools.spreadsheets.round_sheets import ROUND
from laomo.tools.spreadsheets.sheets import ID, NAME, STUDIOS
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table

_OF_A_CELL = frozenset(
    {
        "ledger-both-changed",
        "ledger-emptied",
        "ledger-union-moved",
        "ledger-naming-missing",
        "ledger-naming-differs",
        "ledger-naming-which",
    }
)
"""Errors that leave the rest of a row as it is: they ask about one cell, and nothing in the row is wrong."""


@dataclass(frozen=True, slots=True)
class Faults:
    """What a draft must do without, by the addresses of cells with an error."""

    rows: frozenset[str]
    """Cells whose rows in our own workbook are left out."""
    cells: frozenset[str]
    """Cells that are left out of other lists: those that the checks of the records object to. What cannot be read is left out anyway."""
    studios: frozenset[str]
    """The names and ids of the studios whose rows are left out."""

    @classmethod
    def of(cls, tables: Sequence[Table], reading: Iterable[Problem], checks: Iterable[Problem]) -> "Faults | None":
        """Those of a draft, from reading its cells and from checking its records; None when nothing is to be left out."""
        of_checks = _wrong(checks)
        faults = cls(_wrong(reading) | of_checks, of_checks, frozenset())
        gone = [(table, entry) for table in tables for entry in table.entries if faults.goes(table, entry)]
        studios = [entry.text(key) for table, entry in gone if table.sheet is STUDIOS for key in (NAME, ID)]
        if gone or any(_cells(entry) & of_checks for table in tables for entry in table.entries if not table.ours):
            return replace(faults, studios=frozenset(studios) - {""})
        return None

    def left_out_of(self, tables: Sequence[Table]) -> list[Table]:
        """The tables without what is faulty."""
        return [replace(table, entries=tuple(self._rest(table))) for table in tables]

    def goes(self, table: Table, entry: SheetRow) -> bool:
        """Whether a row is left out as a whole."""
        return bool(_cells(entry) & self.rows) if table.ours or table.sheet in ROUND else entry.address in self.cells

    def _rest(self, table: Table) -> Iterable[SheetRow]:
        if table.sheet.whole and any(self.goes(table, entry) for entry in table.entries):
            return
        for entry in table.entries:
            if not self.goes(table, entry):
                kept = {heading: cell for heading, cell in entry.cells.items() if cell.address not in self.cells}
                yield replace(entry, cells=kept) if len(kept) < len(entry.cells) else entry


def _wrong(problems: Iterable[Problem]) -> frozenset[str]:
    return frozenset(each.path for each in problems if each.severity == "error" and each.code not in _OF_A_CELL)


def _cells(entry: SheetRow) -> set[str]:
    return {entry.address, *(cell.address for cell in entry.cells.values())}
