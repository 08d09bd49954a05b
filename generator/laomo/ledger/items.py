"""Rows of the other ledgers: each finds its studio, its year and its item, or becomes a new item."""

from collections import defaultdict
from pathlib import PurePosixPath

from laomo.ledger import archive as records
from laomo.ledger import values
from laomo.ledger.archive import same
from laomo.ledger.columns import Column, Item, items, with_field
from laomo.ledger.draft import Draft
from laomo.ledger.sheets import GROUP, HOLDER, HONOURS, ID, LEADER_HONOURS, NAME, PLACE, PROFILE_HONOURS, YEAR, Sheet
from laomo.ledger.tables import Entry, Table
from laomo.models import Leader, StudioRecord, YearRecord
from laomo.yamlfile import Tree

List = tuple[PurePosixPath, tuple[str | int, ...]]
"""A record file, and where in it a list of items stands: `("leaders", 0, "honours")`."""


def take(draft: Draft, table: Table) -> None:
    """All rows of one ledger: by the list that they belong to, so that no two rows of it take the same item."""
    lists: dict[List, list[Entry]] = defaultdict(list)
    for entry in table.entries:
        place = _list_of(draft, table.sheet, entry)
        if place:
            lists[place].append(entry)
    for place, entries in lists.items():
        _take_list(draft, table, place, entries)


def _list_of(draft: Draft, sheet: Sheet, entry: Entry) -> List | None:
    studio = _studio(draft, entry)
    if studio is None:
        return None
    profile, group = draft.studios[studio], entry.text(GROUP)
    if sheet is HONOURS and group == PROFILE_HONOURS:
        return profile, ("honours",)
    if sheet is HONOURS and (group == LEADER_HONOURS or (not group and entry.text(HOLDER))):
        names, holder = [same(each) for each in records.leaders(draft.now(profile))], entry.text(HOLDER)
        if same(holder) in names:
            return profile, ("leaders", names.index(same(holder)), "honours")
        draft.tell(entry.at(HOLDER), "ledger-no-leader", name=holder or "没有写")
        return None
    year = values.digits(entry.text(YEAR) or (entry.text("年份") if sheet is HONOURS else ""))
    path = profile.parent / f"{year}.yml"
    if not (year.isdigit() and 1949 <= int(year) <= 2100):
        draft.tell(entry.at(YEAR), "ledger-year", value=entry.text(YEAR)[:20] or "没有写")
    elif path in draft.archive.broken:
        draft.tell(entry.address, "ledger-broken-record", path=f"studios/{path}")
    else:
        return path, (sheet.field,)
    return None


def _studio(draft: Draft, entry: Entry) -> str | None:
    """The studio that a row names."""
    name, told = entry.text(NAME), entry.text(ID)
    named = [told] if told in draft.studios else draft.named(values.one_line(name))
    if len(named) == 1:
        return named[0]
    code = "ledger-ambiguous" if named else "ledger-no-studio"
    draft.tell(entry.at(NAME), code, name=(name or told)[:60], studios="、".join(sorted(named)))
    return None


def _take_list(draft: Draft, table: Table, place: List, entries: list[Entry]) -> None:
    sheet, (path, loc) = table.sheet, place
    before = draft.now(path) or _new_year(draft, path)
    filed = _items(before, loc, many=sheet.many)
    changed = list(filed)
    for entry, index in zip(entries, _matched(sheet, filed, entries, ours=table.ours), strict=True):
        if index == _TWICE:
            draft.tell(entry.address, "ledger-duplicate-item")
            continue
        old = filed[index] if index is not None and index < len(filed) else {}
        item = draft.told(table, entry, old, sheet, filed=bool(old))
        if not old:
            item = _completed(draft, sheet, entry, item, changed)
        if item == old or not draft.valid(sheet, entry, item):
            continue
        if old and index is not None:
            changed[index] = item
        else:
            changed.append(item)
        draft.note(path, old, item, sheet.columns)
    if changed != filed:
        draft.wanted[path] = _with_items(before, loc, changed, many=sheet.many)


def _new_year(draft: Draft, path: PurePosixPath) -> Item:
    """A year of an invented studio is invented too."""
    profile = draft.now(path.parent / "studio.yml")
    return {"sample": profile["sample"]} if "sample" in profile else {}


def _completed(draft: Draft, sheet: Sheet, entry: Entry, item: Item, others: list[Item]) -> Item:
    """A new item with an id of its own, its fields in the order of the model."""
    if "id" in sheet.model.model_fields and "id" not in item and "title" in item and not draft.refused(entry, "编号"):
        taken = {str(each.get("id")) for each in others}
        item = {"id": records.propose_item(str(item["title"]), taken), **item}
    return {name: item[name] for name in sheet.model.model_fields if name in item}


_TWICE = -1
"""A second row for what a year has only one of."""


def _matched(sheet: Sheet, filed: list[Item], entries: list[Entry], *, ours: bool) -> list[int | None]:
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


def _says(entry: Entry, column: Column, item: Item) -> bool:
    return same(values.plain(entry.text(column.header), column)) == same(column.read(item))


def _place(entry: Entry) -> int:
    text = values.digits(entry.text(PLACE))
    return int(text) - 1 if text.isdigit() else -1


def _items(tree: Item, loc: tuple[str | int, ...], *, many: bool) -> list[Item]:
    found: Tree | None = tree
    for part in loc:
        if isinstance(found, dict):
            found = found.get(str(part))
        elif isinstance(found, list) and isinstance(part, int):
            found = found[part]
    return items(found if many else [found or ""])


def _with_items(tree: Item, loc: tuple[str | int, ...], changed: list[Item], *, many: bool) -> Item:
    value: Tree = list[Tree](changed) if many else changed[0]
    if len(loc) == 1:
        model = StudioRecord if "leaders" in tree else YearRecord
        return with_field(model, tree, (str(loc[0]),), value)
    leaders = items(tree.get("leaders"))
    number = int(loc[1])
    leaders[number] = with_field(Leader, leaders[number], ("honours",), value)
    return with_field(StudioRecord, tree, ("leaders",), list[Tree](leaders))
