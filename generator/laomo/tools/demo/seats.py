"""Seats: an endless sequence that assigns studios to unions. Each round of a hundred is distributed as `words/units.yml` says.

Within a round the unions are mixed evenly, so that any part of it has about the same distribution. Seat k does not depend on
the number of studios that are generated.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from random import Random

from laomo.tools.demo import data
from laomo.tools.demo.choice import chance

CREATED = (1, 1, 1, 0, 0, 0, 0, 0, -1, -1, -1, -1, -2, -2, -3)
QUALIFIED = (2, 1, 1, 1, 1, 0, 0, 0, 0, 0, -1, -1, -1, -1, -2)
"""The differences of the unions from their seats, in random order: some have fewer studios, some as many, some more."""
OLD_ROUNDS = 3
"""In this many first rounds nearly all studios were founded by 2013; in later rounds most are younger."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A place for a studio.

    `early`: it has its plaque by the end of 2013; `qualified`: it is also accepted by then; `closed`: its title is revoked later.
    """

    union: str
    early: bool = False
    qualified: bool = False
    closed: bool = False


def seats(seed: int) -> Iterator[Seat]:
    """Yield the seats in order, without end."""
    for number in count():
        rng = chance(seed, "seats", number)
        row = _round(rng)
        if number >= OLD_ROUNDS:
            row = [seat if rng.random() < 0.4 else Seat(seat.union) for seat in row]
        yield from _with_one_closed(row)


def _round(rng: Random) -> list[Seat]:
    planned = data.units().seats
    created, qualified = rng.sample(CREATED, len(CREATED)), rng.sample(QUALIFIED, len(QUALIFIED))
    of_union: dict[str, list[Seat]] = {}
    for (union, (standing, accepted)), more, better in zip(planned.items(), created, qualified, strict=True):
        good = min(accepted + better, standing + more)
        of_union[union] = [Seat(union, True, i < good) for i in range(standing + more)]
    counts = [standing for standing, _ in planned.values()]
    late = sum(counts) - sum(map(len, of_union.values()))
    for union in rng.choices(list(planned), counts, k=late):
        of_union[union].append(Seat(union))
    return _evenly(rng, list(of_union.values()))


def _evenly(rng: Random, groups: list[list[Seat]]) -> list[Seat]:
    """All seats in one list, in which every part has about the same share of each group."""
    placed: list[tuple[float, Seat]] = []
    for group in groups:
        shuffled = rng.sample(group, len(group))
        placed += (((i + rng.random()) / len(group), seat) for i, seat in enumerate(shuffled))
    return [seat for _, seat in sorted(placed, key=lambda item: item[0])]


def _with_one_closed(row: list[Seat]) -> list[Seat]:
    """The same list, in which the first qualified seat of the second half is closed later."""
    for i, seat in enumerate(row):
        if i >= len(row) // 2 and seat.qualified:
            return [*row[:i], Seat(seat.union, True, True, True), *row[i + 1 :]]
    return row
