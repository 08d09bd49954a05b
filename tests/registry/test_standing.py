"""What a studio is today; what changed lately; units that share a studio; grades by age with small cells hidden; funds."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from laomo.registry import recent, standing, units
from laomo.registry.statistics import funding, people
from tests.registry.joined import joined


def _decisions(*said: str) -> dict[str, str]:
    return {
        f"decisions/{n + 2000}-01": f"{{result: {result}, date: '{date}', studios: [{{studio: a}}]{more}}}"
        for n, each in enumerate(said)
        for date, result, more in [(*each.split(), "")[:3]]
    }


@pytest.mark.parametrize(
    ("profile", "decided", "said"),
    [
        ("{}", (), ""),
        ("{founded: 2012-03}", (), "2012年创建"),
        ("{}", ("2016 命名", "2024 复核合格"), "有效，2016年市级命名，2024年复核合格"),
        ("{}", ("2014 复核合格", "2016 命名"), "有效，2016年市级命名"),
        ("{}", ("2016 命名", "2018 限期整改"), "有效，2016年市级命名"),
        ("{status: 暂停}", ("2016 命名",), "暂停活动，2016年市级命名"),
        ("{founded: 2012}", ("2020 受理申报",), "2012年创建，2020年受理申报"),
        ("{}", ("2020 受理申报", "2021 达标"), "有效，2021年市级达标"),
        ("{}", ("2020 命名 ,valid_to:2023-06-01",), "2020年市级命名，已到期"),
        ("{}", ("2020 命名 ,valid_to:2030-06-01",), "有效，2020年市级命名，有效期至2030年6月1日"),
    ],
)
def test_what_a_studio_is_today(profile: str, decided: tuple[str, ...], said: str) -> None:
    texts = {key: text.replace("valid_to:", " valid_to: ") for key, text in _decisions(*decided).items()}
    (studio,) = joined({"north/a": profile, **texts}).studios
    assert standing.sentence(studio) == said


def test_what_changed_lately_goes_by_the_days_in_the_records() -> None:
    registry = joined(
        {
            "north/a": "{founded: 2025, plaque: 2025-12-01, updated: 2025-12-31}",
            "north/b": "{status: 撤销, ended_on: 2025-12-30}",
            "decisions/2025-01": "{result: 命名, date: 2025-12-02, studios: [{studio: a}]}",
            "decisions/2025-02": "{result: 限期整改, date: 2025-12-05, studios: [{studio: a}]}",
            "events/2025-01": "{title: 展览, kind: 成果展示, date: 2025-01-01}",
            "events/2026-01": "{title: 明年的展览, kind: 成果展示, date: 2026-01-01}",
            "notices/2025-01": "{title: 通知, kind: 通知, date: 2025-11, issuer: 甲, body: 正文}",
        }
    )
    found = [(each.date.iso, each.kind) for each in recent.changes(registry, 30)]
    assert found == [("2025-12-31", "更新档案"), ("2025-12-30", "撤销"), ("2025-12-02", "命名")]
    more = [each.kind for each in recent.changes(registry, 365)]
    assert more == ["更新档案", "撤销", "命名", "挂牌", "成果展示"]


def test_units_that_share_a_studio_or_have_several() -> None:
    registry = joined(
        {
            "north/a": "{units: [甲厂, 乙厂]}",
            "north/b": "{units: [丙厂]}",
            "north/c": "{units: [丙厂, 丙厂]}",
            "north/d": "{units: [丁厂]}",
            "north/e": "{units: [驾厂, 乙厂]}",
        }
    )
    found = {
        unit.name: (unit.url, [s.id for s in unit.hosted], [s.id for s in unit.joined])
        for unit in units.units(registry)
    }
    assert found == {
        "甲厂": ("studios/units/jiachang/", ["a"], []),
        "丙厂": ("studios/units/bingchang/", ["b", "c"], []),
        "驾厂": ("studios/units/jiachang-2/", ["e"], []),
        "乙厂": ("studios/units/yichang/", [], ["a", "e"]),
    }
    assert [studio.id for studio in units.cross_unit(registry)] == ["a", "c", "e"]
    assert units.units(joined({"north/a": "{units: [甲厂]}"})) == ()


def _cells(*rows: tuple[str, str, int]) -> Mapping[str, str]:
    listed = ", ".join(f"{{grade: {grade}, age: {age}, count: {count}}}" for grade, age, count in rows)
    return {"north/a": f"{{team: {{total: 20, by_grade_and_age: [{listed}]}}}}"}


def test_no_small_cell_of_grades_by_age_can_be_worked_out() -> None:
    young, middle = "35岁及以下", "36至45岁"
    rows = (("技师", young, 1), ("技师", middle, 9), ("高级工", young, 7), ("高级工", middle, 8), ("中级工", young, 6))
    found = people.crossed(joined(_cells(*rows)))
    assert found
    shown = {grade: [cell.count for cell in cells] for grade, cells in found.rows}
    assert shown["技师"] == [None, None]
    for column in range(2):
        hidden = [counts[column] for counts in shown.values()].count(None)
        assert hidden != 1
    assert people.crossed(joined({"north/a": "{team: {total: 3}}"})) is None


def test_funds_by_source_and_grants_by_year() -> None:
    registry = joined(
        {
            "north/a": "{funding: {sources: [工会经费, 单位行政拨款]}}",
            "north/b": "{}",
            "decisions/2013-01": "{result: 达标, date: 2013, studios: [{studio: a, support: 2万元}, {studio: b, support: 约1万元}]}",
            "decisions/2014-01": "{result: 命名, date: 2014, studios: [{studio: b}]}",
        }
    )
    assert funding.by_source(registry).known == (("单位行政拨款", 1), ("工会经费", 1))
    assert funding.grants(registry) == ((2013, 2, Decimal(2)),)
