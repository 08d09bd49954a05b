"""Facets as columns: for each document a character that stands for its set of values. Counts are made in the browser."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from laomo.pages.search.collect import named, numbered, ranked
from laomo.records.models import PartialDate, vocabulary
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio

Values = tuple[str, ...]

_FIRST = 0x23  # after the quotation mark; the backslash is passed over, so that JSON never escapes a value
_BACKSLASH = 0x5C


@dataclass(frozen=True, slots=True)
class FacetColumn:
    """One facet: its labels in their order, the sets of labels that occur, and the set of each document."""

    title: str
    labels: list[str]
    sets: list[list[int]]
    values: str


def columns(registry: Registry) -> dict[str, FacetColumn]:
    """Every facet by its name in the address. A document beyond a column's end has the values of its studio."""
    studios = numbered(registry)
    items = ranked(studios)
    none: list[Values] = [()] * len(studios)

    def each(values: Callable[[Achievement], Iterable[str]]) -> list[Values]:
        return [tuple(values(item)) if item else () for item in items]

    years = [(str(named(studio) or ""),) for studio in studios] + each(lambda item: (str(item.year),))
    fresh = [date.iso if (date := latest(studio)) else "" for studio in studios]
    kinds = [studio.record.kinds for studio in studios] + each(lambda item: item.record.innovation)
    measured = each(lambda item: ("有",) if item.record.measures else ())
    regions = (*registry.site.regions, *sorted({studio.record.region for studio in studios}))
    return {
        "district": _column("地区", regions, ((studio.record.region,) for studio in studios)),
        "union": _column("主管工会", [u.name for u in registry.unions], ((s.union.name,) for s in studios)),
        "industry": _column("行业", registry.industries, ((s.record.industry or "",) for s in studios)),
        "type": _column("功能类型", vocabulary.STUDIO_TYPES, (studio.record.types for studio in studios)),
        "category": _column("类别", vocabulary.CATEGORIES, ((studio.record.category,) for studio in studios)),
        "level": _column("级别", vocabulary.LEVELS, ((studio.level or "",) for studio in studios)),
        "kind": _column("创新方向", vocabulary.INNOVATION_KINDS, kinds),
        "result": _column("成果类别", vocabulary.RESULT_KINDS, none + each(lambda item: (item.record.kind,))),
        "benefit": _column(
            "效益", vocabulary.BENEFIT_KINDS, none + each(lambda item: (b.kind for b in item.record.benefits))
        ),
        "recogniser": _column(
            "认定级别", vocabulary.LEVELS, none + each(lambda item: (r.level for r in item.record.recognised_by))
        ),
        "measured": _column("前后对比", ["有"], none + measured),
        "updated": _column("最近更新", sorted({*fresh} - {""}, reverse=True), ((date,) for date in fresh)),
        "year": _column("年份", sorted({year for some in years for year in some} - {""}, reverse=True), years),
    }


def latest(studio: Studio) -> PartialDate | None:
    """The latest date that its records speak of: when they were last looked through, a decision, or else a year."""
    told = [each.decision.date for each in studio.designations if each.decision.result != "限期整改"]
    years = [PartialDate(year.year) for year in studio.years]
    return max([*told, *years, *([studio.record.updated] if studio.record.updated else [])], default=None)


def ranks(names: Sequence[Sequence[object]]) -> str:
    """The place of each name in the order of all, as two characters; the first for what has no name."""
    order = sorted((number for number, name in enumerate(names) if name), key=lambda number: (names[number], number))
    place = [0] * len(names)
    for rank, number in enumerate(order):
        place[number] = rank
    return "".join(_character(rank // 1000) + _character(rank % 1000) for rank in place)


def _column(title: str, order: Iterable[str], values: Iterable[Values]) -> FacetColumn:
    labels: dict[str, int] = {label: place for place, label in enumerate(dict.fromkeys(order))}
    sets: dict[tuple[int, ...], int] = {(): 0}
    known: dict[Values, str] = {}
    written = []
    for several in map(tuple, values):
        if several not in known:
            key = tuple(labels.setdefault(value, len(labels)) for value in dict.fromkeys(several) if value)
            known[several] = _character(sets.setdefault(key, len(sets)))
        written.append(known[several])
    return FacetColumn(title, list(labels), [list(key) for key in sets], "".join(written))


def _character(number: int) -> str:
    code = _FIRST + number
    return chr(code if code < _BACKSLASH else code + 1)
