"""Whose studio a row describes: the union in the row, in the section title above it, or in the name of its sheet."""

import re
from collections.abc import Iterable, Sequence

from laomo.tools.spreadsheets.columns import Item
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.grid import Cell
from laomo.tools.spreadsheets.record_files import same
from laomo.tools.spreadsheets.sheets import NAME, UNION
from laomo.tools.spreadsheets.table_rows import SheetRow, section_name
from laomo.tools.spreadsheets.tables import Table

_OF_UNIONS = re.compile(r"(总工会|工会委员会|工会联合会|工会|工作委员会|委员会|工委)$")
_OF_PLACES = re.compile(r"(?<=..)(自治州|自治县|[省市区县州盟旗])$")


class RowUnions:
    """Finds the unions of new studios; asks once where none is known."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._asked: set[str] = set()
        """The addresses of sections and headers that were reported."""

    def of(self, table: Table, entry: SheetRow) -> str | None:
        """The union's id; None, reported once, when it is not known.

        A section or a sheet of another name than a union's is asked about, unless the command names the union. It is never guessed.
        """
        archive, said = self.draft.archive, entry.text(UNION)
        section = section_name(entry.section.text) if entry.section else ""
        found = archive.union(said) or self._by_place(section) or self._by_place(table.name)
        if found:
            return found
        if said or not entry.section:
            known = self._by_command(table)
            if known is None:
                self._tell_unknown(table, entry, said)
            elif not said and known == self.draft.union:
                self._tell_other_sheet(table, known)
            return known
        return self._of_section(entry.section)

    def _of_section(self, section: Cell) -> str | None:
        """The union below a title that names none of ours."""
        chosen, title, asked = self.draft.union, section_name(section.text)[:30], section.address in self._asked
        self._asked.add(section.address)
        if not asked and chosen:
            named = self.draft.archive.union_name(chosen)
            self.draft.tell(section.address, "ledger-section-by-option", "warning", title=title, union=named)
        elif not asked and not self._only():
            self.draft.tell(section.address, "ledger-section-union", title=title)
        return chosen or self._only()

    def _tell_other_sheet(self, table: Table, union: str) -> None:
        """A sheet named after a place or a union that is none of ours is not silently another's."""
        at = table.headings[NAME].address
        if at not in self._asked and (_OF_PLACES.search(table.name) or _OF_UNIONS.search(table.name)):
            self._asked.add(at)
            named = self.draft.archive.union_name(union)
            self.draft.tell(at, "ledger-section-by-option", "warning", title=table.name[:30], union=named)

    def _by_command(self, table: Table) -> str | None:
        """The union that the command names, the only one, or that of the table's title."""
        return self.draft.union or self._only() or self.draft.archive.union(table.title)

    def _only(self) -> str | None:
        unions = self.draft.archive.unions
        return str(unions[0].get("id")) if len(unions) == 1 else None

    def _by_place(self, text: str) -> str | None:
        """The union that a text names, or the one of the place that it names: 湖里区, 湖里 → 湖里区工会."""
        if not text:
            return None
        if found := self.draft.archive.union(text):
            return found
        fitting = of_place(self.draft.archive.unions, text)
        return fitting[0] if len(fitting) == 1 else None

    def _tell_unknown(self, table: Table, entry: SheetRow, said: str) -> None:
        at = table.headings[NAME].address
        if UNION in table.headings:
            self.draft.tell(entry.at(UNION), "ledger-no-union", said=said)
        elif at not in self._asked:
            self._asked.add(at)
            self.draft.tell(at, "ledger-no-unions")


def of_place(known: Sequence[Item], text: str) -> list[str]:
    """The ids of the unions of the place that a text names: 湖里区, 湖里 → 湖里区工会."""
    return [str(each["id"]) for each in known if _stem(text) in _stems(each)]


def _stems(union: Item) -> set[str]:
    others = union.get("other_names")
    names: Iterable[object] = (union.get("name"), union.get("short"), *(others if isinstance(others, list) else ()))
    return {_stem(str(name)) for name in names if name}


def _stem(name: str) -> str:
    """What tells unions apart: 湖里区总工会 and 湖里 → 湖里."""
    return _OF_PLACES.sub("", _OF_UNIONS.sub("", same(name)))
