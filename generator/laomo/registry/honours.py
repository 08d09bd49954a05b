"""Valid honours of active studios and of their present and former leaders, grouped by kind. People are never ranked."""

from collections.abc import Iterator
from dataclasses import dataclass

from laomo.records.models import Honour, vocabulary
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio


@dataclass(frozen=True, slots=True)
class HeldHonour:
    """An honour and its holder; `person` is None for an honour of the studio itself."""

    honour: Honour
    studio: Studio
    person: str | None


def held_honours(registry: Registry) -> Iterator[HeldHonour]:
    """Every honour of an active studio and its people, once each."""
    seen = set()
    for studio in registry.active_studios:
        of_people = [(honour, leader.name) for leader in studio.record.leaders for honour in leader.honours]
        of_studio = [*studio.record.honours, *(honour for year in studio.years for honour in year.record.honours)]
        for honour, person in [*of_people, *((honour, None) for honour in of_studio)]:
            key = (person or studio.id, honour.name, honour.year)
            if key not in seen:
                seen.add(key)
                yield HeldHonour(honour, studio, person)


def kind_of(name: str) -> str:
    """The kind of an honour, from its full name: 厦门市五一劳动奖章 → 五一劳动奖章; 其他荣誉 if no kind matches.

    The word 劳模 in 劳模创新工作室 does not count: that is the title of a studio, not of a person.
    """
    name = name.replace("劳模创新工作室", "")
    return next(
        (kind for kind, marks in vocabulary.HONOUR_MARKS.items() if any(mark in name for mark in marks)), "其他荣誉"
    )
