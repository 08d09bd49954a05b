"""编号不重复：工作室在全站，成果在一家工作室内，工会在名录里，一家工会在一张任务表里，一家工作室在一份决定或公示里。

Passes: 2013.yml 里有成果 quick-clamp，2014.yml 里有 rain-shield。
Fails: 两年里都有 quick-clamp；编号就是网址，不能重复。
"""

from collections.abc import Iterable, Iterator

from laomo.problems.problem import Loc, Problem
from laomo.records import models
from laomo.records.layout import shown
from laomo.registry.registry import Registry


def check(registry: Registry) -> Iterator[Problem]:
    folders = ((studio.id, (shown(studio.path), ())) for studio in registry.studios)
    yield from _repeated(folders, "duplicate-studio")
    unions = ((union.id, ("studios/unions.yml", ("unions", n, "id"))) for n, union in enumerate(registry.unions))
    yield from _repeated(unions, "duplicate-union")
    for targets in registry.targets:
        path = f"studios/targets/{targets.year}.yml"
        rows = ((row.union, (path, ("rows", n, "union"))) for n, row in enumerate(targets.record.rows))
        yield from _repeated(rows, "duplicate-target")
    for studio in registry.studios:
        achievements = (
            (item.id, (shown(year.path), ("achievements", n, "id")))
            for year in studio.years
            for n, item in enumerate(year.record.achievements)
        )
        yield from _repeated(achievements, "duplicate-achievement")
    for file, record in registry.records.items():
        if isinstance(record, models.DecisionRecord):
            named = [(("studios", n, "studio"), each.studio) for n, each in enumerate(record.studios)]
            yield from _listed_twice(shown(file), named)
        elif isinstance(record, models.InspectionRecord):
            visited = [(("studios", n, "studio"), each.studio) for n, each in enumerate(record.studios)]
            yield from _listed_twice(shown(file), visited)
        elif isinstance(record, models.NoticeRecord | models.EventRecord):
            yield from _listed_twice(shown(file), [(("studios", n), each) for n, each in enumerate(record.studios)])


def _listed_twice(path: str, named: Iterable[tuple[Loc, str]]) -> Iterator[Problem]:
    """It does no harm, but somebody may have meant another studio."""
    seen = set()
    for loc, studio in named:
        if studio in seen:
            yield Problem(path, "listed-twice", loc, {"value": studio}, severity="warning")
        seen.add(studio)


def _repeated(ids: Iterable[tuple[str, tuple[str, Loc]]], code: str) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for value, (path, loc) in ids:
        if value in first:
            yield Problem(path, code, loc, {"value": value, "other": first[value]})
        first.setdefault(value, path)
