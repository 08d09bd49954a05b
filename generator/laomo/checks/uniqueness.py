"""Ids stand once: studios over the whole site, achievements within a studio, unions, and unions within a target table.

Passes: `achievements: [{id: quick-clamp}]` in 2013.yml and `[{id: rain-shield}]` in 2014.yml.
Fails: `quick-clamp` in both, because the id is the address.
"""

from collections.abc import Iterable, Iterator

from laomo.diagnostics import Loc, Problem
from laomo.load import shown
from laomo.registry import Registry


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


def _repeated(ids: Iterable[tuple[str, tuple[str, Loc]]], code: str) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for value, (path, loc) in ids:
        if value in first:
            yield Problem(path, code, loc, {"value": value, "other": first[value]})
        first.setdefault(value, path)
