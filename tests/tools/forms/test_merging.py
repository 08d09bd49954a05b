"""Three states of a record made one: what the form opened, what the clerk saved, what the site has now."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laomo.pages.form.schemas import KINDS
from laomo.records import json_schema
from laomo.records.json_schema import Schema
from laomo.tools.forms import list_items, merging

A, B, C = ({"name": name, "level": "市级", "year": "2013"} for name in ("甲奖", "乙奖", "丙奖"))
WELD, CRANE = {"id": "weld", "title": "焊接法"}, {"id": "crane", "title": "吊装法"}
LOWER = {"kind": "晋级", "before": "中级工", "after": "高级工", "count": "2"}
HIGHER = {"kind": "晋级", "before": "高级工", "after": "技师", "count": "1"}
YOUNG, OLDER = ({"grade": "技师", "age": age, "count": "2"} for age in ("35岁及以下", "36至45岁"))

MERGES: dict[str, tuple[Any, Any, Any, Any, list[Any]]] = {
    "nothing changed": ({"a": "1"}, {"a": "1"}, {"a": "1"}, {"a": "1"}, []),
    "spelling kept": ({"a": "有"}, {"a": "是"}, {"a": "有"}, {"a": "有"}, []),
    "blanks kept": ({"a": "x\n\ny\n"}, {"a": "x\n\ny"}, {"a": "x\n\ny\n"}, {"a": "x\n\ny\n"}, []),
    "new field in its place": (
        {"a": "1", "c": "3"},
        {"a": "1", "b": "2", "c": "3"},
        {"c": "3", "a": "1"},
        {"c": "3", "a": "1", "b": "2"},
        [],
    ),
    "emptied": ({"a": "1", "b": "2"}, {"b": "2"}, {"a": "1", "b": "2"}, {"b": "2"}, []),
    "both sides, other fields": (
        {"a": {"x": "1"}},
        {"a": {"x": "2"}},
        {"a": {"x": "1", "y": "5"}},
        {"a": {"x": "2", "y": "5"}},
        [],
    ),
    "both sides, the same": ({"a": "1"}, {"a": "2"}, {"a": "2"}, {"a": "2"}, []),
    "both sides, one field": ({"a": "1"}, {"a": "2"}, {"a": "3"}, {"a": "3"}, [("a",)]),
    "a part deleted here, changed there": ({"a": {"x": "1"}}, {}, {"a": {"x": "2"}}, {"a": {"x": "2"}}, [("a",)]),
    "item added": (
        {"a": [{"x": "有"}]},
        {"a": [{"x": "是"}, {"x": "否"}]},
        {"a": [{"x": "有"}]},
        {"a": [{"x": "有"}, {"x": "否"}]},
        [],
    ),
    "item before it deleted": ({"a": ["x ", "y "]}, {"a": ["y"]}, {"a": ["x ", "y "]}, {"a": ["y "]}, []),
    "texts added on both sides": ({"a": ["x"]}, {"a": ["x", "y"]}, {"a": ["x", "z"]}, {"a": ["x", "y", "z"]}, []),
    "texts added and deleted": (
        {"a": ["x", "y"]},
        {"a": ["y", "w"]},
        {"a": ["x", "y", "z"]},
        {"a": ["y", "w", "z"]},
        [],
    ),
    "the same text added on both sides": ({"a": ["x"]}, {"a": ["x", "y"]}, {"a": ["x", "y "]}, {"a": ["x", "y "]}, []),
    "all texts deleted between them": ({"a": ["x", "y"]}, {"a": ["y"]}, {"a": ["x"]}, {}, []),
    "two new lists": ({}, {"units": ["甲厂"]}, {"units": ["乙厂"]}, {"units": ["甲厂", "乙厂"]}, []),
    "honours added on both sides": (
        {"honours": [A]},
        {"honours": [A, B]},
        {"honours": [A, C]},
        {"honours": [A, B, C]},
        [],
    ),
    "one honour added, another deleted": (
        {"honours": [A, B]},
        {"honours": [B]},
        {"honours": [A, B, C]},
        {"honours": [B, C]},
        [],
    ),
    "honours of one name and two years": (
        {"honours": [A]},
        {"honours": [A, {**A, "year": "2014"}]},
        {"honours": [A, {**A, "year": "2015"}]},
        {"honours": [A, {**A, "year": "2014"}, {**A, "year": "2015"}]},
        [],
    ),
    "two items, each changed on one side": (
        {"achievements": [WELD, CRANE]},
        {"achievements": [{**WELD, "effect": "快"}, CRANE]},
        {"achievements": [WELD, {**CRANE, "effect": "稳"}]},
        {"achievements": [{**WELD, "effect": "快"}, {**CRANE, "effect": "稳"}]},
        [],
    ),
    "one item, another field on each side": (
        {"achievements": [WELD]},
        {"achievements": [{**WELD, "effect": "快"}]},
        {"achievements": [{**WELD, "problem": "慢"}]},
        {"achievements": [{**WELD, "problem": "慢", "effect": "快"}]},
        [],
    ),
    "one field of one item on both sides": (
        {"achievements": [CRANE, WELD]},
        {"achievements": [CRANE, {**WELD, "title": "快焊法"}]},
        {"achievements": [CRANE, {**WELD, "title": "新焊法"}]},
        {"achievements": [CRANE, {**WELD, "title": "新焊法"}]},
        [("achievements", 1, "title")],
    ),
    "an item deleted here, changed there": (
        {"honours": [A, B]},
        {"honours": [A]},
        {"honours": [A, {**B, "body": "市总工会"}]},
        {"honours": [A, {**B, "body": "市总工会"}]},
        [("honours", 1)],
    ),
    "an item changed here, deleted there": (
        {"honours": [A, B]},
        {"honours": [A, {**B, "body": "市总工会"}]},
        {"honours": [A]},
        {"honours": [A]},
        [("honours", 1)],
    ),
    "a list in an item of a list": (
        {"leaders": [{"name": "甲", "honours": [A]}]},
        {"leaders": [{"name": "甲", "honours": [A, B]}]},
        {"leaders": [{"name": "甲", "honours": [A, C], "job": "焊工"}]},
        {"leaders": [{"name": "甲", "honours": [A, B, C], "job": "焊工"}]},
        [],
    ),
    "apprentices of one master": (
        {"pairs": [{"mentor": "甲", "apprentice": "乙"}]},
        {"pairs": [{"mentor": "甲", "apprentice": "乙"}, {"mentor": "甲", "apprentice": "丙"}]},
        {"pairs": [{"mentor": "甲", "apprentice": "乙", "outcome": "出师"}]},
        {"pairs": [{"mentor": "甲", "apprentice": "乙", "outcome": "出师"}, {"mentor": "甲", "apprentice": "丙"}]},
        [],
    ),
    "apprentices who rose to two grades, one on each side": (
        {"outcomes": [LOWER]},
        {"outcomes": [LOWER, HIGHER]},
        {"outcomes": [{**LOWER, "count": "3"}]},
        {"outcomes": [{**LOWER, "count": "3"}, HIGHER]},
        [],
    ),
    "two ages of one grade, one on each side": (
        {"by_grade_and_age": [YOUNG]},
        {"by_grade_and_age": [YOUNG, OLDER]},
        {"by_grade_and_age": [{**YOUNG, "count": "3"}]},
        {"by_grade_and_age": [{**YOUNG, "count": "3"}, OLDER]},
        [],
    ),
    "the clerk puts another picture first": (
        {"photos": [{"file": "1.jpg"}, {"file": "2.jpg"}]},
        {"photos": [{"file": "2.jpg"}, {"file": "1.jpg"}]},
        {"photos": [{"file": "1.jpg"}, {"file": "2.jpg"}, {"file": "3.jpg"}]},
        {"photos": [{"file": "2.jpg"}, {"file": "3.jpg"}, {"file": "1.jpg"}]},
        [],
    ),
    "others put another picture first": (
        {"photos": [{"file": "1.jpg"}, {"file": "2.jpg"}]},
        {"photos": [{"file": "1.jpg"}, {"file": "2.jpg"}, {"file": "3.jpg"}]},
        {"photos": [{"file": "2.jpg"}, {"file": "1.jpg"}]},
        {"photos": [{"file": "2.jpg"}, {"file": "3.jpg"}, {"file": "1.jpg"}]},
        [],
    ),
    "two other orders": (
        {"a": ["x", "y", "z"]},
        {"a": ["y", "x", "z"]},
        {"a": ["z", "y", "x"]},
        {"a": ["z", "y", "x"]},
        [("a",)],
    ),
    "one honour with two levels, one on each side": (
        {"honours": [A]},
        {"honours": [A, B]},
        {"honours": [A, {**B, "level": "省级"}]},
        {"honours": [A, {**B, "level": "省级"}]},
        [("honours", 1, "level")],
    ),
    "an honour awarded at two levels in one year": (
        {"honours": [A, {**A, "level": "省级"}]},
        {"honours": [A, {**A, "level": "省级"}, B]},
        {"honours": [A, {**A, "level": "省级"}, C]},
        {"honours": [A, {**A, "level": "省级"}, B, C]},
        [],
    ),
    "a name that was corrected on one side": (
        {"honours": [A]},
        {"honours": [{**A, "name": "甲奖状"}]},
        {"honours": [A, C]},
        {"honours": [{**A, "name": "甲奖状"}, C]},
        [],
    ),
    "items that cannot be told apart": (
        {"honours": [A]},
        {"honours": [A, B, {**B, "doc_no": "甲"}]},
        {"honours": [A, C]},
        {"honours": [A, C]},
        [("honours",)],
    ),
    "items that do not say which they are": (
        {"honours": []},
        {"honours": [{"doc_no": "甲"}]},
        {"honours": [{"doc_no": "乙"}]},
        {"honours": [{"doc_no": "乙"}]},
        [("honours",)],
    ),
    "a list that became a text": ({"a": ["x"]}, {"a": ["x", "y"]}, {"a": "x"}, {"a": "x"}, [("a",)]),
}


@pytest.mark.parametrize("case", MERGES)
def test_merging(case: str) -> None:
    base, saved, now, wanted, conflicts = MERGES[case]
    states = deepcopy((base, saved, now))
    found = merging.merged(base, saved, now)
    assert (found.record, list(found.record), list(found.conflicts)) == (wanted, list(wanted), conflicts)
    assert (base, saved, now) == states


SENT: dict[str, tuple[Any, Any, Any, Any, Any]] = {
    "an item that was imported and then changed in the form": (
        {},
        {"achievements": [WELD]},
        {"achievements": [{**WELD, "title": "快焊法"}]},
        {"achievements": [WELD, CRANE]},
        {"achievements": [{**WELD, "title": "快焊法"}, CRANE]},
    ),
    "an item that was imported and then deleted in the form": (
        {"honours": [A]},
        {"honours": [A, B]},
        {"honours": [A]},
        {"honours": [A, B, C]},
        {"honours": [A, C]},
    ),
    "a field of a part that was imported and then set back in the form": (
        {"place": {"host": "现场"}},
        {"place": {"host": "班组"}},
        {"place": {"host": "现场"}},
        {"place": {"host": "班组", "area": "约10平方米"}},
        {"place": {"host": "现场", "area": "约10平方米"}},
    ),
    "an item that was never imported": (
        {"a": ["x"]},
        {"a": ["x", "y"]},
        {"a": ["x", "y", "z"]},
        {"a": ["x", "w"]},
        {"a": ["x", "y", "z", "w"]},
    ),
}


@pytest.mark.parametrize("case", SENT)
def test_what_was_sent_before_is_the_clerks_own(case: str) -> None:
    base, sent, saved, now, wanted = SENT[case]
    found = merging.merged(base, saved, now, (sent,))
    assert (found.record, found.conflicts) == (wanted, ())


def _lists(schema: Schema, parts: dict[str, Schema], name: str = "") -> Any:
    """The lists of mappings in a schema with the fields of their items."""
    schema = parts[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if schema.get("type") == "array":
        items = schema["items"]
        items = parts[items["$ref"].rpartition("/")[2]] if "$ref" in items else items
        if "properties" in items:
            yield name, set(items["properties"])
        yield from _lists(items, parts)
    for key, field in schema.get("properties", {}).items():
        yield from _lists(field, parts, key)


def test_every_list_says_which_of_its_items_is_which() -> None:
    schemas = json_schema.schemas()
    found = [each for kind in KINDS for each in _lists(schemas[kind], schemas[kind].get("$defs", {}))]
    assert {name for name, _ in found} == set(list_items.IDENTITY)
    for name, fields in found:
        assert set(list_items.IDENTITY[name]) <= fields, name


NAMES, WORDS = st.sampled_from("甲乙丙丁戊"), st.sampled_from(["一", "二", "三"])
RECORDS = st.fixed_dictionaries(
    {},
    optional={
        "slogan": WORDS,
        "units": st.lists(NAMES, unique=True, max_size=4),
        "place": st.dictionaries(st.sampled_from(["host", "area"]), WORDS, max_size=2),
        "leaders": st.lists(
            st.fixed_dictionaries({"name": NAMES}, optional={"job": WORDS, "bio": WORDS}), unique_by=lambda each: each["name"], max_size=4
        ),
    },
)  # fmt: skip


def _said(tree: Any, path: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    """Everything that a record says: the way to each text, items by what they are, and the text."""
    if isinstance(tree, str):
        return {(*path, tree)}
    if isinstance(tree, dict):
        return {each for key, value in tree.items() for each in _said(value, (*path, key))}
    return {each for item in tree for each in _said(item, (*path, item if isinstance(item, str) else item["name"]))}


@given(RECORDS, RECORDS, RECORDS)
def test_nothing_is_lost_unasked(base: Any, saved: Any, now: Any) -> None:
    found = merging.merged(base, saved, now)
    if found.conflicts:
        return
    record, before, clerk, others = map(_said, (found.record, base, saved, now))
    assert (clerk | others) - before <= record
    assert record <= clerk | others
    assert not record & (before - clerk)
    assert not record & (before - others)


@given(RECORDS, st.data())
def test_edits_of_different_things_are_both_there(base: Any, data: st.DataObject) -> None:
    """Each thing that can be changed is changed on one side at most; so nothing is asked, and the outcome has all."""
    both, saved, now = deepcopy(base), deepcopy(base), deepcopy(base)
    for name in "甲乙丙丁戊":
        for change in (_leader, _unit):
            edit = change(name, data)
            for state in (both, saved) if data.draw(st.booleans()) else (both, now):
                edit(state)
    found = merging.merged(base, saved, now)
    assert found.conflicts == ()
    assert _said(found.record) == _said(both)


def _leader(name: str, data: st.DataObject) -> Any:
    wanted = data.draw(st.sampled_from(["leave", "delete", "change"]))
    job = data.draw(WORDS)

    def edit(state: Any) -> None:
        leaders = state.setdefault("leaders", [])
        here = next((each for each in leaders if each["name"] == name), None)
        if wanted == "delete" and here:
            leaders.remove(here)
        elif wanted == "change" and here:
            here["job"] = job
        elif wanted == "change":
            leaders.append({"name": name, "job": job})

    return edit


def _unit(name: str, data: st.DataObject) -> Any:
    wanted = data.draw(st.sampled_from(["leave", "delete", "add"]))

    def edit(state: Any) -> None:
        units = state.setdefault("units", [])
        if wanted == "delete" and name in units:
            units.remove(name)
        elif wanted == "add" and name not in units:
            units.append(name)

    return edit
