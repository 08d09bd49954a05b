"""Records → spreadsheet: every sheet filled, so that importing it again changes nothing."""

from collections.abc import Iterator
from pathlib import Path

from laomo.tools.spreadsheets import export_marks, xlsx
from laomo.tools.spreadsheets.columns import Item, items
from laomo.tools.spreadsheets.grid import Page
from laomo.tools.spreadsheets.record_files import Archive
from laomo.tools.spreadsheets.sheets import (
    ACTIVITIES,
    EXCHANGES,
    HONOURS,
    LEADER_HONOURS,
    PICTURES,
    PROFILE_HONOURS,
    SHEETS,
    STUDIOS,
    YEAR,
    YEAR_HONOURS,
    Sheet,
    private_page,
)

Rows = Iterator[tuple[str, ...]]
Years = list[tuple[str, Item]]
"""The years of a studio with their records, oldest first."""
KeyedList = tuple[tuple[str, ...], list[Item]]


def template(file: Path) -> None:
    """Write the empty spreadsheet."""
    xlsx.write([*(Page(sheet.title, sheet.headings) for sheet in SHEETS), private_page()], file)


def export(archive: Archive, file: Path) -> int:
    """Write the spreadsheet with everything that its sheets can hold; returns the number of rows."""
    pages = [Page(sheet.title, sheet.headings, tuple(_rows(archive, sheet))) for sheet in SHEETS]
    xlsx.write([*pages, private_page()], file)
    return sum(len(page.rows) for page in pages)


def keyed_rows(archive: Archive, sheet: Sheet) -> Iterator[dict[str, str]]:
    """The keys of each row that an export would write, by their headings."""
    for row in _rows(archive, sheet):
        yield dict(zip(sheet.keys, row, strict=False))


def _rows(archive: Archive, sheet: Sheet) -> Rows:
    for studio, path in archive.profiles.items():
        profile = archive.trees[path]
        years = [(each.stem, archive.trees[each]) for each in archive.years.get(studio, [])]
        name = str(profile.get("name", ""))
        if sheet is STUDIOS:
            yield (studio, name, archive.union_name(path.parts[0]), *_cells(sheet, profile))
        else:
            for keys, found in _lists(sheet, profile, years):
                for place, item in enumerate(found, 1):
                    yield (studio, name, *keys, *([str(place)] if sheet.many else []), *_cells(sheet, item))


def _lists(sheet: Sheet, profile: Item, years: Years) -> Iterator[KeyedList]:
    """Each list of a studio whose items are rows of a sheet, with the keys between the studio and the place in the list."""
    if sheet is HONOURS:
        return _honours(profile, years)
    if sheet is PICTURES:
        return _pictures(profile, years)
    if sheet is EXCHANGES:
        return _exchanges(years)
    if YEAR in sheet.keys:
        return _of_years(sheet, years)
    return iter([((), items(profile.get(sheet.field)))])


def _honours(profile: Item, years: Years) -> Iterator[KeyedList]:
    for leader in items(profile.get("leaders")):
        yield (LEADER_HONOURS, str(leader.get("name", "")), ""), items(leader.get("honours"))
    yield (PROFILE_HONOURS, "", ""), items(profile.get("honours"))
    for year, tree in years:
        yield (YEAR_HONOURS, "", year), items(tree.get("honours"))


def _pictures(profile: Item, years: Years) -> Iterator[KeyedList]:
    yield ("", ""), items(profile.get("photos"))
    for year, tree in years:
        for achievement in items(tree.get("achievements")):
            yield (year, str(achievement.get("id", ""))), items(achievement.get("photos"))


def _exchanges(years: Years) -> Iterator[KeyedList]:
    for year, tree in years:
        for label, field in ACTIVITIES.items():
            yield (year, label), items(tree.get(field))


def _of_years(sheet: Sheet, years: Years) -> Iterator[KeyedList]:
    for year, tree in years:
        found = tree.get(sheet.field) if sheet.field else tree
        yield (year,), items(found if sheet.many else [found or ""])


def _cells(sheet: Sheet, item: Item) -> tuple[str, ...]:
    return (*(column.read(item) for column in sheet.columns), export_marks.written(sheet, item))
