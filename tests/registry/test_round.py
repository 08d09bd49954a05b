"""What a union's year comes to: effects, projects, what others may use, acceptances with their grants, and steps before a title."""

from decimal import Decimal

import pytest

from laomo.registry import acceptance, sharing, timeline
from laomo.registry.effects import Publicity, effects, effects_of_year
from laomo.registry.projects import projects
from laomo.registry.registry import Registry
from laomo.registry.statistics.figures import Coverage
from tests.registry.joined import joined

TEXTS = {
    "north/crane": "{team: {total: 12}, units: [甲厂, 乙厂], landline: 示例0001, leaders: [{name: 江一舟, honours: [{name: 市劳动模范}]}, {name: 江二舟}]}",
    "north/crane/2013": "{mentoring: {apprentices: 4}, projects: [{title: 防摇, area: 安全生产, status: 在研}, {title: 润滑}], trainings: [{topic: 甲, attendances: 30}]}",
    "north/crane/2014": "{mentoring: {apprentices: 6, outcomes: [{kind: 出师, count: 2}]}, projects: [{title: 防摇, area: 安全生产, status: 完成, results: [a, b]}], "
    "achievements: [{id: a, promotion: [{place: 丙码头, scope: 行业}], ip: {state: 授权, number: '1', owner: 甲厂}, kind: 发明专利}, {id: b, disclosure: 不公开, promotion: [{place: 丁}]}], "
    "assistance: [{topic: 救急, date: 2014-05}], leader_trainings: [{topic: 专利班}]}",
    "south/weld": "{status: 撤销, team: {total: 5}}",
    "south/weld/2014": "{mentoring: {apprentices: 9}, assistance: [{topic: 已不在}]}",
    "south/nurse": "{}",
}


def figures(registry: Registry, publicity: Publicity) -> dict[str, list[tuple[int, str, int, int]]]:
    found = effects(registry.active_studios, publicity)
    return {
        effect.name: [(each.number, each.label, each.coverage.supplied, each.coverage.of) for each in effect.figures]
        for effect in found
    }


def test_each_effect_has_its_own_figures_and_says_who_states_them() -> None:
    told = Publicity(events=(("crane", "weld"), ("weld",)), stories=(("nurse",),))
    assert figures(joined(TEXTS), told) == {
        "劳模示范效应": [(1, "得过荣誉的领衔人", 1, 2)],
        "人才集聚效应": [(12, "团队成员", 1, 2), (1, "跨单位创建", 1, 2)],
        "学习激励效应": [(30, "参加培训", 1, 2), (6, "徒弟（最近一年）", 1, 2), (2, "出师、晋级、获奖", 1, 2)],
        "创新引领效应": [
            (2, "攻关项目", 1, 2),
            (1, "公开的成果", 1, 2),
            (1, "授权专利", 1, 2),
            (1, "用到本单位以外的成果", 1, 2),
        ],
        "文化宣传效应": [(1, "报告会、展示和交流", 1, 2), (1, "事迹故事", 1, 2)],
    }
    assert {*map(bool, figures(joined({"north/crane": "{}"}), Publicity()).values())} == {False}


def test_a_years_effects_and_who_has_reported_it() -> None:
    found, coverage = effects_of_year(joined(TEXTS).active_studios, 2014)
    assert [(each.number, each.label) for each in found] == [
        (1, "攻关项目"), (1, "成果"), (0, "得到认定"), (0, "参加培训"), (6, "徒弟")
    ]  # fmt: skip
    assert coverage == Coverage(1, 2)


def test_a_project_of_several_years_is_listed_once_with_what_came_of_it() -> None:
    found = [
        (each.year, each.record.title, [item.record.id for item in each.results]) for each in projects(joined(TEXTS))
    ]
    assert found == [(2014, "防摇", ["a"]), (2013, "润滑", [])]


def test_what_others_may_use_and_whom_they_ask() -> None:
    registry = joined(TEXTS)
    assert [item.record.id for item in sharing.borrowable(registry)] == ["a"]
    assert [item.record.ip.owner for item in sharing.rights(registry) if item.record.ip] == ["甲厂"]
    assert [each.event.topic for each in sharing.assistance(registry)] == ["救急"]
    assert [str(each.when) for each in sharing.leader_trainings(registry)] == ["2014年"]


def test_what_is_new_and_what_workers_suggested() -> None:
    suggested = "{suggestions: {proposed: 9, adopted: 4}, projects: [{title: 甲, source: 合理化建议}, {title: 乙}]}"
    registry = joined(
        {
            "north/a": "{}",
            "north/a/2013": "{suggestions: {proposed: 3}, achievements: [{id: x, adopted: [新材料]}, {id: y}]}",
            "north/a/2014": suggested,
            "north/b": "{}",
            "north/b/2014": "{suggestions: {}}",
        }
    )
    assert [item.record.id for item in sharing.adopted(registry)] == ["x"]
    (found,) = sharing.suggestions(registry)
    assert [(year, said.proposed, said.adopted) for year, said in found.years] == [(2014, 9, 4), (2013, 3, None)]
    assert [project.record.title for project in found.projects] == ["甲"]


@pytest.mark.parametrize(
    ("unions", "asked"),
    [
        ("{id: north, name: 北区工会, kind: 区工会, parent: city, landline: 北2}", ("北区工会", "北2")),
        ("{id: north, name: 北区工会, kind: 区工会, parent: city}", ("示例市总工会", "市1")),
        ("{id: north, name: 北区工会, kind: 区工会}", ("北区工会", None)),
    ],
)
def test_the_nearest_union_with_a_number_is_asked(unions: str, asked: tuple[str, str | None]) -> None:
    city = "{id: city, name: 示例市总工会, kind: 市总工会, landline: 市1}"
    registry = joined({"unions": f"unions: [{city}, {unions}]", "north/a": "{}", "north/b": "{landline: 室3}"})
    a, b = registry.studios
    assert (sharing.contact(registry, a).name, sharing.contact(registry, a).number) == asked
    assert sharing.contact(registry, b).number == "室3"


@pytest.mark.parametrize(
    ("supports", "total", "paid"),
    [
        (["2万元", "20000元"], Decimal(4), 1),
        (["2万元", "约2万元"], None, 1),
    ],
)
def test_grants_of_a_batch_and_of_all(supports: list[str], total: Decimal | None, paid: int) -> None:
    first, second = supports
    named = f"{{studio: a, support: {first}, granted: 2014-01}}, {{studio: b, support: {second}}}, {{studio: nobody}}"
    registry = joined(
        {
            "north/a": "{}",
            "south/b": "{}",
            "decisions/2013-01": f"{{result: 达标, studios: [{named}]}}",
            "decisions/2013-02": "{result: 命名, studios: [{studio: a}]}",
        }
    )
    (batch,) = acceptance.batches(registry)
    assert [studio.id for studio, _ in batch.studios] == ["a", "b"]
    assert [(union.id, n) for union, n in batch.unions] == [("north", 1), ("south", 1)]
    assert (batch.grants.studios, batch.grants.paid, batch.grants.total) == (2, paid, total)
    assert acceptance.total([batch]) == batch.grants


def test_an_application_is_a_step_and_settles_nothing() -> None:
    registry = joined(
        {
            "north/a": "{}",
            "decisions/2013-01": "{result: 命名, studios: [{studio: a}]}",
            "decisions/2014-01": "{result: 摘牌, date: 2014, studios: [{studio: a}]}",
            "decisions/2015-01": "{result: 受理申报, date: 2015, studios: [{studio: a}]}",
            "north/b": "{}",
            "decisions/2013-02": "{result: 限期整改, studios: [{studio: b}]}",
            "decisions/2013-03": "{result: 评选入围, studios: [{studio: b}]}",
        }
    )
    ended, warned = registry.studios
    assert ended.ending == "摘牌"
    assert warned.rectification is not None
    assert [step for _, step, _ in timeline.steps(warned)] == ["评选入围"]
    assert not warned.valid_designations
