"""Which item of a list on record each row of a spreadsheet means."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from laomo.text.compared import same
from laomo.tools.spreadsheets import cells
from laomo.tools.spreadsheets.columns import Column, Item
from laomo.tools.spreadsheets.sheets import PLACE, Sheet
from laomo.tools.spreadsheets.table_rows import SheetRow


def match(sheet: Sheet, filed: list[Item], entries: Sequence[SheetRow], *, ours: bool) -> list[int | None]:
    """For each row the index of the item that it means; None for a new item. No two rows mean the same.

    The fields in `sheet.names` decide: all of them together, then each alone. Rows of our own workbook are known by their place in the
    list as well.
    """
    named = [column for column in sheet.columns if column.path[0] in sheet.names]
    matching = _Matching(filed, entries)
    for columns in (named, *([column] for column in named)):
        matching.by_columns(columns)
    if ours:
        matching.by_place()
    return [matching.found.get(number) for number in range(len(entries))]


@dataclass(slots=True)
class _Matching:
    """The rows that have found their item so far."""

    filed: list[Item]
    entries: Sequence[SheetRow]
    found: dict[int, int] = field(default_factory=dict)
    """The number of a row → the index of its item."""

    def by_columns(self, columns: Sequence[Column]) -> None:
        """Match rows that say the same as an item in all of some columns, and something in one of them."""
        for number, entry in self._unmatched():
            if any(entry.text(column.header) for column in columns):
                fitting = [
                    index for index in self._free() if all(_agrees(entry, each, self.filed[index]) for each in columns)
                ]
                if fitting:
                    place = _place(entry)
                    self.found[number] = place if place in fitting else fitting[0]

    def by_place(self) -> None:
        """Match rows to the item at the place that they name."""
        for number, entry in self._unmatched():
            if (place := _place(entry)) in self._free():
                self.found[number] = place

    def _unmatched(self) -> list[tuple[int, SheetRow]]:
        return [(number, entry) for number, entry in enumerate(self.entries) if number not in self.found]

    def _free(self) -> list[int]:
        """The indices of the items that no row means so far."""
        taken = set(self.found.values())
        return [index for index in range(len(self.filed)) if index not in taken]


def _agrees(entry: SheetRow, column: Column, item: Item) -> bool:
    return same(cells.plain(entry.text(column.header), column)) == same(column.read(item))


def _place(entry: SheetRow) -> int:
    """The index that a row names in its column of places, which count from 1; -1 when it names none."""
    text = cells.digits(entry.text(PLACE))
    return int(text) - 1 if text.isdigit() else -1
