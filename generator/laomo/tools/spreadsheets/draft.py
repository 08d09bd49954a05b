"""What the records would say after the rows so far, and what could not be taken: the one value that an import builds up."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Literal

from pydantic import ValidationError

from laomo.problems.problem import Problem
from laomo.records import validation
from laomo.tools.spreadsheets import cells
from laomo.tools.spreadsheets import record_files as records
from laomo.tools.spreadsheets.columns import CellRejected, Column, Item, items
from laomo.tools.spreadsheets.export_marks import ExportMarks
from laomo.tools.spreadsheets.grid import Cell
from laomo.tools.spreadsheets.record_files import Archive, same
from laomo.tools.spreadsheets.sheets import Sheet
from laomo.tools.spreadsheets.tables import SheetRow, Table


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one record that changes, as a cell would show it."""

    what: str
    before: str
    after: str


@dataclass
class Draft:
    """The archive with the changes of a list laid over it."""

    archive: Archive
    union: str | None = None
    """Where a new studio goes whose row names no union."""
    wanted: dict[PurePosixPath, Item] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    differences: dict[PurePosixPath, list[Difference]] = field(default_factory=lambda: defaultdict(list))
    _faulty: set[str] = field(default_factory=set)
    """The cells that could not be taken."""

    @cached_property
    def studios(self) -> dict[str, PurePosixPath]:
        """Studio id → its profile; new ones too."""
        return dict(self.archive.profiles)

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        found = defaultdict(list)
        for studio, path in self.archive.profiles.items():
            found[same(str(self.archive.trees[path].get("name", "")))].append(studio)
        return found

    @cached_property
    def _leaders(self) -> dict[str, list[str]]:
        found = defaultdict(list)
        for studio, path in self.archive.profiles.items():
            for leader in records.leaders(self.archive.trees[path]):
                found[same(leader)].append(studio)
        return found

    def named(self, name: str) -> list[str]:
        """The studios of a name."""
        return self._names.get(same(name), [])

    def led_by(self, leaders: Iterable[str]) -> list[str]:
        """The studios that somebody leads."""
        return list(dict.fromkeys(studio for leader in leaders for studio in self._leaders.get(same(leader), [])))

    def now(self, path: PurePosixPath) -> Item:
        """What a file says after the rows so far."""
        return self.wanted.get(path, self.archive.trees.get(path, {}))

    def add(self, studio: str, path: PurePosixPath, item: Item) -> None:
        """A new studio."""
        self.wanted[path] = item
        self.studios[studio] = path
        self._names[same(str(item.get("name", "")))].append(studio)
        for leader in records.leaders(item):
            self._leaders[same(leader)].append(studio)

    def note(self, path: PurePosixPath, before: Item, after: Item, columns: Iterable[Column]) -> None:
        """Remember the fields that change."""
        for column in columns:
            old, new = column.read(before), column.read(after)
            if old != new:
                self.differences[path].append(Difference(column.header, old, new))

    def tell(self, address: str, code: str, severity: Literal["error", "warning"] = "error", **facts: str) -> None:
        """Note a problem of a cell."""
        self.report(Problem(address, code, facts=facts, severity=severity))

    def report(self, *problems: Problem) -> None:
        """Note problems."""
        for problem in problems:
            self.problems.append(problem)
            if problem.severity == "error":
                self._faulty.add(problem.path)

    def refused(self, entry: SheetRow, heading: str) -> bool:
        """Whether a cell was there and could not be taken."""
        return heading in entry.cells and entry.cells[heading].address in self._faulty

    def with_cells(self, table: Table, entry: SheetRow, item: Item, sheet: Sheet, *, filed: bool) -> Item:
        """An item after every cell of a row; those that cannot be taken are listed.

        `filed` says that the item is on record. An empty cell says nothing, unless it was emptied since the row was exported.
        """
        marks = ExportMarks.of(sheet, entry) if filed else None
        for column in sheet.columns:
            cell = entry.cells.get(column.header)
            if cell is None or (not cell.fault and cell.text.strip("\n") == column.read(item).strip("\n")):
                continue
            if marks and not cell.fault:
                item, done = self._since(marks, column, cell, item)
                if done:
                    continue
            reading = cells.read(cell, column)
            if reading.text is not None and reading.text.strip("\n") == column.read(item).strip("\n"):
                continue
            self.report(*reading.problems)
            if not reading.text:
                continue
            if column.path == ("industry",) and reading.text not in self.archive.industries:
                choices = "、".join(self.archive.industries)
                self.tell(cell.address, "unknown-industry", value=reading.text[:40], choices=choices)
                continue
            try:
                item = _put(table, column, item, reading.text)
            except CellRejected as misfit:
                before = column.read(item).replace("\n", "、")[:60]
                self.tell(cell.address, misfit.code, field=column.header, before=before)
        return item

    def _since(self, marks: ExportMarks, column: Column, cell: Cell, item: Item) -> tuple[Item, bool]:
        """The item, and whether nothing is left to do for a cell that was exported."""
        filed = column.read(item)
        if marks.unchanged(column, cell.text):
            return item, True
        if not marks.unchanged(column, filed):
            self.tell(
                cell.address, "ledger-both-changed", field=column.header, filed=filed.replace("\n", "、")[:40] or "空着"
            )
            return item, True
        if cell.text.strip():
            return item, False
        if column.required:
            self.tell(cell.address, "ledger-emptied", field=column.header)
            return item, True
        return column.put(item, ""), True

    def valid(self, sheet: Sheet, entry: SheetRow, item: Item) -> bool:
        """Whether the record type takes an item; what it says against it is listed at the cells."""
        try:
            sheet.model.model_validate(item)
        except ValidationError as error:
            for found in validation.problems(error, sheet.model, entry.address):
                names = tuple(part for part in found.loc if isinstance(part, str))
                column = next((each for each in sheet.columns if each.path == names), None)
                at = entry.at(column.header) if column else entry.address
                if found.code != "missing":
                    self.report(Problem(at, found.code, facts=found.facts))
                elif at not in self._faulty:  # what is wrong with it is told already
                    self.tell(at, "ledger-missing", field=column.header if column else found.facts["field"])
            return False
        return True


def _put(table: Table, column: Column, item: Item, text: str) -> Item:
    """An item with one cell in it. The leaders of a list are names only, so they are held against those of the record."""
    if column.path != ("leaders", "name"):
        return column.put(item, text)
    told, known = cells.names(text), records.leaders(item)
    new = [name for name in told if same(name) not in {same(each) for each in known}]
    gone = [name for name in known if same(name) not in {same(each) for each in told}]
    if table.ours and len(told) >= len(known):
        return column.put(item, "\n".join(told))
    if not new:
        return item  # earlier leaders stay in the record; a list names those of today
    bare = all(set(each) <= {"name", "kind", "role"} for each in items(item.get("leaders")))
    if gone and not (bare and len(told) == len(known)):
        raise CellRejected("ledger-leader-changed")
    return column.put(item, "\n".join(told if gone else [*known, *new]))
