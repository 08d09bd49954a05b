"""Valid honours of active studios and of their present and former leaders, grouped by kind. People are never ranked."""

from collections.abc import Iterator
from dataclasses import dataclass

from laomo.records.models import Honour, Leader
from laomo.registry import agreement
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio


@dataclass(frozen=True, slots=True)
class HeldHonour:
    """An honour and its holder; `person` is None for an honour of the studio itself."""

    honour: Honour
    studio: Studio
    person: str | None


def held_honours(registry: Registry) -> Iterator[HeldHonour]:
    """Every honour of an active studio and its people, once each: of one name and year at one union, or of one person at several."""
    seen: dict[tuple[str, str, int], list[tuple[Leader, Studio]]] = {}
    for studio in registry.active_studios:
        for leader in studio.record.leaders:
            for honour in leader.honours:
                known = seen.setdefault((leader.name, honour.name, honour.year), [])
                if not any(_same_holder(leader, studio, *each) for each in known):
                    known.append((leader, studio))
                    yield HeldHonour(honour, studio, leader.name)
        of_years = (honour for year in studio.years for honour in year.record.honours)
        of_studio: dict[tuple[str, int], Honour] = {}
        for honour in (*studio.record.honours, *of_years):
            of_studio.setdefault((honour.name, honour.year), honour)
        yield from (HeldHonour(honour, studio, None) for honour in of_studio.values())


def _same_holder(leader: Leader, studio: Studio, other: Leader, others: Studio) -> bool:
    return studio.union.id == others.union.id or agreement.one_person(leader, studio, other, others)
