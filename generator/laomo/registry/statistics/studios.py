"""How many studios there are: by each word list of the profile, by year, and their growth over the years."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from laomo.records.models import vocabulary
from laomo.registry import urls
from laomo.registry.registry import Registry
from laomo.registry.statistics.figures import Count, Coverage, Figure, linked, tally
from laomo.registry.studio import Studio


@dataclass(frozen=True, slots=True)
class Growth:
    """Studios created and qualified by the end of each year. `undated` studios are in no count, and the page says so."""

    years: tuple[tuple[int, int, int], ...]
    """Tuples of (year, created, qualified): cumulative, without the studios that had ended by then."""
    undated: int
    coverage: Coverage

    @property
    def created(self) -> tuple[tuple[int, int], ...]:
        """The studios created by the end of each year."""
        return tuple((year, created) for year, created, _ in self.years)

    @property
    def qualified(self) -> tuple[tuple[int, int], ...]:
        """The studios qualified by the end of each year."""
        return tuple((year, qualified) for year, _, qualified in self.years)


def by_level(registry: Registry) -> Figure:
    """The highest valid title of each studio (domain notes §7 rule 3)."""
    return _tally("level", registry, vocabulary.LEVELS, lambda studio: [studio.level or ""])


def by_category(registry: Registry) -> Figure:
    """By category (类别)."""
    return _tally("category", registry, vocabulary.CATEGORIES, lambda studio: [studio.record.category or ""])


def by_type(registry: Registry) -> Figure:
    """A studio may be of several types, so the lines may sum to more than there are studios."""
    figure = _tally("type", registry, vocabulary.STUDIO_TYPES, lambda studio: dict.fromkeys(studio.record.types))
    return _listed(figure, "studios/types", vocabulary.STUDIO_TYPES)


def by_kind(registry: Registry) -> Figure:
    """By kind of innovation. A studio may have several kinds."""
    figure = _tally("kind", registry, vocabulary.INNOVATION_KINDS, lambda studio: dict.fromkeys(studio.record.kinds))
    return _listed(figure, "studios/kinds", vocabulary.INNOVATION_KINDS)


def by_industry(registry: Registry) -> Figure:
    """By industry, with links to the lists. Studios without one are left out."""
    found = _tally("industry", registry, registry.industries, lambda studio: [studio.record.industry or ""])
    return _listed(found, "industries", registry.industries)


def by_region(registry: Registry) -> Figure:
    """By region, with links to the lists."""
    found = _tally("region", registry, registry.regions, lambda studio: [studio.record.region or ""])
    return _listed(found, "regions", registry.regions)


def by_union(registry: Registry) -> Figure:
    """By union, in the order of `unions.yml`. A union without an active studio is left out: unknown is not 0."""
    counts = []
    for union in registry.unions:
        number = sum(not studio.ended for studio in registry.studios_of(union.id))
        if number:
            counts.append(Count(union.short or union.name, number, urls.union(union.id)))
    active = len(registry.active_studios)
    return Figure("union", tuple(counts), Coverage(active, active))


def by_founding(registry: Registry) -> Figure:
    """By year of founding, else by year of the plaque."""
    return _tally("founded", registry, (), lambda studio: [f"{studio.created.year}年"] if studio.created else [])


def by_naming(registry: Registry) -> Figure:
    """By year of each studio's first naming (命名), by any body."""
    return _tally("named", registry, (), _first_naming)


def growth(registry: Registry) -> Growth:
    """Growth from the first known year to the year of `as_of`. The counts are those of the target tables."""
    dated = [studio for studio in registry.studios if studio.created]
    first = min((studio.created.year for studio in dated if studio.created), default=registry.site.as_of.year)
    years = tuple(
        (
            year,
            sum(studio.created_by(year) for studio in registry.studios),
            sum(studio.qualified_by(year) for studio in registry.studios),
        )
        for year in range(first, registry.site.as_of.year + 1)
    )
    active = len(registry.active_studios)
    undated = sum(studio.created is None for studio in registry.active_studios)
    return Growth(years if dated else (), undated, Coverage(active - undated, active))


def _first_naming(studio: Studio) -> list[str]:
    years = (item.decision.date.year for item in studio.titles if item.decision.result == "命名")
    return [f"{year}年" for year in list(years)[:1]]


def _tally(key: str, registry: Registry, order: Iterable[str], labels: Callable[[Studio], Iterable[str]]) -> Figure:
    def found() -> Iterator[tuple[str, str]]:
        for studio in registry.active_studios:
            for label in filter(None, labels(studio)):
                yield studio.id, label

    return tally(key, found(), tuple(order), len(registry.active_studios))


def _listed(figure: Figure, section: str, slugs: Mapping[str, str]) -> Figure:
    return linked(figure, {label: urls.listing(f"{section}/{slug}") for label, slug in slugs.items()})
