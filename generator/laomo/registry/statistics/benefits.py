"""Benefits, summed as far as that is honest (domain notes §7 rule 4).

Only exact values of one year and one unit are summed, money in 万元. “800余万元” of a year adds to a lower bound that
stands beside. All else (cumulative, a yearly mean, about, near, vague) is counted, not summed.
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
    """A total of several items in one unit."""

    value: Decimal
    items: int


@dataclass(frozen=True, slots=True)
class BenefitLine:
    """One year and unit: what sums exactly, and beside it what is at least there. None where there is nothing to sum."""

    year: int
    unit: str
    exact: Sum | None
    floor: Sum | None


@dataclass(frozen=True, slots=True)
class Benefits:
    """Money year by year, then other units, and the reasons why the rest is not summed."""

    money: tuple[BenefitLine, ...]
    others: tuple[BenefitLine, ...]
    left_out: Figure
    coverage: Coverage

    @property
    def bars(self) -> tuple[tuple[str, Decimal], ...]:
        """The exact money of each year, for the chart."""
        return tuple((f"{line.year}年", line.exact.value) for line in self.money if line.exact)


def benefits(registry: Registry) -> Benefits:
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
    made = [
        BenefitLine(year, unit, *(_sum(parts[place]) for place in ("sum", "floor")))
        for (year, unit), parts in lines.items()
    ]
    ordered = sorted(made, key=lambda line: (line.year, line.unit))
    active = len(registry.active_studios)
    return Benefits(
        money=tuple(line for line in ordered if line.unit == _MONEY),
        others=tuple(line for line in ordered if line.unit != _MONEY),
        left_out=tally("benefits-left-out", reasons, _REASONS, active),
        coverage=Coverage(len(studios), active),
    )


_REASONS = ("累计", "年均", "自应用以来", "时点", "未写时段", "约数", "概数", "未写数额")


def sort(benefit: BenefitRecord) -> tuple[str, Decimal | None, str]:
    """Where a benefit belongs: `sum` or `floor` with its value and unit, or the reason why it is not summed."""
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
    """How many benefits of each kind were recorded: items, not money."""
    counts = Counter((studio, benefit.kind) for studio, _, benefit in _all(registry))
    return tally("benefit", counts.elements(), vocabulary.BENEFIT_KINDS, len(registry.active_studios))


def _all(registry: Registry) -> Iterator[tuple[str, int, BenefitRecord]]:
    for item in registry.achievements:
        for benefit in item.record.benefits:
            yield item.studio.id, item.year, benefit


def _sum(values: list[Decimal]) -> Sum | None:
    """The total without idle zeros: 12000, not 12000.0 or 1.2E+4."""
    total = sum(values, Decimal(0))
    return Sum(Decimal(f"{total.normalize():f}"), len(values)) if values else None
