"""The contents of a spreadsheet before its columns are understood: rows of cells, each with its address."""

from dataclasses import dataclass
from datetime import date, datetime, time

from laomo.problems.errors import CodedError

MAX_CELLS = 3_000_000
"""Of all sheets of a file, up to the last that holds something in each row: 100,000 rows of thirty columns."""
MAX_TEXT = 30_000_000
"""Characters of all cells of a file together."""
MAX_CELL_TEXT = 32_767
"""Characters that a cell of Excel can hold."""


class DayOf1904(int):
    """A whole number in a workbook that counts days from 1904; it may be such a day that has lost its format."""


Value = str | int | float | bool | date | datetime | time | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; row and column count from 1. `fault` is the code of the problem for a formula, or an error such as #REF!; None for a value."""

    sheet: str
    row: int
    column: int
    value: Value = None
    fault: str | None = None
    joined: bool = False
    """Whether it is a lower part of a merged cell, with the value of the row above."""
    part: bool = False
    """Whether it is any part of a merged cell but the first."""
    stands_for_nothing: bool = False
    """Whether it holds a word for no value, such as 空缺, which was taken out."""

    @property
    def address(self) -> str:
        """Sheet, column and row: 成果!C7."""
        return f"{self.sheet}!{letters(self.column)}{self.row}"

    @property
    def text(self) -> str:
        """The value as plain text; whole numbers without a point."""
        if isinstance(self.value, bool):
            return "是" if self.value else "否"
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        return (
            ""
            if self.value is None
            else str(self.value).replace("\r\n", "\n").replace("_x000D_", "").strip(" \t\u3000\xa0")
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One row, counted from 1."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False

    @property
    def blank(self) -> bool:
        """Whether no cell holds a value, a formula or an error."""
        return not any(cell.text.strip() or cell.fault for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet, or one CSV file; hidden rows and columns are marked as such."""

    name: str
    rows: tuple[Row, ...]
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a sheet to be written."""

    title: str
    help: str
    choices: tuple[str, ...] = ()
    single: bool = False
    """Whether a cell may hold only one of the choices."""
    required: bool = False
    width: int = 16
    hidden: bool = False
    open: bool = False
    """Whether the choices are only offered, and any other text is as good."""


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet to be written, of text only."""

    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...] = ()


class UnreadableFile(CodedError):
    """The file is not a spreadsheet that can be read. `code` is the message code of the reason."""


def letters(column: int) -> str:
    """A column's letters: 28 → AB."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
