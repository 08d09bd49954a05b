"""Facets as columns: for each document, one character that stands for its set of values. The browser counts the values."""

from bisect import insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from laomo.pages.search.collect import named, ranked
from laomo.records.models import PartialDate, vocabulary
from laomo.registry.effects import latest_apprentices
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


@dataclass(frozen=True, slots=True)
class _Facet:
    """How a column is made: its title, its labels in order (from the registry and all values), and the values of a document."""

    title: str
    labels: Callable[[Registry, set[str]], Iterable[str]]
    of_studio: Callable[[Studio], Iterable[str]]
    of_achievement: Callable[[Achievement], Iterable[str]] | None = None
    """None if an achievement has the values of its studio."""


def _none(_: Studio) -> Values:
    return ()


OFFERS = {"带徒": "mentoring", "有可推广成果": "results", "跨单位创建": "several-units"}
"""What a studio offers to others, with slugs for URLs."""


def offers(studio: Studio) -> Values:
    """What it offers: apprentices in its newest report on them, a result in use somewhere, several units together."""
    return tuple(
        offer
        for offer, given in zip(
            OFFERS,
            (
                latest_apprentices(studio),
                any(item.record.promotion for item in studio.achievements),
                len(studio.record.units) > 1,
            ),
            strict=True,
        )
        if given
    )


def problem_areas(studio: Studio) -> Iterable[str]:
    """The areas of the problems that its projects take on (厦工办〔2013〕6号 二·2)."""
    return (project.area for year in studio.years for project in year.record.projects if project.area)


def purposes(studio: Studio) -> Iterable[str]:
    """What its achievements improve, in the order of the vocabulary."""
    found = {each.kind for item in studio.achievements for each in item.record.benefits}
    return (kind for kind in vocabulary.BENEFIT_KINDS if kind in found)


FACETS = {
    "district": _Facet("地区", lambda r, found: (*r.site.regions, *sorted(found)), lambda s: (s.record.region or "",)),
    "union": _Facet("主管工会", lambda r, _: (union.name for union in r.unions), lambda s: (s.union.name,)),
    "industry": _Facet("行业", lambda r, _: r.industries, lambda s: (s.record.industry or "",)),
    "type": _Facet("功能类型", lambda *_: vocabulary.STUDIO_TYPES, lambda s: s.record.types),
    "category": _Facet("类别", lambda *_: vocabulary.CATEGORIES, lambda s: (s.record.category or "",)),
    "level": _Facet("级别", lambda *_: vocabulary.LEVELS, lambda s: (s.level or "",)),
    "kind": _Facet(
        "创新方向", lambda *_: vocabulary.INNOVATION_KINDS, lambda s: s.record.kinds, lambda a: a.record.innovation
    ),
    "offers": _Facet("可以请教", lambda *_: OFFERS, offers, lambda _: ()),
    "result": _Facet("成果类别", lambda *_: vocabulary.RESULT_KINDS, _none, lambda a: (a.record.kind,)),
    "benefit": _Facet(
        "成效", lambda *_: vocabulary.BENEFIT_KINDS, purposes, lambda a: (each.kind for each in a.record.benefits)
    ),
    "area": _Facet("问题领域", lambda *_: vocabulary.PROBLEM_AREAS, problem_areas, lambda _: ()),
    "recogniser": _Facet(
        "认定级别", lambda *_: vocabulary.LEVELS, _none, lambda a: (each.level for each in a.record.recognised_by)
    ),
    "measured": _Facet("前后对比", lambda *_: ["有"], _none, lambda a: ("有",) if a.record.measures else ()),
    "updated": _Facet(
        "最近更新", lambda _, found: _newest_first(found), lambda s: (date.iso if (date := latest(s)) else "",)
    ),
    "year": _Facet(
        "年份", lambda _, found: _newest_first(found), lambda s: (str(named(s) or ""),), lambda a: (str(a.year),)
    ),
}
"""All facets by their names in the URL."""


def columns(registry: Registry, studios: list[Studio], names: Iterable[str] = FACETS) -> dict[str, FacetColumn]:
    """The columns of facets by name, for studios in the order of their numbers. A document beyond the end of a column has the values
    of its studio.
    """
    achievements = ranked(studios)
    return {name: _of_facet(FACETS[name], registry, studios, achievements) for name in names}


def _of_facet(facet: _Facet, registry: Registry, studios: list[Studio], achievements: Achievements) -> FacetColumn:
    values = [tuple(facet.of_studio(studio)) for studio in studios]
    if facet.of_achievement:
        values += _each(achievements, facet.of_achievement)
    return _column(facet.title, facet.labels(registry, {*chain.from_iterable(dict.fromkeys(values))} - {""}), values)


def of_pages(kinds: Iterable[str]) -> FacetColumn:
    """The column of what pages are, for pages alone."""
    return _column("网页种类", (), [(kind,) for kind in kinds])


def values_of(facet: str, document: Studio | Achievement | None) -> Values:
    """The values of a document; empty for a gap, and for an achievement that has the values of its studio."""
    ways = FACETS[facet]
    if isinstance(document, Studio):
        return _distinct(ways.of_studio(document))
    return _distinct(ways.of_achievement(document)) if document and ways.of_achievement else ()


def _each(achievements: Achievements, values: Callable[[Achievement], Iterable[str]]) -> list[Values]:
    """The values of each achievement; empty for a gap in the numbers."""
    return [tuple(values(item)) if item else () for item in achievements]


def _distinct(values: Iterable[str]) -> Values:
    return tuple(dict.fromkeys(value for value in values if value))


def _newest_first(dates: Iterable[str]) -> list[str]:
    return sorted(dates, reverse=True)


def latest(studio: Studio) -> PartialDate | None:
    """The latest date in a studio's records (update, decisions, annual records); None if they contain no date."""
    decided = [each.decision.date for each in studio.designations if each.decision.result != "限期整改"]
    years = [PartialDate(year.year) for year in studio.years]
    return max([*decided, *years, *([studio.record.updated] if studio.record.updated else [])], default=None)


def ranks(keys: Sequence[Sequence[Any]]) -> str:
    """The rank of each name, by the key to sort it by, as two characters; empty names get the first rank."""
    named = (number for number, key in enumerate(keys) if key)
    return _ranks(sorted(named, key=lambda number: (keys[number], number)), len(keys))


def reranked(before: str, names: Sequence[str], changed: Iterable[int], key: Callable[[str], Sequence[Any]]) -> str:
    """The ranks of names after those of some numbers have changed: only these names, and few others, need their keys."""
    values = {digit: value for value, digit in enumerate(_digits())}
    rank_of = [values[high] * 1000 + values[low] for high, low in zip(before[::2], before[1::2], strict=True)]
    others = {*changed}
    same = (number for number, name in enumerate(names) if name and number not in others)
    order = sorted(same, key=rank_of.__getitem__)
    for number in filter(names.__getitem__, others):
        insort(order, number, key=lambda each: (key(names[each]), each))
    return _ranks(order, len(names))


def _ranks(order: list[int], count: int) -> str:
    digits = _digits()
    rank_of = [digits[0] * 2] * count
    for rank, number in enumerate(order):
        rank_of[number] = digits[rank // 1000] + digits[rank % 1000]
    return "".join(rank_of)


def _digits() -> list[str]:
    return [_character(number) for number in range(1000)]


def _column(title: str, order: Iterable[str], values: Sequence[Values]) -> FacetColumn:
    """One facet. Labels that are not in `order` are appended in the order in which they occur."""
    labels: dict[str, int] = {label: index for index, label in enumerate(dict.fromkeys(order))}
    sets: dict[tuple[int, ...], int] = {(): 0}
    characters: dict[Values, str] = {}
    for several in dict.fromkeys(values):
        key = tuple(labels.setdefault(value, len(labels)) for value in _distinct(several))
        characters[several] = _character(sets.setdefault(key, len(sets)))
    return FacetColumn(title, list(labels), [list(key) for key in sets], "".join(map(characters.__getitem__, values)))


def _character(number: int) -> str:
    code = _FIRST + number
    return chr(code if code < _BACKSLASH else code + 1)


def number(character: str) -> int:
    """The number that a character of a column stands for: the place of the document's set."""
    code = ord(character)
    return code - _FIRST - (code > _BACKSLASH)
