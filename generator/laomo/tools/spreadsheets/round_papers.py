"""Rows of 公示与通知 and 宣传展示 → notices and events, a row for each; its studios stand in one cell, or one by one in the rows below."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from laomo.text.compared import same
from laomo.tools.spreadsheets import cells, dates, row_cells, stated_names
from laomo.tools.spreadsheets.columns import Item
from laomo.tools.spreadsheets.decision_match import all_of, next_file
from laomo.tools.spreadsheets.draft import Draft, Source
from laomo.tools.spreadsheets.round_heads import Cover
from laomo.tools.spreadsheets.round_match import DATE_COLUMN
from laomo.tools.spreadsheets.round_sheets import STUDIOS_NAMED, union_column
from laomo.tools.spreadsheets.sheets import DOCUMENT, Sheet
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table

_SEPARATORS = re.compile(r"[、；;\n]")


def take(draft: Draft, table: Table, cover: Cover) -> None:
    """Put the notices or events of a sheet into the draft."""
    taken: dict[PurePosixPath, tuple[SheetRow, Item]] = {}
    sheet = table.sheet
    for entry in (_with_ids(draft, each, union_column(sheet)) for each in table.entries):
        said = row_cells.with_row(draft, table, entry, {}, on_record=False)
        path = _path(draft, sheet, entry, said, taken)
        if path is None:
            row_cells.settled(draft, table, entry, {}, said)
            continue
        twins = (first for where, (first, other) in taken.items() if where == path or _is_same(other, said))
        if twin := next(twins, None):
            draft.tell(entry.address, "ledger-duplicate-notice", first=twin.address)
            continue
        taken[path] = entry, said
        before = draft.now(path)
        item = row_cells.with_row(draft, table, entry, before, on_record=path in draft.archive.trees)
        settled = row_cells.settled(draft, table, entry, before, item) if item != before else None
        if not _is_of_year(draft, sheet, entry, said, cover) or _has_faults(draft, entry):
            continue
        draft.sources[path].append(Source((), entry, sheet.columns))
        if settled is not None and settled != before:
            draft.wanted[path] = settled if before else _new(draft, sheet, settled)
            draft.note(path, before, settled, sheet.columns)


def _has_faults(draft: Draft, entry: SheetRow) -> bool:
    return any(draft.has_error(cell.address) for cell in entry.cells.values())


def _with_ids(draft: Draft, entry: SheetRow, union_heading: str) -> SheetRow:
    """The row with ids in the place of the names of its union and its studios; a name that is not certain is reported."""
    changed = dict(entry.cells)
    if said := entry.text(union_heading):
        union = stated_names.union_of(draft, entry.at(union_heading), said)
        changed[union_heading] = replace(entry.cells[union_heading], value=union)
    if said := entry.text(STUDIOS_NAMED):
        names = [name for part in _SEPARATORS.split(said) if (name := cells.one_line(part))]
        at = entry.at(STUDIOS_NAMED)
        found = [stated_names.only(draft, at, name, stated_names.studios(draft, name)) for name in names]
        ids = [studio for studio in found if studio]
        for studio in {each for each in ids if ids.count(each) > 1}:
            draft.tell(at, "ledger-studio-twice", name=stated_names.described(draft, studio))
        changed[STUDIOS_NAMED] = replace(entry.cells[STUDIOS_NAMED], value="、".join(ids))
    return replace(entry, cells=changed)


def _path(
    draft: Draft, sheet: Sheet, entry: SheetRow, said: Item, taken: Iterable[PurePosixPath]
) -> PurePosixPath | None:
    """The file of the notice or event; a new one when none on record agrees. None when it has no date, or, reported, no such key."""
    folder = sheet.paper.folder if sheet.paper else ""
    filed = all_of(draft, folder)
    if key := entry.text(DOCUMENT):
        path = PurePosixPath(folder, f"{key}.yml")
        if path in filed:
            return path
        draft.tell(entry.at(DOCUMENT), "ledger-no-document", name=key[:40], result=sheet.title)
        return None
    found = next((path for path, each in filed.items() if _is_same(each, said)), None)
    date = DATE_COLUMN.read(said)
    return found or (next_file(draft, folder, date[:4], taken) if date else None)


def _is_same(filed: Item, said: Item) -> bool:
    """Whether two notices or events are the same: at least two of date, title and number agree."""
    dated = [dates.iso(DATE_COLUMN.read(each)) for each in (filed, said)]
    agreed = [all(dated) and dated[0] == dated[1]]
    agreed += [name in filed and same(str(filed[name])) == same(str(said.get(name))) for name in ("title", "doc_no")]
    return sum(agreed) > 1


def _is_of_year(draft: Draft, sheet: Sheet, entry: SheetRow, said: Item, cover: Cover) -> bool:
    column = next(each for each in sheet.columns if each.path == ("date",))
    date = column.read(said)
    if date and cover.year and not dates.iso(date).startswith(str(cover.year)):
        draft.tell(entry.at(column.header), "ledger-other-year", year=cover.year, value=date)
        return False
    return True


def _new(draft: Draft, sheet: Sheet, item: Item) -> Item:
    """A new notice or event in the order of the model. About sample studios it is a sample too, and on a site that has no others."""
    named = item.get("studios")
    ids = [str(each) for each in named] if isinstance(named, list) and named else list(draft.archive.profiles)
    profiles = [draft.now(draft.studios[each]) for each in ids if each in draft.studios]
    if profiles and all(profile.get("sample") for profile in profiles):
        item = {"sample": profiles[0]["sample"], **item}
    return {name: item[name] for name in sheet.model.model_fields if name in item}
