"""Writes Excel workbooks."""

import errno
import io
import math
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink

from laomo.system.files import write_atomic
from laomo.tools.spreadsheets.grid import Heading, Page, letters
from laomo.tools.spreadsheets.sheets import CHOICES, HELP_MARK

_ROWS_TO_FILL = 2_000
_LINES_SHOWN = 6
_NOT_IN_TITLES = re.compile(r"[\\/*?:\[\]\x00-\x1f]")
_LONGEST_TITLE = 28
"""Excel takes 31 characters; the rest is for the number that tells sheets of one title apart."""
_READ_OTHERWISE = ("=", "#")
"""What openpyxl takes for a formula or an error when a text begins so; all other texts it writes as they are, and twice as fast."""
_MOST_LINKS = 60_000
"""Of one sheet. Excel takes 65,530 and calls a workbook with more damaged."""
_FONT = "Calibri"
"""The font that openpyxl gives all other cells; without a name, some programs choose a serif."""


def write(pages: Sequence[Page], file: Path) -> None:
    """Write a workbook of text: a sheet for each page, with frozen headings, and drop-down lists where there are choices.

    Raises OSError.
    """
    with _book(file) as book:
        lists = _lists(pages)
        for page in pages:
            _page(book, page, lists)
        _choices(book, lists)


def write_table(title: str, rows: Sequence[Sequence[str | int]], file: Path) -> None:
    """Write a workbook of one sheet, with the first row as frozen headings. A text is never a formula. Raises OSError."""
    with _book(file) as book:
        sheet = book.create_sheet(title)
        sheet.freeze_panes = "A2"
        for row in rows:
            sheet.append([_text(sheet, value) if isinstance(value, str) else value for value in row])


@dataclass(frozen=True, slots=True)
class Linked:
    """The text of a cell that leads to an address."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class FilterableList:
    """A sheet to be looked through: its first row is the head, which stays in view and filters each column."""

    title: str
    rows: Sequence[Sequence[str | int | Linked]]
    widths: Sequence[int]
    """Of each column, in characters of Latin text."""
    frozen: int = 0
    """The columns at the left that stay in view."""
    foot: Sequence[Sequence[str | int | Linked]] = ()
    """Rows below that no filter hides and no sorting moves, such as a total."""


def write_lists(lists: Sequence[FilterableList], file: Path) -> None:
    """Write a workbook of lists, a sheet for each. A text is never a formula. Raises OSError."""
    with _book(file) as book:
        for each in lists:
            _list(book, each)


def _list(book: Any, found: FilterableList) -> None:
    sheet = book.create_sheet(_NOT_IN_TITLES.sub(" ", found.title)[:_LONGEST_TITLE].strip("' ") or "清单")
    sheet.freeze_panes = f"{letters(found.frozen + 1)}2"
    for number, width in enumerate(found.widths, 1):
        sheet.column_dimensions[letters(number)].width = width
    head, *rows = found.rows
    sheet.append([_title(sheet, Heading(str(text), "")) for text in head])
    look, linked, links = _text(sheet, ""), _text(sheet, ""), 0
    linked.font = Font(name=_FONT, color="1A4F8B", underline="single")
    for number, row in enumerate((*rows, *found.foot), 2):
        cells: list[Any] = []
        for column, value in enumerate(row, 1):
            if isinstance(value, Linked) and value.address and links < _MOST_LINKS:
                cells.append(_like(linked, value.text))
                sheet._hyperlinks.append(Hyperlink(ref=f"{letters(column)}{number}", target=value.address))  # noqa: SLF001 (the setter of a cell asks where it stands, which a streamed cell does not know)
                links += 1
            else:
                text = value.text if isinstance(value, Linked) else value
                marked = isinstance(text, str) and text[:1] in _READ_OTHERWISE
                cells.append(_like(look, str(text)) if marked else text)
        sheet.append(cells)
    sheet.auto_filter.ref = f"A1:{letters(len(head))}{len(found.rows)}"


@contextmanager
def _book(file: Path) -> Iterator[Workbook]:
    """A workbook to be filled, which is then written whole or not at all. Raises OSError."""
    book, data = Workbook(write_only=True), io.BytesIO()
    try:
        yield book
        book.save(data)
    except (
        etree.SerialisationError
    ) as error:  # a temporary file; libxml names errors of the disk by their number's name
        for sheet in book.worksheets:  # else each reports the error again when it is collected
            with suppress(etree.SerialisationError, ValueError, StopIteration):
                sheet.close()
        number = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
        raise OSError(number, os.strerror(number), str(file)) from error
    write_atomic(file, data.getvalue())


def _lists(pages: Sequence[Page]) -> dict[tuple[str, ...], str]:
    """Each set of choices once, with the letters of its column in the sheet of choices."""
    lists = dict.fromkeys(heading.choices for page in pages for heading in page.headings if heading.choices)
    return {choices: letters(number) for number, choices in enumerate(lists, 1)}


def _choices(book: Any, lists: dict[tuple[str, ...], str]) -> None:
    sheet = book.create_sheet(CHOICES)
    sheet.sheet_state = "hidden"
    for row in range(max((len(choices) for choices in lists), default=0)):
        sheet.append([choices[row] if row < len(choices) else None for choices in lists])


def _page(book: Any, page: Page, lists: dict[tuple[str, ...], str]) -> None:
    sheet = book.create_sheet(page.title)
    sheet.freeze_panes = "C3"
    for number, heading in enumerate(page.headings, 1):
        dimension = sheet.column_dimensions[letters(number)]
        dimension.width, dimension.number_format, dimension.hidden = heading.width, "@", heading.hidden
        if heading.choices:
            _drop_down(sheet, heading, lists[heading.choices], letters(number), max(len(page.rows), _ROWS_TO_FILL) + 2)
    helps = [f"{HELP_MARK}：{heading.help}" if n == 0 else heading.help for n, heading in enumerate(page.headings)]
    sheet.row_dimensions[1].height = 32
    sheet.row_dimensions[2].height = 6 + 12 * max(map(_lines, helps, page.headings))
    sheet.append([_title(sheet, heading) for heading in page.headings])
    sheet.append([_help(sheet, text) for text in helps])
    looks = [_text(sheet, ""), _text(sheet, "\n")]
    for number, row in enumerate(page.rows, 3):
        if (lines := max(value.count("\n") for value in row) + 1) > 1:
            sheet.row_dimensions[number].height = 15 * min(lines, _LINES_SHOWN)
        sheet.append([_like(looks["\n" in value], value) if value else None for value in row])


def _lines(text: str, heading: Heading) -> int:
    """How many lines of small type the help takes below its heading. A width is in digits; a Chinese character is two digits wide."""
    return 0 if heading.hidden else math.ceil(len(text) / (heading.width * 11 / 9 / 2 - 1))


def _drop_down(sheet: Any, heading: Heading, column: str, letter: str, last: int) -> None:
    rule = DataValidation(
        type="list",
        formula1=f"={CHOICES}!${column}$1:${column}${len(heading.choices)}",
        allow_blank=True,
        showErrorMessage=not heading.open,
        errorStyle="stop" if heading.single else "warning",
        errorTitle=heading.title,
        error="请从下拉列表里选。" if heading.single else "列表里没有；几项写在一格时不必理会。",
    )
    rule.add(f"{letter}3:{letter}{last}")
    sheet.data_validations.append(rule)


def _title(sheet: Any, heading: Heading) -> Any:
    cell = _text(sheet, heading.title)
    cell.font = Font(name=_FONT, bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor="A61C1C" if heading.required else "6B6B6B")
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    return cell


def _help(sheet: Any, text: str) -> Any:
    cell = _text(sheet, text)
    cell.font = Font(name=_FONT, color="5A5A5A", size=9)
    cell.fill = PatternFill("solid", fgColor="F4F1EC")
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _text(sheet: Any, value: str) -> Any:
    """A cell that is text even if it looks like a formula, a number or a date. Wrapping shows its line breaks."""
    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment = Alignment(wrap_text="\n" in value, vertical="top")
    return cell


def _like(look: Any, value: str) -> Any:
    """Another cell in the style of `look`. Setting the style of each cell anew took half of the time of an export."""
    cell: Any = WriteOnlyCell(look.parent, value)
    cell.data_type = "s"
    cell._style = look._style  # noqa: SLF001 (openpyxl has no other way to share it)
    return cell
