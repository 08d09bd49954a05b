"""Numbers of people so small that they point at somebody are not published, nor is what would let a reader work them out."""

from collections.abc import Mapping
from dataclasses import dataclass

SMALLEST = 3
"""Groups below this are not shown (domain notes §5, team)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One part of a breakdown as the public may see it: a count, or the words that stand for it."""

    label: str
    count: int | None
    words: str = ""


def cells(parts: Mapping[str, int]) -> tuple[Cell, ...]:
    """The parts of a whole whose total is known. Empty when nothing can be shown without giving a small group away.

    Small cells become “少于3人”. When their sum would still tell each of them (one alone, all ones, all twos), the next
    smallest cell is left out as well, as “不单列”.
    """
    small = {label for label, count in parts.items() if 0 < count < SMALLEST}
    hidden = sum(parts[label] for label in small)
    others = sorted((count, place, label) for place, (label, count) in enumerate(parts.items()) if count >= SMALLEST)
    beside = ""
    if small and (len(small) == 1 or hidden in (len(small), len(small) * (SMALLEST - 1))):
        if not others:
            return ()
        beside = others[0][2]
    return tuple(_cell(label, count, label in small, label == beside) for label, count in parts.items())


def part(count: int | None, total: int) -> Cell | None:
    """One group of a whole, such as the women of a team; None when it is unknown or the rest of the whole is small."""
    if count is None or 0 < total - count < SMALLEST:
        return None
    return _cell("", count, small=0 < count < SMALLEST, beside=False)


def _cell(label: str, count: int, small: bool, beside: bool) -> Cell:
    if small:
        return Cell(label, None, f"少于{SMALLEST}人")
    return Cell(label, None, "不单列") if beside else Cell(label, count)
