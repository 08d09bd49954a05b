"""SVG path data of blocks, dots, bars and squares. A drawing is three paths: before, after, and the outline of what was saved."""

from dataclasses import dataclass
from math import ceil
from typing import Final

Drawn = tuple[str, str, str]
WIDTH: Final = 320
SIDE: Final = 150
"""The side of the larger of two squares."""
_BESIDE: Final = WIDTH - SIDE
"""Where the drawing of the value after begins, if it stands beside that before."""
_BAR: Final = 22
_GAP: Final = 8
BARS: Final = 2 * _BAR + _GAP
_BLOCK: Final = 8
_PITCH: Final = 10
_TALL: Final = 13


def rows(before: float, after: float) -> tuple[int, int, Drawn]:
    """Two rows of upright blocks, one above the other; with width and height of the drawing. The last block may be a part."""
    columns = max(ceil(round(max(before, after), 6)), 12)
    tall = max(_TALL, columns * 2 // 3)
    below = tall * 4 // 3
    drawn = (
        _row(0, before, 0, tall),
        _row(0, after, below, tall),
        _row(after, before, below, tall) if after < before else "",
    )
    return columns * _PITCH - _PITCH + _BLOCK, below + tall, drawn


def _row(first: float, last: float, y: int, tall: int) -> str:
    """The blocks from `first` to `last` of a row, of which both may be parts."""
    return "".join(
        _box(column * _PITCH + start * _BLOCK, y, (end - start) * _BLOCK, tall)
        for column, start, end in _parts(first, last)
    )


def grids(before: float, after: float) -> tuple[int, int, Drawn]:
    """Two groups of small squares side by side, with width and height of the drawing. The last square may be a part."""
    most = ceil(round(max(before, after), 6))
    columns = next((number for number in (3, 4, 5, 6, 7) if most <= number * number), 8)
    side = columns * _PITCH - _PITCH + _BLOCK
    width = round(side * WIDTH / SIDE)
    beside = width - side
    drawn = (
        _grid(0, before, 0, columns),
        _grid(0, after, beside, columns),
        _grid(after, before, beside, columns) if after < before else "",
    )
    return width, ceil(most / columns) * _PITCH - _PITCH + _BLOCK, drawn


def _grid(first: float, last: float, left: int, columns: int) -> str:
    return "".join(
        _box(
            left + number % columns * _PITCH + start * _BLOCK,
            number // columns * _PITCH,
            (end - start) * _BLOCK,
            _BLOCK,
        )
        for number, start, end in _parts(first, last)
    )


def _parts(first: float, last: float) -> list[tuple[int, float, float]]:
    """The blocks between two numbers of blocks: the index of each, and from where to where it is filled, 0 to 1."""
    numbers = range(int(round(first, 6)), ceil(round(last, 6)))
    return [(number, max(0.0, first - number), min(1.0, last - number)) for number in numbers]


@dataclass(frozen=True, slots=True)
class DotField:
    """So many dots in rows of `columns`, `pitch` SVG units apart; two fields stand side by side."""

    dots: int
    columns: int
    pitch: float

    @property
    def width(self) -> int:
        return WIDTH

    @property
    def height(self) -> int:
        return ceil(self.dots // self.columns * self.pitch)

    def lines(self, first: int, last: int, left: int) -> str:
        """The dots from `first` to before `last` as lines, which the stylesheet dashes so that a dot stands at every pitch."""
        found = []
        while first < last:
            row, column = divmod(first, self.columns)
            end = min(last, (row + 1) * self.columns)
            x, y = left + (column + 0.5) * self.pitch, (row + 0.5) * self.pitch
            found.append(f"M{_number(x)} {_number(y)}h{_number((end - first - 1) * self.pitch + 1)}")
            first = end
        return "".join(found)


HUNDRED: Final = DotField(100, 10, 15)
THOUSAND: Final = DotField(1000, 40, 3.75)


def fields(field: DotField, before: int, after: int) -> tuple[str, str, str, str]:
    """Two fields of dots, of which the first so many are lit: before, after, the dots that went out, and those never lit."""
    saved = field.lines(after, before, _BESIDE)
    unlit = field.lines(before, field.dots, 0) + field.lines(max(before, after), field.dots, _BESIDE)
    return field.lines(0, before, 0), field.lines(0, after, _BESIDE), saved, unlit


def bars(before: float, after: float, zero: float = 0) -> Drawn:
    """Two bars from the line at `zero`, one above the other. Lengths are parts of the width; a negative one points to the left."""
    below = _BAR + _GAP
    saved = ""
    if 0 <= after < before:
        saved = _box((zero + after) * WIDTH, below, (before - after) * WIDTH, _BAR)
    return _bar(zero, before, 0), _bar(zero, after, below), saved


def _bar(zero: float, length: float, y: int) -> str:
    return _box((zero + min(0, length)) * WIDTH, y, abs(length) * WIDTH, _BAR)


def axis(zero: float) -> str:
    """The line at zero, through both bars."""
    return f"M{_number(zero * WIDTH)} 0v{BARS}"


def squares(before: float, after: float) -> Drawn:
    """Two squares of these sides, side by side on one line."""
    saved = _box(_BESIDE, SIDE - before, before, before) if after < before else ""
    return _box(0, SIDE - before, before, before), _box(_BESIDE, SIDE - after, after, after), saved


def _box(x: float, y: float, width: float, height: float) -> str:
    wide = _number(width)
    return f"M{_number(x)} {_number(y)}h{wide}v{_number(height)}h-{wide}z" if wide != "0" else ""


def _number(number: float) -> str:
    return f"{round(number, 2):.2f}".rstrip("0").rstrip(".")
