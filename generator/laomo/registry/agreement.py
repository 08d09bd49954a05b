"""What a record says of another union's records acts there only once the other side's record agrees.

Within one union nothing has to be agreed. Without agreement it stays on the pages of the union whose record says it.
"""

from collections.abc import Iterable

from laomo.records import models
from laomo.records.models import vocabulary
from laomo.registry.studio import Studio
from laomo.text.person_names import key


def shares(reporter: Studio, achievement: str, partner: Studio) -> bool:
    """Whether a studio that is named as a partner in an achievement shares it: its profile says so in `took_part_in`."""
    return _same_union(reporter, partner) or f"{reporter.id}/{achievement}" in partner.record.took_part_in


def related(studio: Studio, relation: models.Relation, other: Studio) -> bool:
    """Whether the page of the other studio shows a relation: its own record states it, seen from there."""
    back = (vocabulary.RELATIONS_BACK[relation.kind], studio.id)
    return _same_union(studio, other) or back in {(each.kind, each.studio) for each in other.record.relations}


def guest(studio: Studio, union: models.UnionRecord) -> bool:
    """Whether the page of a union shows a studio that names it in `co_unions`: `unions.yml` says so in `co_studios`."""
    return union.id == studio.union.id or studio.id in union.co_studios


def commends(union: models.UnionRecord, studio: Studio, above: Iterable[models.UnionRecord]) -> bool:
    """Whether an honour that a studio has from a union is shown as that union's.

    It is where the studio belongs to it or stands below it (`above`: the studio's union and those above it); another union says so in
    `commends` in `unions.yml`.
    """
    return studio.id in union.commends or union in above


def one_person(leader: models.Leader, studio: Studio, other: models.Leader, others: Studio) -> bool:
    """Whether leaders of studios of two unions are one person: both entries name the other studio in `also_leads`."""
    return key(leader.name) == key(other.name) and others.id in leader.also_leads and studio.id in other.also_leads


def _same_union(studio: Studio, other: Studio) -> bool:
    return studio.union.id == other.union.id
