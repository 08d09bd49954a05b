"""Rows that an exported workbook no longer has: they are named, and nothing is deleted."""

from collections.abc import Iterator, Sequence

from laomo.problems.problem import Fact, Problem
from laomo.tools.spreadsheets.export import keyed_rows
from laomo.tools.spreadsheets.record_files import Archive
from laomo.tools.spreadsheets.round_heads import Cover
from laomo.tools.spreadsheets.round_sheets import ROUND
from laomo.tools.spreadsheets.sheets import ID, MARKS, NAME, STUDIOS, Sheet
from laomo.tools.spreadsheets.tables import Table

_ROWS_NAMED = 5


def problems(archive: Archive, tables: Sequence[Table], cover: Cover) -> Iterator[Problem]:
    """A warning for each sheet of an exported workbook without some of the rows on record that it held: `cover` says of which union and year."""
    for table in tables:
        if table.ours and table.sheet not in ROUND and any(entry.text(MARKS) for entry in table.entries):
            headings = _identifying(table.sheet)
            kept = {tuple(entry.text(heading) for heading in headings) for entry in table.entries}
            gone = [
                row
                for row in keyed_rows(archive, table.sheet, cover.union, cover.year)
                if tuple(row[h] for h in headings) not in kept
            ]
            if gone:
                yield _warning(table, gone)


def _identifying(sheet: Sheet) -> tuple[str, ...]:
    """The headings that tell the rows of a sheet apart."""
    return (ID,) if sheet is STUDIOS else tuple(key for key in sheet.keys if key != NAME)


def _warning(table: Table, gone: Sequence[dict[str, str]]) -> Problem:
    named = tuple(
        " ".join(text for heading, text in row.items() if text and heading != ID) for row in gone[:_ROWS_NAMED]
    )
    facts: dict[str, Fact] = {"count": len(gone), "rows": named, "more": max(len(gone) - _ROWS_NAMED, 0)}
    at = table.headings[NAME].address if NAME in table.headings else f"{table.name}!A1"
    return Problem(at, "ledger-rows-gone", facts=facts, severity="warning")
