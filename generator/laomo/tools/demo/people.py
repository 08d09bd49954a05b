"""Invented people: name, reading and sex."""

from dataclasses import dataclass, field
from random import Random

from laomo.text.pinyin import syllables
from laomo.tools.demo import data

TRIES = 20
SINGLE = 0.12
"""The share of given names that have one character."""


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A person. `slug` is the reading as part of an id: ouyang-wenhui."""

    name: str
    slug: str
    female: bool


@dataclass(slots=True)
class Names:
    """Draws random names. A name is repeated only if `TRIES` attempts find no new one."""

    drawn: set[str] = field(default_factory=set)

    def draw(self, rng: Random, women: float) -> DemoPerson:
        """A new person; `women` is the probability of a woman."""
        female = rng.random() < women
        for _ in range(TRIES):
            person = _person(rng, female)
            if person.name not in self.drawn:
                break
        self.drawn.add(person.name)
        return person


def _person(rng: Random, female: bool) -> DemoPerson:
    people = data.people()
    weights = [weight for _, weight in people.surnames.values()]
    while True:
        surname = rng.choices(list(people.surnames), weights)[0]
        given = _given(rng, people.given.female if female else people.given.male)
        if given not in people.avoid and surname + given not in people.avoid and surname[-1] not in given:
            reading = people.surnames[surname][0]
            return DemoPerson(surname + given, f"{reading}-{''.join(syllables(given))}", female)


def _given(rng: Random, pools: data.Pools) -> str:
    if rng.random() < SINGLE:
        return rng.choice(pools.single)
    first, second = rng.choice(pools.first), rng.choice(pools.second)
    return first + second if first != second else _given(rng, pools)
