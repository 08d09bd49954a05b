"""No field of a record is forgotten: whichever changes, the summary says so, with what it was and what it is."""

from dataclasses import dataclass, replace
from html import unescape
from pathlib import PurePosixPath
from typing import Any, get_args, get_origin

import pytest
from tests.conftest import SMALL, some
from tests.pages.filling import STUDIO, Filling
from tests.security.planting import without_none

from laomo.records import models
from laomo.records.layout import KINDS
from laomo.records.loader import Loaded, load
from laomo.registry.registry import Registry
from laomo.tools.review import changes, values
from laomo.tools.review.sides import Sides

FOLDER = PurePosixPath("north", STUDIO)
PLACES = {
    "site": "site.yml",
    "vocabulary": "vocabulary.yml",
    "owners": "owners.yml",
    "standard": "standards/planted.yml",
    "target": "targets/2013.yml",
    "decision": "decisions/2013-02.yml",
    "notice": "notices/2013-02.yml",
    "houses": "houses.yml",
    "upward": "upward.yml",
    "above": "above.yml",
    "house": "north/house.yml",
    "home": str(FOLDER / "home.yml"),
    "event": "events/2013-02.yml",
    "inspection": "inspections/2013-02.yml",
    "studio": str(FOLDER / "studio.yml"),
    "year": str(FOLDER / "2013.yml"),
}
LISTS = {"unions": ("union", models.UnionRecord), "alliances": ("alliance", models.Alliance)}
"""Files that list records, and the model of these."""
TYPED: dict[str, list[Any]] = {
    "union.parent": ["north", "south"],
    "site.region_map.column": [1, 2],
    "site.region_map.row": [1, 2],
    "site.government.code": ["1234567890", "1234567891"],
    "house.edition": ["0" * 64, "1" * 64],
    "house.terms": ["0" * 64, "1" * 64],
    "house.withdrawals": ["0" * 64, "1" * 64],
    "house.address": ["https://north.example.org/", "https://nord.example.org/"],
    "home.page": ["https://north.example.org/a/", "https://north.example.org/b/"],
}
"""What a few typed fields may take."""
SAID_OTHERWISE = {
    "site.withdrawn": "全站撤回公开的人（不写姓名）：0 人 → 1 人",
    "studio.leaders.withdrawn": "位人员不再公开",
    "studio.honours.status": "改为撤销，不再显示",
    "studio.leaders.honours.status": "位人员不再公开",
    "year.honours.status": "改为撤销，不再显示",
}
"""Of whom or what is withdrawn the summary says that it is, and never what it was."""
INTERNAL = {"year.report.submitted", "year.report.inspection"}
"""Never published; inspections are not either."""


@dataclass
class Full(Filling):
    """Fills also what is a table of free keys."""

    def _value(self, kind: Any, place: str, *, required: bool) -> Any:
        bare = without_none(kind)
        if get_origin(bare) is dict:
            word = super()._value(get_args(bare)[1], place, required=True)
            self.places.add(place)
            return {"crane": word}
        return super()._value(kind, place, required=required)


@dataclass(frozen=True)
class Records:
    """The records of the small site, and one of each kind with every field filled."""

    filling: Full
    loaded: Loaded

    @classmethod
    def of(cls, base: Loaded) -> "Records":
        made = cls(Full(known=dict(TYPED)), base)
        for kind in (*PLACES, *(kind for kind, _ in LISTS.values())):
            made = cls(made.filling, replace(base, records=made.with_kind(kind, made.filling)))
        return made

    def with_kind(self, kind: str, filling: Full) -> dict[PurePosixPath, models.Record]:
        """The records with those of one kind filled, anew or for the first time."""
        records = dict(self.loaded.records)
        if kind in PLACES:
            records[PurePosixPath(PLACES[kind])] = filling.record(KINDS[kind].model, kind)
        for file, (listed, model) in LISTS.items():
            if kind == listed:
                path, each = PurePosixPath(f"{file}.yml"), filling.record(model, kind)
                others = [other for other in getattr(records.get(path), file, ()) if other.id not in ("crane", "weld")]
                records[path] = KINDS[file].model.model_construct(**{file: (*others, each)})
        return dict(sorted(records.items()))

    def registry(self, changed: str = "") -> Registry:
        """All of them joined, with another value in the field `changed`."""
        again = Full(changed=frozenset({changed}), known=self.filling.known, fields=self.filling.fields)
        records = self.with_kind(changed.partition(".")[0], again)
        registry = Registry.of(replace(self.loaded, records=records))
        assert registry
        return registry


@pytest.fixture(scope="module")
def records() -> Records:
    return Records.of(load(SMALL / "studios"))


def test_whatever_field_changes_is_in_the_summary_with_both_values(records: Records) -> None:
    before, silent = records.registry(), {}
    assert "读者看不到变化" in _summary(Sides(before, before))
    for place in some(sorted(records.filling.places)):
        told = _summary(Sides(before, records.registry(place)))
        if place in INTERNAL or place.startswith("inspection."):
            assert "读者看不到变化" in told
        elif missing := [text for text in _expected(before, place, records.filling) if text not in told]:
            silent[place] = missing, told
    assert not silent, "\n".join(f"{place}: {missing} not in\n{told}" for place, (missing, told) in silent.items())


def test_the_walk_covers_every_kind_of_record(records: Records) -> None:
    filling = records.filling
    assert KINDS.keys() == PLACES.keys() | LISTS.keys()
    models_seen = {place.partition(".")[0] for place in filling.places}
    assert models_seen == PLACES.keys() | {kind for kind, _ in LISTS.values()}
    assert filling.places >= {*SAID_OTHERWISE, *INTERNAL}


def _summary(sides: Sides) -> str:
    return unescape(changes.markdown(changes.of_sides(sides), None))


def _expected(before: Registry, place: str, usual: Full) -> list[str]:
    """What the summary must say: the values of both sides as readers know them."""
    if place in SAID_OTHERWISE:
        return [SAID_OTHERWISE[place]]
    if place in usual.fields:
        return [usual.fields[place], "第9999号"]
    names = {each.id: each.name for each in (*before.unions, *before.studios)}
    old, new = (values.said(each) for each in usual.known[place][:2])
    return [" → "] if new in names or old in names else [old, new]
