"""Rows of the other ledgers: each finds its studio, its year and its item, or becomes a new item."""

from collections import defaultdict
from dataclasses import replace
from pathlib import PurePosixPath

from laomo.tools.spreadsheets import cells
from laomo.tools.spreadsheets import record_files as records
from laomo.tools.spreadsheets.columns import Column, Item
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.record_files import same
from laomo.tools.spreadsheets.row_placement import List, items_at, place_of, with_items
from laomo.tools.spreadsheets.sheets import OTHER, PICTURES, PLACE, RELATIONS, Sheet
from laomo.tools.spreadsheets.tables import SheetRow, Table


def take(draft: Draft, table: Table) -> None:
    """All rows of one ledger: by the list that they belong to, so that no two rows of it take the same item."""
    lists: dict[List, list[SheetRow]] = defaultdict(list)
    for entry in table.entries:
        place = place_of(draft, table.sheet, entry)
        if place:
            lists[place].append(_with_id(draft, entry) if table.sheet is RELATIONS else entry)
    for place, entries in lists.items():
        _take_list(draft, table, place, entries)


def _take_list(draft: Draft, table: Table, place: List, entries: list[SheetRow]) -> None:
    sheet, (path, loc) = table.sheet, place
    before = draft.now(path) or _new_year(draft, path)
    filed = items_at(before, loc, many=sheet.many)
    changed = list(filed)
    for entry, index in zip(entries, _matched(sheet, filed, entries, ours=table.ours), strict=True):
        if index == _TWICE:
            draft.tell(entry.address, "ledger-duplicate-item")
            continue
        old = filed[index] if index is not None and index < len(filed) else {}
        item = draft.with_cells(table, entry, old, sheet, filed=bool(old) and path in draft.archive.trees)
        if not old:
            item = _completed(draft, sheet, entry, item, changed)
        if item == old or not draft.valid(sheet, entry, item) or not _there(draft, sheet, entry, item, path):
            continue
        if old and index is not None:
            changed[index] = item
        else:
            changed.append(item)
        draft.note(path, old, item, sheet.columns)
    if changed != filed:
        draft.wanted[path] = with_items(path, before, loc, changed, many=sheet.many)


def _with_id(draft: Draft, entry: SheetRow) -> SheetRow:
    """A row of relations that calls the other studio by its name."""
    cell = entry.cells.get(OTHER)
    named = draft.named(cells.one_line(cell.text)) if cell and cell.text not in draft.studios else []
    return (
        replace(entry, cells={**entry.cells, OTHER: replace(cell, value=named[0])})
        if cell and len(named) == 1
        else entry
    )


def _there(draft: Draft, sheet: Sheet, entry: SheetRow, item: Item, path: PurePosixPath) -> bool:
    """Whether what an item names is there: its picture, the other studio. Without, the site could not be built."""
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
    """A year of an invented studio is invented too."""
    profile = draft.now(path.parent / "studio.yml")
    return {"sample": profile["sample"]} if "sample" in profile else {}


def _completed(draft: Draft, sheet: Sheet, entry: SheetRow, item: Item, others: list[Item]) -> Item:
    """A new item with an id of its own, its fields in the order of the model."""
    if "id" in sheet.model.model_fields and "id" not in item and "title" in item and not draft.refused(entry, "编号"):
        taken = {str(each.get("id")) for each in others}
        item = {"id": records.propose_item(str(item["title"]), taken), **item}
    return {name: item[name] for name in sheet.model.model_fields if name in item}


_TWICE = -1
"""A second row for what a year has only one of."""


def _matched(sheet: Sheet, filed: list[Item], entries: list[SheetRow], *, ours: bool) -> list[int | None]:
    """For each row the item that it tells of: known by its names, else by its place in our own workbook; None for a new one."""
    if not sheet.many:
        return [0, *[_TWICE] * (len(entries) - 1)]
    named = [column for column in sheet.columns if column.path[0] in sheet.names]
    matched: list[int | None] = [None] * len(entries)
    free = set(range(len(filed)))

    def match(columns: list[Column]) -> None:
        for row, entry in enumerate(entries):
            if matched[row] is not None or not any(entry.text(column.header) for column in columns):
                continue
            fits = [n for n in sorted(free) if all(_says(entry, column, filed[n]) for column in columns)]
            if fits:
                place = _place(entry)
                matched[row] = place if place in fits else fits[0]
                free.discard(matched[row] or 0)

    match(named)
    for column in named:
        match([column])
    for row, entry in enumerate(entries):
        if ours and matched[row] is None and _place(entry) in free:
            matched[row] = _place(entry)
            free.discard(_place(entry))
    return matched


def _says(entry: SheetRow, column: Column, item: Item) -> bool:
    return same(cells.plain(entry.text(column.header), column)) == same(column.read(item))


def _place(entry: SheetRow) -> int:
    text = cells.digits(entry.text(PLACE))
    return int(text) - 1 if text.isdigit() else -1
