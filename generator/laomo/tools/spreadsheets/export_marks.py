"""Fingerprints of an exported row in a hidden column, from which an import knows the cells that a clerk has changed since.

A cell that has not changed is ignored, even if the record has changed meanwhile; a cell that was emptied empties the field; and when
both the cell and the record have changed, the cell is reported, so that nobody's work is lost. The marks of a row are the fingerprint of
the headers and that of each cell, four characters (24 bits) each. Marks of other headers, as of another version, are ignored.
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
    """The fingerprints of one exported row by heading."""

    fingerprints: dict[str, str]

    @classmethod
    def of(cls, sheet: Sheet, entry: SheetRow) -> "ExportMarks | None":
        """The marks of a row; None when it has none, or those of another version."""
        text, columns = entry.text(MARKS), _columns(sheet)
        pieces = [text[n : n + _LENGTH] for n in range(0, len(text), _LENGTH)]
        if len(pieces) != len(columns) + 1 or pieces[0] != _head(sheet):
            return None
        return cls({column.header: piece for column, piece in zip(columns, pieces[1:], strict=True)})

    def unchanged(self, column: Column, text: str) -> bool:
        """Whether a text is what the cell held when it was exported."""
        return self.fingerprints[column.header] == _fingerprint(text)


def written(sheet: Sheet, item: Item) -> str:
    """The marks of a record as the text of the hidden column."""
    return _head(sheet) + "".join(_fingerprint(column.read(item)) for column in _columns(sheet))


def _columns(sheet: Sheet) -> tuple[Column, ...]:
    return (NAME_COLUMN, *sheet.columns) if sheet is STUDIOS else sheet.columns


@cache
def _head(sheet: Sheet) -> str:
    return _fingerprint(" ".join(column.header for column in _columns(sheet)))


def _fingerprint(text: str) -> str:
    return b64encode(sha256(text.strip().encode("utf-8", "surrogatepass")).digest()[:3]).decode()
