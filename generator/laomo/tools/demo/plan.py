"""The plan of a studio: the facts that its records share, drawn before any record is written."""

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
"""The share of studios that two units run together."""


@dataclass(frozen=True, slots=True)
class CityPlan:
    """The plan of one studio.

    `ordinal` is its index among the studios of its trade. `partner` is a unit that it works with, `joint` a second unit that runs
    it, if any. `handed_over` is the year of the change of leaders, if there is a `successor`. `richness` is the amount of data on
    file: 0 little, 1 usual, 2 much.
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
        """The leader of the studio in a given year."""
        return self.successor if self.successor and year >= self.handed_over else self.leader

    def facts(self, year: int) -> Mapping[str, object]:
        """The values for the placeholders in a trade's texts."""
        return {
            "unit": self.unit,
            "label": self.trade.words.label,
            "leader": self.leader_in(year).name,
            "founded": self.life.founded_year,
            "members": self.members,
            "year": year,
        }


def plans(studios: int, seed: int) -> Iterator[CityPlan]:
    """Yield the plans of this number of studios."""
    planner = _Planner(seed)
    for index, seat in enumerate(islice(seats.seats(seed), studios)):
        yield planner.plan(index, seat)


@dataclass(slots=True)
class _Planner:
    """Keeps track of what is assigned: trades take turns; names, units and ids are unique as far as possible."""

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
        """A random one of the union's trades that have the fewest studios so far."""
        suitable = [trade for trade in trades() if union in trade.words.unions] or trades()
        fewest = min(self.turns[trade.slug] for trade in suitable)
        return rng.choice([trade for trade in suitable if self.turns[trade.slug] == fewest])

    def _id(self, wanted: str) -> str:
        self.ids[wanted] += 1
        return wanted if self.ids[wanted] == 1 else f"{wanted}-{self.ids[wanted]}"


def _category(rng: Random, trade: Trade, leader: DemoPerson, course: Life) -> str:
    """A random category.

    Accepted studios are led by model workers, recent ones also by craftsmen; others also by skilled workers if the trade has grades.
    """
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
