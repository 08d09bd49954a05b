"""Rows of a spreadsheet that describe studios which are not on record yet."""

from pathlib import PurePosixPath

from laomo.problems.problem import Problem
from laomo.records import scaffold
from laomo.records.models import StudioRecord
from laomo.tools.spreadsheets import leader_names, row_cells
from laomo.tools.spreadsheets import record_files as records
from laomo.tools.spreadsheets.columns import Item, with_field
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.row_unions import RowUnions
from laomo.tools.spreadsheets.sheets import ID, LEADERS, STUDIOS
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table
from laomo.tools.spreadsheets.unstated import Unstated


class NewStudios:
    """Adds new studios to a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._unstated = Unstated(draft)
        self._taken = {*draft.studios, *records.taken_ids(draft.archive)}
        """The ids that no new studio may have."""
        self._unions = RowUnions(draft)

    def add(self, table: Table, entry: SheetRow, name: str) -> str | None:
        """The id of the studio that a row has added; None, with the reasons reported, when the row cannot become a studio."""
        draft, union = self.draft, self._unions.of(table, entry)
        if not self._may_add(entry, union):
            return None
        item = row_cells.with_row(draft, table, entry, {"name": name}, on_record=False)
        item = self._unstated.settled(entry, self._with_leader(entry, item, name))
        complete = self._is_complete(table, entry, item)
        settled = row_cells.settled(draft, table, entry, {}, item) if complete and union else None
        if settled is None or union is None:
            return None
        studio = self._id(entry, settled, name)
        if studio:
            self._taken.add(studio)
            draft.add(studio, PurePosixPath(union, studio, "studio.yml"), _in_model_order(settled))
            self._tell_copied(entry, studio)
        return studio

    def report(self, table: Table) -> None:
        """Report what the new studios of a table lack, once all its rows are taken."""
        self._unstated.report(table)

    def _tell_copied(self, entry: SheetRow, studio: str) -> None:
        if copied := self.draft.copied.get(entry.address):
            cell, original = copied
            facts = {"before": cell.text, "first": original.address, "after": studio}
            self.draft.report(Problem(cell.address, "ledger-copied-id", facts=facts, severity="warning"))

    def _with_leader(self, entry: SheetRow, item: Item, name: str) -> Item:
        """The profile with the leader whom the studio's name names, if the row says nothing of a leader."""
        cell = entry.cells.get(LEADERS)
        said = item.get("leaders") or (cell and (cell.text or cell.stands_for_nothing or cell.fault))
        person = None if said else leader_names.in_studio(name)
        if not person:
            return item
        self.draft.tell(entry.at(LEADERS), "ledger-leader-in-name", "warning", name=person)
        return with_field(StudioRecord, item, ("leaders",), [{"name": person}])

    def _may_add(self, entry: SheetRow, union: str | None) -> bool:
        draft = self.draft
        if union and (draft.archive.folder / union).is_symlink():
            draft.tell(f"studios/{union}", "symlink")
            return False
        if broken := next((path for path in draft.archive.broken if path.name == "studio.yml"), None):
            draft.tell(entry.address, "ledger-broken-record", path=f"studios/{broken}")  # it may be this very studio
            return False
        return True

    def _is_complete(self, table: Table, entry: SheetRow, item: Item) -> bool:
        """Whether a profile has everything that is required; what is missing is reported, unless the reason for it was."""
        missing = [column.header for column in STUDIOS.columns if column.required and not column.read(item)]
        for heading in missing:
            if not self.draft.refused(entry, heading):
                self.draft.tell(entry.at(heading), "ledger-missing", field=table.called(heading))
        return not missing and not self.draft.refused(entry, LEADERS)

    def _id(self, entry: SheetRow, item: Item, name: str) -> str | None:
        """The id that the row gives, else a new one; None when the row's is malformed."""
        said = entry.text(ID)
        if not said:
            leader, *others = records.leaders(item) or [""]
            return scaffold.studio_id(name, leader, "".join(records.units(item)[:1]), self._taken, others)
        if records.is_id(said):
            return said
        self.draft.tell(entry.at(ID), "slug-malformed", field=(ID,), value=said[:60])
        return None


def _in_model_order(item: Item) -> Item:
    """The fields in the order of the model, as a careful clerk types them."""
    return {name: item[name] for name in StudioRecord.model_fields if name in item}
