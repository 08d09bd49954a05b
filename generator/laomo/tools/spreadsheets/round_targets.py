"""A table of targets → targets/<year>.yml. Its rows are taken all or none: with one of them missing the totals are wrong."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from laomo.records.models import TargetRecord
from laomo.records.models.decisions import TargetRow, TargetTotal
from laomo.text.compared import same
from laomo.tools.spreadsheets import cells, row_cells, stated_names
from laomo.tools.spreadsheets.columns import Column, Item, items, with_field
from laomo.tools.spreadsheets.draft import Difference, Draft, Source
from laomo.tools.spreadsheets.grid import Cell
from laomo.tools.spreadsheets.round_heads import TOTAL, YEAR_NAMED
from laomo.tools.spreadsheets.round_sheets import TARGETS, TITLE, heads
from laomo.tools.spreadsheets.sheets import TASKED, YEAR
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table

_COUNTS = tuple(column for column in TARGETS.columns if column.path[0] in ("created", "qualified"))


def take(draft: Draft, table: Table) -> None:
    """Put the table of a sheet into the draft."""
    path = _path(draft, table.entries[0]) if table.entries else None
    if path is None:
        return
    before = draft.now(path)
    rows = _rows(draft, table, before, path)
    if rows is None:
        return
    first = table.entries[0]
    union = stated_names.unions(draft.archive, first.text(TASKED))
    of_first = next((row for row in items(before.get("rows")) if row.get("union") in union), {})
    item = row_cells.with_row(draft, table, first, {**before, **of_first}, on_record=path in draft.archive.trees)
    item = {name: value for name, value in item.items() if name in TargetRecord.model_fields}
    item = with_field(TargetRecord, item, ("rows",), list(rows))
    item = with_field(TargetRecord, item, ("total",), _total(draft, first, rows))
    if not _is_complete(draft, table, item):
        return
    draft.sources[path] += [Source((), first, heads(TARGETS)), Source(("total",), first, _totals())]
    if item != before:
        draft.wanted[path] = item if before else _new(draft, item)
        draft.note(path, before, item, heads(TARGETS))
        draft.differences[path] += _differences(items(before.get("rows")), rows, draft)


def _path(draft: Draft, first: SheetRow) -> PurePosixPath | None:
    year = cells.digits(first.text(YEAR))
    path = PurePosixPath("targets", f"{year}.yml")
    if not (year.isdigit() and 1949 <= int(year) <= 2100):
        draft.tell(first.at(YEAR), "ledger-year", value=first.text(YEAR)[:20])
        return None
    if path in draft.archive.broken:
        draft.tell(first.address, "ledger-broken-record", path=f"studios/{path}")
        return None
    return path


def _rows(draft: Draft, table: Table, before: Item, path: PurePosixPath) -> list[Item] | None:
    """The rows of the table, those on record in their order, the new ones behind them; None when one cannot be taken."""
    rows, taken = items(before.get("rows")), dict[str, SheetRow]()
    for entry in table.entries:
        said = entry.text(TASKED)
        union = stated_names.union_of(draft, entry.at(TASKED), said) if said else None
        if not said:
            draft.tell(entry.at(TASKED), "ledger-missing", field=TASKED)
        if union is None:
            continue
        if union in taken:
            named, earlier = draft.archive.union_name(union), taken[union].at(TASKED)
            draft.tell(entry.at(TASKED), "ledger-union-twice", name=named, first=earlier)
            continue
        taken[union] = entry
        place = next((n for n, row in enumerate(rows) if row.get("union") == union), len(rows))
        row = rows[place] if place < len(rows) else {"union": union}
        changed = row_cells.with_row(draft, table, entry, {**before, **row}, on_record=path in draft.archive.trees)
        for column in _COUNTS:
            if column.path[0] not in changed and not draft.refused(entry, column.header):
                draft.tell(entry.at(column.header), "ledger-missing", field=column.header)
        rows[place : place + 1] = [{name: changed[name] for name in TargetRow.model_fields if name in changed}]
        draft.sources[path].append(Source(("rows", place), entry, _COUNTS))
    whole = all(column.path[0] in row for row in rows for column in _COUNTS)
    return rows if whole and len(taken) == len(table.entries) else None


def _total(draft: Draft, entry: SheetRow, rows: Iterable[Item]) -> Item:
    """The totals that the table states; the sum of the rows where it states none, or a formula that adds them up."""
    total: Item = {}
    for column in _COUNTS:
        name = column.path[0]
        cell = entry.cells.get(f"{TOTAL}{column.header}") or Cell("", 0, 0)
        stated = cell.fault != "ledger-formula" and bool(cell.text.strip()) and not cell.text.startswith("=")
        reading = cells.read(cell, column) if stated else cells.CellReading("")
        draft.report(*reading.problems)
        numbers = [str(row.get(name)) for row in rows]
        summed = str(sum(int(each) for each in numbers if each.isdigit()))
        total = with_field(TargetTotal, total, (name,), reading.text or summed)
    return total


def _totals() -> tuple[Column, ...]:
    """The columns of the row of totals, whose cells each row has below other headings."""
    return tuple(
        Column(each.model, each.path, f"{TOTAL}{each.header}", each.info, each.shape, each.lines) for each in _COUNTS
    )


def _is_complete(draft: Draft, table: Table, item: Item) -> bool:
    """Whether the table says what a record needs; what is lacking is reported, at the header if there is no such column."""
    first = table.entries[0]
    lacking = [column for column in heads(TARGETS) if column.required and not column.read(item)]
    for column in lacking:
        if not draft.refused(first, column.header):
            at = first.at(column.header) if column.header in first.cells else table.headings[TASKED].address
            draft.tell(at, "ledger-missing", field=column.header)
    return not lacking and _is_of_year(draft, table, item)


def _is_of_year(draft: Draft, table: Table, item: Item) -> bool:
    """Whether the title of the table does not name other years only, as in last year's workbook; reported if it does."""
    first = table.entries[0]
    year, named = (
        cells.digits(first.text(YEAR)),
        [found[1] for found in YEAR_NAMED.finditer(str(item.get("title", "")))],
    )
    if not named or year in named:
        return True
    at = first.at(TITLE) if TITLE in first.cells else table.headings[TASKED].address
    draft.tell(at, "ledger-other-year", year=int(year), value=named[0])
    return False


def _new(draft: Draft, item: Item) -> Item:
    """A new table in the order of the model. On a site of samples it is one too."""
    profiles = [draft.archive.trees[path] for path in draft.archive.profiles.values()]
    if profiles and all(profile.get("sample") for profile in profiles):
        item = {"sample": profiles[0]["sample"], **item}
    return {name: item[name] for name in TargetRecord.model_fields if name in item}


def _differences(before: list[Item], after: list[Item], draft: Draft) -> Iterable[Difference]:
    old = {same(str(row.get("union"))): row for row in before}
    for row in after:
        union = str(row.get("union"))
        filed = old.get(same(union), {})
        for column in _COUNTS:
            if column.read(filed) != column.read(row):
                name = f"{draft.archive.union_name(union)}·{column.header}"
                yield Difference(name, column.read(filed), column.read(row))
