"""What the records show of a standard's items, for one studio and one year (厦工办〔2013〕6号 三; 河南省总工会 2015-02-06 四).

Absent is not failed: an item is 有据, 未见材料, 待核 (only the union can tell) or 不适用. Whether a studio meets a
standard is said by a recorded decision alone.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from laomo.records.models import PartialDate, StandardRecord
from laomo.records.models.standard import StandardItem
from laomo.registry.standards.evidence_checks import FoundEvidence, look
from laomo.registry.standards.fields import Proof
from laomo.registry.studio import Designation, Studio

State = Literal["有据", "未见材料", "待核", "不适用"]

Standards = Iterable[tuple[str, StandardRecord]]


@dataclass(frozen=True, slots=True)
class ItemEvidence:
    """What is known of one item."""

    item: StandardItem
    state: State
    recommended: bool = False
    """Whether what is 有据 also reaches the recommended number."""
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One studio beside one standard in one year."""

    standard: str
    record: StandardRecord
    year: int
    items: tuple[ItemEvidence, ...]

    @property
    def shown(self) -> tuple[ItemEvidence, ...]:
        """What the public page shows: items with something to see. There is no list of the others."""
        return tuple(each for each in self.items if each.proofs and each.state in ("有据", "待核"))

    @property
    def complete(self) -> bool:
        """Whether every item that records can show is 有据; what only the union can tell stands beside it."""
        judged = [each for each in self.items if each.state in ("有据", "未见材料")]
        return bool(judged) and all(each.state == "有据" for each in judged)

    def missing(self) -> tuple[StandardItem, ...]:
        """Items without material: for the union's own list, never for the site."""
        return tuple(each.item for each in self.items if each.state == "未见材料")


@dataclass(frozen=True, slots=True)
class OfYear:
    """What a studio's page says of one year: the official verdicts, and what is evidenced of each standard then valid."""

    year: int
    reported: bool
    verdicts: tuple[Designation, ...]
    standards: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ItemCount:
    """Of how many studios an item is evidenced."""

    item: StandardItem
    met: int
    recommended: int
    pending: int
    applicable: int


@dataclass(frozen=True, slots=True)
class Tally:
    """A standard in one year, in numbers; the only studios named are those with all items evidenced."""

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
    """The year from which the studio is known to be there."""
    years = [studio.created.year] if studio.created else []
    return min([*years, *(year.year for year in studio.years)], default=None)


def examine(standard: str, record: StandardRecord, studio: Studio, year: int) -> Evidence:
    """What the records show of each item."""
    first = since(studio)
    there = first is not None and first <= year
    return Evidence(standard, record, year, tuple(_item(item, studio, year, there=there) for item in record.items))


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
    """What a tally asks of a studio: a sign for each item. Nothing of one that was not there in that year, or whose age is unknown."""
    first = since(studio)
    if first is None or first > year:
        return ""
    return "".join(_mark(_item(item, studio, year, there=True)) for item in record.items)


def _mark(found: ItemEvidence) -> str:
    match found.state:
        case "有据":
            return "+" if found.recommended else "="
        case "待核":
            return "?" if found.proofs else "."
        case "未见材料":
            return "-"
        case "不适用":
            return "x"


def tally(record: StandardRecord, year: int, found: Iterable[tuple[Studio, str]]) -> Tally:
    """Count the studios that were there in that year, by their marks."""
    there = [(studio, signs) for studio, signs in found if signs]
    counted = [Counter(signs[n] for _, signs in there) for n in range(len(record.items))]
    return Tally(
        year,
        len(there),
        sum(any(each.year == year for each in studio.years) for studio, _ in there),
        tuple(
            ItemCount(item, of["+"] + of["="], of["+"], of["?"], of.total() - of["x"])
            for item, of in zip(record.items, counted, strict=True)
        ),
        tuple(studio for studio, signs in there if "-" not in signs and not {"+", "="}.isdisjoint(signs)),
    )


def _item(item: StandardItem, studio: Studio, year: int, *, there: bool) -> ItemEvidence:
    if not there or (item.categories and studio.record.category not in item.categories):
        return ItemEvidence(item, "不适用")
    found = [look(check, studio, year) for check in item.check]
    state = _state(found)
    degrees = [each.recommended for each in found if each.recommended is not None]
    recommended = state == "有据" and bool(degrees) and all(degrees)
    proofs = tuple(dict.fromkeys(proof for each in found for proof in each.proofs))
    return ItemEvidence(item, state, recommended, proofs)


def _state(found: Sequence[FoundEvidence]) -> State:
    """One part without material leaves the item without; else one part for the union leaves it to the union."""
    if any(each.enough is False for each in found):
        return "未见材料"
    return "有据" if found and all(each.enough for each in found) else "待核"
