"""Columns for province, city and district → the region of a studio."""

from dataclasses import replace

from laomo.tools.spreadsheets.headers import CITY, PROVINCE
from laomo.tools.spreadsheets.sheets import REGION
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table


def joined(table: Table, place: str) -> Table:
    """The table with one region for each row. `place` is that of the site, which no region repeats: 厦门市, 思明区 → 思明区 on a site of 厦门市."""
    if not {PROVINCE, CITY} & {*table.headings}:
        return table
    return replace(table, entries=tuple(_joined(entry, place) for entry in table.entries))


def _joined(entry: SheetRow, place: str) -> SheetRow:
    cells = [entry.cells[key] for key in (PROVINCE, CITY, REGION) if entry.text(key)]
    if not cells:
        return entry
    parts = list(dict.fromkeys(cell.text.strip() for cell in cells))
    if place in parts[:-1]:
        parts = parts[parts.index(place) + 1 :]
    if len(parts) > 2:  # a city is known without its province
        parts = parts[1:]
    finest = parts[-1]
    region = finest if any(finest.startswith(part) for part in parts[:-1]) else "".join(parts)
    return replace(entry, cells={**entry.cells, REGION: replace(cells[-1], value=region)})
