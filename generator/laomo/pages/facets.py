"""The facets by which readers browse studios and achievements, and the section of pages that each value has."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from laomo.pages.search.collect import named, numbered
from laomo.pages.search.facet_columns import OFFERS, offers, problem_areas, purposes
from laomo.records.models import vocabulary
from laomo.registry import urls
from laomo.registry.projects import StudioProject
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio

T = TypeVar("T")

Row = tuple[str, str, int]
"""A value, the address of its first page (empty without one), and how many items have it."""


@dataclass(frozen=True, slots=True)
class Facet(Generic[T]):
    """One facet: its name in the URL (as in `search/facet_columns.py`), its title, and its values in order."""

    name: str
    title: str
    home: str
    """The section whose page lists the facet's values; empty if only the directory's script offers the facet."""
    sections: Mapping[str, str]
    """Value → the section of its pages; empty as above."""
    values: Callable[[T], Iterable[str | None]]
    heading: str = "{}"
    """The heading of a value's pages, with `{}` for the value."""


@dataclass(frozen=True)
class Shelf(Generic[T]):
    """A facet with the items of each value; values without items are left out."""

    facet: Facet[T]
    found: Mapping[str, Sequence[T]]

    @classmethod
    def of(cls, facet: Facet[T], items: Iterable[T]) -> "Shelf[T]":
        found: dict[str, list[T]] = {value: [] for value in facet.sections}
        for item in items:
            for value in dict.fromkeys(facet.values(item)):
                if value in found:
                    found[value].append(item)
        return cls(facet, {value: several for value, several in found.items() if several})

    @cached_property
    def panel(self) -> "Panel":
        rows = ((value, self.facet.sections[value], len(several)) for value, several in self.found.items())
        return Panel(
            self.facet.name,
            self.facet.title,
            tuple((value, section and urls.listing(section), n) for value, section, n in rows),
        )


@dataclass(frozen=True, slots=True)
class Panel:
    """A facet as a page shows it: its name in the URL, its title, its values."""

    name: str
    title: str
    rows: tuple[Row, ...]


def listed(registry: Registry) -> tuple[Studio, ...]:
    """Active studios by union, in the order of the union list, then by industry: the same order as the directory's script uses."""
    place = {union.name: number for number, union in reversed(list(enumerate(registry.unions)))}
    return tuple(sorted(numbered(registry), key=lambda studio: place[studio.union.name]))


def by_change(registry: Registry) -> tuple[Achievement, ...]:
    """Published achievements: those with figures before and after come first; within each group, newest first."""
    items = (item for studio in numbered(registry) for item in studio.achievements)
    return tuple(sorted(items, key=lambda item: (not item.record.measures, -item.year)))


def of_studios(registry: Registry) -> tuple[Facet[Studio], ...]:
    """The facets of studios: first what readers know, the trade and the place."""
    years = sorted({named(studio) for studio in registry.active_studios} - {0}, reverse=True)
    unions = {union.name: f"unions/{union.id}" for union in reversed(registry.unions)}
    return (
        Facet(
            "industry", "行业", "industries", _below("industries", registry.industries), lambda s: [s.record.industry]
        ),
        Facet("district", "地区", "regions", _below("regions", registry.regions), lambda s: [s.record.region]),
        Facet(
            "kind",
            "创新方向",
            "studios/kinds",
            _below("studios/kinds", vocabulary.INNOVATION_KINDS),
            lambda s: s.record.kinds,
        ),
        Facet("union", "主管工会", "unions", dict(reversed(unions.items())), lambda s: [s.union.name]),
        Facet(
            "type",
            "功能类型",
            "studios/types",
            _below("studios/types", vocabulary.STUDIO_TYPES),
            lambda s: s.record.types,
        ),
        Facet(
            "category",
            "类别",
            "studios/categories",
            _below("studios/categories", vocabulary.CATEGORIES),
            lambda s: [s.record.category],
            "{}创新工作室",
        ),
        Facet(
            "level",
            "级别",
            "studios/levels",
            _below("studios/levels", vocabulary.LEVELS),
            lambda s: [s.level],
            "{}工作室",
        ),
        Facet(
            "year",
            "命名年份",
            "studios/years",
            {str(y): f"studios/years/{y}" for y in years},
            lambda s: [str(named(s))],
            "{}年命名的工作室",
        ),
        Facet("offers", "可以请教", "studios/offers", _below("studios/offers", OFFERS), offers, "{}的工作室"),
    )


def of_studios_by_work() -> tuple[Facet[Studio], ...]:
    """The facets of studios by what they work on, which have no pages of their own: their projects and achievements have."""
    return (
        Facet("area", "问题领域", "", dict.fromkeys(vocabulary.PROBLEM_AREAS, ""), problem_areas),
        Facet("benefit", "成效", "", dict.fromkeys(vocabulary.BENEFIT_KINDS, ""), purposes),
    )


def of_achievements(registry: Registry) -> tuple[Facet[Achievement], ...]:
    years = sorted({item.year for item in registry.achievements}, reverse=True)
    unions = {union.name: f"achievements/unions/{union.id}" for union in reversed(registry.unions)}
    innovation = _below("achievements/innovation", vocabulary.INNOVATION_KINDS)
    benefits = _below("achievements/benefits", vocabulary.BENEFIT_KINDS)
    levels = _below("achievements/levels", vocabulary.LEVELS)
    home = "achievements"
    return (
        Facet("kind", "创新方向", home, innovation, lambda item: item.record.innovation, "创新方向：{}"),
        Facet(
            "benefit", "成效", home, benefits, lambda item: [each.kind for each in item.record.benefits], "{}方面的成效"
        ),
        Facet(
            "result", "成果类别", home, _below("achievements", vocabulary.RESULT_KINDS), lambda item: [item.record.kind]
        ),
        Facet(
            "year",
            "年份",
            home,
            {str(y): f"achievements/{y}" for y in years},
            lambda item: [str(item.year)],
            "{}年创新成果",
        ),
        Facet(
            "recogniser",
            "认定级别",
            home,
            levels,
            lambda item: [each.level for each in item.record.recognised_by],
            "{}认定的成果",
        ),
        Facet(
            "union",
            "主管工会",
            home,
            dict(reversed(unions.items())),
            lambda item: [item.studio.union.name],
            "{}的创新成果",
        ),
    )


def of_projects() -> tuple[Facet[StudioProject], ...]:
    """By the area of the problem (厦工办〔2013〕6号 二·2)."""
    home = urls.PROJECTS
    return (
        Facet(
            "area", "问题领域", home, _below(home, vocabulary.PROBLEM_AREAS), lambda p: [p.record.area], "{}方面的难题"
        ),
    )


def _below(section: str, slugs: Mapping[str, str]) -> dict[str, str]:
    return {label: f"{section}/{slug}" for label, slug in slugs.items()}
