"""What the records of one studio agree on, settled before any of them is written."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from random import Random

from laomo.tools.demo import data, life, seats
from laomo.tools.demo.choice import chance
from laomo.tools.demo.life import Life
from laomo.tools.demo.people import DemoPerson, Names
from laomo.tools.demo.trades import Trade, trades
from laomo.tools.demo.units import UnitNames

HANDOVER = 0.06
"""The share of old studios whose first leader has retired."""

JOINT = 0.06
"""The share of studios that two units keep together."""


@dataclass(frozen=True, slots=True)
class CityPlan:
    """`ordinal` counts the studios of a trade; `partner` is a unit to work with, `joint` one that keeps the studio too.

    `richness` is how much is on file: 0 little, 1 the usual, 2 much.
    """

    seed: int
    index: int
    id: str
    union: str
    region: str
    trade: Trade
    ordinal: int
    leader: DemoPerson
    successor: DemoPerson | None
    handed_over: int
    unit: str
    partner: str
    joint: str | None
    category: str
    richness: int
    members: int
    life: Life

    def rng(self, purpose: object) -> Random:
        """A random generator for one purpose, so that a change to one record does not change the others."""
        return chance(self.seed, self.index, purpose)

    def leader_in(self, year: int) -> DemoPerson:
        """The leader of the studio in a year."""
        return self.successor if self.successor and year >= self.handed_over else self.leader

    def facts(self, year: int) -> Mapping[str, object]:
        """The values that texts of a trade may contain."""
        return {
            "unit": self.unit,
            "label": self.trade.words.label,
            "leader": self.leader_in(year).name,
            "founded": self.life.founded_year,
            "members": self.members,
            "year": year,
        }


def plans(studios: int, seed: int) -> Iterator[CityPlan]:
    """Yields the plans of so many studios."""
    rota = _Rota(seed)
    for index, seat in enumerate(islice(seats.seats(seed), studios)):
        yield rota.plan(index, seat)


@dataclass
class _Rota:
    """Keeps track of what has been assigned: trades in turn; names, units and ids once."""

    seed: int
    names: Names = field(default_factory=Names)
    units: UnitNames = field(default_factory=UnitNames)
    turns: Counter[str] = field(default_factory=Counter)
    ids: Counter[str] = field(default_factory=Counter)

    def plan(self, index: int, seat: seats.Seat) -> CityPlan:
        rng = chance(self.seed, index)
        trade = self._trade(rng, seat.union)
        course = life.draw(rng, seat)
        leader = self.names.draw(rng, trade.women)
        handover = course.founded_year <= 2013 and course.reports[-1] > 2022 and rng.random() < HANDOVER
        self.turns[trade.slug] += 1
        return CityPlan(
            seed=self.seed,
            index=index,
            id=self._id(f"{leader.slug}-{trade.slug}"),
            union=seat.union,
            region=rng.choice(data.units().regions[seat.union]),
            trade=trade,
            ordinal=self.turns[trade.slug] - 1,
            leader=leader,
            successor=self.names.draw(rng, trade.women) if handover else None,
            handed_over=rng.randint(2017, 2022),
            unit=self.units.draw(rng, trade),
            partner=self.units.draw(rng, trade),
            joint=self.units.draw(rng, trade) if rng.random() < JOINT else None,
            category=_category(rng, trade, leader, course),
            richness=rng.choices((0, 1, 2), (25, 50, 25))[0],
            members=rng.randint(6, 26),
            life=course,
        )

    def _trade(self, rng: Random, union: str) -> Trade:
        """One of the union's trades that have had the fewest turns."""
        suitable = [trade for trade in trades() if union in trade.words.unions] or trades()
        fewest = min(self.turns[trade.slug] for trade in suitable)
        return rng.choice([trade for trade in suitable if self.turns[trade.slug] == fewest])

    def _id(self, wanted: str) -> str:
        self.ids[wanted] += 1
        return wanted if self.ids[wanted] == 1 else f"{wanted}-{self.ids[wanted]}"


def _category(rng: Random, trade: Trade, leader: DemoPerson, course: Life) -> str:
    """Accepted studios are led by model workers, lately by craftsmen too; the others also by skilled workers, where there are grades."""
    if course.accepted and course.founded_year > 2016:
        shares = {"劳模": 30, "劳模和工匠人才": 35, "巾帼": 10 * leader.female, "工匠": 35 * trade.graded}
    elif course.accepted:
        shares = {"劳模": 80, "劳模和工匠人才": 8, "巾帼": 12 * leader.female}
    elif course.founded_year <= 2013:
        shares = {"劳模": 55, "职工": 12, "技能人才": 20 * trade.graded, "技能大师": 13 * trade.graded}
    else:
        shares = {
            "劳模": 25,
            "劳模和工匠人才": 25,
            "职工": 15,
            "工匠": 20 * trade.graded,
            "技能大师": 15 * trade.graded,
        }
    return rng.choices(list(shares), list(shares.values()))[0]
