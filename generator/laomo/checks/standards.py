"""标准只问档案里看得出的事；同一单位的同一种标准，一年里只有一套施行。

Passes: 核对方式 projects-in-year，最少 1，推荐 2；七有2013年起至2018年止，同一单位的新七有2019年起。
Fails: 核对方式 plaque 写了最少几个；all_of 里写 place.hots，没有这一项；推荐少于最少；七有2013年起没有止，另一套2019年起。
"""

import difflib
from collections.abc import Iterator
from itertools import combinations

from laomo.problems.problem import Facts, Loc, Problem
from laomo.records import models
from laomo.records.models.standard import PARAMETERS, ItemCheck
from laomo.registry.registry import Registry
from laomo.registry.standards import fields


def check(registry: Registry) -> Iterator[Problem]:
    for standard_id, record in registry.standards:
        path = f"studios/standards/{standard_id}.yml"
        yield from _period(path, record)
        seen: set[str] = set()
        for i, item in enumerate(record.items):
            if item.id in seen:
                yield Problem(path, "duplicate-item", ("items", i, "id"), {"value": item.id})
            seen.add(item.id)
            for c, each in enumerate(item.check):
                yield from _check(path, ("items", i, "check", c), each)
    yield from _overlaps(registry)


def _period(path: str, record: models.StandardRecord) -> Iterator[Problem]:
    if record.valid_to and record.valid_to.surely_before(record.valid_from):
        facts = {"start": record.valid_from.iso, "end": record.valid_to.iso}
        yield Problem(path, "standard-period", ("valid_to",), facts)


def _check(path: str, loc: Loc, check: ItemCheck) -> Iterator[Problem]:
    allowed = PARAMETERS[check.kind]
    used = {name for name, value in check if value not in (None, ())}
    for name in sorted(used - {"kind", *allowed}):
        facts: Facts = {"kind": check.kind, "value": name, "choices": tuple(allowed)}
        yield Problem(path, "check-parameter", (*loc, name), facts)
    if check.kind == "fields-present" and not (check.all_of or check.any_of):
        yield Problem(path, "check-without-fields", loc)
    for key in ("all_of", "any_of"):
        for n, field in enumerate(getattr(check, key)):
            if not fields.known_path(field):
                close = difflib.get_close_matches(field, fields.known_paths(), 1, 0.6)
                facts = {"value": field, "suggestion": "".join(close)}
                yield Problem(path, "unknown-path", (*loc, key, n), facts)
    if check.recommended is not None and check.recommended < (check.minimum or 1):
        facts = {"recommended": check.recommended, "minimum": check.minimum or 1}
        yield Problem(path, "recommended-below-minimum", (*loc, "recommended"), facts)


def _overlaps(registry: Registry) -> Iterator[Problem]:
    """Two standards with the same issuer and short name must not be in force at once: it would be unclear which one applies."""
    ordered = sorted(registry.standards, key=lambda each: (each[1].valid_from, each[0]))
    for (older_id, older), (newer_id, newer) in combinations(ordered, 2):
        alike = (older.issuer, older.short) == (newer.issuer, newer.short)
        if alike and not (older.valid_to and older.valid_to.surely_before(newer.valid_from)):
            facts: Facts = {"other": f"{newer_id}.yml", "value": older.short, "year": newer.valid_from.year}
            loc: Loc = ("valid_to",) if older.valid_to else ("valid_from",)
            yield Problem(f"studios/standards/{older_id}.yml", "standards-overlap", loc, facts)
