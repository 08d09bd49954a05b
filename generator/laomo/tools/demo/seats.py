"""Where studios are: an endless row of seats, a hundred by hundred, each hundred spread over the unions as the targets are.

The order is even, so that the first 88 are spread like the 100. Seat k never depends on how many studios are made.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from random import Random

from laomo.records.models import TargetRecord
from laomo.tools.demo import data
from laomo.tools.demo.choice import chance

CREATED = (1, 1, 1, 0, 0, 0, 0, 0, -1, -1, -1, -1, -2, -2, -3)
QUALIFIED = (2, 1, 1, 1, 1, 0, 0, 0, 0, 0, -1, -1, -1, -1, -2)
"""How far from their targets of 2013 the unions are, in any order: some short, some even, some beyond."""
OLD_ROUNDS = 3
"""In the first hundreds nearly all studios are of the years to 2013; after them most are younger."""


@dataclass(frozen=True, slots=True)
class Seat:
    """`early`: with a plaque by the end of 2013; `qualified`: accepted by then too; `closed`: revoked since."""

    union: str
    early: bool = False
    qualified: bool = False
    closed: bool = False


def seats(seed: int) -> Iterator[Seat]:
    """The seats in order, without end."""
    for number in count():
        rng = chance(seed, "seats", number)
        row = _round(rng)
        if number >= OLD_ROUNDS:
            row = [seat if rng.random() < 0.4 else Seat(seat.union) for seat in row]
        yield from _with_one_closed(row)


def _round(rng: Random) -> list[Seat]:
    target = data.read(data.CITY / "targets/2013.yml", TargetRecord)
    created, qualified = rng.sample(CREATED, len(CREATED)), rng.sample(QUALIFIED, len(QUALIFIED))
    of_union: dict[str, list[Seat]] = {}
    for row, more, better in zip(target.rows, created, qualified, strict=True):
        accepted = min(row.qualified + better, row.created + more)
        of_union[row.union] = [Seat(row.union, True, i < accepted) for i in range(row.created + more)]
    late = target.total.created - sum(map(len, of_union.values()))
    for row in rng.choices(target.rows, [row.created for row in target.rows], k=late):
        of_union[row.union].append(Seat(row.union))
    return _evenly(rng, list(of_union.values()))


def _evenly(rng: Random, groups: list[list[Seat]]) -> list[Seat]:
    """One row in which every stretch holds about the same share of each group."""
    placed: list[tuple[float, Seat]] = []
    for group in groups:
        shuffled = rng.sample(group, len(group))
        placed += (((i + rng.random()) / len(group), seat) for i, seat in enumerate(shuffled))
    return [seat for _, seat in sorted(placed, key=lambda item: item[0])]


def _with_one_closed(row: list[Seat]) -> list[Seat]:
    """The same row; the first qualified seat of its second half was closed later."""
    for i, seat in enumerate(row):
        if i >= len(row) // 2 and seat.qualified:
            return [*row[:i], Seat(seat.union, True, True, True), *row[i + 1 :]]
    return row
