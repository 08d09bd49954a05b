"""Repeatable random choices: equal purposes give equal choices."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")

TENS_FROM = 1000
"""Figures from this size on are multiples of ten."""


def chance(*purpose: object) -> Random:
    """A random generator for one purpose, the same in every run and on every machine."""
    return Random(":".join(map(str, purpose)))  # noqa: S311 (no cryptography here)


def some(rng: Random, items: Sequence[T], count: int) -> list[T]:
    """`count` random items, or all if there are fewer, in their original order."""
    chosen = sorted(rng.sample(range(len(items)), min(count, len(items))))
    return [items[i] for i in chosen]


def in_turn(turn: int, items: Sequence[T], count: int) -> list[T]:
    """`count` items, or all if there are fewer, in their original order; each turn goes on where an equal one before it ended."""
    start = turn * count
    return [items[i] for i in sorted({(start + k) % len(items) for k in range(min(count, len(items)))})]
