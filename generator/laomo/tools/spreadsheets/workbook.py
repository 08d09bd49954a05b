"""Reads Excel workbooks as a stream: sheet by sheet, and of each only what its cells say, where they are and what is hidden.

A library that builds a whole workbook can be made to work for hours: by a note on the last cell, rules for whole columns, or a
million fonts. None of these is looked at here, so reading costs what the cells cost, and those are counted.
"""

import posixpath
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from laomo.system import ooxml_guard
from laomo.system.gc_control import gc_paused
from laomo.tools.spreadsheets.grid import MAX_CELL_TEXT, MAX_CELLS, MAX_TEXT, Cell, Grid, Row, UnreadableFile, Value
from laomo.tools.spreadsheets.workbook_values import CellStyles, SharedStrings, cell_value
from laomo.tools.spreadsheets.xml_stream import plain, read_part

_BOOK = "xl/workbook.xml"
_YES = frozenset({"1", "true"})
_EMPTY: tuple[Value, str | None] = (None, None)


@gc_paused()
def read(file: Path) -> list[Grid]:
    """A grid for each sheet. Formulas are not computed: their cells are marked. Raises UnreadableFile and ooxml_guard.OoxmlRefused."""
    with file.open("rb") as packed:
        ooxml_guard.guard(packed, _BOOK, far_cells=True)
        try:
            with zipfile.ZipFile(packed) as package:
                return list(_grids(package))
        except UnreadableFile:
            raise
        except Exception as error:  # a hostile file can fail in any way
            raise UnreadableFile("ledger-unreadable") from error


def _grids(package: zipfile.ZipFile) -> Iterator[Grid]:
    book, relations = _Book(), _Relations()
    read_part(package, _BOOK, book)
    read_part(package, "xl/_rels/workbook.xml.rels", relations)
    styles, strings = CellStyles(from_1904=book.from_1904), SharedStrings()
    for kind, target in ((styles, "/styles"), (strings, "/sharedStrings")):
        for part in relations.of_kind(target):
            read_part(package, part, kind)
    parts = set(relations.of_kind("/worksheet"))
    budget = _Budget()
    for title, hidden, relation in book.sheets:
        part = relations.targets[relation][1]
        if part in parts:
            parts.remove(part)  # of two sheets with one part, the second is no sheet
            content = _Sheet(styles, strings.texts, budget)
            read_part(package, part, content)
            yield content.grid(title, hidden=hidden)
        elif relations.targets[relation][0].endswith("/worksheet"):
            raise UnreadableFile("ledger-unreadable")


class _Book:
    """The sheets of a workbook: title, whether it is hidden, and the relation that leads to its part."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, bool, str]] = []
        self.from_1904 = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        match plain(tag):
            case "sheet":
                relation = next(value for name, value in attributes.items() if name.endswith("}id"))
                hidden = attributes.get("state", "visible") != "visible"
                self.sheets.append((attributes.get("name", ""), hidden, relation))
            case "workbookPr":
                self.from_1904 = attributes.get("date1904") in _YES

    def close(self) -> None:
        """Nothing is left to do."""


class _Relations:
    """Relation → its kind and the part that it leads to."""

    def __init__(self) -> None:
        self.targets: dict[str, tuple[str, str]] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if plain(tag) == "Relationship":
            target = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", ""))).lstrip("/")
            self.targets[attributes.get("Id", "")] = attributes.get("Type", ""), target

    def close(self) -> None:
        """Nothing is left to do."""

    def of_kind(self, kind: str) -> list[str]:
        return [part for of, part in self.targets.values() if of.endswith(kind)]


@dataclass(slots=True)
class _Budget:
    """What the sheets of a workbook may hold together. Raises UnreadableFile when it is spent."""

    cells: int = MAX_CELLS
    characters: int = MAX_TEXT

    def spend(self, cells: int, characters: int = 0) -> None:
        self.cells -= cells
        self.characters -= characters
        if self.cells < 0 or self.characters < 0:
            raise UnreadableFile("ledger-too-large")


@dataclass(slots=True)
class _Sheet:
    """The content of a sheet, as its elements come in."""

    styles: CellStyles
    strings: list[str]
    budget: _Budget
    cells: dict[int, dict[int, tuple[Value, str | None]]] = field(default_factory=lambda: defaultdict(dict))
    """Row → column → value and fault; empty cells are left out."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row and column, last row and column."""
    row: int = 0
    column: int = 0
    kind: str = ""
    style: str = ""
    formula: bool = False
    phonetic: bool = False
    texts: list[str] | None = None
    """The text of a cell's value while it is read."""
    said: list[str] = field(default_factory=list)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        match plain(tag):
            case "c":
                self.budget.spend(1)
                self._cell(attributes)
            case "v" | "t":
                self.texts = None if self.phonetic else self.said
            case "f":
                self.formula = True
            case "row":
                self._begin_row(attributes)
            case "rPh":
                self.phonetic = True
            case "col" if attributes.get("hidden") in _YES:
                last = min(int(attributes["max"]), ooxml_guard.MAX_COLUMNS)
                self.hidden_columns.update(range(int(attributes["min"]) - 1, last))
            case "mergeCell":
                self.merged.append(ooxml_guard.area(attributes["ref"]))

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        self.row, self.column = int(attributes.get("r", self.row + 1)), 0
        if "r" not in attributes and self.row > ooxml_guard.MAX_ROWS:
            raise UnreadableFile("ledger-too-large")
        if attributes.get("hidden") in _YES:
            self.hidden_rows.add(self.row)

    def _cell(self, attributes: Mapping[str, str]) -> None:
        place = attributes.get("r")
        if place:
            self.row, self.column, *_ = ooxml_guard.area(place)
        else:
            self.column += 1
            if self.column > ooxml_guard.MAX_COLUMNS:
                raise UnreadableFile("ledger-too-large")
        self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "0")
        self.formula, self.said = False, []

    def data(self, text: str) -> None:
        if self.texts is not None:
            self.texts.append(text)

    def end(self, tag: str) -> None:
        match plain(tag):
            case "v" | "t":
                self.texts = None
            case "rPh":
                self.phonetic = False
            case "c" if self.formula:
                self._put(None, "ledger-formula")
            case "c" if self.said:
                self._put(*self._value("".join(self.said)))

    def _put(self, value: Value, fault: str | None) -> None:
        """Keep what a cell holds. Empty cells may lie anywhere: one that somebody has formatted in the last row is no list of a million rows."""
        if self.row > ooxml_guard.MAX_ROWS or self.column > ooxml_guard.MAX_COLUMNS:
            raise UnreadableFile("ledger-too-large")
        self.cells[self.row][self.column] = value, fault

    def _value(self, said: str) -> tuple[Value, str | None]:
        if self.kind == "e":
            return None, "ledger-error-value"
        value = self.strings[int(said)] if self.kind == "s" else cell_value(said, self.kind, self.style, self.styles)
        if not isinstance(value, str):
            return value, None if value is not None else "ledger-error-value"
        if len(value) > MAX_CELL_TEXT:
            return None, "ledger-cell-too-long"
        self.budget.spend(0, len(value))
        return value, None

    def close(self) -> None:
        """Nothing is left to do."""

    def grid(self, title: str, *, hidden: bool) -> Grid:
        joined = self._joined()
        last = max((*self.cells, *joined), default=0)
        numbers = range(1, last + 1)
        widths = [max((*self.cells.get(number, ()), *joined.get(number, ())), default=0) for number in numbers]
        self.budget.spend(sum(widths))  # before the first is made
        rows = tuple(self._row(title, *row, joined.get(row[0], {})) for row in zip(numbers, widths, strict=True))
        return Grid(title, rows, frozenset(self.hidden_columns), hidden=hidden)

    def _joined(self) -> dict[int, dict[int, tuple[int, int]]]:
        """Row → column → the first cell of the merged area that covers it."""
        joined: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
        for top, left, bottom, right in self.merged:
            self.budget.spend((bottom - top + 1) * (right - left + 1))
            if not self.cells.get(top, {}).get(left):
                continue  # nothing is in it
            for row in range(top, bottom + 1):
                joined[row] |= dict.fromkeys(range(left, right + 1), (top, left))
        return joined

    def _row(self, title: str, number: int, width: int, joined: dict[int, tuple[int, int]]) -> Row:
        cells = self.cells.get(number, {})
        columns = range(1, width + 1)
        if joined:
            made = tuple(self._made(title, number, column, cells, joined) for column in columns)
        else:
            made = tuple([Cell(title, number, column, *cells.get(column, _EMPTY)) for column in columns])
        return Row(number, made, hidden=number in self.hidden_rows)

    def _made(
        self, title: str, row: int, column: int, cells: Mapping[int, Any], joined: Mapping[int, tuple[int, int]]
    ) -> Cell:
        origin = joined.get(column, (row, column))
        if origin == (row, column):
            return Cell(title, row, column, *cells.get(column, _EMPTY))
        value, _ = self.cells.get(origin[0], {}).get(origin[1], _EMPTY)
        return Cell(title, row, column, value, joined=origin[0] < row, part=True)
