"""What binds a studio to others: declared relations seen from both sides, alliances, and neighbours in trade and unit."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from laomo.records import models
from laomo.records.models import vocabulary
from laomo.registry import agreement
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio

_NEIGHBOURS = 6


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an alliance: a studio of the site, or a name."""

    name: str
    studio: Studio | None


@dataclass(frozen=True, slots=True)
class RelatedStudio:
    """What another studio is to one, and since when."""

    kind: str
    studio: Studio
    since: models.PartialDate | None


class Relations:
    """All ties of one site, joined once per run."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._place = {studio.id: place for place, studio in enumerate(registry.active_studios)}
        self._relations: dict[str, list[RelatedStudio]] = defaultdict(list)
        self._groups: dict[tuple[str, str], list[Studio]] = defaultdict(list)
        self._alliances: dict[str, list[models.Alliance]] = defaultdict(list)
        for studio in registry.studios:
            for relation in studio.record.relations:
                if other := registry.studio_by_id.get(relation.studio):
                    self._relate(studio, RelatedStudio(relation.kind, other, relation.since))
                    if agreement.related(studio, relation, other):
                        self._relate(
                            other, RelatedStudio(vocabulary.RELATIONS_BACK[relation.kind], studio, relation.since)
                        )
        for alliance in registry.alliances:
            for member in self.members(alliance):
                if member.studio:
                    self._alliances[member.studio.id].append(alliance)
        for studio in registry.active_studios:
            for group in self._groups_of(studio):
                self._groups[group].append(studio)

    def _relate(self, studio: Studio, related: RelatedStudio) -> None:
        """Note what another studio is to this one; what both records state is noted once."""
        known = self._relations[studio.id]
        if (related.kind, related.studio) not in ((each.kind, each.studio) for each in known):
            known.append(related)

    def relations(self, studio: Studio) -> list[RelatedStudio]:
        """What each other studio is to this one: as its own record says, and as the other's does if this one agrees."""
        return self._relations[studio.id]

    def alliances(self, studio: Studio) -> list[models.Alliance]:
        """The alliances that it belongs to or leads."""
        return self._alliances[studio.id]

    def members(self, alliance: models.Alliance) -> list[Member]:
        """The lead and the members, each once, the lead first."""
        names = dict.fromkeys([alliance.lead, *alliance.members])
        return [self.member(name) for name in names]

    def member(self, name: str) -> Member:
        """A studio by its id, anybody else by name."""
        studio = self._registry.studio_by_id.get(name)
        return Member(studio.name if studio else name, studio)

    def neighbours(self, studio: Studio) -> list[tuple[Studio, str]]:
        """At most six active studios with the tie, closest tie first; of one group those that follow it in the directory."""
        named = {studio.id, *(each.studio.id for each in self.relations(studio))}
        found: dict[str, tuple[Studio, str]] = {}
        for group in self._groups_of(studio):
            for other in self._after(studio, self._groups[group]):
                if len(found) == _NEIGHBOURS:
                    return list(found.values())
                if other.id not in named:
                    found.setdefault(other.id, (other, group[0]))
        return list(found.values())

    def _after(self, studio: Studio, group: list[Studio]) -> Iterable[Studio]:
        """The studios of a group from this one on, round and round, so that not all point at the same few."""
        place = bisect(group, self._place[studio.id], key=lambda each: self._place[each.id])
        return (group[n % len(group)] for n in range(place, place + len(group)))

    def _groups_of(self, studio: Studio) -> Iterable[tuple[str, str]]:
        """The groups it stands in, the closest first. A unit that a record of another union names too makes no neighbours there."""
        yield from (("同单位", f"{studio.union.id} {unit}") for unit in studio.record.units)
        yield from (("同联盟", alliance.id) for alliance in self._alliances[studio.id])
        if studio.record.industry:
            yield "同行业", studio.record.industry
