"""Chance that repeats: the same purpose, the same choices."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


def chance(*purpose: object) -> Random:
    """Chance for one purpose, the same in every run and on every machine."""
    return Random(":".join(map(str, purpose)))  # noqa: S311  nothing here is secret


def some(rng: Random, items: Sequence[T], count: int) -> list[T]:
    """So many of the items (or all there are), in their own order."""
    chosen = sorted(rng.sample(range(len(items)), min(count, len(items))))
    return [items[i] for i in chosen]


def figure(rng: Random, span: tuple[float, float], decimals: int) -> float:
    """A figure within the span, as round as people write it."""
    value = rng.uniform(*span)
    return round(value, decimals if decimals or span[1] < 1000 else -1)
