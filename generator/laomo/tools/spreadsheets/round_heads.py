"""What a workbook of the upper union's year says once: on its cover for all sheets, and in the first row of a document for the rows below.

Afterwards each row has the cells of its document, so that a fault in one of them is one fault, whatever the number of rows.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from laomo.text.compared import same
from laomo.tools.spreadsheets import headers
from laomo.tools.spreadsheets.grid import Cell, Grid
from laomo.tools.spreadsheets.round_sheets import (
    BODIES,
    COVER,
    DATE,
    ISSUER,
    LEVEL,
    NOTICES,
    OF_UNION,
    STUDIOS_NAMED,
    TARGETS,
    TITLE,
    heads,
)
from laomo.tools.spreadsheets.sheets import DOCUMENT, YEAR
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table

TOTAL = "合计·"
"""Before the headings of the cells in the row of totals."""
_IDENTIFYING = frozenset({DATE, "标题", "文号"})
"""Another one of these is another document; the rest may differ from batch to batch."""
YEAR_NAMED = re.compile(r"(?<!\d)(20\d\d)\s*年")
_PUBLISHER = "发布单位"

Cells = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Cover:
    """The cells of the first sheet by their labels: 年度, 作出决定的单位, 级别."""

    cells: Mapping[str, Cell] = field(default_factory=dict)

    @classmethod
    def of(cls, grids: Iterable[Grid]) -> "Cover":
        """That of a workbook; an empty one of any other file."""
        rows = (row.cells for grid in grids if grid.name == COVER for row in grid.rows if len(row.cells) > 1)
        return cls({headers.plain(label.text): cell for label, cell, *_ in rows if label.text and cell.text})

    @property
    def year(self) -> int | None:
        """The year of the workbook; None when it states none."""
        text = self.cells[YEAR].text if YEAR in self.cells else ""
        found = re.search(r"\d{4}", text)
        return int(found[0]) if found else None

    @property
    def union(self) -> str:
        """The id of the only union whose studios the workbook has; empty when it has those of all."""
        return self.cells[OF_UNION].text.strip() if OF_UNION in self.cells else ""


def filled(table: Table, cover: Cover) -> Table:
    """The table with what is said once in each of its rows."""
    entries: Iterable[SheetRow] = table.entries
    defaults = {BODIES: cover.cells.get(BODIES), LEVEL: cover.cells.get(LEVEL)}
    if table.sheet is TARGETS:
        return replace(table, entries=tuple(_with_total(table, cover, entries)))
    if table.sheet.paper and not table.sheet.paper.named:
        entries = _with_names_below(entries)
        issuer = cover.cells.get(BODIES) if table.sheet is NOTICES else None
        entries = (_with_default(entry, _PUBLISHER, issuer) for entry in entries)
    elif YEAR in table.sheet.needed and YEAR in cover.cells:
        entries = (_with_default(entry, YEAR, cover.cells[YEAR]) for entry in entries)
    if columns := heads(table.sheet):
        entries = _Heads([column.header for column in columns], defaults).filled([*entries])
    return replace(table, entries=tuple(entries))


def _with_default(entry: SheetRow, heading: str, cell: Cell | None) -> SheetRow:
    """The row with a cell of the cover where it has none of its own; a row on record keeps what is on record."""
    if cell is None or _says(entry.cells.get(heading)) or entry.text(DOCUMENT):
        return entry
    return replace(entry, cells={**entry.cells, heading: cell})


def _with_total(table: Table, cover: Cover, entries: Iterable[SheetRow]) -> Iterator[SheetRow]:
    """The rows of a table of targets with its heads and its totals. Its title may stand above it, and the year in that."""
    above = Cell(table.name, 1, 1, table.title or None)
    year = YEAR_NAMED.search(table.title)
    defaults = {
        TITLE: above if table.title else None,
        ISSUER: cover.cells.get(BODIES),
        YEAR: replace(above, value=year[1]) if year else cover.cells.get(YEAR),
    }
    total = {f"{TOTAL}{key}": cell for key, cell in (table.total.cells if table.total else {}).items()}
    headings = [YEAR, *(column.header for column in heads(TARGETS))]
    rows = _Heads(headings, defaults, frozenset()).filled([*entries])
    return (replace(entry, cells={**entry.cells, **total}) for entry in rows)


def _with_names_below(entries: Iterable[SheetRow]) -> list[SheetRow]:
    """Notices whose studios stand in the rows below, one in each, as notices of one row."""
    made: list[SheetRow] = []
    for entry in entries:
        cell = entry.cells.get(STUDIOS_NAMED)
        only = cell and _says(cell) and sum(_says(each) for each in entry.cells.values()) == 1
        if made and cell and only:
            first = made[-1].cells[STUDIOS_NAMED]
            joined = replace(first, value=f"{first.text}\n{cell.text}".strip())
            made[-1] = replace(made[-1], cells={**made[-1].cells, STUDIOS_NAMED: joined})
        else:
            made.append(entry)
    return made


def _says(cell: Cell | None) -> bool:
    return cell is not None and bool(cell.text.strip() or cell.fault)


@dataclass(frozen=True, slots=True)
class _Heads:
    """The headings that are said once, what the cover says of them, and those of which another value is another document."""

    headings: list[str]
    defaults: Mapping[str, Cell | None]
    identifying: frozenset[str] = _IDENTIFYING

    def filled(self, entries: list[SheetRow]) -> Iterator[SheetRow]:
        """The rows, each with the cells of its document: those of a row on record by its key, else those of the rows above."""
        filed = self._filed(entries)
        current: Cells = {}
        for entry in entries:
            own = {heading: entry.cells[heading] for heading in (*self.headings, DOCUMENT) if heading in entry.cells}
            said = {heading: cell for heading, cell in own.items() if _says(cell)}
            if key := entry.text(DOCUMENT):
                current = filed[key]
                faults = {
                    h: _contradicting(c) for h, c in said.items() if h != DOCUMENT and self._differs(c, current, h)
                }
                yield replace(entry, cells={**entry.cells, **current, **faults})
                continue
            other = {heading for heading, cell in said.items() if self._differs(cell, current, heading)}
            if not current or other & self.identifying:
                current = self._with_defaults(own)
            elif other:
                current = {**current, **said}
            yield replace(entry, cells={**entry.cells, **current})

    def _filed(self, entries: list[SheetRow]) -> dict[str, Cells]:
        """Key of a document on record → the first cell below each heading that says something of it."""
        found: dict[str, Cells] = {}
        for entry in entries:
            if key := entry.text(DOCUMENT):
                cells = found.setdefault(key, {DOCUMENT: entry.cells[DOCUMENT]})
                for heading in self.headings:
                    if heading in entry.cells and not _says(cells.get(heading)):
                        cells[heading] = entry.cells[heading]
        return found

    def _differs(self, cell: Cell, current: Cells, heading: str) -> bool:
        return heading not in current or bool(cell.fault) or same(cell.text) != same(current[heading].text)

    def _with_defaults(self, own: Cells) -> Cells:
        said = {heading: cell for heading, cell in self.defaults.items() if cell and not _says(own.get(heading))}
        return {**own, **{heading: cell for heading, cell in said.items() if heading in self.headings}}


def _contradicting(cell: Cell) -> Cell:
    """A cell that says something else of its document than the first row does."""
    return cell if cell.fault else replace(cell, value=None, fault="ledger-two-heads")
