"""Rows of the other sheets: each changes the item on record that it means, or adds a new one to its studio or year."""

from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from laomo.tools.spreadsheets import cells, item_matching, row_cells
from laomo.tools.spreadsheets import record_files as records
from laomo.tools.spreadsheets.columns import Item
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.row_placement import List, items_at, place_of, with_items
from laomo.tools.spreadsheets.sheets import OTHER, PICTURES, RELATIONS, Sheet
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table


def take(draft: Draft, table: Table) -> None:
    """Take all rows of a table into the draft, list by list, so that no two rows of a list mean the same item."""
    lists: dict[List, list[SheetRow]] = defaultdict(list)
    for entry in table.entries:
        place = place_of(draft, table.sheet, entry)
        if place:
            lists[place].append(_with_id(draft, entry) if table.sheet is RELATIONS else entry)
    for (path, loc), entries in lists.items():
        before = draft.now(path) or _new_year(draft, path)
        filed = items_at(before, loc, many=table.sheet.many)
        changed = _ListUpdate(draft, table, path, filed).changed(entries)
        if changed != filed:
            draft.wanted[path] = with_items(path, before, loc, changed, many=table.sheet.many)


@dataclass(frozen=True, slots=True)
class _ListUpdate:
    """One list of a file in the draft, which rows may change."""

    draft: Draft
    table: Table
    path: PurePosixPath
    filed: list[Item]

    def changed(self, entries: list[SheetRow]) -> list[Item]:
        """The list after all its rows; what they change is noted in the draft."""
        changed = list(self.filed)
        for entry, index in self._matched(entries):
            old = {} if index is None else self.filed[index]
            item = self._item(entry, old, changed)
            if item is None:
                continue
            if old and index is not None:
                changed[index] = item
            else:
                changed.append(item)
            self.draft.note(self.path, old, item, self.table.sheet.columns)
        return changed

    def _matched(self, entries: list[SheetRow]) -> list[tuple[SheetRow, int | None]]:
        """Each row that can be taken with the index of its item; None for a new item."""
        sheet = self.table.sheet
        if sheet.many:
            indices = item_matching.match(sheet, self.filed, entries, ours=self.table.ours)
            return list(zip(entries, indices, strict=True))
        first, *repeated = entries
        for entry in repeated:
            self.draft.tell(entry.address, "ledger-duplicate-item")
        return [(first, 0 if self.filed else None)]

    def _item(self, entry: SheetRow, old: Item, others: list[Item]) -> Item | None:
        """The item after its row, `old` empty for a new one; None when nothing changes or the row cannot be taken."""
        draft, table = self.draft, self.table
        item = row_cells.with_row(draft, table, entry, old, on_record=bool(old) and self.path in draft.archive.trees)
        if not old:
            item = self._completed(entry, item, others)
        takeable = item != old and row_cells.valid(draft, table, entry, item)
        return item if takeable and _there(draft, table.sheet, entry, item, self.path) else None

    def _completed(self, entry: SheetRow, item: Item, others: list[Item]) -> Item:
        """A new item with an id of its own, its fields in the order of the model."""
        fields = self.table.sheet.model.model_fields
        if "id" in fields and "id" not in item and "title" in item and not self.draft.refused(entry, "编号"):
            taken = {str(each.get("id")) for each in others}
            leaders = records.leaders(self.draft.now(self.path.parent / "studio.yml"))
            item = {"id": records.propose_item(str(item["title"]), taken, leaders), **item}
        return {name: item[name] for name in fields if name in item}


def _with_id(draft: Draft, entry: SheetRow) -> SheetRow:
    """A row of relations with the other studio's id, where it gives that studio's name."""
    cell = entry.cells.get(OTHER)
    named = draft.named(cells.one_line(cell.text)) if cell and cell.text not in draft.studios else []
    return (
        replace(entry, cells={**entry.cells, OTHER: replace(cell, value=named[0])})
        if cell and len(named) == 1
        else entry
    )


def _there(draft: Draft, sheet: Sheet, entry: SheetRow, item: Item, path: PurePosixPath) -> bool:
    """Whether the picture or the other studio that an item names exists; without it the site could not be built."""
    if sheet is PICTURES and not (draft.archive.folder / path.parent / "photos" / str(item["file"])).is_file():
        draft.tell(
            entry.at("文件名"), "ledger-no-picture", name=str(item["file"]), folder=f"studios/{path.parent}/photos"
        )
        return False
    if sheet is RELATIONS and item["studio"] not in draft.studios:
        draft.tell(entry.at(OTHER), "ledger-no-studio", name=str(item["studio"]))
        return False
    return True


def _new_year(draft: Draft, path: PurePosixPath) -> Item:
    """An empty record of a year. That of a sample studio is a sample too."""
    profile = draft.now(path.parent / "studio.yml")
    return {"sample": profile["sample"]} if "sample" in profile else {}
