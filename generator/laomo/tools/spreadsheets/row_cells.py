"""The cells of one row laid over a record; a cell that cannot be taken is reported, and the field stays as it was."""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import ValidationError

from laomo.problems.problem import Problem
from laomo.records import validation
from laomo.records.models import Leader, StudioRecord
from laomo.records.yaml.reader import Tree
from laomo.text import people_cell, person_names
from laomo.text.people_cell import NamedPerson, PeopleCell
from laomo.tools.spreadsheets import cells, units
from laomo.tools.spreadsheets import record_files as records
from laomo.tools.spreadsheets.columns import CellRejected, Column, Item, items, with_field
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.export_marks import ExportMarks
from laomo.tools.spreadsheets.grid import Cell
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table


def with_row(draft: Draft, table: Table, entry: SheetRow, item: Item, *, on_record: bool) -> Item:
    """The item after every cell of a row; a cell that cannot be taken is reported. `on_record`: the item is on disk already.

    An empty cell changes nothing, unless it was emptied since the row was exported.
    """
    marks = ExportMarks.of(table.sheet, entry) if on_record else None
    for column in table.sheet.columns:
        if cell := entry.cells.get(column.header):
            item = _CellUpdate(draft, table, column, cell).applied(item, marks)
    return item


@dataclass(frozen=True, slots=True)
class _CellUpdate:
    """One cell that may change one field of an item."""

    draft: Draft
    table: Table
    column: Column
    cell: Cell

    def applied(self, item: Item, marks: ExportMarks | None) -> Item:
        """The item with what the cell says."""
        if not self.cell.fault:
            if self._equals(self.cell.text, item):
                return item
            settled = self._since_export(item, marks) if marks else None
            if settled is not None:
                return settled
        return self._read_into(item)

    def _equals(self, text: str, item: Item) -> bool:
        """Whether the item says this text already."""
        return text.strip("\n") == self.column.read(item).strip("\n")

    def _since_export(self, item: Item, marks: ExportMarks) -> Item | None:
        """The item after a cell that needs no reading; None when the cell alone has changed since the export."""
        column, cell, filed = self.column, self.cell, self.column.read(item)
        if marks.unchanged(column, cell.text):
            return item
        if not marks.unchanged(column, filed):
            shown = tuple(filed[:40].split("\n")) if filed else ()
            self.draft.tell(cell.address, "ledger-both-changed", field=column.header, filed=shown)
            return item
        if cell.text.strip():
            return None
        if column.required:
            self.draft.tell(cell.address, "ledger-emptied", field=column.header)
            return item
        return self._put(item, "")

    def _read_into(self, item: Item) -> Item:
        """The item with the text that the cell is read as."""
        header = self.table.headings.get(self.column.header)
        reading = cells.read(self.cell, self.column, units.of_header(header.text) if header else "")
        if reading.text is not None and self._equals(reading.text, item):
            return item
        self.draft.report(*reading.problems)
        return self._with_text(item, reading.text) if reading.text else item

    def _with_text(self, item: Item, text: str) -> Item:
        """The item with the field set; unchanged when the archive has no such industry, or the record does not allow the change."""
        draft, column, cell = self.draft, self.column, self.cell
        if column.path == ("industry",) and text not in draft.archive.industries:
            choices = tuple(draft.archive.industries)
            draft.tell(cell.address, "unknown-industry", value=text[:40], choices=choices)
            return item
        return self._put(item, text)

    def _put(self, item: Item, text: str) -> Item:
        """The item with the field set; empty text removes it. Unchanged, and reported, when leaders would be lost."""
        column = self.column
        try:
            if text and column.path == ("leaders", "name"):
                return self._with_people(item, self._people(text))
            return column.put(item, text)
        except CellRejected as misfit:
            before = tuple(column.read(item)[:60].split("\n"))
            self.draft.tell(self.cell.address, misfit.code, field=column.header, before=before)
            return item

    def _people(self, text: str) -> PeopleCell:
        """The people whom the cell names; a line of our own workbook is one name unless it can only be several."""
        said = people_cell.read(text, by_line=self.table.ours)
        several = people_cell.read(text) if said.doubt and self.table.ours else said
        return several if len(several.names) > 1 and not (several.doubt or several.remarks) else said

    def _with_people(self, item: Item, said: PeopleCell) -> Item:
        """The item with the leaders that the cell names; what it says beside their names is reported."""
        shown = self.cell.text.replace("\n", "⏎")[:60]
        if said.doubt:
            self.draft.tell(self.cell.address, "ledger-names-unclear", value=shown, reason=said.doubt)
            return item
        if said.remarks:
            beside = {"names": tuple(said.names), "remarks": tuple(said.remarks)}
            self.draft.tell(self.cell.address, "ledger-names-remarks", "warning", value=shown, **beside)
        return _with_roles(_with_leaders(self.table, self.column, item, said.names), said.people)


def _with_leaders(table: Table, column: Column, item: Item, named: list[str]) -> Item:
    """The item after a cell that names leaders. Raises CellRejected when that would lose more of a leader than the name.

    Our own workbook names all leaders. Other spreadsheets name those of today only, so earlier leaders stay in the record.
    """
    known = records.leaders(item)
    if [*map(person_names.key, named)] == [*map(person_names.key, known)]:
        return item
    divided = _divided_otherwise(item, named) if known and named else None
    if divided is not None:
        return divided
    if table.ours and len(named) >= len(known):
        return column.put(item, "\n".join(named))
    new = _without(named, known)
    if not new:
        return item
    if not _without(known, named):
        return column.put(item, "\n".join([*known, *new]))
    names_only = all(set(leader) <= {"name", "kind", "role"} for leader in items(item.get("leaders")))
    if not names_only or len(named) != len(known):
        raise CellRejected("ledger-leader-changed")
    return column.put(item, "\n".join(named))


def _divided_otherwise(item: Item, named: list[str]) -> Item | None:
    """The item when a cell divides the same characters into other names: two names that were taken for one, or one for two; else None.

    Nothing is lost: only the first leader may have more than a name.
    """
    parts, known = items(item.get("leaders")), records.leaders(item)
    if "".join(map(person_names.key, named)) != "".join(map(person_names.key, known)):
        return None
    if any(set(leader) - {"name", "kind", "role"} for leader in parts[1:]):
        return None
    first, *others = named
    leaders: list[Tree] = [{**parts[0], "name": first}]
    leaders += [dict[str, Tree](name=name) for name in others]
    return with_field(StudioRecord, item, ("leaders",), leaders)


def _with_roles(item: Item, people: Iterable[NamedPerson]) -> Item:
    """The item with the role of each leader of whom the cell says one, unless the record has one."""
    roles = {person_names.key(person.name): person.role for person in people if person.role}
    changed: list[Tree] = [
        with_field(
            Leader, leader, ("role",), leader.get("role") or roles.get(person_names.key(str(leader.get("name"))))
        )
        for leader in items(item.get("leaders"))
    ]
    return with_field(StudioRecord, item, ("leaders",), changed) if roles else item


def _without(names: list[str], others: list[str]) -> list[str]:
    """The names that are not among the others."""
    compared = {*map(person_names.key, others)}
    return [name for name in names if person_names.key(name) not in compared]


def settled(draft: Draft, table: Table, entry: SheetRow, old: Item, item: Item) -> Item | None:
    """The item without the cells that make it invalid, each of which is reported; None when it is no record without them either.

    A row of our own workbook is taken whole or not at all.
    """
    for _ in table.sheet.columns:
        try:
            table.sheet.model.model_validate(item)
        except ValidationError as error:
            fields = [_report(draft, table, entry, each) for each in validation.problems(error, table.sheet.model, "")]
        else:
            return item
        blamed = {name for found in fields for name in found}
        if not blamed or table.ours:
            return None
        kept = {name: value for name, value in item.items() if name not in blamed}
        item = {name: {**old, **kept}[name] for name in table.sheet.model.model_fields if name in {**old, **kept}}
    return None


def _report(draft: Draft, table: Table, entry: SheetRow, found: Problem) -> set[str]:
    """Report what makes an item invalid at the cells that cause it; returns their top-level fields, none when the row as a whole is wanting."""
    names = tuple(part for part in found.loc if isinstance(part, str))
    columns = table.sheet.columns
    column = next((each for each in columns if each.path == names), None)
    at = entry.at(column.header) if column else entry.address
    if found.code != "missing":
        draft.report(Problem(at, found.code, facts=found.facts))
        return {names[0]} if column and names and entry.text(column.header) else set()
    beside = [each for each in columns if each.path[:-1] == names[:-1] and entry.text(each.header)] if names[1:] else []
    for each in [] if column and draft.refused(entry, column.header) else beside:
        needed = (column.header if column else str(found.facts["key"]),)
        draft.tell(entry.at(each.header), "ledger-needs", field=each.header, needed=needed)
    if not beside and not draft.has_error(at):  # else the cell was refused, and the reason is reported already
        draft.tell(at, "ledger-missing", field=column.header if column else found.facts["field"])
    return {names[0]} if beside else set()
