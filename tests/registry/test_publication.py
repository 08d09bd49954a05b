"""The public records contain no revoked honour, so pages, lists, search and downloads need not filter them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from laomo import generate
from laomo.project import Project
from laomo.records.models import Honour, Record
from laomo.registry.honours import held_honours
from laomo.registry.registry import Registry
from tests.conftest import edit

VALID = "{name: 示例市劳动模范, level: 市级, year: 2011}"
REVOKED = "{name: 示例市工人先锋号, level: 全国, year: 2012, status: 撤销}"
BOTH = f"honours: [{VALID}, {REVOKED}]"


def honours(value: object) -> Iterator[Honour]:
    """Every honour in a record, at any depth."""
    if isinstance(value, Honour):
        yield value
    elif isinstance(value, Record):
        for _, part in value:
            yield from honours(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from honours(part)


@pytest.fixture
def registry(site: Path) -> Registry:
    """The small site with revoked honours at every possible place, in an active studio, an ended one, and one with withdrawn people."""
    crane, weld, nurse = (site / f"studios/{folder}" for folder in ("north/crane", "north/weld", "south/nurse"))
    edit(crane / "studio.yml", f"honours:\n      - {VALID}", BOTH)
    edit(weld / "studio.yml", "{name: 方二铁, kind: 技能人才}", f"{{name: 方二铁, kind: 技能人才, {BOTH}}}")
    edit(weld / "studio.yml", "founded: 2012", "founded: 2012\nstatus: 撤销\nended_on: 2020-05")
    edit(
        nurse / "studio.yml",
        "[{name: 顾三春}]",
        f"[{{name: 顾三春, {BOTH}}}, {{name: 甲, withdrawn: 2024, {BOTH}}}, {{name: 乙, honours: [{REVOKED}]}}]",
    )
    edit(crane / "2013.yml", "  - id: brake-check", "    shared_with: [nurse]\n  - id: brake-check")
    edit(nurse / "studio.yml", "region:", "took_part_in: [crane/anti-sway]\nregion:")
    (weld / "2014.yml").write_text("summary: 这一年。\n", encoding="utf-8")
    for file in (
        crane / "studio.yml",
        crane / "2013.yml",
        weld / "studio.yml",
        weld / "2014.yml",
        nurse / "studio.yml",
    ):
        with file.open("a", encoding="utf-8") as record:
            record.write(f"{BOTH}\n")
    checked = generate.check(Project(site))
    assert checked.registry, checked.problems
    return checked.registry


def test_no_public_record_holds_a_revoked_honour(registry: Registry) -> None:
    filed: list[Record] = []
    public: list[Record] = []
    for studio in registry.studios:
        filed += [studio.unredacted, *(year.unredacted for year in studio.years)]
        public += [studio.record, *(year.record for year in studio.years)]
    assert sum(honour.status == "撤销" for honour in honours(tuple(filed))) == 10
    assert [honour for honour in honours(tuple(public)) if honour.status == "撤销"] == []
    assert {honour.name for honour in honours(tuple(public))} == {"示例市劳动模范"}


def test_what_is_joined_from_them_holds_none(registry: Registry) -> None:
    studios = registry.studio_by_id
    assert studios["weld"].ended
    assert [item.studio.id for item in studios["nurse"].shared] == ["crane"]
    assert [leader.name for leader in studios["nurse"].record.leaders] == ["顾三春"]
    leaders = [leader for leader, _ in registry.people] + [person.leader for person in registry.persons]
    joined = [honour for leader in leaders for honour in leader.honours]
    joined += [honour for studio in registry.studios for honour in studio.honours]
    joined += [held.honour for held in held_honours(registry)]
    assert {honour.status for honour in joined} == {"有效"}


def test_the_best_honour_is_the_first_of_the_highest_level_that_stands(site: Path) -> None:
    listed = ("市级, year: 2015", "省级, year: 2012", "省级, year: 2018", "全国, year: 2019, status: 撤销")
    written = ", ".join(f"{{name: 荣誉{n}, level: {each}}}" for n, each in enumerate(listed))
    edit(site / "studios/north/crane/studio.yml", f"honours:\n      - {VALID}", f"honours: [{written}]")
    registry = generate.check(Project(site)).registry
    assert registry
    plates = {studio.id: studio.leaders_with_honour for studio in registry.studios}
    assert plates == {"crane": (("江一舟", "荣誉1"),), "weld": (("方二铁", None),), "nurse": (("顾三春", None),)}
    assert {person.name: person.best_honour for person in registry.persons}["江一舟"] == "荣誉1"
