"""Repeatable random choices: the same purpose always gives the same choices."""

from collections.abc import Sequence
from math import gcd, prod
from random import Random
from typing import TypeVar

T = TypeVar("T")

TENS_FROM = 1000
"""From here on figures are written in tens."""
GOLDEN = 0.618
"""Steps of this share of a circle spread best."""


def chance(*purpose: object) -> Random:
    """A random generator for one purpose, the same in every run and on every machine."""
    return Random(":".join(map(str, purpose)))  # noqa: S311  nothing here is secret


def some(rng: Random, items: Sequence[T], count: int) -> list[T]:
    """So many of the items (or all there are), in their own order."""
    chosen = sorted(rng.sample(range(len(items)), min(count, len(items))))
    return [items[i] for i in chosen]


def scale(span: tuple[float, float], decimals: int) -> Sequence[float]:
    """The figures within the span, as round as people write them."""
    step = 10.0 if not decimals and span[1] >= TENS_FROM else 10.0**-decimals
    first, last = (round(end / step) for end in span)
    return [number * step for number in range(first, last + 1)]


def pick(rng: Random, turn: int, *scales: Sequence[float]) -> tuple[float, ...]:
    """One figure of each scale. With the same chance, every turn picks others until all have been picked, far from the last ones."""
    size = prod(map(len, scales))
    stride = next(step for step in range(round(size * GOLDEN), 2 * size) if step and gcd(step, size) == 1)
    place = (rng.randrange(size) + turn * stride) % size
    picked = []
    for figures in scales:
        place, at = divmod(place, len(figures))
        picked.append(figures[at])
    return tuple(picked)
