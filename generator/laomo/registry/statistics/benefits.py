"""Benefits, summed only where a sum is meaningful (domain notes §7 rule 4).

Exact values of the same year and unit are summed, money in 万元. Values such as “800余万元” add up to a separate lower
bound. All other values (cumulative, yearly averages, approximate, vague) are counted but not summed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from laomo.records.models import vocabulary
from laomo.records.models.year import BenefitRecord
from laomo.registry.registry import Registry
from laomo.registry.statistics.figures import Coverage, Figure, tally

_MONEY = "万元"
_FLOORS = ("over", "at_least")


@dataclass(frozen=True, slots=True)
class Sum:
    """The total of several items in one unit."""

    value: Decimal
    items: int


@dataclass(frozen=True, slots=True)
class BenefitLine:
    """One year and unit: the sum of exact values and the sum of lower bounds. Each is None if there is nothing to sum."""

    year: int
    unit: str
    exact: Sum | None
    floor: Sum | None


@dataclass(frozen=True, slots=True)
class Benefits:
    """Money (万元) by year, other units by year, and the number of unsummed benefits by reason."""

    money: tuple[BenefitLine, ...]
    others: tuple[BenefitLine, ...]
    left_out: Figure
    coverage: Coverage

    @property
    def years(self) -> tuple[tuple[int, Decimal], ...]:
        """The exact money (万元) of each year, for the chart."""
        return tuple((line.year, line.exact.value) for line in self.money if line.exact)


def benefits(registry: Registry) -> Benefits:
    """The benefits of all published achievements, summed where possible and counted otherwise."""
    lines: dict[tuple[int, str], dict[str, list[Decimal]]] = defaultdict(lambda: defaultdict(list))
    reasons: list[tuple[str, str]] = []
    studios = set()
    for studio, year, benefit in _all(registry):
        studios.add(studio)
        place, value, unit = sort(benefit)
        if value is None:
            reasons.append((studio, place))
        else:
            lines[year, unit][place].append(value)
    unordered = [
        BenefitLine(year, unit, *(_sum(parts[place]) for place in ("sum", "floor")))
        for (year, unit), parts in lines.items()
    ]
    ordered = sorted(unordered, key=lambda line: (line.year, line.unit))
    active = len(registry.active_studios)
    return Benefits(
        money=tuple(line for line in ordered if line.unit == _MONEY),
        others=tuple(line for line in ordered if line.unit != _MONEY),
        left_out=tally("benefits-left-out", reasons, _REASONS, active),
        coverage=Coverage(len(studios), active),
    )


_REASONS = ("累计", "年均", "自应用以来", "时点", "未写时段", "约数", "概数", "未写数额")


def sort(benefit: BenefitRecord) -> tuple[str, Decimal | None, str]:
    """Classify a benefit: `sum` or `floor` with value and unit, or the reason why it is not summed with None and ""."""
    amount = benefit.amount
    if amount is None:
        return "未写数额", None, ""
    if benefit.period != "年度":
        return benefit.period or "未写时段", None, ""
    if amount.value is None:
        return "概数", None, ""
    if amount.qualifier not in ("exact", *_FLOORS):
        return "约数", None, ""
    money = amount.in_wan_yuan()
    value, unit = (amount.value, amount.unit) if money is None else (money, _MONEY)
    return ("sum" if amount.qualifier == "exact" else "floor"), value, unit


def by_kind(registry: Registry) -> Figure:
    """How many benefits of each kind are recorded: items, not money."""
    counts = Counter((studio, benefit.kind) for studio, _, benefit in _all(registry))
    return tally("benefit", counts.elements(), vocabulary.BENEFIT_KINDS, len(registry.active_studios))


def _all(registry: Registry) -> Iterator[tuple[str, int, BenefitRecord]]:
    for item in registry.achievements:
        for benefit in item.record.benefits:
            yield item.studio.id, item.year, benefit


def _sum(values: list[Decimal]) -> Sum | None:
    """The total in plain notation: 12000, not 12000.0 or 1.2E+4; None for no values."""
    total = sum(values, Decimal(0))
    return Sum(Decimal(f"{total.normalize():f}"), len(values)) if values else None
