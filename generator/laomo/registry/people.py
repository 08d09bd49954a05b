"""People who lead studios: one entry a person, however many studios they lead."""

from collections.abc import Iterable
from dataclasses import dataclass

from laomo.records import models
from laomo.registry import agreement
from laomo.registry.honour_kinds import best_honour
from laomo.registry.publication import same_person
from laomo.registry.studio import Studio
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
    def key(self) -> str:
        """Nobody else's: the name with the first studio that they lead."""
        return f"{self.name} {self.studios[0].id}"

    @property
    def best_honour(self) -> str | None:
        return best_honour(self.leader)

    @property
    def kinds(self) -> frozenset[str]:
        """劳动模范, 技能人才, 工匠: what the studios call them; empty if none says."""
        of_name = (leader for studio in self.studios for leader in studio.leaders if key(leader.name) == key(self.name))
        return frozenset(leader.kind for leader in of_name if leader.kind)


_Seat = tuple[models.Leader, Studio]
"""A leader's entry in the record of a studio."""


def gather(leaders: Iterable[_Seat]) -> tuple[Person, ...]:
    """Everyone once, in the order in which they first appear.

    In one union, leaders of one name are one person by a common unit or honour; in two unions, if both records say so.
    """
    people: dict[str, list[list[_Seat]]] = {}
    for seat in leaders:
        of_name = people.setdefault(key(seat[0].name), [])
        person = next((seats for seats in of_name if _joins(seat, seats)), None)
        if person is None:
            of_name.append([seat])
        else:
            person.append(seat)
    found = (seats for of_name in people.values() for seats in of_name)
    return tuple(Person(seats[0][0], tuple(studio for _, studio in seats)) for seats in found)


def _joins(seat: _Seat, seats: list[_Seat]) -> bool:
    """Whether a leader is the person who holds these seats, at every union where they do."""
    leader, studio = seat
    own = [each for each in seats if each[1].union.id == studio.union.id]
    elsewhere = (each for each in seats if each[1].union.id != studio.union.id)
    if not all(agreement.one_person(leader, studio, *each) for each in elsewhere):
        return False
    units = {unit for _, each in own for unit in each.record.units}
    return not own or same_person(leader, studio.record.units, own[0][0], units)
