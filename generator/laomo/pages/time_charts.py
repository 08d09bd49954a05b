"""Charts over the years, as shapes and words with their places: the template draws them, the stylesheet colours them.

The axis is time itself: a year without a number keeps its place, empty, because unknown is not 0. Values start at 0. What is read
stands at the shape: the largest and the newest value above their columns, the name of a curve at its end.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal

Number = int | Decimal
Years = Sequence[tuple[int, Number]]

_WIDTH: Final = 320
"""In SVG units. It is about the width of a phone's text column, so that on a phone the chart's type has the size of the page's."""
_HEIGHT: Final = 176
_TOP: Final = 24
_BASE: Final = 150
_FONT: Final = 13
_WIDEST: Final = 34
"""Of a column, where there are few years."""
_APART: Final = 6
"""Between two words side by side."""


@dataclass(frozen=True, slots=True)
class Word:
    """A text and the point at which it is anchored, on its baseline."""

    text: str
    x: float
    y: float
    anchor: Literal["start", "middle", "end"]
    part: str
    """What it belongs to: `year`, `value`, or the class of a curve."""

    @property
    def ends(self) -> tuple[float, float]:
        """Where it begins and ends, at most."""
        width = _text_width(self.text)
        left = self.x - {"start": 0, "middle": width / 2, "end": width}[self.anchor]
        return left, left + width


@dataclass(frozen=True, slots=True)
class Pillar:
    """One value as a column on the base line."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class TimeChart:
    """A drawing of `width` × `height` SVG units with its base line at `base`. `curves` are path data."""

    words: tuple[Word, ...]
    columns: tuple[Pillar, ...] = ()
    curves: tuple[str, ...] = ()
    width: int = _WIDTH
    height: int = _HEIGHT
    base: int = _BASE


def columns(rows: Years) -> TimeChart:
    """A column for each year that has a number; `rows` are in the order of their years and not empty."""
    first, last = rows[0][0], rows[-1][0]
    pitch = min(_WIDTH / (last - first + 1), _WIDEST * 1.4)
    width = _round(pitch * 0.7)
    scale = (_BASE - _TOP) / float(max(1, *(number for _, number in rows), 1))
    places = {year: (year - first + 0.5) * pitch for year, _ in rows}
    drawn = tuple(
        Pillar(_round(places[year] - width / 2), _round(_BASE - height), width, height)
        for year, number in rows
        for height in [_round(float(number) * scale)]
    )
    largest = max(rows, key=lambda row: (row[1], row[0]))
    values = (
        _inside(Word(_written(number), places[year], _BASE - float(number) * scale - 6, "middle", "value"))
        for year, number in dict.fromkeys([largest, rows[-1], rows[0]])
    )
    free = [word for word in values if not any(_covers(column, word) for column in drawn)]
    return TimeChart((*_spaced(free), *_years(first, last, pitch, pitch / 2)), columns=drawn)


def _covers(column: Pillar, word: Word) -> bool:
    left, right = word.ends
    return column.y < word.y and column.x < right and left < column.x + column.width


def curves(series: Sequence[tuple[str, Years]]) -> TimeChart:
    """A curve for each (name, rows), which all begin and end in the same years."""
    first, last = series[0][1][0][0], series[0][1][-1][0]
    ends = [f"{name} {_written(rows[-1][1])}" for name, rows in series]
    right = max(map(_text_width, ends)) + _APART * 2
    pitch = (_WIDTH - right - _APART) / max(1, last - first)
    scale = (_BASE - _TOP) / float(max(1, *(number for _, rows in series for _, number in rows)))
    paths = tuple(
        "M"
        + "L".join(
            f"{_round(_APART + (year - first) * pitch)} {_round(_BASE - float(number) * scale)}"
            for year, number in rows
        )
        for _, rows in series
    )
    heights = _apart([_BASE - float(rows[-1][1]) * scale + _FONT / 3 for _, rows in series])
    at = _APART + (last - first) * pitch + _APART
    words = (
        Word(text, _round(at), _round(y), "start", f"curve-{n}")
        for n, (text, y) in enumerate(zip(ends, heights, strict=True))
    )
    return TimeChart((*words, *_years(first, last, pitch, _APART)), curves=paths)


def _years(first: int, last: int, pitch: float, start: float) -> Iterable[Word]:
    """The first and the last year and, between them, those that end in 0 or 5 and have room."""
    between = [year for year in range(first + 1, last) if year % 5 == 0]
    named = dict.fromkeys([first, last, *between])
    words = [Word(str(year), start + (year - first) * pitch, _HEIGHT - 8, "middle", "year") for year in named]
    return _spaced([_inside(word) for word in words])


def _spaced(words: Iterable[Word]) -> tuple[Word, ...]:
    """Those words, the more important ones first, that do not touch one placed before, in the order of the years."""
    placed: list[Word] = []
    for word in words:
        left, right = word.ends
        if all(right + _APART < other.ends[0] or other.ends[1] + _APART < left for other in placed):
            placed.append(word)
    return tuple(sorted(placed, key=lambda word: word.x))


def _inside(word: Word) -> Word:
    """The word, moved as far as it would stick out of the drawing."""
    left, right = word.ends
    x = word.x - min(left, 0) - max(right - _WIDTH, 0)
    return Word(word.text, _round(x), _round(word.y), word.anchor, word.part)


def _apart(heights: list[float]) -> list[float]:
    """The heights of words one above another, moved up where they would overlap the one below."""
    order = sorted(range(len(heights)), key=lambda n: -heights[n])
    moved = list(heights)
    for lower, upper in pairwise(order):
        moved[upper] = min(moved[upper], moved[lower] - _FONT - 3)
    return moved


def _written(number: Number) -> str:
    return f"{float(number):.12g}"


def _text_width(text: str) -> float:
    """An upper bound of the text's width in SVG units: a Chinese character is as wide as the font size, a Latin one about 0.62 of it."""
    return sum(_FONT if ord(letter) > 0x2000 else _FONT * 0.62 for letter in text)


def _round(number: float) -> float:
    """A number with one decimal at most; without one, an integer, which every template engine prints alike."""
    rounded = round(number, 1)
    return int(rounded) if rounded == int(rounded) else rounded
