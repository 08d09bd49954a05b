"""Rows of a table of studios: each changes the studio on record that it means, or adds a new one."""

from pathlib import PurePosixPath

from laomo.records.models import StudioRecord
from laomo.text import person_names
from laomo.text.compared import same
from laomo.tools.spreadsheets import cells, copied_ids, row_cells, stated_names, studio_match
from laomo.tools.spreadsheets import record_files as records
from laomo.tools.spreadsheets.columns import Item, with_field
from laomo.tools.spreadsheets.draft import Draft, Source
from laomo.tools.spreadsheets.export_marks import ExportMarks
from laomo.tools.spreadsheets.new_studios import NewStudios
from laomo.tools.spreadsheets.sheets import ID, NAME, NAME_COLUMN, STUDIOS, UNION
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table


class StudioRows:
    """Takes tables of studios into a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._new = NewStudios(draft)
        self._addresses: dict[str, str] = {}
        """Studio id → the address of the row that it was taken from."""
        self._listed: set[str] = set()
        """The names of all rows, as they are compared."""

    def take(self, table: Table) -> list[tuple[SheetRow, str]]:
        """Take all rows of a table; returns those that could be taken, each with its studio's id."""
        self._listed |= {same(entry.text(NAME)) for entry in table.entries}
        rows = [(entry, self._take_row(table, entry)) for entry in copied_ids.renewed(self.draft, table)]
        self._new.report(table)
        for entry, studio in rows:
            if not studio:
                self._read_only(table, entry)
        return [(entry, studio) for entry, studio in rows if studio]

    def _read_only(self, table: Table, entry: SheetRow) -> None:
        """Read a row that is not taken, so that all its errors are told at once."""
        self.draft.refuse_studio(entry.text(NAME), entry.text(ID))
        said = row_cells.with_row(self.draft, table, entry, {}, on_record=False)
        item: Item = {"name": f"第{entry.number}行", "units": ["某单位"], **said}
        item = row_cells.settled(self.draft, table, entry, {}, item) or item
        path = PurePosixPath("rows", f"row-{len(self.draft.doubtful) + 1}", "studio.yml")
        unions = self.draft.archive.unions
        if unions:
            path = PurePosixPath(str(unions[0].get("id")), *path.parts[1:])
            self.draft.doubtful[path] = item
            self.draft.sources[path].append(Source((), entry, (NAME_COLUMN, *STUDIOS.columns)))

    def _take_row(self, table: Table, entry: SheetRow) -> str | None:
        """The id of a row's studio; None, with the reason reported, when the row cannot be taken."""
        name = self._name(entry)
        found = self._candidates(entry, name) if name else None
        if name is None or found is None:
            return None
        if not found:
            studio = None if self._is_listed(entry, name) else self._new.add(table, entry, name)
        elif studio := self._only(entry, name, found):
            self._change(table, entry, studio, name)
        if studio:
            self._addresses[studio] = entry.address
            self.draft.sources[self.draft.studios[studio]].append(Source((), entry, (NAME_COLUMN, *STUDIOS.columns)))
        return studio

    def _name(self, entry: SheetRow) -> str | None:
        """The studio's name as the row has it; None, with the reason reported, when there is none that can be taken."""
        reading = cells.read(entry.cells[NAME], NAME_COLUMN) if NAME in entry.cells else cells.CellReading("")
        self.draft.report(*reading.problems)
        if reading.text == "":
            self.draft.tell(entry.address, "ledger-missing", field=NAME)
        return reading.text or None

    def _candidates(self, entry: SheetRow, name: str) -> list[str] | None:
        """The studios on record that a row can mean, none for a new one; None when that cannot be known."""
        studio = entry.text(ID)
        if not studio:
            return studio_match.find(self.draft, entry, name, self._addresses, self._listed)
        return [studio] if studio in self.draft.studios else []

    def _is_listed(self, entry: SheetRow, name: str) -> bool:
        """Whether an earlier row has the studio under a longer or shorter name, which is reported; an id of its own says that it is another one."""
        twin = None if entry.text(ID) else studio_match.twin(self.draft, entry, name, self._addresses)
        if twin:
            self.draft.tell(entry.address, "ledger-duplicate", name=name, first=self._addresses[twin])
        return twin is not None

    def _only(self, entry: SheetRow, name: str, found: list[str]) -> str | None:
        """The one studio that was found; None, reported, when there are several, or when an earlier row has it."""
        if len(found) > 1:
            self.draft.tell(entry.address, "ledger-ambiguous", name=name, studios=tuple(sorted(found)))
        elif found[0] in self._addresses:
            self.draft.tell(entry.address, "ledger-duplicate", name=name, first=self._addresses[found[0]])
        else:
            return found[0]
        return None

    def _change(self, table: Table, entry: SheetRow, studio: str, name: str) -> None:
        """Lay a row over the profile of its studio."""
        path = self.draft.studios[studio]
        self._check_union(entry, path.parts[0])
        before = self.draft.now(path)
        marks = ExportMarks.of(STUDIOS, entry)
        as_exported = marks is not None and marks.unchanged(NAME_COLUMN, name)
        item = before if as_exported else self._named(entry, studio, before, name)
        item = row_cells.with_row(self.draft, table, entry, item, on_record=True)
        settled = row_cells.settled(self.draft, table, entry, before, item) if item != before else None
        if settled is not None and settled != before:
            self.draft.wanted[path] = settled
            self.draft.renamed(studio, name)
            self.draft.note(path, before, settled, (NAME_COLUMN, *STUDIOS.columns))

    def _named(self, entry: SheetRow, studio: str, item: Item, name: str) -> Item:
        """The profile with the row's name; another name than before is kept as a former one, unless it is that of somebody who has withdrawn."""
        before, former = NAME_COLUMN.read(item), records.former_names(item)
        if same(name) == same(before):
            return item if before == entry.text(NAME) else NAME_COLUMN.put(item, name)
        if same(name) in map(same, former):
            self.draft.tell(entry.at(NAME), "ledger-former-name", "warning", name=name, now=before)
            return item
        self.draft.tell(entry.at(NAME), "ledger-renamed", "warning", studio=studio, before=before, after=name)
        if not any(person_names.stands_in(leader, before) for leader in records.withdrawn(item)):
            item = with_field(StudioRecord, item, ("former_names",), [*former, before])
        return NAME_COLUMN.put(item, name)

    def _check_union(self, entry: SheetRow, current: str) -> None:
        """Report a row that names another union than the one whose folder holds the studio; a studio is never moved."""
        meant = stated_names.unions(self.draft.archive, entry.text(UNION))
        if meant and current not in meant:
            filed = self.draft.archive.union_name(current)
            self.draft.tell(entry.at(UNION), "ledger-union-moved", union=filed)
