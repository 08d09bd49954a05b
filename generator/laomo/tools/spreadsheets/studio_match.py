"""The studio on record that a row of a spreadsheet means: found by its name, its leader and its unit."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from laomo.text import people_cell, studio_names
from laomo.text.compared import same
from laomo.tools.spreadsheets import record_files as records
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.sheets import LEADERS, NAME_COLUMN, UNITS
from laomo.tools.spreadsheets.table_rows import SheetRow

_ALL = 2
"""Leader and unit."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The leaders and the unit that a row names, to be held against studios on record."""

    draft: Draft
    leaders: list[str]
    unit: str

    def leader(self, studio: str) -> bool | None:
        """Whether one of the row's leaders leads a studio; None when the row or the record names none."""
        known = records.leaders(self.draft.now(self.draft.studios[studio]))
        return studio in self.draft.led_by(self.leaders) if self.leaders and known else None

    def located(self, studio: str) -> bool | None:
        """Whether a studio is in the row's unit; None when the row or the record names none."""
        units = records.units(self.draft.now(self.draft.studios[studio]))
        return any(same(unit) in self.unit for unit in units) if self.unit and units else None

    def shared(self, studio: str) -> int:
        """In how many of leader and unit a studio is like the row: 0, 1 or 2."""
        return (self.leader(studio) is True) + (self.located(studio) is True)

    def may_be(self, studio: str) -> bool:
        """Whether a studio with the row's name can be the one that it means: they share leader or unit, or one of them does not say its unit."""
        return self.shared(studio) > 0 or self.located(studio) is None


def find(draft: Draft, entry: SheetRow, name: str, taken: Container[str], listed: Container[str]) -> list[str] | None:
    """The ids of the studios that a row can mean; none for a new studio. `taken`: the studios that earlier rows mean, `listed`: all names in the list.

    Of several studios with the row's name, or with that former name, those with the same leader and unit come first. A studio in another unit is
    another one. None, with a problem reported, when a studio on record may have been renamed.
    """
    evidence = _Evidence(draft, people_cell.read(entry.text(LEADERS)).names, same(entry.text(UNITS)))
    named = draft.named(name) or [studio for studio in draft.formerly(name) if evidence.shared(studio)]
    alike = [studio for studio in named if evidence.may_be(studio)]
    if alike:
        best = max(map(evidence.shared, alike))
        return [studio for studio in alike if evidence.shared(studio) == best]
    strangers = [studio for studio in named if studio not in taken]
    if strangers:
        draft.tell(entry.address, "ledger-same-name", "warning", name=name, studios=tuple(sorted(strangers)))
        return []
    return _of_one_leader(evidence, entry, name, [*_neighbours(evidence, taken, listed)])


def twin(draft: Draft, entry: SheetRow, name: str, taken: Container[str]) -> str | None:
    """The id of the studio of an earlier row that a new row names again in short: of the same people in the same unit, 张三焊接工作室 for 张三焊接劳模创新工作室."""
    evidence = _Evidence(draft, people_cell.read(entry.text(LEADERS)).names, same(entry.text(UNITS)))
    for studio in draft.led_by(evidence.leaders):
        other = NAME_COLUMN.read(draft.now(draft.studios[studio]))
        if studio in taken and evidence.shared(studio) == _ALL and _is_short(name, other):
            return studio
    return None


def _is_short(one: str, other: str) -> bool:
    """Whether two names differ only in how much they say of the kind."""
    mine, theirs = studio_names.split(one), studio_names.split(other)
    nested = mine.kind.endswith(theirs.kind) or theirs.kind.endswith(mine.kind)
    return same(mine.own) == same(theirs.own) and nested and bool(mine.kind and theirs.kind)


def _neighbours(evidence: _Evidence, taken: Container[str], listed: Container[str]) -> Iterator[tuple[str, str]]:
    """The studios on record with the row's leader and unit that no row of the list means, each with its name."""
    for studio in evidence.draft.led_by(evidence.leaders):
        name = NAME_COLUMN.read(evidence.draft.now(evidence.draft.studios[studio]))
        if studio not in taken and same(name) not in listed and evidence.shared(studio) == _ALL:
            yield studio, name


def _of_one_leader(evidence: _Evidence, entry: SheetRow, name: str, others: list[tuple[str, str]]) -> list[str] | None:
    """A row with the leader and unit of a studio on record: None, reported, if that may be its former name; else another studio of the same people."""
    renamed = next((other for other in others if _may_be_renamed(other[1], name, evidence.leaders)), None)
    if renamed:
        evidence.draft.tell(entry.address, "ledger-rename", studio=renamed[0], before=renamed[1], after=name)
        return None
    for studio, before in others[:1]:
        evidence.draft.tell(entry.address, "ledger-second-studio", "warning", studio=studio, before=before)
    return []


def _may_be_renamed(before: str, after: str, leaders: list[str]) -> bool:
    """Whether one name may follow the other: both are of one kind, and one says what the other says and perhaps more."""
    kinds = [studio_names.split(each).kind for each in (before, after)]
    if not (kinds[0] == kinds[1] or all("劳模" in kind for kind in kinds)):
        return False
    own = [same(studio_names.particular(each, leaders)) for each in (before, after)]
    return own[0] in own[1] or own[1] in own[0]
