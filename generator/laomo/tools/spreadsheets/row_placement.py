"""Where each row of a sheet belongs in the records: in which file, and in which list of it."""

from pathlib import PurePosixPath

from laomo.records import validation
from laomo.records.models import Record, StudioRecord, YearRecord
from laomo.records.yaml.reader import Tree
from laomo.text.compared import same
from laomo.tools.spreadsheets import cells, stated_names
from laomo.tools.spreadsheets import record_files as records
from laomo.tools.spreadsheets.columns import Item, items, with_field
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.round_sheets import REPORTS
from laomo.tools.spreadsheets.sheets import (
    ACTIVITIES,
    ACTIVITY,
    EXCHANGES,
    GROUP,
    HOLDER,
    HONOURS,
    ID,
    LEADER_HONOURS,
    NAME,
    PICTURES,
    PROFILE_HONOURS,
    RESULT,
    YEAR,
    Sheet,
)
from laomo.tools.spreadsheets.table_rows import SheetRow

Loc = tuple[str | int, ...]
"""The location of a list within a file: `("leaders", 0, "honours")`; empty for the top level."""
List = tuple[PurePosixPath, Loc]
"""A list of a file: the file's path below `studios/`, and the location."""


def place_of(draft: Draft, sheet: Sheet, entry: SheetRow) -> List | None:
    """The list that a row belongs to; None, with the reason reported, when that is not clear."""
    studio = stated_names.studio_of(draft, entry) if sheet is REPORTS else _studio(draft, entry)
    if studio is None:
        return None
    profile = draft.studios[studio]
    if sheet is HONOURS:
        return _of_honour(draft, entry, profile)
    if sheet is PICTURES and (entry.text(RESULT) or entry.text(YEAR)):
        return _of_achievement(draft, entry, profile)
    if sheet is PICTURES or YEAR not in sheet.keys:
        return profile, (sheet.field,)
    field = _activity(draft, entry) if sheet is EXCHANGES else sheet.field
    path = None if field is None else _year(draft, entry, entry.text(YEAR), profile)
    return (path, (field,) if field else ()) if path else None


def _studio(draft: Draft, entry: SheetRow) -> str | None:
    """The id of the studio that a row names; None, reported, when no studio or more than one has the name."""
    name, studio_id = entry.text(NAME), entry.text(ID)
    named = [studio_id] if studio_id in draft.studios else draft.named(cells.one_line(name))
    if len(named) == 1:
        return named[0]
    if not named and draft.is_refused_studio(name, studio_id):
        draft.dependent.append(entry.address)
        return None
    code = "ledger-ambiguous" if named else "ledger-no-studio"
    draft.tell(entry.at(NAME), code, name=(name or studio_id)[:60], studios=tuple(sorted(named)))
    return None


def _year(draft: Draft, entry: SheetRow, text: str, profile: PurePosixPath) -> PurePosixPath | None:
    """The file of the year in `text`; None, reported, when that is no year or the file cannot be read."""
    year = cells.digits(text)
    path = profile.parent / f"{year}.yml"
    if not (year.isdigit() and 1949 <= int(year) <= 2100):
        draft.tell(entry.at(YEAR), "ledger-year", value=entry.text(YEAR)[:20])
        return None
    if path in draft.archive.broken:
        draft.tell(entry.address, "ledger-broken-record", path=f"studios/{path}")
        return None
    return path


def _of_honour(draft: Draft, entry: SheetRow, profile: PurePosixPath) -> List | None:
    """The honours of the studio, of a leader, or of a year; the year is in its own column, or that of the award."""
    group, holder = entry.text(GROUP), entry.text(HOLDER)
    if group == PROFILE_HONOURS:
        return profile, ("honours",)
    if group == LEADER_HONOURS or (holder and not group):
        names = [same(each) for each in records.leaders(draft.now(profile))]
        if same(holder) in names:
            return profile, ("leaders", names.index(same(holder)), "honours")
        draft.tell(entry.at(HOLDER), "ledger-no-leader", name=holder)
        return None
    path = _year(draft, entry, entry.text(YEAR) or entry.text("年份"), profile)
    return (path, ("honours",)) if path else None


def _of_achievement(draft: Draft, entry: SheetRow, profile: PurePosixPath) -> List | None:
    """The pictures of one achievement; the row has its id or its title."""
    path, wanted = _year(draft, entry, entry.text(YEAR), profile), entry.text(RESULT)
    if path is None:
        return None
    for number, achievement in enumerate(items(draft.now(path).get("achievements"))):
        if wanted and same(wanted) in {same(str(achievement.get(key, ""))) for key in ("id", "title")}:
            return path, ("achievements", number, "photos")
    draft.tell(entry.at(RESULT), "ledger-no-achievement", name=wanted[:60], year=path.stem)
    return None


def _activity(draft: Draft, entry: SheetRow) -> str | None:
    activity = entry.text(ACTIVITY)
    if activity not in ACTIVITIES:
        draft.tell(entry.at(ACTIVITY), "ledger-no-activity", value=activity[:20], choices=tuple(ACTIVITIES))
    return ACTIVITIES.get(activity)


def items_at(tree: Item, loc: Loc, *, many: bool) -> list[Item]:
    """The items of a list; with `many` false a list of the one item at this location, if any."""
    found: Tree | None = tree
    for part in loc:
        if isinstance(found, dict):
            found = found.get(str(part))
        elif isinstance(found, list) and isinstance(part, int):
            found = found[part]
    return items(found if many else [found or ""])


def with_items(path: PurePosixPath, tree: Item, loc: Loc, changed: list[Item], *, many: bool) -> Item:
    """The record of a file with the changed items at a location."""
    if not loc:
        return changed[0]
    value: Tree = list[Tree](changed) if many else changed[0]
    return _put(StudioRecord if path.name == "studio.yml" else YearRecord, tree, loc, value)


def _put(model: type[Record], tree: Item, loc: Loc, value: Tree) -> Item:
    key, *rest = str(loc[0]), *loc[1:]
    if rest:
        parts, number = items(tree.get(key)), int(rest[0])
        inner = validation.record_within(model.model_fields[key].annotation)
        if inner is None:
            raise TypeError(loc)
        parts[number] = _put(inner, parts[number], tuple(rest[1:]), value)
        value = list[Tree](parts)
    return with_field(model, tree, (key,), value)
