"""Whose studio a row describes: the union that the row, a title, the sheet or the command names; never one that nobody names."""

from typing import Any

from tests.tools.spreadsheets.lists import UNIONS, drafted, grid, told

HEAD = ["序号", "工作室名称", "领衔人", "所在单位", "地区", "类别", "人才类别"]
ONE = ["1", "甲工匠创新工作室", "张三", "示例一厂", "北区", "工匠", "工匠"]
TWO = ["2", "乙工匠创新工作室", "李四", "示例二厂", "北区", "工匠", "工匠"]
ONLY = UNIONS[:1]


def filed(draft: Any) -> list[str]:
    """The unions of the new studios, in the order of the rows."""
    return [path.parts[0] for path in draft.wanted]


def test_a_row_names_its_union() -> None:
    for said in ["north", "北区工会", "北区总工会", "北区", "示例市北区", "示例市北区工会委员会", " 北 区工会 "]:
        draft = drafted({}, grid([[*HEAD, "主管工会"], [*ONE, said]]), union="south")
        assert (filed(draft), told(draft)) == (["north"], [])


def test_a_row_that_names_no_union_of_ours() -> None:
    rows = grid([[*HEAD, "主管工会"], [*ONE, "西区工会"], [*TWO, None]])
    draft = drafted({}, rows, union=None)
    assert (filed(draft), told(draft)) == (
        [],
        [("H2", "ledger-no-union", {"said": "西区工会"}), ("H3", "ledger-no-union", {"said": ""})],
    )
    assert (filed(drafted({}, rows)), told(drafted({}, rows))) == (["north", "north"], [])


def test_a_row_that_may_mean_several_is_asked_with_the_candidates() -> None:
    for said in ["工会", "北区工会、南区工会"]:
        rows = [[*HEAD, "主管工会"], [*ONE, said]]
        draft = drafted({}, grid(rows), union=None)
        both = ("北区工会 north", "南区工会 south")
        assert (filed(draft), told(draft)) == ([], [("H2", "ledger-which-union", {"name": said, "candidates": both})])
        for chosen in (
            drafted({}, grid(rows)),
            drafted({}, grid(rows, "北区"), union=None),
            drafted({}, grid([rows[0], ["北区"], rows[1]]), union=None),
        ):
            assert (filed(chosen), told(chosen)) == (["north"], [])


def test_without_any_word_of_unions_it_is_asked_once() -> None:
    draft = drafted({}, grid([HEAD, ONE, TWO]), grid([HEAD, ONE], "别的"), union=None)
    assert (filed(draft), told(draft)) == ([], [("B1", "ledger-no-unions", {}), ("B1", "ledger-no-unions", {})])


def test_the_only_union_needs_no_word() -> None:
    draft = drafted({}, grid([HEAD, ONE]), union=None, unions=ONLY)
    assert (filed(draft), told(draft)) == (["north"], [])
    draft = drafted({}, grid([["西区", None], HEAD, ["西区"], ONE]), union=None, unions=ONLY)
    assert (filed(draft), told(draft)) == (["north"], [])


def test_the_title_of_a_table_names_its_union() -> None:
    draft = drafted({}, grid([["南区工会工作室名单"], HEAD, ONE]), union=None)
    assert (filed(draft), told(draft)) == (["south"], [])
    draft = drafted({}, grid([["南区工会工作室名单"], HEAD, ONE]))
    assert (filed(draft), told(draft)) == (["north"], [])


PLACES = [
    *("北区工会", "北区总工会", "北区", "北区工会委员会", "北区工会联合会", "北区工作委员会", "北区委员会", "北区工委", "一、北区（2个）"),
    "north",
]  # fmt: skip


def test_a_section_or_a_sheet_of_a_place_names_its_union() -> None:
    for title in PLACES:
        draft = drafted({}, grid([HEAD, [title], ONE, ["南区"], TWO]), union=None)
        assert (filed(draft), told(draft)) == (["north", "south"], [])
        if "（" not in title:
            draft = drafted({}, grid([HEAD, ONE], title), union=None)
            assert (filed(draft), told(draft)) == (["north"], [])
            draft = drafted({}, grid([HEAD, ONE], title), union="south")
            assert (filed(draft), told(draft)) == (["north"], [])


def test_every_kind_of_place() -> None:
    for kind in ["自治州", "自治县", "省", "市", "区", "县", "州", "盟", "旗"]:
        unions = [{"id": "east", "name": f"海东{kind}总工会"}, {"id": "west", "name": f"海西{kind}总工会"}]
        for title in (f"海西{kind}", "海西", f"海西{kind}工会"):
            assert filed(drafted({}, grid([HEAD, ONE], title), union=None, unions=unions)) == ["west"], title
        for title in ("西", f"海北{kind}", "海"):
            assert filed(drafted({}, grid([HEAD, ONE], title), union=None, unions=unions)) == [], title
        draft = drafted({}, grid([HEAD, ONE, TWO], f"海北{kind}"), union="east", unions=unions)
        facts = {"title": f"海北{kind}", "union": f"海东{kind}总工会"}
        assert (filed(draft), told(draft)) == (["east", "east"], [("B1", "?ledger-section-by-option", facts)])


def test_a_sheet_of_another_union_is_told_once() -> None:
    for kind in ["总工会", "工会委员会", "工会联合会", "工会", "工作委员会", "委员会", "工委"]:
        draft = drafted({}, grid([HEAD, ONE, TWO], f"西甲{kind}"))
        facts = {"title": f"西甲{kind}", "union": "北区工会"}
        assert (filed(draft), told(draft)) == (["north", "north"], [("B1", "?ledger-section-by-option", facts)])
        draft = drafted({}, grid([HEAD, ONE], f"西甲{kind}名单"))
        assert (filed(draft), told(draft)) == (["north"], [])


def test_two_unions_of_one_place_are_not_guessed_between() -> None:
    unions = [{"id": "a", "name": "北区总工会"}, {"id": "b", "name": "北区工会联合会", "other_names": ["北区"]}, {"id": "c", "name": "南区总工会"}]  # fmt: skip
    draft = drafted({}, grid([HEAD, ONE], "北"), union=None, unions=unions)
    assert (filed(draft), told(draft)) == ([], [("B1", "ledger-no-unions", {})])
    assert filed(drafted({}, grid([HEAD, ONE], "北区"), union=None, unions=unions)) == ["b"]


def test_a_section_that_names_none_of_ours_is_asked_once_for_all_its_rows() -> None:
    rows = [HEAD, ["西区各单位"], ONE, TWO]
    draft = drafted({}, grid(rows), union=None)
    assert (filed(draft), told(draft)) == ([], [("A2", "ledger-section-union", {"title": "西区各单位"})])
    draft = drafted({}, grid(rows))
    facts = {"title": "西区各单位", "union": "北区工会"}
    assert (filed(draft), told(draft)) == (["north", "north"], [("A2", "?ledger-section-by-option", facts)])
    long = drafted({}, grid([HEAD, ["西" * 40], ONE]), union=None)
    assert told(long) == [("A2", "ledger-section-union", {"title": "西" * 30})]


def test_a_union_said_in_the_row_goes_before_the_section_and_the_sheet() -> None:
    rows = [[*HEAD, "主管工会"], ["北区"], [*ONE, "南区工会"], [*TWO, None]]
    draft = drafted({}, grid(rows, "北区"), union=None)
    assert (filed(draft), told(draft)) == (["south", "north"], [])
    draft = drafted({}, grid([HEAD, ["南区"], ONE], "北区"), union=None)
    assert (filed(draft), told(draft)) == (["south"], [])
