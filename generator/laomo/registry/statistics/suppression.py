"""Suppression of small numbers of people that could identify somebody, and of numbers from which they could be derived."""

from collections.abc import Mapping
from dataclasses import dataclass

SMALLEST = 3
"""Groups below this are not shown (domain notes §5, team)."""


@dataclass(frozen=True, slots=True)
class CrossCell:
    """One part of a breakdown as published: a count, or None and the words shown instead."""

    label: str
    count: int | None
    words: str = ""


def cells(parts: Mapping[str, int]) -> tuple[CrossCell, ...]:
    """The parts of a whole whose total is known; empty if nothing can be shown without revealing a small group.

    Small cells become “少于3人”. If the rest of the total would still reveal one of them, a larger cell is hidden too, as
    “不单列”: the smallest that helps.
    """
    small = {label: count for label, count in parts.items() if 0 < count < SMALLEST}
    larger = sorted((count, place, label) for place, (label, count) in enumerate(parts.items()) if count >= SMALLEST)
    for beside in ([], *([one] for one in larger)):
        if not small or _safe(list(small.values()), [count for count, _, _ in beside]):
            left_out = {label for _, _, label in beside}
            return tuple(_cell(label, count, label in small, label in left_out) for label, count in parts.items())
    return ()  # where no single one helps, all larger ones are of the smallest size, and several do not help either


def _safe(small: list[int], beside: list[int]) -> bool:
    """Whether each hidden count could have at least two values: the small ones are 1 or 2, the others 3 or more."""
    slack = sum(small) + sum(beside) - len(small) - SMALLEST * len(beside)
    return slack > 0 and (bool(beside) or slack < len(small))


def hidden_cells(counts: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], str]:
    """The cells of a table of rows and columns that stay hidden, with the words shown instead. All rows have all columns.

    Each row and each column is made safe as if its sum were known (`cells`); then, until no line has a single hidden cell, the smallest
    cell that is left in such a line is hidden, too: a cell hidden in a row must not be worked out from its column.
    """
    rows, columns = (dict.fromkeys(key[n] for key in counts) for n in (0, 1))
    lines = [[(row, column) for column in columns] for row in rows] + [
        [(row, column) for row in rows] for column in columns
    ]
    hidden = {key for line in lines for key in _hidden_of(line, counts)}
    changed = True
    while changed:
        changed = False
        for line in lines:
            left = [key for key in line if key not in hidden]
            if len(line) - len(left) == 1 and left:
                hidden.add(min(left, key=lambda key: (not counts[key], counts[key])))
                changed = True
    return {key: f"少于{SMALLEST}人" if 0 < counts[key] < SMALLEST else "不单列" for key in counts if key in hidden}


def _hidden_of(line: list[tuple[str, str]], counts: Mapping[tuple[str, str], int]) -> list[tuple[str, str]]:
    shown = cells({str(n): counts[key] for n, key in enumerate(line)})
    return [line[int(cell.label)] for cell in shown if cell.count is None] if shown else line


def part(count: int | None, total: int) -> CrossCell | None:
    """One group of a whole, such as the women of a team; None if it is unknown or the rest of the whole is small."""
    if count is None or 0 < total - count < SMALLEST:
        return None
    return _cell("", count, small=0 < count < SMALLEST, beside=False)


def _cell(label: str, count: int, small: bool, beside: bool) -> CrossCell:
    if small:
        return CrossCell(label, None, f"少于{SMALLEST}人")
    return CrossCell(label, None, "不单列") if beside else CrossCell(label, count)
