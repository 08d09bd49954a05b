"""Rows of the other sheets: each changes the item on record that it means, or adds a new one to its studio or year."""

from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from laomo.tools.spreadsheets import cells, dates, item_matching, photographs, row_cells
from laomo.tools.spreadsheets import record_files as records
from laomo.tools.spreadsheets.columns import Item, items
from laomo.tools.spreadsheets.draft import Draft, Source
from laomo.tools.spreadsheets.round_sheets import REPORTS
from laomo.tools.spreadsheets.row_placement import List, Loc, items_at, place_of, with_items
from laomo.tools.spreadsheets.sheets import OTHER, PICTURES, RELATIONS, Sheet
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table

_REPORTS_DUE = "11"
"""The month of the next year from which on its own reports come in."""


def take(draft: Draft, table: Table) -> None:
    """Take all rows of a table into the draft, list by list, so that no two rows of a list mean the same item."""
    lists: dict[List, list[SheetRow]] = defaultdict(list)
    for entry in table.entries:
        place = place_of(draft, table.sheet, entry)
        if place:
            lists[place].append(_with_id(draft, entry) if table.sheet is RELATIONS else entry)
        else:  # so that all errors of the row are told at once
            row_cells.with_row(draft, table, entry, {}, on_record=False)
    for (path, loc), entries in lists.items():
        before = draft.now(path) or _new_year(draft, path)
        filed = items_at(before, loc, many=table.sheet.many)
        changed = _ListUpdate(draft, table, path, loc, filed).changed(entries)
        if changed != filed:
            draft.wanted[path] = with_items(path, before, loc, changed, many=table.sheet.many)


@dataclass(frozen=True, slots=True)
class _ListUpdate:
    """One list of a file in the draft, which rows may change."""

    draft: Draft
    table: Table
    path: PurePosixPath
    loc: Loc
    filed: list[Item]

    def changed(self, entries: list[SheetRow]) -> list[Item]:
        """The list after all its rows; what they change is noted in the draft."""
        changed = list(self.filed)
        for entry, index in self._matched(entries):
            old = {} if index is None else self.filed[index]
            item = self._item(entry, old, changed)
            if item is None:
                if index is not None:
                    self._note_source(entry, index)
                continue
            place = index if old and index is not None else len(changed)
            changed[place:] = [item, *changed[place + 1 :]]
            self._note_source(entry, place)
            self.draft.note(self.path, old, item, self.table.sheet.columns)
        return changed

    def _note_source(self, entry: SheetRow, place: int) -> None:
        loc = (*self.loc, place) if self.table.sheet.many else self.loc
        self.draft.sources[self.path].append(Source(loc, entry, self.table.sheet.columns))

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
        settled = row_cells.settled(draft, table, entry, old, item) if item != old else None
        if settled is not None and table.sheet is REPORTS and _is_late(draft, entry, settled, self.path):
            return None
        if settled is None or settled == old or not _there(draft, table.sheet, entry, settled, self.path):
            return None
        return settled

    def _completed(self, entry: SheetRow, item: Item, others: list[Item]) -> Item:
        """A new item with an id of its own, its fields in the order of the model."""
        draft, fields = self.draft, self.table.sheet.model.model_fields
        if "id" in fields and "title" in item and not draft.refused(entry, "编号"):
            taken = self._ids(others)
            if "id" not in item or item["id"] in taken:
                leaders = records.leaders(draft.now(self.path.parent / "studio.yml"))
                proposed = records.propose_item(str(item["title"]), taken, leaders)
                if "id" in item:
                    draft.tell(
                        entry.at("编号"),
                        "ledger-copied-id",
                        "warning",
                        before=str(item["id"]),
                        first=taken[str(item["id"])],
                        after=proposed,
                    )
                item = {**item, "id": proposed}
        return {name: item[name] for name in fields if name in item}

    def _ids(self, others: list[Item]) -> dict[str, str]:
        """The ids that a studio's items have in all its years → the year of each. They are parts of addresses."""
        draft, folder = self.draft, self.path.parent
        years = {path for path in (*draft.archive.trees, *draft.wanted) if path.parent == folder and path != self.path}
        filed = {path.stem: items(draft.now(path).get("achievements")) for path in sorted(years)}
        return {
            str(item.get("id")): year for year, found in {**filed, self.path.stem: others}.items() for item in found
        }


def _with_id(draft: Draft, entry: SheetRow) -> SheetRow:
    """A row of relations with the other studio's id, where it gives that studio's name."""
    cell = entry.cells.get(OTHER)
    named = draft.named(cells.one_line(cell.text)) if cell and cell.text not in draft.studios else []
    return (
        replace(entry, cells={**entry.cells, OTHER: replace(cell, value=named[0])})
        if cell and len(named) == 1
        else entry
    )


def _is_late(draft: Draft, entry: SheetRow, item: Item, path: PurePosixPath) -> bool:
    """Whether a report came when that of the next year is due, so that the year is probably that of an old workbook; reported if so."""
    report = item.get("report")
    date = dates.iso(str(report.get("submitted", ""))) if isinstance(report, dict) else ""
    late = date >= f"{int(path.stem) + 1}-{_REPORTS_DUE}"
    if late:
        draft.tell(entry.at(REPORTS.columns[0].header), "ledger-late-report", year=int(path.stem), value=date)
    return late


def _there(draft: Draft, sheet: Sheet, entry: SheetRow, item: Item, path: PurePosixPath) -> bool:
    """Whether the picture or the other studio that an item names exists; without it the site could not be built."""
    if sheet is PICTURES:
        return _picture_there(draft, entry, path.parent / "photos" / str(item["file"]))
    if sheet is RELATIONS and item["studio"] not in draft.studios:
        draft.tell(entry.at(OTHER), "ledger-no-studio", name=str(item["studio"]))
        return False
    return True


def _picture_there(draft: Draft, entry: SheetRow, path: PurePosixPath) -> bool:
    """Whether the studio has the picture, or one beside the spreadsheet can be put there."""
    if path in draft.pictures or (draft.archive.folder / path).is_file():
        return True
    studio = str(draft.now(path.parent.parent / "studio.yml").get("name", ""))
    found = draft.photographs.named(path.name, studio) if draft.photographs else []
    if len(found) != 1:
        code = "ledger-many-pictures" if found else "ledger-no-picture"
        draft.tell(entry.at("文件名"), code, name=path.name, folder=f"studios/{path.parent}")
        return False
    if wrong := photographs.problems(found[0], entry.at("文件名")):
        draft.report(*wrong)
        return False
    draft.pictures[path] = found[0]
    return True


def _new_year(draft: Draft, path: PurePosixPath) -> Item:
    """An empty record of a year. That of a sample studio is a sample too."""
    profile = draft.now(path.parent / "studio.yml")
    return {"sample": profile["sample"]} if "sample" in profile else {}
