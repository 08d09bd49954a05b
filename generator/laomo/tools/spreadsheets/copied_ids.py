"""Rows that a clerk has copied to begin a new one with: the same id, another name. The copy gets an id of its own."""

from dataclasses import replace

from laomo.text.compared import same
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.sheets import ID, MARKS, NAME, NAME_COLUMN
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table


def renewed(draft: Draft, table: Table) -> list[SheetRow]:
    """The rows of a table of studios, copies without the id of the row that they were copied from, and after all others."""
    originals = _originals(draft, table)
    rows, copies = list[SheetRow](), list[SheetRow]()
    for entry in table.entries:
        original = originals.get(entry.text(ID))
        if original is None or original is entry or same(original.text(NAME)) == same(entry.text(NAME)):
            rows.append(entry)
        else:
            kept = {heading: cell for heading, cell in entry.cells.items() if heading not in (ID, MARKS)}
            copies.append(replace(entry, cells=kept))
            draft.copied[entry.address] = entry.cells[ID], original
    return rows + copies


def _originals(draft: Draft, table: Table) -> dict[str, SheetRow]:
    """Id → the row that it belongs to: the one that has kept the name on record, else the first."""
    found: dict[str, SheetRow] = {}
    for entry in table.entries:
        studio = entry.text(ID)
        if studio and (studio not in found or _keeps_name(draft, entry) > _keeps_name(draft, found[studio])):
            found[studio] = entry
    return found


def _keeps_name(draft: Draft, entry: SheetRow) -> bool:
    path = draft.studios.get(entry.text(ID))
    return path is not None and same(NAME_COLUMN.read(draft.now(path))) == same(entry.text(NAME))
