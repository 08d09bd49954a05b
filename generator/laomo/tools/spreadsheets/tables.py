"""Grids → tables: where the header is, what its columns mean, which rows count; whatever is left out is named."""

import re
from dataclasses import dataclass, replace

from laomo.problems.problem import Problem
from laomo.tools.spreadsheets import headers
from laomo.tools.spreadsheets.grid import Cell, Grid, Row
from laomo.tools.spreadsheets.sheets import HELP_MARK, IGNORED_SHEETS, MARKS, NAME, SHEETS, STUDIOS, Sheet

_HEADER_WITHIN = 20
_TOTAL = re.compile(r"(合\s*计|总\s*计|小\s*计|共\s*计|总数)\s*[:：（(\d家个间]?")
_NOTE = re.compile(r"(注|备注|说明|填表|制表|审核|统计|联系人|单位.{0,4}盖章|[（(]盖章|报送)")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that counts: its cells by our headings, and the line above it that divides the list, such as a union's name."""

    number: int
    cells: dict[str, Cell]
    section: str
    address: str

    def text(self, heading: str) -> str:
        """What stands below a heading; empty when the list has no such column."""
        cell = self.cells.get(heading)
        return cell.text.strip() if cell else ""

    def at(self, heading: str) -> str:
        """The address of the cell below a heading; that of the row's name when the list has no such column."""
        return self.cells[heading].address if heading in self.cells else self.address


@dataclass(frozen=True, slots=True)
class Table:
    """One list whose columns are understood."""

    sheet: Sheet
    entries: tuple[SheetRow, ...]
    headings: dict[str, Cell]
    """Our headings of the columns that are read, each with the cell of theirs."""
    title: str
    """What stands above the header."""
    ours: bool
    """Made by `laomo template` or `laomo export`."""

    def called(self, heading: str) -> str:
        """A column as the list itself calls it; as we do where it has none."""
        return headers.plain(self.headings[heading].text) if heading in self.headings else heading


def tables(grids: list[Grid]) -> tuple[list[Table], list[Problem]]:
    """Every list of a workbook, and what was left out of it."""
    found, problems = [], []
    for grid in grids:
        if grid.name in IGNORED_SHEETS or all(row.blank for row in grid.rows):
            continue
        if grid.hidden:
            problems.append(_left_out(f"{grid.name}!A1", "ledger-hidden-sheet"))
            continue
        table, left = _table(grid)
        problems += left
        if table:
            found.append(table)
    return found, problems


def _left_out(address: str, code: str, **facts: str) -> Problem:
    return Problem(address, code, facts=facts, severity="warning")


def _table(grid: Grid) -> tuple[Table | None, list[Problem]]:
    sheet = next((each for each in SHEETS if each.title == grid.name), STUDIOS)
    start = _header(grid, sheet)
    if start is None:
        return None, [Problem(f"{grid.name}!A1", "ledger-no-header")]
    header = grid.rows[start]
    below = grid.rows[start + 1] if start + 1 < len(grid.rows) else None
    double = below is not None and any(cell.joined and cell.text for cell in below.cells)
    columns, problems = _columns(grid, sheet, header, below if double else None)
    rows = grid.rows[start + 1 + double :]
    above = (cell.text for row in grid.rows[:start] for cell in row.cells if cell.text)
    entries, hidden = _entries(rows, columns)
    if hidden:
        shown = "、".join(str(row.number) for row in hidden[:10]) + ("…" if len(hidden) > 10 else "")
        facts = {"rows": shown, "count": str(len(hidden))}
        problems.append(_left_out(f"{grid.name}!A{hidden[0].number}", "ledger-hidden-rows", **facts))
    ours = any(HELP_MARK in cell.text[:8] for row in rows[:1] for cell in row.cells[:1])
    headings = {heading: header.cells[number] for number, heading in columns.items()}
    return Table(sheet, tuple(entries), headings, " ".join(dict.fromkeys(above)), ours), problems


def _header(grid: Grid, sheet: Sheet) -> int | None:
    """The row of the first twenty with the most headings that we know; two are needed, one of them the name."""

    def score(row: Row) -> int:
        known = {headers.known(cell.text, sheet) for cell in row.cells if cell.text} - {None}
        return len(known) if NAME in known or "工作室编号" in known else 0

    best = max(range(min(len(grid.rows), _HEADER_WITHIN)), key=lambda number: score(grid.rows[number]))
    return best if score(grid.rows[best]) >= 2 else None


def _columns(grid: Grid, sheet: Sheet, header: Row, below: Row | None) -> tuple[dict[int, str], list[Problem]]:
    """Our heading of each column that is read, and the columns that are not."""
    columns: dict[int, str] = {}
    problems = []
    for number, cell in enumerate(header.cells):
        under = below.cells[number] if below else None
        lower = under.text if under and not under.joined else ""
        shown = f"{cell.text}·{lower}" if lower else cell.text
        candidates = (shown, f"{cell.text}{lower}", lower) if lower else (cell.text,)
        heading = next((found for each in candidates if (found := headers.known(each, sheet))), None)
        facts = {"header": shown.replace("\n", "")[:30]}
        if any(headers.private(each) for each in (shown, lower)) and heading is None:
            problems.append(_left_out(cell.address, "ledger-private-column", **facts))
        elif heading and heading != MARKS and number in grid.hidden_columns:
            problems.append(_left_out(cell.address, "ledger-hidden-column", **facts))
        elif heading in columns.values():
            problems.append(_left_out(cell.address, "ledger-column-twice", **facts, heading=str(heading)))
        elif heading:
            columns[number] = heading
        elif not headers.ignored(shown) and _used(grid, number, header.number):
            code = "ledger-decision-column" if headers.of_decision(shown) else "ledger-unknown-column"
            problems.append(_left_out(cell.address, code, **facts))
    return columns, problems


def _used(grid: Grid, column: int, header: int) -> bool:
    return any(column < len(row.cells) and row.cells[column].text for row in grid.rows if row.number > header)


def _entries(rows: tuple[Row, ...], columns: dict[int, str]) -> tuple[list[SheetRow], list[Row]]:
    entries: list[SheetRow] = []
    hidden: list[Row] = []
    section = ""
    name = next((number for number, heading in columns.items() if heading == NAME), -1)
    for row in rows:
        if row.blank or _aside(row):
            continue
        if row.hidden:
            hidden.append(row)
        elif (divides := _section(row, name)) is not None:
            section = divides
        else:
            cells = {heading: row.cells[number] for number, heading in columns.items() if number < len(row.cells)}
            if entries and NAME in cells and cells[NAME].joined:
                entries[-1] = _continued(entries[-1], cells)
            else:
                entries.append(SheetRow(row.number, cells, section, row.cells[max(name, 0)].address))
    return entries, hidden


def _aside(row: Row) -> bool:
    """Whether a row only explains, counts up or signs."""
    texts = [text for cell in row.cells if (text := cell.text.strip())]
    return bool(texts) and (
        texts[0].startswith(HELP_MARK)
        or any(_TOTAL.match(text) for text in texts[:2])
        or (len(set(texts)) == 1 and bool(_NOTE.match(texts[0])))
    )


def _section(row: Row, name: int) -> str | None:
    """The text of a row that divides the list: one text, merged over several columns or left of the names."""
    filled = [
        (number, cell.text.strip()) for number, cell in enumerate(row.cells) if cell.text.strip() and not cell.joined
    ]
    texts = {text for _, text in filled}
    if len(texts) != 1 or any(cell.fault for cell in row.cells):
        return None
    return texts.pop() if len(filled) > 1 or filled[0][0] < name else None


def _continued(entry: SheetRow, cells: dict[str, Cell]) -> SheetRow:
    """A studio over several rows, its name merged: what each row adds comes on a line of its own."""
    joined = dict(entry.cells)
    for heading, cell in cells.items():
        if cell.text and not cell.joined:
            before = joined[heading].text
            joined[heading] = replace(joined[heading], value=f"{before}\n{cell.text}" if before else cell.text)
    return replace(entry, cells=joined)
