"""What records of one union say on pages of another: for that union to see before it is merged."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import combinations

from laomo.records.models import vocabulary
from laomo.registry import urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.text.person_names import key
from laomo.tools.review.lines import ChangeLine, of_studio


@dataclass(frozen=True, slots=True)
class Claim:
    """What a record says on the page of another union or its studio: the page, the studio that says it, and what it says."""

    page: ChangeLine
    by: str
    what: str


_Key = tuple[str, str, Hashable]
"""Whose page, who says it, and the record itself."""


def new_claims(before: Registry, after: Registry) -> Iterator[Claim]:
    """What appears or changes on pages of unions whose own records have not changed."""
    known = {repr(key) for key, _ in _claims(before)}
    return (claim for key, claim in _claims(after) if repr(key) not in known)


def _claims(registry: Registry) -> Iterator[tuple[_Key, Claim]]:
    """Shared achievements, then what each studio says of others, then people who lead studios of several unions."""
    for studio in registry.active_studios:
        for item in studio.shared:
            if item.studio.union.id != studio.union.id:
                claim = Claim(of_studio(studio), item.studio.name, item.record.title)
                yield (studio.id, item.studio.id, item.record), claim
    for by in registry.studios:
        yield from _of_relations(registry, by)
        yield from _of_unions(registry, by)
    yield from _of_people(registry)


def _of_relations(registry: Registry, by: Studio) -> Iterator[tuple[_Key, Claim]]:
    for relation in by.record.relations:
        other = registry.studio_by_id.get(relation.studio)
        if other and other.union.id != by.union.id:
            yield (
                (other.id, by.id, relation),
                Claim(of_studio(other), by.name, vocabulary.RELATIONS_BACK[relation.kind]),
            )


def _of_unions(registry: Registry, by: Studio) -> Iterator[tuple[_Key, Claim]]:
    """The unions on whose pages an active studio stands as one of theirs too."""
    for each in () if by.ended else by.record.co_unions:
        union = registry.union_by_id.get(each)
        if union and union.id != by.union.id:
            yield (
                (union.id, by.id, "co_unions"),
                Claim(ChangeLine(union.name, "工会网页", urls.union(union.id)), by.name, "共建工会"),
            )


def _of_people(registry: Registry) -> Iterator[tuple[_Key, Claim]]:
    """Leaders whom the records take for one person, by a common unit or honour, and describe in one entry."""
    for person in registry.persons:
        for first, second in combinations(person.studios, 2):
            for other, by in ((first, second), (second, first)):
                if other.union.id != by.union.id:
                    described = [leader for leader in by.record.leaders if key(leader.name) == key(person.name)]
                    yield (
                        (other.id, by.id, repr(described)),
                        Claim(of_studio(other), by.name, f"领衔人{person.name}（算作同一人）"),
                    )
