"""The dates of a studio: founding, plaque, acceptance (达标), naming (命名), demonstration (示范), and perhaps closure."""

from dataclasses import dataclass
from random import Random

from laomo.tools.demo.seats import Seat

LAST_YEAR = 2025
"""The last year in the data of the sample city."""
REPORT_YEARS = (2013, 2023, 2024, 2025)


@dataclass(frozen=True, slots=True)
class Life:
    """The dates of a studio. `founded` and `plaque` are months since year 0, the others years; None if it did not happen.

    `reports` are the years with an annual record, oldest first.
    """

    founded: int
    plaque: int
    accepted: int | None
    named: int | None
    demonstration: int | None
    closed: int | None
    reports: tuple[int, ...]

    @property
    def founded_year(self) -> int:
        """The year in which the studio was founded."""
        return self.founded // 12


def draw(rng: Random, seat: Seat) -> Life:
    """Random dates that agree with the seat."""
    founded, plaque = _start(rng, seat)
    accepted = _accepted(rng, seat, plaque)
    named = accepted + 1 if accepted and accepted < LAST_YEAR and (seat.closed or rng.random() < 0.85) else None
    demonstration = (
        max(2015, named + 2) if named and named <= 2021 and not seat.closed and rng.random() < 0.12 else None
    )
    closed = rng.randint(2016, 2021) if seat.closed else None
    reports = _reports(rng, founded // 12, closed)
    if founded // 12 in reports:
        founded -= founded % 12  # in January: what the report of that year tells must not be older than the studio
    return Life(founded, plaque, accepted, named, demonstration, closed, reports)


def month(rng: Random, number: int, *, day: float = 0.0) -> str:
    """A month (since year 0) in ISO form; with the probability `day`, including a random day."""
    text = f"{number // 12}-{number % 12 + 1:02d}"
    return f"{text}-{rng.randint(6, 27):02d}" if rng.random() < day else text


def _start(rng: Random, seat: Seat) -> tuple[int, int]:
    if not seat.early:
        founded = rng.randint(2014, 2024) * 12 + rng.randrange(9)
        return founded, founded + rng.randrange(4)
    year = rng.choices(range(2009, 2014), (1, 2, 4, 4, 2))[0]
    founded = year * 12 + rng.randrange(2, 8)
    return founded, founded + rng.randrange(4)  # never in December: acceptance that month needs the plaque


def _accepted(rng: Random, seat: Seat, plaque: int) -> int | None:
    year = plaque // 12
    if seat.qualified:
        return rng.randint(min(max(2011, year), 2013), 2013)
    if rng.random() < (0.35 if seat.early else 0.5):
        later = max(year, 2013) + rng.choice((1, 1, 2))
        return later if later <= LAST_YEAR else None
    return None


def _reports(rng: Random, founded: int, closed: int | None) -> tuple[int, ...]:
    """One to three years with an annual record on file."""
    old = founded <= 2013 and (closed is not None or rng.random() < 0.65)
    recent = [] if closed else [year for year in REPORT_YEARS if max(founded, 2014) <= year]
    more = rng.choices((1, 2, 3), (20, 50, 30))[0] - old
    return tuple(sorted([2013] * old + rng.sample(recent, min(len(recent), more))))
