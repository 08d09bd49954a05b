"""What the records show about a standard's items, for one studio and one year (厦工办〔2013〕6号 三; 河南省总工会 2015-02-06 四).

Missing evidence is not failure: an item is 有材料, 未见材料, 待核 (only the union can judge it) or 不适用. Only a recorded
decision says whether a studio meets a standard.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from laomo.records.models import PartialDate, StandardRecord
from laomo.records.models.standard import StandardItem
from laomo.registry.standards.evidence_checks import FoundEvidence, run_check
from laomo.registry.standards.fields import Proof
from laomo.registry.studio import Designation, Studio

State = Literal["有材料", "未见材料", "待核", "不适用"]

Standards = Iterable[tuple[str, StandardRecord]]


@dataclass(frozen=True, slots=True)
class ItemEvidence:
    """The evidence for one item."""

    item: StandardItem
    state: State
    recommended: bool = False
    """Whether an item that is 有材料 also reaches the recommended number."""
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One studio examined against one standard for one year."""

    standard: str
    record: StandardRecord
    year: int
    items: tuple[ItemEvidence, ...]

    @property
    def shown(self) -> tuple[ItemEvidence, ...]:
        """The items that the public page shows: those with proofs. The others are not listed in public."""
        return tuple(each for each in self.items if each.proofs and each.state in ("有材料", "待核"))

    def missing(self) -> tuple[StandardItem, ...]:
        """Items without material: for the union's own list, never for the site."""
        return tuple(each.item for each in self.items if each.state == "未见材料")


@dataclass(frozen=True, slots=True)
class OfYear:
    """One year on a studio's page: the official decisions, and the evidence for each standard in force that year."""

    year: int
    reported: bool
    verdicts: tuple[Designation, ...]
    standards: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ItemCount:
    """Numbers of studios by the state of one item: 有材料, also recommended, 待核 with proofs, and all to which it applies."""

    item: StandardItem
    met: int
    recommended: int
    pending: int
    applicable: int


@dataclass(frozen=True, slots=True)
class Tally:
    """A standard in one year, in numbers.

    `complete` lists the studios with evidence for every item that records can prove; no other studio is named.
    """

    year: int
    studios: int
    reported: int
    items: tuple[ItemCount, ...]
    complete: tuple[Studio, ...]


def valid_in(record: StandardRecord, year: int) -> bool:
    """Whether the standard is in force at the end of the year, when the annual reports are due (厦工办〔2013〕6号 四·4)."""
    end = PartialDate(year, 12, 31)
    return not end.surely_before(record.valid_from) and not (record.valid_to and record.valid_to.surely_before(end))


def since(studio: Studio) -> int | None:
    """The first year in which the studio is known to exist; None if unknown."""
    years = [studio.created.year] if studio.created else []
    return min([*years, *(year.year for year in studio.years)], default=None)


def examine(standard: str, record: StandardRecord, studio: Studio, year: int) -> Evidence:
    """The evidence that a studio's records hold for each item of a standard in a year."""
    first = since(studio)
    existed = first is not None and first <= year
    return Evidence(standard, record, year, tuple(_item(item, studio, year, existed=existed) for item in record.items))


def by_year(studio: Studio, standards: Standards) -> tuple[OfYear, ...]:
    """The studio's years with a report or a verdict, newest first."""
    verdicts = [each for each in studio.designations if each.decision.result in ("达标", "复核合格")]
    reported = {year.year for year in studio.years}
    newest = sorted(standards, key=lambda each: (-each[1].valid_from.year, each[0]))
    return tuple(
        OfYear(
            year,
            year in reported,
            tuple(each for each in verdicts if each.decision.date.year == year),
            tuple(
                examine(i, record, studio, year) for i, record in newest if year in reported and valid_in(record, year)
            ),
        )
        for year in sorted(reported | {each.decision.date.year for each in verdicts}, reverse=True)
    )


def marks(record: StandardRecord, studio: Studio, year: int) -> str:
    """One character for each item, as `tally` counts them; empty if the studio did not exist in that year or its age is unknown.

    `+` 有材料 and recommended number reached, `=` 有材料, `?` 待核 with proofs, `.` 待核 without, `-` 未见材料, `x` 不适用.
    """
    first = since(studio)
    if first is None or first > year:
        return ""
    return "".join(_mark(_item(item, studio, year, existed=True)) for item in record.items)


def _mark(found: ItemEvidence) -> str:
    match found.state:
        case "有材料":
            return "+" if found.recommended else "="
        case "待核":
            return "?" if found.proofs else "."
        case "未见材料":
            return "-"
        case "不适用":
            return "x"


def tally(record: StandardRecord, year: int, found: Iterable[tuple[Studio, str]]) -> Tally:
    """Count the studios that existed in that year. `found` holds studios with their `marks`."""
    existing = [(studio, signs) for studio, signs in found if signs]
    return Tally(
        year,
        len(existing),
        sum(any(each.year == year for each in studio.years) for studio, _ in existing),
        tuple(_counted(item, Counter(signs[n] for _, signs in existing)) for n, item in enumerate(record.items)),
        tuple(studio for studio, signs in existing if "-" not in signs and not {"+", "="}.isdisjoint(signs)),
    )


def _counted(item: StandardItem, of: Counter[str]) -> ItemCount:
    return ItemCount(item, of["+"] + of["="], of["+"], of["?"], of.total() - of["x"])


def _item(item: StandardItem, studio: Studio, year: int, *, existed: bool) -> ItemEvidence:
    if not existed or (item.categories and studio.record.category not in item.categories):
        return ItemEvidence(item, "不适用")
    found = [run_check(check, studio, year) for check in item.check]
    state = _state(found)
    reached = [each.recommended for each in found if each.recommended is not None]
    recommended = state == "有材料" and bool(reached) and all(reached)
    proofs = tuple(dict.fromkeys(proof for each in found for proof in each.proofs))
    return ItemEvidence(item, state, recommended, proofs)


def _state(found: Sequence[FoundEvidence]) -> State:
    """未见材料 if any check lacks material; else 有材料 if every check is satisfied; else 待核."""
    if any(each.enough is False for each in found):
        return "未见材料"
    return "有材料" if found and all(each.enough for each in found) else "待核"
