"""Records → spreadsheet: every sheet filled, so that importing it again changes nothing."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from laomo.tools.spreadsheets import export_marks, xlsx
from laomo.tools.spreadsheets.columns import Item, items
from laomo.tools.spreadsheets.grid import Heading, Page
from laomo.tools.spreadsheets.record_files import Archive
from laomo.tools.spreadsheets.round_sheets import COVER, OF_UNION
from laomo.tools.spreadsheets.sheets import (
    ACTIVITIES,
    EXCHANGES,
    HONOURS,
    LEADER_HONOURS,
    NAME,
    PICTURES,
    PROFILE_HONOURS,
    SHEETS,
    STUDIOS,
    TASKED,
    YEAR,
    YEAR_HONOURS,
    Sheet,
    private_page,
)

Rows = Iterator[tuple[str, ...]]
Years = list[tuple[str, Item]]
"""The years of a studio with their records, oldest first."""
KeyedList = tuple[tuple[str, ...], list[Item]]
_LEADER = "领衔人"
"""The column of a prepared sheet that only shows whose studio a row is."""
_ROWS_PREPARED = 3
"""Rows for each studio in a sheet that may have several a year."""


def template(file: Path) -> None:
    """Write the empty spreadsheet."""
    xlsx.write([*(Page(sheet.title, sheet.headings) for sheet in SHEETS), private_page()], file)


def export(archive: Archive, file: Path, union: str = "", year: int | None = None) -> int:
    """Write the spreadsheet with everything that its sheets can hold, of one union and one year if they are given; returns the number of rows."""
    if union and year:
        pages = [_prepared(archive, sheet, union, year, filled=True) for sheet in SHEETS]
    else:
        found = ((sheet, rows_of(archive, sheet, union, year)) for sheet in SHEETS)
        pages = [Page(sheet.title, sheet.headings, tuple(row for _, row in rows)) for sheet, rows in found]
    xlsx.write([*([cover(archive, union, year)] if union or year else ()), *pages, private_page()], file)
    return sum(len(page.rows) for page in pages)


def prepared(archive: Archive, file: Path, union: str, year: int) -> int:
    """Write one union's spreadsheet for a year, in which no name need be typed; returns the number of its studios.

    Each sheet of a year has rows with the id, the name and the leader of each studio. Those that nobody writes in are not read.
    """
    pages = [_prepared(archive, sheet, union, year, filled=False) for sheet in SHEETS]
    xlsx.write([cover(archive, union, year), *pages, private_page()], file)
    return len(pages[0].rows)


def cover(archive: Archive, union: str, year: int | None) -> Page:
    """The first sheet of a workbook of one union or one year, by which an import knows what it holds."""
    said = {OF_UNION: union, TASKED: archive.union_name(union) if union else "", YEAR: str(year or "")}
    rows = tuple((label, text, "") for label, text in said.items() if text)
    return Page(
        COVER,
        (Heading("这份工作簿", "", width=16), Heading("是哪家、哪一年的", "由程序填写，请不要改。", width=40)),
        rows,
    )


def _prepared(archive: Archive, sheet: Sheet, union: str, year: int, *, filled: bool) -> Page:
    """A sheet of one union's spreadsheet for a year: what is on record if `filled`, and rows to be written in for each studio."""
    found = defaultdict[str, list[tuple[str, ...]]](list)
    if filled or sheet is STUDIOS:
        for studio, row in rows_of(archive, sheet, union, year):
            found[studio].append(row)
    if sheet is STUDIOS or YEAR not in sheet.needed:
        return Page(sheet.title, sheet.headings, tuple(row for rows in found.values() for row in rows))
    after = sheet.keys.index(NAME) + 1
    headings = (*sheet.headings[:after], Heading(_LEADER, "供核对，不用填。"), *sheet.headings[after:])
    made: list[tuple[str, ...]] = []
    for studio, name, leaders in studios_of(archive, union):
        empty = (studio, name, *(str(year) if heading.title == YEAR else "" for heading in sheet.headings[after:]))
        more = _ROWS_PREPARED if sheet.many else 1 - len(found[studio])
        led = "、".join(leaders)
        made += [(*row[:after], led, *row[after:]) for row in (*found[studio], *[empty] * more)]
    return Page(sheet.title, headings, tuple(made))


def studios_of(archive: Archive, union: str = "") -> Iterator[tuple[str, str, list[str]]]:
    """Id, name and present leaders of each studio of a union; of all without one, in the order of the unions."""
    order = {str(each.get("id")): place for place, each in enumerate(archive.unions)}
    for studio, path in sorted(archive.profiles.items(), key=lambda each: order.get(each[1].parts[0], len(order))):
        if union in ("", path.parts[0]):
            profile = archive.trees[path]
            shown = [leader for leader in items(profile.get("leaders")) if not {"end", "withdrawn"} & leader.keys()]
            yield studio, str(profile.get("name", "")), [str(leader.get("name", "")) for leader in shown]


def keyed_rows(archive: Archive, sheet: Sheet, union: str = "", year: int | None = None) -> Iterator[dict[str, str]]:
    """The keys of each row that an export would write, by their headings."""
    for _, row in rows_of(archive, sheet, union, year):
        yield dict(zip(sheet.keys, row, strict=False))


def rows_of(archive: Archive, sheet: Sheet, union: str, year: int | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The rows of a sheet with their studios' ids: of one union if one is given, and without those of other years if one is."""
    place = sheet.keys.index(YEAR) if YEAR in sheet.keys else None
    for row in _rows(archive, sheet):
        of_year = place is None or year is None or row[place] in ("", str(year))
        if of_year and union in ("", archive.profiles[row[0]].parts[0]):
            yield row[0], row


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
