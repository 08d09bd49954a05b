"""Facets as columns: for each document, one character that stands for its set of values. The browser counts the values."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from laomo.pages.search.collect import named, numbered, ranked
from laomo.records.models import PartialDate, vocabulary
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio

Values = tuple[str, ...]
Achievements = list[Achievement | None]
"""In the order of their numbers, with None for a gap (`collect.ranked`)."""

_FIRST = 0x23  # the first code after the quotation mark; with the backslash skipped, JSON need not escape any value
_BACKSLASH = 0x5C


@dataclass(frozen=True, slots=True)
class FacetColumn:
    """One facet: its labels in order; the sets of labels that occur, as indices; and for each document the character of its set."""

    title: str
    labels: list[str]
    sets: list[list[int]]
    values: str


def columns(registry: Registry) -> dict[str, FacetColumn]:
    """All facets by their names in the URL. A document beyond the end of a column has the values of its studio."""
    studios = numbered(registry)
    achievements = ranked(studios)
    return {
        **_studio_columns(registry, studios),
        **_achievement_columns(studios, achievements),
        **_date_columns(studios, achievements),
    }


def _studio_columns(registry: Registry, studios: list[Studio]) -> dict[str, FacetColumn]:
    """The facets in which an achievement has the values of its studio."""
    regions = (*registry.site.regions, *sorted({studio.record.region or "" for studio in studios} - {""}))
    unions = [union.name for union in registry.unions]
    return {
        "district": _column("地区", regions, ((studio.record.region or "",) for studio in studios)),
        "union": _column("主管工会", unions, ((studio.union.name,) for studio in studios)),
        "industry": _column("行业", registry.industries, ((studio.record.industry or "",) for studio in studios)),
        "type": _column("功能类型", vocabulary.STUDIO_TYPES, (studio.record.types for studio in studios)),
        "category": _column("类别", vocabulary.CATEGORIES, ((studio.record.category or "",) for studio in studios)),
        "level": _column("级别", vocabulary.LEVELS, ((studio.level or "",) for studio in studios)),
    }


def _achievement_columns(studios: list[Studio], achievements: Achievements) -> dict[str, FacetColumn]:
    """The facets in which achievements have values of their own; studios have values only in the first, `kind`."""
    none: list[Values] = [()] * len(studios)
    kinds = [studio.record.kinds for studio in studios]
    innovation = _each(achievements, lambda item: item.record.innovation)
    results = _each(achievements, lambda item: (item.record.kind,))
    benefits = _each(achievements, lambda item: (benefit.kind for benefit in item.record.benefits))
    recognisers = _each(achievements, lambda item: (recogniser.level for recogniser in item.record.recognised_by))
    measured = _each(achievements, lambda item: ("有",) if item.record.measures else ())
    return {
        "kind": _column("创新方向", vocabulary.INNOVATION_KINDS, kinds + innovation),
        "result": _column("成果类别", vocabulary.RESULT_KINDS, none + results),
        "benefit": _column("成效", vocabulary.BENEFIT_KINDS, none + benefits),
        "recogniser": _column("认定级别", vocabulary.LEVELS, none + recognisers),
        "measured": _column("前后对比", ["有"], none + measured),
    }


def _date_columns(studios: list[Studio], achievements: Achievements) -> dict[str, FacetColumn]:
    """The date of a studio's last update; and the year of a studio's first title or of an achievement."""
    updated = [date.iso if (date := latest(studio)) else "" for studio in studios]
    years = [(str(named(studio) or ""),) for studio in studios] + _each(achievements, lambda item: (str(item.year),))
    return {
        "updated": _column("最近更新", _newest_first(updated), ((date,) for date in updated)),
        "year": _column("年份", _newest_first(year for values in years for year in values), years),
    }


def _each(achievements: Achievements, values: Callable[[Achievement], Iterable[str]]) -> list[Values]:
    """The values of each achievement; empty for a gap in the numbers."""
    return [tuple(values(item)) if item else () for item in achievements]


def _newest_first(dates: Iterable[str]) -> list[str]:
    return sorted({*dates} - {""}, reverse=True)


def latest(studio: Studio) -> PartialDate | None:
    """The latest date in a studio's records (update, decisions, annual records); None if they contain no date."""
    decided = [each.decision.date for each in studio.designations if each.decision.result != "限期整改"]
    years = [PartialDate(year.year) for year in studio.years]
    return max([*decided, *years, *([studio.record.updated] if studio.record.updated else [])], default=None)


def ranks(names: Sequence[Sequence[object]]) -> str:
    """The rank of each name as two characters; empty names get the first rank."""
    order = sorted((number for number, name in enumerate(names) if name), key=lambda number: (names[number], number))
    rank_of = [0] * len(names)
    for rank, number in enumerate(order):
        rank_of[number] = rank
    return "".join(_character(rank // 1000) + _character(rank % 1000) for rank in rank_of)


def _column(title: str, order: Iterable[str], values: Iterable[Values]) -> FacetColumn:
    """One facet. Labels that are not in `order` are appended in the order in which they occur."""
    labels: dict[str, int] = {label: index for index, label in enumerate(dict.fromkeys(order))}
    sets: dict[tuple[int, ...], int] = {(): 0}
    characters: dict[Values, str] = {}
    column = []
    for several in map(tuple, values):
        if several not in characters:
            key = tuple(labels.setdefault(value, len(labels)) for value in dict.fromkeys(several) if value)
            characters[several] = _character(sets.setdefault(key, len(sets)))
        column.append(characters[several])
    return FacetColumn(title, list(labels), [list(key) for key in sets], "".join(column))


def _character(number: int) -> str:
    code = _FIRST + number
    return chr(code if code < _BACKSLASH else code + 1)
