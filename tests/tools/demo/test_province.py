"""`laomo demo --houses`: cities with their own houses, and the province that lists them."""

from pathlib import Path

from tests.conftest import some

from laomo import generate
from laomo.project import Project
from laomo.records import models
from laomo.records.models.vocabulary import EVENT_KINDS
from laomo.records.yaml import reader
from laomo.tools import demo
from laomo.tools.demo import papers, province
from laomo.tools.demo.plan import plans


def test_each_city_gives_its_studios_and_the_province_lists_all_cities(tmp_path: Path) -> None:
    demo.write(tmp_path, province.generate(38, 40, 7))
    listed, _ = reader.read((tmp_path / "province/studios/houses.yml").read_bytes(), "")
    houses = models.HousesRecord.model_validate(listed).houses
    assert {house.id for house in houses} == {each.name for each in tmp_path.iterdir()} - {"province"}
    assert len(houses) == 38
    assert sum(1 for _ in tmp_path.glob("*/studios/*/*/studio.yml")) == 40
    for root in some([tmp_path / "province", *(tmp_path / house.id for house in houses[:2])]):
        checked = generate.check(Project(root))
        assert checked.sound, checked.problems
        if root.name == houses[1].id:
            assert checked.registry
            events, notices = checked.registry.events, checked.registry.notices
            assert {event.kind for _, event in events} == {*EVENT_KINDS}
            assert "通知" in {notice.kind for _, notice in notices}
            assert all(record.sample for _, record in some((*events, *notices)))
            assert "云屿" not in str((events, notices))
    assert "云屿" not in (tmp_path / houses[1].id / "studios/unions.yml").read_text("utf-8")


def test_a_house_puts_up_for_objection_whom_it_names() -> None:
    found = dict(papers.records(plans(140, 7), 7))
    named = {plan.id: plan.life.named for plan in plans(140, 7)}
    shown = [record for record in found.values() if record["kind"] == "公示"]
    assert all(str(named[each]) in record["date"] for record in some(shown) for each in some(record["studios"]))
    assert found == dict(papers.records(plans(140, 7), 7))
