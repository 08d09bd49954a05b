"""What records say of other unions' studios and pages, and whether the other side agrees (see `agreement.py`).

The checks tell the clerks what still waits for agreement, and the review names it by page.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import PurePosixPath

from laomo.problems.problem import Loc
from laomo.records import models
from laomo.records.models import vocabulary
from laomo.registry import agreement
from laomo.registry.publication import same_person
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.text.person_names import key


@dataclass(frozen=True, slots=True)
class Claim:
    """What a record says on the page of another union or of its studio."""

    kind: str
    """`shared`, `relation`, `co-union`, `leader`, `commendation`, or `likeness`: of leaders whom neither record takes for one person."""
    by: Studio
    path: PurePosixPath
    """The file that says it, below `studios/`."""
    loc: Loc
    page: Studio | models.UnionRecord
    what: str
    """The title of the achievement, the relation as the other page shows it, the leader's name, or the honour."""
    content: object
    """What is shown there: a claim with another content is a new one."""
    agreed: bool
    file: PurePosixPath
    """The file in which the other side agrees."""
    entry: str
    """What has to be written there, as YAML."""


_UNIONS = PurePosixPath("unions.yml")


def claims(registry: Registry) -> Iterator[Claim]:
    """All claims of active studios, studio by studio, then people who lead studios of two unions."""
    for studio in registry.studios:
        yield from _relations(registry, studio)
        if not studio.ended:
            yield from _shared(studio)
            yield from _co_unions(registry, studio)
            yield from _commendations(registry, studio)
    yield from _leaders(registry)


def _shared(by: Studio) -> Iterator[Claim]:
    for year in by.years:
        places = {item.id: n for n, item in enumerate(year.record.achievements)}
        for item in year.achievements:
            for other in item.named:
                if other.union.id != by.union.id:
                    loc = (
                        *("achievements", places[item.record.id], "shared_with"),
                        item.record.shared_with.index(other.id),
                    )
                    entry = f"took_part_in: [{by.id}/{item.record.id}]"
                    claim = ("shared", by, year.path, loc, other, item.record.title, item.record)
                    yield Claim(*claim, other in item.partners, other.path, entry)


def _relations(registry: Registry, by: Studio) -> Iterator[Claim]:
    for n, relation in enumerate(by.record.relations):
        other = registry.studio_by_id.get(relation.studio)
        if other and other.union.id != by.union.id:
            back = vocabulary.RELATIONS_BACK[relation.kind]
            entry = f"relations: [{{kind: {back}, studio: {by.id}}}]"
            claim = ("relation", by, by.path, ("relations", n, "studio"), other, back, relation)
            yield Claim(*claim, agreement.related(by, relation, other), other.path, entry)


def _co_unions(registry: Registry, by: Studio) -> Iterator[Claim]:
    """The unions on whose pages an active studio stands as one of theirs too."""
    for n, each in enumerate(by.record.co_unions):
        union = registry.union_by_id.get(each)
        if union and union.id != by.union.id:
            entry = f"co_studios: [{by.id}]"
            claim = ("co-union", by, by.path, ("co_unions", n), union, by.name, None)
            yield Claim(*claim, agreement.guest(by, union), _UNIONS, entry)


def _commendations(registry: Registry, by: Studio) -> Iterator[Claim]:
    """Honours of a studio that name a union neither its own nor above it."""
    own = list(registry.above(by.union))
    listed = [(by.path, by.unredacted.honours), *((year.path, year.unredacted.honours) for year in by.years)]
    for path, honours in listed:
        for n, honour in enumerate(honours):
            union = registry.union_by_name.get(honour.body or "")
            if honour.status == "有效" and union and union not in own:
                claim = ("commendation", by, path, ("honours", n, "body"), union, honour.name, honour)
                yield Claim(*claim, agreement.commends(union, by, own), _UNIONS, f"commends: [{by.id}]")


def _leaders(registry: Registry) -> Iterator[Claim]:
    """Leaders who are said to lead a studio of another union too, and those who seem to."""
    seats: dict[str, list[tuple[models.Leader, Studio]]] = defaultdict(list)
    for leader, studio in registry.people:
        seats[key(leader.name)].append((leader, studio))
    for of_name in seats.values():
        for one, two in combinations(of_name, 2):
            if one[1].union.id != two[1].union.id:
                yield from (claim for claim in (_leader(one, two), _leader(two, one)) if claim)


def _leader(seat: tuple[models.Leader, Studio], other: tuple[models.Leader, Studio]) -> Claim | None:
    """What a record says of somebody who leads another studio too: that it is one person, or what makes it likely."""
    (leader, by), (other_leader, other_studio) = seat, other
    says = other_studio.id in leader.also_leads
    if not says and (
        by.id in other_leader.also_leads
        or not same_person(leader, by.record.units, other_leader, other_studio.record.units)
    ):
        return None
    place = next(n for n, each in enumerate(by.unredacted.leaders) if each.name == leader.name and each.published)
    loc: Loc = (
        ("leaders", place, "also_leads", leader.also_leads.index(other_studio.id))
        if says
        else (
            *("leaders", place),
            "name",
        )
    )
    claim = ("leader" if says else "likeness", by, by.path, loc, other_studio, leader.name, leader)
    agreed = agreement.one_person(leader, by, other_leader, other_studio)
    return Claim(*claim, agreed, other_studio.path, f"also_leads: [{by.id}]")
