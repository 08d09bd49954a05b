"""Commendations of studios by unions (厦工办〔2013〕6号 四·4): from decisions, and from the honours that name a union as their body."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from laomo.records.models import PartialDate, UnionRecord
from laomo.registry import urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.text.collation import slug

_UNION = "工会"
"""What every union has in its name, also those above or below the ones that the site lists."""


@dataclass(frozen=True, slots=True)
class Commendation:
    """What a union said in praise of one or more studios."""

    title: str
    date: PartialDate
    level: str
    doc_no: str | None
    grounds: tuple[str, ...]
    studios: tuple[Studio, ...]
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Awarding:
    """A union with all its commendations, newest first. `union` is None for one that the site does not list."""

    name: str
    union: UnionRecord | None
    items: tuple[Commendation, ...]

    @property
    def section(self) -> str:
        """The paged list of them."""
        return f"honours/unions/{self.union.id if self.union else slug(self.name)}"

    @property
    def url(self) -> str:
        return urls.listing(self.section)


def by_union(registry: Registry) -> tuple[Awarding, ...]:
    """Unions that have commended an active studio: those of the site in their order, then others as they appear."""
    known = {name: union for union in registry.unions for name in (union.name, *union.other_names)}
    found: dict[str, list[Commendation]] = {union.name: [] for union in registry.unions}
    for body, commendation in (*_decided(registry), *_worn(registry)):
        if body in known or _UNION in body:
            found.setdefault(known[body].name if body in known else body, []).append(commendation)
    return tuple(
        Awarding(name, known.get(name), tuple(sorted(items, key=lambda item: item.date, reverse=True)))
        for name, items in found.items()
        if items
    )


def _decided(registry: Registry) -> Iterator[tuple[str, Commendation]]:
    """Decisions that commend, under each union that made them."""
    for _, decision in registry.announced:
        studios = _active(registry, (named.studio for named in decision.studios))
        if decision.result == "表彰" and studios:
            title = decision.designation or decision.title
            facts = (title, decision.date, decision.level, decision.doc_no, decision.grounds, studios, decision.sample)
            yield from ((body, Commendation(*facts)) for body in decision.bodies)


def _worn(registry: Registry) -> Iterator[tuple[str, Commendation]]:
    """Valid honours of studios; one that several received in the same year is one commendation."""
    found: dict[tuple[str, str, int, str, str | None], dict[str, Studio]] = {}
    for studio in registry.active_studios:
        for honour in (*studio.record.honours, *(each for year in studio.years for each in year.record.honours)):
            if honour.body:
                key = (honour.body, honour.name, honour.year, honour.level, honour.doc_no)
                found.setdefault(key, {})[studio.id] = studio
    for (body, name, year, level, doc_no), studios in found.items():
        samples = any(studio.record.sample for studio in studios.values())
        yield body, Commendation(name, PartialDate(year), level, doc_no, (), tuple(studios.values()), samples)


def _active(registry: Registry, ids: Iterable[str]) -> tuple[Studio, ...]:
    studios = (registry.studio_by_id.get(each) for each in dict.fromkeys(ids))
    return tuple(studio for studio in studios if studio and not studio.ended)
