"""Records → the workbook: every ledger filled, so that importing it again changes nothing."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from laomo.ledger import marks, workbook
from laomo.ledger.archive import Archive
from laomo.ledger.columns import Item, items
from laomo.ledger.grid import Page
from laomo.ledger.sheets import (
    HONOURS,
    LEADER_HONOURS,
    PROFILE_HONOURS,
    SHEETS,
    STUDIOS,
    YEAR_HONOURS,
    Sheet,
    private_page,
)

Rows = Iterator[tuple[str, ...]]


def template(file: Path) -> None:
    """Write the empty workbook."""
    workbook.write([*(Page(sheet.title, sheet.headings) for sheet in SHEETS), private_page()], file)


def export(archive: Archive, file: Path) -> int:
    """Write the workbook with everything that its ledgers can hold; how many rows there are."""
    pages = [Page(sheet.title, sheet.headings, tuple(_rows(archive, sheet))) for sheet in SHEETS]
    workbook.write([*pages, private_page()], file)
    return sum(len(page.rows) for page in pages)


def _rows(archive: Archive, sheet: Sheet) -> Rows:
    years = archive.years
    for studio, path in archive.profiles.items():
        profile = archive.trees[path]
        name = str(profile.get("name", ""))
        if sheet is STUDIOS:
            yield (studio, name, archive.union_name(path.parts[0]), *_cells(sheet, profile))
        elif sheet is HONOURS:
            yield from _honours(archive, studio, name, profile, years.get(studio, []))
        else:
            for year in years.get(studio, []):
                yield from _year(sheet, studio, name, year, archive.trees[year])


def _year(sheet: Sheet, studio: str, name: str, path: PurePosixPath, year: Item) -> Rows:
    found = year.get(sheet.field)
    if not sheet.many:
        if isinstance(found, dict):
            yield (studio, name, path.stem, *_cells(sheet, found))
        return
    for place, item in enumerate(items(found), 1):
        yield (studio, name, path.stem, str(place), *_cells(sheet, item))


def _honours(archive: Archive, studio: str, name: str, profile: Item, years: list[PurePosixPath]) -> Rows:
    groups = [(LEADER_HONOURS, str(leader.get("name", "")), "", leader) for leader in items(profile.get("leaders"))]
    groups.append((PROFILE_HONOURS, "", "", profile))
    groups += [(YEAR_HONOURS, "", path.stem, archive.trees[path]) for path in years]
    for group, holder, year, owner in groups:
        for place, honour in enumerate(items(owner.get("honours")), 1):
            yield (studio, name, group, holder, year, str(place), *_cells(HONOURS, honour))


def _cells(sheet: Sheet, item: Item) -> tuple[str, ...]:
    return (*(column.read(item) for column in sheet.columns), marks.written(sheet, item))
