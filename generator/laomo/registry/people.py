"""People who lead studios: one entry a person, however many studios they lead."""

from collections.abc import Iterable
from dataclasses import dataclass

from laomo.records import models
from laomo.registry.publication import same_person
from laomo.registry.studio import Studio, best_honour
from laomo.text.person_names import key


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who leads studios now, as the first of them describes them."""

    leader: models.Leader
    studios: tuple[Studio, ...]

    @property
    def name(self) -> str:
        return self.leader.name

    @property
    def best_honour(self) -> str | None:
        return best_honour(self.leader)

    @property
    def kinds(self) -> frozenset[str]:
        """劳动模范, 技能人才, 工匠: what the studios call them; empty if none says."""
        of_name = (leader for studio in self.studios for leader in studio.leaders if key(leader.name) == key(self.name))
        return frozenset(leader.kind for leader in of_name if leader.kind)


def gather(leaders: Iterable[tuple[models.Leader, Studio]]) -> tuple[Person, ...]:
    """Everyone once, in the order in which they first appear."""
    people: dict[str, list[Person]] = {}
    for leader, studio in leaders:
        of_name = people.setdefault(key(leader.name), [])
        for n, person in enumerate(of_name):
            if same_person(leader, studio.record.units, person.leader, _units(person)):
                of_name[n] = Person(person.leader, (*person.studios, studio))
                break
        else:
            of_name.append(Person(leader, (studio,)))
    return tuple(person for of_name in people.values() for person in of_name)


def _units(person: Person) -> set[str]:
    return {unit for studio in person.studios for unit in studio.record.units}
