"""Each way in which a record can be wrong: the code, the place, and the facts that its sentence quotes."""

from pathlib import PurePosixPath
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from laomo.problems.problem import Problem
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
LEVELS = ("全国", "行业", "省级", "市级", "区级", "企业级")
CATEGORIES = ("劳模", "工匠", "劳模和工匠人才", "技能人才", "职工", "技能大师", "巾帼", "传统工艺", "其他")
SOURCES = ("单位行政拨款", "工会经费", "上级工会补助", "项目经费", "其他")
BANDS = ("35岁及以下", "36至45岁", "46至55岁", "56岁及以上")
HONOUR = {"name": "甲奖", "level": "市级"}
PHOTO = {"caption": "甲乙", "alt": "甲乙"}
LINK = {"title": "甲乙", "kind": "视频"}
NAME, UNITS, LEADERS = ("工作室名称", "name"), ("所在单位", "units"), ("领衔人", "leaders")
YEARS = {"low": "1949", "high": "2100"}
Loc = tuple[str | int, ...]
Row = tuple[dict[str, Any], str, Loc, tuple[str, ...], str, dict[str, Any]]
"""What is written in a record; the code, the place, the field, the value, and the other facts."""
# fmt: off
ROWS: list[Row] = [
    ({"name": None}, "text-expected", ("name",), NAME, "…", {}),
    ({"name": ["甲"]}, "text-expected", ("name",), NAME, "…", {}),
    ({"name": ""}, "empty", ("name",), NAME, "", {}),
    ({"name": "<b>"}, "markup-character", ("name",), NAME, "<b>", {}),
    ({"name": "无"}, "placeholder", ("name",), NAME, "无", {}),
    ({"name": LONG}, "too-long", ("name",), NAME, "甲" * 60, {"length": 130, "limit": 120}),
    ({"name": "甲" * 121}, "too-long", ("name",), NAME, "甲" * 60, {"length": 121, "limit": 120}),
    ({"category": "大师"}, "unknown-word", ("category",), ("类别", "category"), "大师", {"choices": CATEGORIES}),
    ({"category": "甲" * 61}, "unknown-word", ("category",), ("类别", "category"), "甲" * 60, {"choices": CATEGORIES}),
    ({"leaders": "乙"}, "items-expected", ("leaders",), LEADERS, "乙", {"first": "name"}),
    ({"leaders": {"name": "乙"}}, "items-expected", ("leaders",), LEADERS, "…", {"first": "name"}),
    ({"honours": "乙"}, "items-expected", ("honours",), ("集体荣誉", "honours"), "乙", {"first": "name"}),
    ({"photos": "乙"}, "items-expected", ("photos",), ("图片", "photos"), "乙", {"first": "file"}),
    ({"leaders": [{"name": "乙", "honours": "丙"}]}, "items-expected", ("leaders", 0, "honours"), ("个人荣誉", "honours"), "丙", {"first": "name"}),
    ({"leaders": [{"name": "乙", "specialities": "丙"}]}, "list-expected", ("leaders", 0, "specialities"), ("专长", "specialities"), "丙", {}),
    ({"units": "丙"}, "list-expected", ("units",), UNITS, "丙", {}),
    ({"units": []}, "empty", ("units",), UNITS, "…", {}),
    ({"leaders": ["乙"]}, "mapping-expected", ("leaders", 0), LEADERS, "乙", {"first": "name"}),
    ({"place": "丙"}, "mapping-expected", ("place",), ("场地设施", "place"), "丙", {"first": "host"}),
    ({"place": ["丙"]}, "mapping-expected", ("place",), ("场地设施", "place"), "…", {"first": "host"}),
    ({"team": {"total": "9", "by_age": ["丙"]}}, "mapping-expected", ("team", "by_age"), ("年龄结构", "by_age"), "…", {"first": ""}),
    ({"team": {"total": "9", "by_age": {"x": "1"}}}, "unknown-word", ("team", "by_age", "x"), ("x",), "x", {"choices": BANDS}),
    ({"team": {"total": "9", "by_age": {"36至45岁": "x"}}}, "whole-number", ("team", "by_age", "36至45岁"), ("36至45岁",), "x", {}),
    ({"team": {"total": -1}}, "out-of-range", ("team", "total"), ("团队人数", "total"), "-1", {"low": "0", "high": "…"}),
    ({"team": {"total": "9", "by_age": {"36至45岁": -1}}}, "out-of-range", ("team", "by_age", "36至45岁"), ("36至45岁",), "-1", {"low": "0", "high": "…"}),
    ({"founded": "去年"}, "date-malformed", ("founded",), ("成立时间", "founded"), "去年", {}),
    ({"founded": ["去年"]}, "date-malformed", ("founded",), ("成立时间", "founded"), "…", {}),
    ({"founded": "2013-13"}, "date-impossible", ("founded",), ("成立时间", "founded"), "2013-13", {}),
    ({"ledger": "齐"}, "yes-no", ("ledger",), ("台账", "ledger"), "齐", {}),
    ({"team": {"total": "九"}}, "whole-number", ("team", "total"), ("团队人数", "total"), "九", {}),
    ({"place": {"area": "大"}}, "quantity-malformed", ("place", "area"), ("场地面积", "area"), "大", {}),
    ({"co_unions": ["东"]}, "slug-malformed", ("co_unions", 0), ("共建工会", "co_unions"), "东", {}),
    ({"co_unions": ["a" * 65]}, "too-long", ("co_unions", 0), ("共建工会", "co_unions"), "a" * 60, {"length": 65, "limit": 64}),
    ({"took_part_in": ["a"]}, "result-malformed", ("took_part_in", 0), ("参与完成", "took_part_in"), "a", {}),
    ({"photos": [{**PHOTO, "file": "a.gif"}]}, "file-name-malformed", ("photos", 0, "file"), ("文件名", "file"), "a.gif", {}),
    ({"links": [{**LINK, "address": "http://x"}]}, "address-malformed", ("links", 0, "address"), ("网址", "address"), "http://x", {}),
    ({"honours": [{**HONOUR, "year": 1900}]}, "out-of-range", ("honours", 0, "year"), ("年份", "year"), "1900", YEARS),
    ({"honours": [{**HONOUR, "year": "1948"}]}, "out-of-range", ("honours", 0, "year"), ("年份", "year"), "1948", YEARS),
    ({"honours": [{**HONOUR, "year": "2101"}]}, "out-of-range", ("honours", 0, "year"), ("年份", "year"), "2101", YEARS),
    ({"rules": [{"name": "甲乙", "year": "1948"}]}, "out-of-range", ("rules", 0, "year"), ("制定年份", "year"), "1948", YEARS),
    ({"rules": [{"name": "甲乙", "year": "2101"}]}, "out-of-range", ("rules", 0, "year"), ("制定年份", "year"), "2101", YEARS),
    ({"units": [f"厂{n}" for n in range(1001)]}, "too-many-items", ("units",), UNITS, "…", {"count": 1001, "limit": 1000}),
    ({"funding": {"sources": []}}, "empty", ("funding", "sources"), ("经费来源", "sources"), "…", {}),
    ({"funding": {"sources": ["甲"]}}, "unknown-word", ("funding", "sources", 0), ("经费来源", "sources"), "甲", {"choices": SOURCES}),
    ({"funding": {}}, "missing", ("funding", "sources"), ("经费来源", "sources"), "…", {"key": "sources", "choices": SOURCES, "help": ""}),
    ({"team": {}}, "missing", ("team", "total"), ("团队人数", "total"), "…", {"key": "total", "choices": (), "help": "含领衔人"}),
    ({"leaders": [{}]}, "missing", ("leaders", 0, "name"), ("姓名", "name"), "…", {"key": "name", "choices": (), "help": ""}),
    ({"photos": [{"file": "a.jpg", "alt": "甲乙"}]}, "missing", ("photos", 0, "caption"), ("图说", "caption"), "…", {"key": "caption", "choices": (), "help": "印在图下的一句话"}),
    ({"honours": [{"name": "甲奖", "year": "2013"}]}, "missing", ("honours", 0, "level"), ("级别", "level"), "…", {"key": "level", "choices": LEVELS, "help": ""}),
    ({"catgory": "x"}, "unknown-field", ("catgory",), ("catgory",), "x", {"key": "catgory", "suggestion": ("category", "类别"), "fields": ()}),
    ({"类别": "x"}, "unknown-field", ("类别",), ("类别",), "x", {"key": "类别", "suggestion": ("category", "类别"), "fields": ()}),
    ({"nome": ["x"]}, "unknown-field", ("nome",), ("nome",), "…", {"key": "nome", "suggestion": ("name", "工作室名称"), "fields": ()}),
    ({"naxxme": "x"}, "unknown-field", ("naxxme",), ("naxxme",), "x", {"key": "naxxme", "suggestion": ("name", "工作室名称"), "fields": ()}),
    ({"zzzzzz": "x"}, "unknown-field", ("zzzzzz",), ("zzzzzz",), "x", {"key": "zzzzzz", "suggestion": (), "fields": tuple(StudioRecord.model_fields)}),
    ({"z" * 70: "x"}, "unknown-field", ("z" * 70,), ("z" * 70, "z" * 60), "x", {"key": "z" * 60, "suggestion": (), "fields": tuple(StudioRecord.model_fields)}),
    ({"leaders": [{"name": "乙", "职称": "x"}]}, "unknown-field", ("leaders", 0, "职称"), ("职称",), "x", {"key": "职称", "suggestion": ("title", "职称"), "fields": ()}),
    ({"place": {"qqqq": "x"}}, "unknown-field", ("place", "qqqq"), ("qqqq",), "x", {"key": "qqqq", "suggestion": (), "fields": ("host", "area", "equipment")}),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[1]}-{n}" for n, row in enumerate(ROWS)])
def test_each_way_to_be_wrong(row: Row) -> None:
    change, code, loc, field, value, more = row
    assert said("n/w/studio.yml", {**STUDIO, **change}) == [(code, loc, {"field": field, "value": value, **more})]


@pytest.mark.parametrize("field", ["name", "units"])
def test_what_is_missing(field: str) -> None:
    info = StudioRecord.model_fields[field]
    facts = {"field": (info.title, field), "value": "…", "key": field, "choices": ()}
    told = {**facts, "help": (info.description or "").rstrip("。")}
    assert said("n/w/studio.yml", {key: value for key, value in STUDIO.items() if key != field}) == [
        ("missing", (field,), told)
    ]


def test_a_missing_word_names_the_choices() -> None:
    facts = {"field": ("公开意见", "disclosure"), "value": "…", "key": "disclosure", "help": ""}
    choices = ("可公开", "专利已申请", "已通过保密审查", "不公开")
    assert said("n/w/2013.yml", {"achievements": [{"id": "a", "title": "甲乙", "kind": "论文"}]}) == [
        ("missing", ("achievements", 0, "disclosure"), {**facts, "choices": choices})
    ]


def test_every_fault_of_a_record_is_told_in_the_order_of_its_fields() -> None:
    """pydantic counts what is valid: of one faulty unit only its own fault is said."""
    faulty = {**STUDIO, "name": "无", "units": ["<b>"], "founded": "x", "x": "1"}
    assert [(code, loc) for code, loc, _ in said("n/w/studio.yml", faulty)] == [
        ("placeholder", ("name",)),
        ("markup-character", ("units", 0)),
        ("date-malformed", ("founded",)),
        ("unknown-field", ("x",)),
    ]


SITE = {"name": "甲", "place": "乙", "as_of": "2013"}
UNION = {"id": "u0", "name": "甲", "kind": "市总工会"}


def chain(length: int) -> dict[str, Any]:
    """A union with so many above it."""
    return {
        "unions": [
            {**UNION, "id": f"u{n}", **({"parent": f"u{n + 1}"} if n < length else {})} for n in range(length + 1)
        ]
    }


# fmt: off
OTHERS: list[tuple[str, Row]] = [
    ("owners.yml", ({"stewards": ["-a"]}, "account-malformed", ("stewards", 0), ("管理员", "stewards"), "-a", {})),
    ("owners.yml", ({"unions": {"A": ["a"]}}, "slug-malformed", ("unions", "A"), ("A",), "A", {})),
    ("vocabulary.yml", ({"industries": {"甲": "A"}}, "slug-malformed", ("industries", "甲"), ("甲",), "A", {})),
    ("vocabulary.yml", ({"industries": ["甲"]}, "mapping-expected", ("industries",), ("行业", "industries"), "…", {"first": ""})),
    ("site.yml", ({**SITE, "format": "0"}, "out-of-range", ("format",), ("档案格式", "format"), "0", {"low": "1", "high": "…"})),
    ("site.yml", ({**SITE, "government": {"domain": "a"}}, "host-malformed", ("government", "domain"), ("域名", "domain"), "a", {})),
    ("site.yml", ({**SITE, "government": {"code": "123456789"}}, "site-code-malformed", ("government", "code"), ("网站标识码", "code"), "123456789", {})),
    ("site.yml", ({**SITE, "government": {"code": "12345678901"}}, "site-code-malformed", ("government", "code"), ("网站标识码", "code"), "12345678901", {})),
    ("site.yml", ({**SITE, "government": {"columns": {"<": "甲乙"}}}, "markup-character", ("government", "columns", "<"), ("<",), "<", {})),
    ("site.yml", ({**SITE, "verification": {"baidu": "a b"}}, "verification-malformed", ("verification", "baidu"), ("百度", "baidu"), "a b", {})),
    ("site.yml", ({**SITE, "verification": {"google": "tbd"}}, "placeholder", ("verification", "google"), ("谷歌", "google"), "tbd", {})),
    ("unions.yml", ({"unions": [{**UNION, "parent": "u0"}]}, "union-cycle", ("unions",), ("工会", "unions"), "u0", {"limit": 8})),
    ("unions.yml", (chain(9), "union-cycle", ("unions",), ("工会", "unions"), "u0", {"limit": 8})),
    ("unions.yml", (chain(2000), "union-cycle", ("unions",), ("工会", "unions"), "u0", {"limit": 8})),
    ("unions.yml", ({"unions": [{**UNION, "id": "x", "parent": "y"}, {**UNION, "parent": "x"}, {**UNION, "id": "y", "parent": "x"}]}, "union-cycle", ("unions",), ("工会", "unions"), "x", {"limit": 8})),
    ("unions.yml", ({"unions": []}, "empty", ("unions",), ("工会", "unions"), "…", {})),
]
# fmt: on


@pytest.mark.parametrize(("path", "row"), OTHERS, ids=[f"{row[1]}-{n}" for n, (_, row) in enumerate(OTHERS)])
def test_in_other_records(path: str, row: Row) -> None:
    tree, code, loc, field, value, more = row
    assert said(path, tree) == [(code, loc, {"field": field, "value": value, **more})]


@pytest.mark.parametrize(
    "unions",
    [
        [UNION],
        [{**UNION, "parent": "none"}],
        [{**UNION, "parent": "u1"}, {**UNION, "id": "u1", "parent": "u2"}, {**UNION, "id": "u2"}],
        chain(8)["unions"],
    ],
)
def test_unions_below_others(unions: list[dict[str, Any]]) -> None:
    assert said("unions.yml", {"unions": unions}) == []


def test_a_value_checked_alone_is_named_at_its_place_in_the_record() -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(models.Leader.model_fields["specialities"].rebuild_annotation())
    with pytest.raises(ValidationError) as refused:
        adapter.validate_python(["甲乙", "无"])
    (found,) = refused.value.errors()
    problem = validation.problem(found, StudioRecord, "a.yml", ("leaders", 2, "specialities"))
    place = ("leaders", 2, "specialities", 1)
    assert problem == Problem("a.yml", "placeholder", place, {"field": ("专长", "specialities"), "value": "无"})


@pytest.mark.parametrize("value", [1.5, "x"])
def test_what_pydantic_refuses_otherwise_is_invalid(value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(int).validate_python(value)
    problem = validation.problem(refused.value.errors()[0], StudioRecord, "a.yml", ("name",))
    assert problem == Problem("a.yml", "invalid", ("name",), {"field": NAME, "value": value if value == "x" else "…"})


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
