"""What a row said when it was exported, in a hidden column: so that an import knows which cells a clerk has changed since.

A cell that still says what it said is left alone, whatever became of the record meanwhile; a cell that was emptied empties the
field; and where both the cell and the record were changed, nobody's work is lost. A mark is a sixteen-million-to-one digest of
four letters for each column, behind one of the columns themselves; a workbook of other columns has no marks.
"""

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from laomo.tools.spreadsheets.columns import Column, Item
from laomo.tools.spreadsheets.sheets import MARKS, NAME_COLUMN, STUDIOS, Sheet
from laomo.tools.spreadsheets.table_rows import SheetRow

_LENGTH = 4


@dataclass(frozen=True, slots=True)
class ExportMarks:
    """The digests of one row by heading."""

    digests: dict[str, str]

    @classmethod
    def of(cls, sheet: Sheet, entry: SheetRow) -> "ExportMarks | None":
        """The marks of a row; None when it was not exported, or by another version."""
        text, columns = entry.text(MARKS), _columns(sheet)
        pieces = [text[n : n + _LENGTH] for n in range(0, len(text), _LENGTH)]
        if len(pieces) != len(columns) + 1 or pieces[0] != _head(sheet):
            return None
        return cls({column.header: piece for column, piece in zip(columns, pieces[1:], strict=True)})

    def unchanged(self, column: Column, text: str) -> bool:
        """Whether a text is what the column said when it was exported."""
        return self.digests[column.header] == _digest(text)


def written(sheet: Sheet, item: Item) -> str:
    """The marks of a record for the hidden column."""
    return _head(sheet) + "".join(_digest(column.read(item)) for column in _columns(sheet))


def _columns(sheet: Sheet) -> tuple[Column, ...]:
    return (NAME_COLUMN, *sheet.columns) if sheet is STUDIOS else sheet.columns


@cache
def _head(sheet: Sheet) -> str:
    return _digest(" ".join(column.header for column in _columns(sheet)))


def _digest(text: str) -> str:
    return b64encode(sha256(text.strip().encode("utf-8", "surrogatepass")).digest()[:3]).decode()
