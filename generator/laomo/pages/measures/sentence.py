"""A measure as a sentence: 落一只箱，从18秒到11秒. Its words are the record's; only the joints are added."""

import re
from dataclasses import astuple, dataclass

from laomo.records.models.quantity import Quantity
from laomo.records.models.year import MeasureRecord

_LONG_UNIT = 4
"""From so many characters on, a unit is written once: 从13到4毫克/立方米."""
_AFTER_UNIT = ("以上", "左右")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence in parts, so that the two numbers can be set large. `after` is empty where the value has not changed."""

    lead: str
    opening: str
    """What stands right before the first number: 从."""
    before: str
    before_unit: str
    joint: str = ""
    after: str = ""
    after_unit: str = ""
    rest: str = ""

    def __str__(self) -> str:
        return "".join(astuple(self))


def of(measure: MeasureRecord) -> Sentence:
    """The sentence about a measure: what it says in plain words, else its indicator, and the two figures."""
    before, after = (_Figure.of(each, measure.unit) for each in (measure.before, measure.after))
    if measure.says and (whole := _whole(measure.says, before.number, after.number, measure.unit)):
        return whole
    lead = f"{measure.says}，" if measure.says else f"{measure.indicator}："
    if before == after:
        return Sentence(lead, f"前后都是{before.qualifier}", before.number, before.unit)
    once = before.unit == after.unit and ("/" in measure.unit or len(measure.unit) >= _LONG_UNIT)
    return Sentence(
        lead,
        f"从{before.qualifier}",
        before.number,
        "" if once else before.unit,
        f"到{after.qualifier}",
        after.number,
        after.unit,
    )


_PARTS = re.compile(r"(\D*?)(-?\d(?:[\d,.]*\d)?)(\D*)")


@dataclass(frozen=True, slots=True)
class _Figure:
    """约30 of 次 → 约, 30, 次; 1.2万 of 元 → nothing, 1.2, 万元. A text without a number, or with two, is a number as a whole."""

    qualifier: str
    number: str
    unit: str

    @classmethod
    def of(cls, amount: Quantity, unit: str) -> "_Figure":
        text = str(amount)
        suffix = next((each for each in _AFTER_UNIT if text.endswith(each)), "")
        text = text.removesuffix(suffix).strip().removesuffix(unit).strip()
        found = _PARTS.fullmatch(text)
        qualifier, number, scale = found.groups() if found else ("", text, "")
        return cls(qualifier.strip(), number, f"{scale.strip()}{unit}{suffix}")


def _whole(says: str, before: str, after: str, unit: str) -> Sentence | None:
    """A text that states both figures itself, in their order, in parts; else None."""
    first = _find(before, says, 0)
    second = _find(after, says, first + len(before)) if first >= 0 else -1
    if second < 0:
        return None
    before_unit, joint = _without_unit(says[first + len(before) : second], unit)
    after_unit, rest = _without_unit(says[second + len(after) :], unit)
    lead = says[:first].removesuffix("从")
    return Sentence(lead, says[len(lead) : first], before, before_unit, joint, after, after_unit, rest)


def _without_unit(text: str, unit: str) -> tuple[str, str]:
    """The unit at the beginning of a text, if it is there, and what follows."""
    return (unit, text.removeprefix(unit)) if text.startswith(unit) else ("", text)


def _find(number: str, text: str, start: int) -> int:
    """Where a number stands in a text by itself, not as a part of a longer one; -1 if it does not."""
    found = re.compile(rf"(?<![\d.]){re.escape(number)}(?![\d.]*\d)").search(text, start)
    return found.start() if found else -1
