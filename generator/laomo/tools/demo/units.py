"""Invented names of units: a brand word and the trade's word for a unit."""

from dataclasses import dataclass, field
from random import Random

from laomo.tools.demo import data
from laomo.tools.demo.trades import Trade

TRIES = 20
PLACES = ("衡水", "榕城市")
"""Real places that a brand and a unit's word could name together."""


@dataclass(slots=True)
class UnitNames:
    """Draws random names of units. A name is repeated only if `TRIES` attempts find no new one."""

    drawn: set[str] = field(default_factory=set)

    def draw(self, rng: Random, trade: Trade) -> str:
        """The name of a unit of this trade."""
        for _ in range(TRIES):
            name = invented(rng, trade)
            if name not in self.drawn:
                break
        self.drawn.add(name)
        return name


def invented(rng: Random, trade: Trade) -> str:
    """Some name of a unit of this trade; others may have it too."""
    brand, pattern = rng.choice(data.units().brands), rng.choice(trade.words.units)
    if any(place in brand + pattern for place in PLACES):
        return invented(rng, trade)
    if "{brand}" in pattern:
        name = pattern.replace("{brand}", brand)
        return f"云屿{name}" if name.startswith(brand) and rng.random() < 0.3 else name
    return rng.choice((f"{brand}{pattern}", f"云屿{brand}{pattern}", f"{brand}（云屿）{pattern}")) + "有限公司"


def site(rng: Random, trade: Trade) -> str:
    """The name of a place where a result of this trade is used: a house, a line, a road."""
    pattern = rng.choice(trade.words.sites)
    return pattern.format(brand=rng.choice(data.units().brands), n=rng.randint(1, 12))
