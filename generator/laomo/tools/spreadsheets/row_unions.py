"""Whose studio a row describes: the union in the row, in the section title above it, or in the name of its sheet."""

from collections.abc import Iterator
from functools import cache, partial

from laomo.text import union_names
from laomo.tools.spreadsheets import stated_names
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.grid import Cell
from laomo.tools.spreadsheets.sheets import NAME, UNION
from laomo.tools.spreadsheets.table_rows import SheetRow, section_name
from laomo.tools.spreadsheets.tables import Table


class RowUnions:
    """Finds the unions of new studios; asks once where none is known."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._asked: set[str] = set()
        """The addresses of sections and headers that were reported."""
        self._meant = cache(partial(union_names.meant, draft.archive.called))
        self._named = cache(partial(union_names.named, draft.archive.called))
        """Most rows of a list say the same few unions."""

    def of(self, table: Table, entry: SheetRow) -> str | None:
        """The union's id; None, reported once, when it is not known.

        A section or a sheet of another name than a union's is asked about, unless the command names the union. It is never guessed.
        """
        said, section = entry.text(UNION), section_name(entry.section.text) if entry.section else ""
        found = self._meant(said)
        if len(found) > 1:
            return self._of_several(table, entry, found)
        if certain := found or [*self._by_titles(section, table.name)]:
            return certain[0]
        if said or not entry.section:
            known = self._by_command(table)
            if known is None:
                self._tell_unknown(table, entry, said)
            elif not said and known == self.draft.union:
                self._tell_other_sheet(table, known)
            return known
        return self._of_section(entry.section)

    def _of_several(self, table: Table, entry: SheetRow, found: list[str]) -> str | None:
        """Of those that a row may mean the one that its section, its sheet or the command names; None, asked, if they name none."""
        section = section_name(entry.section.text) if entry.section else ""
        named = (*self._by_titles(section, table.name), self.draft.union)
        if chosen := next((each for each in named if each in found), None):
            return chosen
        stated_names.ask_union(self.draft, entry.at(UNION), entry.text(UNION), found)
        return None

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
        if at not in self._asked and union_names.ends_as_one(table.name):
            self._asked.add(at)
            named = self.draft.archive.union_name(union)
            self.draft.tell(at, "ledger-section-by-option", "warning", title=table.name[:30], union=named)

    def _by_command(self, table: Table) -> str | None:
        """The union that the command names, the only one, or that of the table's title."""
        return self.draft.union or self._only() or next(self._by_titles(table.title), None)

    def _only(self) -> str | None:
        unions = self.draft.archive.unions
        return str(unions[0].get("id")) if len(unions) == 1 else None

    def _by_titles(self, *titles: str) -> Iterator[str]:
        """The one union that each title names, if it names one."""
        for title in titles:
            found = self._named(title)
            if len(found) == 1:
                yield found[0]

    def _tell_unknown(self, table: Table, entry: SheetRow, said: str) -> None:
        at = table.headings[NAME].address
        if UNION in table.headings:
            self.draft.tell(entry.at(UNION), "ledger-no-union", said=said)
        elif at not in self._asked:
            self._asked.add(at)
            self.draft.tell(at, "ledger-no-unions")
