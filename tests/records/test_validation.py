"""Each way in which a record can be wrong: the code, the place, and the facts that its sentence quotes."""

from pathlib import PurePosixPath
from typing import Any

import pytest
from pydantic import ValidationError

from laomo.records import layout, models, validation
from laomo.records.models.studio import StudioRecord

STUDIO: dict[str, Any] = {
    "name": "甲",
    "category": "劳模",
    "leaders": [{"name": "乙某"}],
    "units": ["丙厂"],
    "region": "丁区",
}
YEAR: dict[str, Any] = {}


def said(path: str, tree: dict[str, Any]) -> list[tuple[str, tuple[str | int, ...], dict[str, Any]]]:
    model = layout.model_of(PurePosixPath(path))
    assert model
    try:
        model.model_validate(tree)
    except ValidationError as error:
        return [(each.code, each.loc, dict(each.facts)) for each in validation.problems(error, model, path)]
    return []


def test_a_sound_record() -> None:
    assert said("n/w/studio.yml", STUDIO) == []
    assert said("n/w/2013.yml", {}) == []


LONG = "甲" * 130
ROWS: list[tuple[dict[str, Any], str, tuple[str | int, ...], dict[str, Any]]] = [
    ({"name": None}, "text-expected", ("name",), {"field": ("工作室名称", "name"), "value": "…"}),
    ({"name": ["甲"]}, "text-expected", ("name",), {"field": ("工作室名称", "name"), "value": "…"}),
    ({"name": ""}, "empty", ("name",), {"field": ("工作室名称", "name"), "value": ""}),
    ({"name": "<b>"}, "markup-character", ("name",), {"field": ("工作室名称", "name"), "value": "<b>"}),
    ({"name": "无"}, "placeholder", ("name",), {"field": ("工作室名称", "name"), "value": "无"}),
    (
        {"name": LONG},
        "too-long",
        ("name",),
        {"field": ("工作室名称", "name"), "value": "甲" * 60, "length": 130, "limit": 120},
    ),
    ({"category": "大师"}, "unknown-word", ("category",), {"value": "大师"}),
    (
        {"leaders": "乙"},
        "items-expected",
        ("leaders",),
        {"field": ("领衔人", "leaders"), "value": "乙", "first": "name"},
    ),
    ({"units": "丙"}, "list-expected", ("units",), {"field": ("所在单位", "units"), "value": "丙"}),
    ({"units": []}, "empty", ("units",), {"field": ("所在单位", "units"), "value": "…"}),
    ({"leaders": ["乙"]}, "mapping-expected", ("leaders", 0), {"field": ("领衔人", "leaders"), "value": "乙"}),
    ({"place": "丙"}, "mapping-expected", ("place",), {"value": "丙"}),
    ({"founded": "去年"}, "date-malformed", ("founded",), {"field": ("成立时间", "founded"), "value": "去年"}),
    ({"founded": "2013-13"}, "date-impossible", ("founded",), {"value": "2013-13"}),
    ({"ledger": "齐"}, "yes-no", ("ledger",), {"value": "齐"}),
    ({"team": {"total": "九"}}, "whole-number", ("team", "total"), {"field": ("团队人数", "total"), "value": "九"}),
    ({"place": {"area": "大"}}, "quantity-malformed", ("place", "area"), {"value": "大"}),
    ({"co_unions": ["东"]}, "slug-malformed", ("co_unions", 0), {"field": ("共建工会", "co_unions"), "value": "东"}),
    (
        {"photos": [{"file": "a.gif", "caption": "甲乙", "alt": "甲乙"}]},
        "file-name-malformed",
        ("photos", 0, "file"),
        {"value": "a.gif"},
    ),
    (
        {"links": [{"title": "甲乙", "kind": "视频", "address": "http://x"}]},
        "address-malformed",
        ("links", 0, "address"),
        {"value": "http://x"},
    ),
    (
        {"honours": [{"name": "甲奖", "level": "市级", "year": 1900}]},
        "out-of-range",
        ("honours", 0, "year"),
        {"value": "1900", "low": "1949", "high": "2100"},
    ),
    (
        {"honours": [{"name": "甲奖", "level": "市级", "year": "2101"}]},
        "out-of-range",
        ("honours", 0, "year"),
        {"low": "1949", "high": "2100"},
    ),
    ({"units": [f"厂{n}" for n in range(1001)]}, "too-many-items", ("units",), {"count": 1001, "limit": 1000}),
    (
        {"catgory": "x"},
        "unknown-field",
        ("catgory",),
        {"key": "catgory", "suggestion": ("category", "类别"), "fields": ()},
    ),
    ({"类别": "x"}, "unknown-field", ("类别",), {"key": "类别", "suggestion": ("category", "类别"), "fields": ()}),
    (
        {"zzzzzz": "x"},
        "unknown-field",
        ("zzzzzz",),
        {"key": "zzzzzz", "suggestion": (), "fields": tuple(StudioRecord.model_fields)},
    ),
    ({"z" * 70: "x"}, "unknown-field", ("z" * 70,), {"key": "z" * 60}),
]


@pytest.mark.parametrize(("change", "code", "loc", "facts"), ROWS, ids=[f"{row[1]}-{n}" for n, row in enumerate(ROWS)])
def test_each_way_to_be_wrong(
    change: dict[str, Any], code: str, loc: tuple[str | int, ...], facts: dict[str, Any]
) -> None:
    ((found, place, told),) = said("n/w/studio.yml", {**STUDIO, **change})
    assert (found, place) == (code, loc)
    assert {name: told.get(name) for name in facts} == facts


@pytest.mark.parametrize("field", ["name", "units"])
def test_what_is_missing(field: str) -> None:
    ((code, loc, facts),) = said("n/w/studio.yml", {key: value for key, value in STUDIO.items() if key != field})
    assert (code, loc, facts["key"], facts["choices"]) == ("missing", (field,), field, ())
    assert facts["help"] == (StudioRecord.model_fields[field].description or "").rstrip("。")


def test_a_missing_word_names_the_choices() -> None:
    ((code, loc, facts),) = said("n/w/2013.yml", {"achievements": [{"id": "a", "title": "甲乙", "kind": "论文"}]})
    assert (code, loc) == ("missing", ("achievements", 0, "disclosure"))
    assert (facts["choices"], facts["help"]) == (("可公开", "专利已申请", "已通过保密审查", "不公开"), "")


def test_valid_items_alone_are_too_few_only_once() -> None:
    """pydantic counts what is valid: of one faulty unit only its own fault is said."""
    assert [code for code, *_ in said("n/w/studio.yml", {**STUDIO, "units": ["<b>"]})] == ["markup-character"]


@pytest.mark.parametrize(
    ("path", "tree", "code", "loc"),
    [
        ("owners.yml", {"stewards": ["-a"]}, "account-malformed", ("stewards", 0)),
        ("owners.yml", {"unions": {"A": ["a"]}}, "slug-malformed", ("unions", "A")),
        ("vocabulary.yml", {"industries": {"甲": "A"}}, "slug-malformed", ("industries", "甲")),
        ("vocabulary.yml", {"industries": ["甲"]}, "mapping-expected", ("industries",)),
        (
            "unions.yml",
            {"unions": [{"id": "a", "name": "甲", "kind": "市总工会", "parent": "a"}]},
            "union-cycle",
            ("unions",),
        ),
        ("n/w/studio.yml", {**STUDIO, "took_part_in": ["a"]}, "result-malformed", ("took_part_in", 0)),
    ],
)
def test_in_other_records(path: str, tree: dict[str, Any], code: str, loc: tuple[str | int, ...]) -> None:
    ((found, place, _),) = said(path, tree)
    assert (found, place) == (code, loc)


@pytest.mark.parametrize(
    ("loc", "title"),
    [
        ((), "content"),
        ((0,), "content"),
        (("name",), ("工作室名称", "name")),
        (("leaders", 0, "honours", 1, "level"), ("级别", "level")),
        (("none",), ("none",)),
        (("name", "x"), ("x",)),
        (("z" * 70,), ("z" * 70, "z" * 60)),
    ],
)
def test_titles(loc: tuple[str | int, ...], title: Any) -> None:
    assert validation.title(models.StudioRecord, loc) == title
