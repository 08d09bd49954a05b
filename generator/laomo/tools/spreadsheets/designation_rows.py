"""The naming columns of a spreadsheet of studios → decisions: one for all rows that describe the same decision.

A spreadsheet is not the document itself. A row without the date, the body, the level or the title is reported and left out. A decision on
record never changes, except that a studio is added to it.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from laomo.records.models import DecisionRecord
from laomo.tools.spreadsheets import cells, decision_match
from laomo.tools.spreadsheets.columns import Item, items, with_field
from laomo.tools.spreadsheets.draft import Difference, Draft, Source
from laomo.tools.spreadsheets.grid import Cell
from laomo.tools.spreadsheets.sheets import NAMING
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table

_COLUMNS = {column.path[0]: column for column in NAMING.columns}
_DATE, _TITLE, _DESIGNATION = _COLUMNS["date"], _COLUMNS["title"], _COLUMNS["designation"]
_NEEDED = (_DATE, _COLUMNS["bodies"], _COLUMNS["level"])
_IDENTIFYING = (_DATE, _COLUMNS["bodies"], _COLUMNS["doc_no"], _COLUMNS["batch"])
"""A row without any of these describes no decision: a level or a title may be given for every studio."""


def take(draft: Draft, table: Table, rows: Iterable[tuple[SheetRow, str]]) -> None:
    """Put the decisions that the rows of a table describe into the draft; with each row comes its studio's id."""
    if not _can_be_read(draft, table):
        return
    before: dict[PurePosixPath, Item] = {}
    for entry, studio in rows:
        decision = _decision(draft, entry)
        path = decision_match.file_of(draft, entry, studio, decision) if decision else None
        if decision and path:
            before.setdefault(path, draft.now(path))
            draft.wanted[path] = _with_studio(draft, path, decision, studio)
            draft.sources[path].append(Source((), entry, NAMING.columns))
    for path, decision in before.items():
        draft.differences[path].append(Difference("工作室", _studio_count(decision), _studio_count(draft.now(path))))


def _can_be_read(draft: Draft, table: Table) -> bool:
    """Whether a table has all columns that a decision needs; a warning when it has some of them only."""
    headers = {column.header for column in NAMING.columns}
    present = [heading for heading in table.headings if heading in headers]
    if not present:
        return False
    lacking = _lacking(set(present))
    if lacking:
        first = _DATE.header if _DATE.header in present else present[0]
        at, header = table.headings[first].address, table.called(first)
        draft.tell(at, "ledger-naming-columns", "warning", header=header, lacking=lacking)
    return not lacking


def _lacking(present: set[str]) -> tuple[str, ...]:
    """The headings that a decision needs beside those that are present; empty when nothing is lacking."""
    lacking = [column.header for column in _NEEDED if column.header not in present]
    if not present & {_TITLE.header, _DESIGNATION.header}:
        lacking.append(_DESIGNATION.header)
    return tuple(lacking)


def _decision(draft: Draft, entry: SheetRow) -> Item | None:
    """The decision that a row describes, without its studios; None when it describes none, or none that can be taken."""
    if not any(entry.text(column.header) for column in _IDENTIFYING):
        return None
    item = _fields(draft, entry)
    if item is None or not _is_complete(draft, entry, item):
        return None
    designation = str(item.get("designation", item.get("title")))
    item = with_field(DecisionRecord, item, ("result",), "示范" if "示范" in designation else "命名")
    return item if "title" in item else {"title": f"{_DATE.read(item)[:4]}年命名{designation}", **item}


def _fields(draft: Draft, entry: SheetRow) -> Item | None:
    """What the cells of a row say of a decision; None when one of them cannot be taken."""
    item: Item = {}
    for column in NAMING.columns:
        cell = entry.cells.get(column.header)
        reading = cells.read(_without_repeats(cell), column) if cell else cells.CellReading("")
        draft.report(*reading.problems)
        if reading.text is None:
            return None
        item = column.put(item, reading.text)
    return item


def _without_repeats(cell: Cell) -> Cell:
    """A cell whose lines are those of a studio over several rows, which often all say the same."""
    return replace(cell, value="\n".join(dict.fromkeys(cell.text.split("\n")))) if "\n" in cell.text else cell


def _is_complete(draft: Draft, entry: SheetRow, item: Item) -> bool:
    """Whether a row says all that a decision needs; what is lacking is reported."""
    lacking = _lacking({column.header for column in NAMING.columns if column.path[0] in item})
    if lacking:
        at = next((column.header for column in _NEEDED if column.header in lacking), _DESIGNATION.header)
        draft.tell(entry.at(at), "ledger-naming-missing", lacking=lacking)
    return not lacking


def _with_studio(draft: Draft, path: PurePosixPath, item: Item, studio: str) -> Item:
    """The decision with one more studio. A new decision on a sample studio is a sample too."""
    filed = draft.now(path)
    if not filed:
        profile = draft.now(draft.studios[studio])
        filed = {"sample": profile["sample"], **item} if "sample" in profile else item
    return with_field(DecisionRecord, filed, ("studios",), [*items(filed.get("studios")), {"studio": studio}])


def _studio_count(decision: Item) -> str:
    return f"{len(items(decision.get('studios')))}家"
