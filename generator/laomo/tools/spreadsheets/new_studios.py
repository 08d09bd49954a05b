"""Rows of a spreadsheet that describe studios which are not on record yet."""

from pathlib import PurePosixPath

from laomo.records import layout, scaffold
from laomo.records.models import StudioRecord
from laomo.tools.spreadsheets import record_files as records
from laomo.tools.spreadsheets import row_cells
from laomo.tools.spreadsheets.columns import Item
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.sheets import ID, LEADERS, NAME, STUDIOS, UNION
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table
from laomo.tools.spreadsheets.unstated import Unstated


class NewStudios:
    """Adds new studios to a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._unstated = Unstated(draft)
        folders = (folder.name for folder in draft.archive.folder.glob("*/*/") if folder.is_dir())
        self._taken = {*draft.studios, *folders, *layout.RESERVED}
        """The ids that no new studio may have."""
        self._without_union: set[str] = set()
        """The tables that do not say whose studios they hold, by the address of the header above the names, reported once each."""

    def add(self, table: Table, entry: SheetRow, name: str) -> str | None:
        """The id of the studio that a row has added; None, with the reasons reported, when the row cannot become a studio."""
        draft, union = self.draft, self._union(table, entry)
        if not self._may_add(entry, union):
            return None
        item = row_cells.with_row(draft, table, entry, {"name": name}, on_record=False)
        item = self._unstated.settled(entry, item)
        complete = self._is_complete(table, entry, item)
        if not complete or union is None or not row_cells.valid(draft, table, entry, item):
            return None
        studio = self._id(entry, item, name)
        if studio:
            self._taken.add(studio)
            draft.add(studio, PurePosixPath(union, studio, "studio.yml"), _in_model_order(item))
        return studio

    def report(self, table: Table) -> None:
        """Report what the new studios of a table lack, once all its rows are taken."""
        self._unstated.report(table)

    def _union(self, table: Table, entry: SheetRow) -> str | None:
        """The union's id: named in the row, in the section title above it, by the command, the only one, or in the table's title."""
        archive, said = self.draft.archive, entry.text(UNION)
        ids = [str(each.get("id")) for each in archive.unions]
        found = (
            archive.union(said)
            or archive.union(entry.section)
            or self.draft.union
            or (ids[0] if len(ids) == 1 else archive.union(table.title))
        )
        if found is None and (UNION in table.headings or entry.section):
            self.draft.tell(entry.at(UNION), "ledger-no-union", said=said)
        elif found is None and (at := table.headings[NAME].address) not in self._without_union:
            self._without_union.add(at)
            self.draft.tell(at, "ledger-no-unions")
        return found

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
