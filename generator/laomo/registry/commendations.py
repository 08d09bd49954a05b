"""Commendations of studios by unions (厦工办〔2013〕6号 四·4): from decisions, and from honours whose awarding body is a union.

A union on the list is shown with the honours that studios of its own and below it name, and those that it agrees to (`agreement.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from laomo.records.models import PartialDate, UnionRecord
from laomo.registry import agreement, urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.text.collation import slug

_UNION = "工会"
"""A body with this word in its name is a union, even if `unions.yml` does not list it."""


@dataclass(frozen=True, slots=True)
class Commendation:
    """One act by which a union commended one or more studios."""

    title: str
    date: PartialDate
    level: str
    doc_no: str | None
    grounds: tuple[str, ...]
    studios: tuple[Studio, ...]
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Awarding:
    """A union with all its commendations, newest first. `union` is None if `unions.yml` does not list it."""

    name: str
    union: UnionRecord | None
    items: tuple[Commendation, ...]

    @property
    def section(self) -> str:
        """The section of the paged list that shows these commendations."""
        return f"honours/unions/{self.union.id if self.union else slug(self.name)}"

    @property
    def url(self) -> str:
        return urls.listing(self.section)


def by_union(registry: Registry) -> tuple[Awarding, ...]:
    """Unions that have commended an active studio: listed unions in list order, then the others in order of appearance."""
    known = registry.union_by_name
    found: dict[str, list[Commendation]] = {union.name: [] for union in registry.unions}
    for body, commendation in (*_from_decisions(registry), *_from_honours(registry)):
        if body in known or _UNION in body:
            found.setdefault(known[body].name if body in known else body, []).append(commendation)
    return tuple(
        Awarding(name, known.get(name), tuple(sorted(items, key=lambda item: item.date, reverse=True)))
        for name, items in found.items()
        if items
    )


def _from_decisions(registry: Registry) -> Iterator[tuple[str, Commendation]]:
    """Body and commendation for each decision with the result 表彰; a decision of several bodies appears once for each."""
    for _, decision in registry.announced:
        studios = _active(registry, (named.studio for named in decision.studios))
        if decision.result == "表彰" and studios:
            title = decision.designation or decision.title
            facts = (title, decision.date, decision.level, decision.doc_no, decision.grounds, studios, decision.sample)
            yield from ((body, Commendation(*facts)) for body in decision.bodies)


def _from_honours(registry: Registry) -> Iterator[tuple[str, Commendation]]:
    """Body and commendation for each valid honour; one honour that several studios got in a year is one commendation."""
    known = registry.union_by_name
    found: dict[tuple[str, str, int, str, str | None], dict[str, Studio]] = {}
    for studio in registry.active_studios:
        for honour in (*studio.record.honours, *(each for year in studio.years for each in year.record.honours)):
            if honour.body and _agreed(registry, studio, known.get(honour.body)):
                key = (honour.body, honour.name, honour.year, honour.level, honour.doc_no)
                found.setdefault(key, {})[studio.id] = studio
    for (body, name, year, level, doc_no), studios in found.items():
        samples = any(studio.record.sample for studio in studios.values())
        yield body, Commendation(name, PartialDate(year), level, doc_no, (), tuple(studios.values()), samples)


def _agreed(registry: Registry, studio: Studio, union: UnionRecord | None) -> bool:
    """Whether an honour that a studio says it has from this union is shown as the union's; None is one that is not on the list."""
    return union is None or agreement.commends(union, studio, registry.above(studio.union))


def _active(registry: Registry, ids: Iterable[str]) -> tuple[Studio, ...]:
    studios = (registry.studio_by_id.get(each) for each in dict.fromkeys(ids))
    return tuple(studio for studio in studios if studio and not studio.ended)
