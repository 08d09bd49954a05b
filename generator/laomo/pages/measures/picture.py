"""The picture of a measure: the shapes of before and after on one scale from zero, as SVG path data. The template draws them.

Lengths and areas are proportional to the values, up to the second decimal of an SVG unit. Equal records give equal bytes.
"""

from dataclasses import dataclass
from math import ceil, sqrt

from markupsafe import Markup

from laomo.pages.measures import shapes, units
from laomo.records.models.quantity import Quantity
from laomo.records.models.year import MeasureRecord

_MOST_BLOCKS = 40
"""The most blocks for one value. More can neither be counted nor stored in 2 kB."""
_ENOUGH_BLOCKS = 12
"""With so many, a part of a block is seen as such."""
_LARGEST_CHANGE = 1000
"""Larger changes are written only: at this factor the shorter bar is thinner than a hair."""
_SCALE_TEXTS = {"areas": "面积表示大小", "share": "一整条是100%"}
_SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True, slots=True)
class Drawing:
    """Path data of a drawing of `width` × `height` SVG units, and what its scale is said from."""

    kind: str
    """A kind of `units`, but `hundred` or `thousand` for dots. The stylesheet knows it."""
    width: int
    height: int
    before: str
    after: str
    saved: str = ""
    """What was there before and is not any more, to be drawn as an outline."""
    ground: str = ""
    """What the values are part of: the whole of a share, the unlit dots; for bars the line at zero."""
    block: str = ""
    """What one block stands for: 5分钟."""
    lit: tuple[str, str] | None = None
    """How many dots are lit before and after: 约24, 6."""
    beside: bool = False
    """Whether before and after stand side by side, not one above the other."""

    @property
    def scale(self) -> str:
        """What a block, dot or area means, in words; empty for bars, of which the longer is simply the larger value."""
        if self.lit:
            part = "百" if self.kind == "hundred" else "千"
            return f"一点是{part}分之一，改进前{self.lit[0]}点，改进后{self.lit[1]}点"
        return f"一格{self.block}" if self.block else _SCALE_TEXTS.get(self.kind, "")

    @property
    def paths(self) -> dict[str, Markup]:
        """The path data by what they show (see the fields), as markup: made of letters and numbers, they need no escapes."""
        return {name: Markup(getattr(self, name)) for name in ("before", "after", "saved", "ground")}  # noqa: S704


def of(measure: MeasureRecord) -> Drawing | None:
    """The picture of a measure; None if a value is unknown, both are 0, or the change is too large to be drawn to scale."""
    before, after = (value(amount, measure.unit) for amount in (measure.before, measure.after))
    if before is None or after is None or not _drawable(before, after):
        return None
    kind = units.kind(measure.unit, measure.indicator, (before, after))
    drawn = None
    if kind in ("ticks", "squares"):
        drawn = _blocks(kind, before, after, measure.unit)
    elif kind == "dots":
        drawn = _dots(before, after, units.rate(measure.unit))
    elif kind == "share":
        drawn = _share(before, after, units.rate(measure.unit))
    elif kind == "areas":
        drawn = _areas(before, after)
    return drawn or _bars(before, after)


def value(amount: Quantity, unit: str) -> float | None:
    """An amount as a number of `unit` (1.2万 → 12000); None if it is vague, a range, or in another unit."""
    if amount.value is None:
        return None
    scale = amount.unit.removesuffix(unit).strip()
    if not set(scale) <= _SCALES.keys():
        return None
    number = float(amount.value)
    for letter in scale:
        number *= _SCALES[letter]
    return number


def _drawable(before: float, after: float) -> bool:
    smaller, larger = sorted((abs(before), abs(after)))
    return larger > 0 and (smaller == 0 or larger / smaller <= _LARGEST_CHANGE)


def _blocks(kind: units.Kind, before: float, after: float, unit: str) -> Drawing | None:
    """One block for each unit or round number of units; None where the smaller value would be a sliver of one block."""
    found = _step(before, after, unit)
    if not found:
        return None
    step, text = found
    counts = before / step, after / step
    if any(0 < count < 0.1 for count in counts):
        return None
    if kind == "ticks":
        width, height, drawn = shapes.rows(*counts)
    else:
        width, height, drawn = shapes.grids(*counts)
    return Drawing(kind, width, height, *drawn, block=text, beside=kind == "squares")


def _step(before: float, after: float, unit: str) -> tuple[float, str] | None:
    """What one block stands for, with its text: 1 where that gives few enough blocks, else a round amount that divides both or is
    small enough.

    None if the values are too small for blocks.
    """
    larger = max(before, after)
    amounts = [each for each in units.round_amounts(unit, larger / _MOST_BLOCKS) if larger / each[0] <= _MOST_BLOCKS]
    whole = [each for each in amounts if all(_is_whole(number / each[0]) for number in (before, after))]
    one = [each for each in amounts if each[0] == 1 and (each in whole or larger >= 10)]
    many = [each for each in whole if larger / each[0] >= 6]
    fine = [each for each in amounts[::-1] if larger / each[0] >= _ENOUGH_BLOCKS]
    finest = [each for each in amounts[:1] if larger >= each[0] * 2]
    return next(iter((*one, *many, *fine, *finest)), None)


def _is_whole(number: float) -> bool:
    return abs(number - round(number)) < 1e-6


def _dots(before: float, after: float, whole: int) -> Drawing | None:
    """Dots of a hundred, or of a thousand where a hundred would not be exact; None where even a thousand hide the change."""
    exact = whole == 100 and _is_whole(before) and _is_whole(after)
    field = shapes.HUNDRED if exact else shapes.THOUSAND
    counts = [number * field.dots / whole for number in (before, after)]
    shown = [round(count) for count in counts]
    if any(count > 0 and not dots for count, dots in zip(counts, shown, strict=True)):
        return None
    if before != after and shown[0] == shown[1]:
        return None
    before_lit, after_lit = (
        f"{'' if _is_whole(count) else '约'}{dots}" for count, dots in zip(counts, shown, strict=True)
    )
    drawn = shapes.fields(field, *shown)
    kind = "hundred" if exact else "thousand"
    return Drawing(kind, field.width, field.height, *drawn, lit=(before_lit, after_lit), beside=True)


def _share(before: float, after: float, whole: int) -> Drawing:
    drawn = shapes.bars(before / whole, after / whole)
    full = shapes.bars(1, 1)
    return Drawing("share", shapes.WIDTH, shapes.BARS, *drawn, ground=full[0] + full[1])


def _areas(before: float, after: float) -> Drawing:
    larger = max(before, after)
    sides = [sqrt(number / larger) * shapes.SIDE for number in (before, after)]
    drawn = shapes.squares(*sides)
    height = ceil(shapes.SIDE)
    return Drawing("areas", shapes.WIDTH, height, *drawn, beside=True)


def _bars(before: float, after: float) -> Drawing:
    low, high = min(0, before, after), max(0, before, after)
    zero = -low / (high - low)
    drawn = shapes.bars(before / (high - low), after / (high - low), zero)
    return Drawing("bars", shapes.WIDTH, shapes.BARS, *drawn, ground=shapes.axis(zero))
