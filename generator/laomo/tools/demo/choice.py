"""Repeatable random choices: equal purposes give equal choices."""

from collections.abc import Sequence
from math import gcd, prod
from random import Random
from typing import TypeVar

T = TypeVar("T")

TENS_FROM = 1000
"""Figures from this size on are multiples of ten."""
GOLDEN = 0.618
"""The golden ratio: steps of this fraction of a cycle are spread most evenly."""


def chance(*purpose: object) -> Random:
    """A random generator for one purpose, the same in every run and on every machine."""
    return Random(":".join(map(str, purpose)))  # noqa: S311 (no cryptography here)


def some(rng: Random, items: Sequence[T], count: int) -> list[T]:
    """`count` random items, or all if there are fewer, in their original order."""
    chosen = sorted(rng.sample(range(len(items)), min(count, len(items))))
    return [items[i] for i in chosen]


def scale(span: tuple[float, float], decimals: int) -> Sequence[float]:
    """The figures within `span` (ends included) with this number of decimals; multiples of ten if they are large."""
    step = 10.0 if not decimals and span[1] >= TENS_FROM else 10.0**-decimals
    first, last = (round(end / step) for end in span)
    return [number * step for number in range(first, last + 1)]


def pick(rng: Random, turn: int, *scales: Sequence[float]) -> tuple[float, ...]:
    """One figure from each scale.

    With generators in the same state, each turn picks another combination, far from the previous one, until all are used.
    """
    size = prod(map(len, scales))
    stride = next(step for step in range(round(size * GOLDEN), 2 * size) if step and gcd(step, size) == 1)
    place = (rng.randrange(size) + turn * stride) % size
    picked = []
    for figures in scales:
        place, at = divmod(place, len(figures))
        picked.append(figures[at])
    return tuple(picked)
