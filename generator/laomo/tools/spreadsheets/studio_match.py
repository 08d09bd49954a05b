"""The studio on record that a row of a spreadsheet means: found by its name, its leader and its unit."""

from collections.abc import Container
from dataclasses import dataclass

from laomo.text import people_cell
from laomo.tools.spreadsheets import record_files as records
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.record_files import same
from laomo.tools.spreadsheets.sheets import LEADERS, NAME_COLUMN, UNITS
from laomo.tools.spreadsheets.table_rows import SheetRow


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The leaders and the unit that a row names, to be held against studios on record."""

    draft: Draft
    leaders: list[str]
    unit: str

    @property
    def complete(self) -> bool:
        return bool(self.leaders and self.unit)

    def shared(self, studio: str) -> int:
        """In how many of leader and unit a studio is like the row: 0, 1 or 2."""
        units = records.units(self.draft.now(self.draft.studios[studio]))
        return (studio in self.draft.led_by(self.leaders)) + any(same(unit) in self.unit for unit in units)


def find(draft: Draft, entry: SheetRow, name: str, taken: Container[str]) -> list[str] | None:
    """The ids of the studios that a row can mean; none for a new studio. `taken`: the studios that earlier rows mean.

    Of several studios with the row's name, those with the same leader and unit come first. When none has the name, a studio with the same
    leader and unit was renamed. None, with a problem reported, when only the name is the same: that may be another studio.
    """
    evidence = _Evidence(draft, people_cell.read(entry.text(LEADERS)).names, same(entry.text(UNITS)))
    named = draft.named(name)
    if not named:
        return _renamed(evidence, entry, name, taken)
    scores = {studio: evidence.shared(studio) for studio in named}
    if evidence.complete and not any(scores.values()):
        return _unlike(draft, entry, name, [studio for studio in named if studio not in taken])
    best = max(scores.values())
    return [studio for studio in named if scores[studio] == best]


def _unlike(draft: Draft, entry: SheetRow, name: str, others: list[str]) -> list[str] | None:
    """A row with the name of other studios, but neither their leader nor their unit: a new studio if all of them have rows of their own."""
    if not others:
        return []
    draft.tell(entry.address, "ledger-same-name", name=name, studios=tuple(sorted(others)))
    return None


def _renamed(evidence: _Evidence, entry: SheetRow, name: str, taken: Container[str]) -> list[str]:
    """The one studio with the row's leader and unit, which then has a new name."""
    draft = evidence.draft
    led = draft.led_by(evidence.leaders)
    other = [studio for studio in led if studio not in taken and evidence.shared(studio) == 2]
    if len(other) != 1:
        return []
    before = NAME_COLUMN.read(draft.now(draft.studios[other[0]]))
    draft.tell(entry.address, "ledger-renamed", "warning", before=before, after=name)
    return other
