"""Lists with a row for each member, in memory: which list is one, who leads, which row a studio keeps."""

from typing import Any

import pytest
from tests.tools.spreadsheets.lists import Texts, grid

from laomo.problems.problem import Problem
from laomo.tools.spreadsheets import member_lists, table_columns, tables
from laomo.tools.spreadsheets.sheets import LEADERS, NAME, STUDIOS

A, B = "甲工作室", "乙工作室"
HEAD = ["工作室名称", "姓名", "身份"]
PLAIN = ["工作室名称", "成员姓名", "地区"]


def find(texts: Texts, title: str = "", **marks: Any) -> member_lists.MemberList | None:
    made = grid(texts, **marks)
    header = table_columns.find_header(made, STUDIOS)
    assert header
    columns, _ = table_columns.read_columns(made, STUDIOS, header)
    return member_lists.find(made.rows[header.end :], header.cells, columns, title)


def led(texts: Texts, **marks: Any) -> list[tuple[str, str]]:
    """Name and leaders of each studio of the list, and what its other columns say."""
    (table,), _ = tables.tables([grid(texts, **marks)])
    return [(entry.text(NAME), entry.text(LEADERS)) for entry in table.entries]


ROLES = [
    *("领衔人", "现领衔人", "现任领衔人", "工作室领衔人", "室领衔人", "第一领衔人", "第二领衔人", "第三领衔人", "总领衔人", "工作室第一负责人"),
    *(f"领衔人{sign}书记" for sign in "、，,；;/／（(兼"),
    *("共同领衔人", "领衔劳模", "领办人", "领军人物", "领军人", "领头人", "带头人", "牵头人", "主持人", "负责人", "主要负责人", "创办人", "创建人"),
]  # fmt: skip
NO_ROLES = ["副领衔人", "原领衔人", "第四领衔人", "领衔人书记", "领衔", "书记领衔人", "前任负责人"]


def test_every_word_for_who_leads() -> None:
    for role in ROLES:
        rows = [HEAD, [A, "张一", "成员"], [A, "张二", role], [A, "张三", "成员"]]
        shown = {"共同领衔人": "张二（共同领衔人）", "带头人": "张二（带头人）"}.get(role, "张二")
        assert led(rows) == [(A, shown)]


def test_words_that_lead_nobody() -> None:
    for role in NO_ROLES:
        assert led([HEAD, [A, "张一", "成员"], [A, "张二", role], [A, "张三", "成员"]]) == [(A, "")]


MEMBERS = [
    *("成员", "组员", "队员", "室员", "骨干", "核心", "助手", "助理", "秘书", "联络员", "顾问", "学员", "徒弟", "参与人", "参与", "组长", "副组长", "队长", "副队长"),
    *(f"{before}{word}" for before in ("副", "原", "前", "前任") for word in ("领衔人", "带头人", "负责人")),
    *("技术骨干", "一般成员"), *(f"成员{sign}工人" for sign in "、，,；;/／（("),
]  # fmt: skip


def test_every_word_for_a_member() -> None:
    """One row of a member among leaders makes a list of members."""
    for role in MEMBERS:
        assert find([HEAD, [A, "张一", "领衔人"], [B, "张二", role]])


def test_words_that_make_no_list_of_members() -> None:
    for role in ["成员甲", "电工", "骨干员", *(f"甲{sign}成员" for sign in "、，,；;/／（("), "领导", "参与度", "原"]:
        assert find([HEAD, [A, "张一", "领衔人"], [B, "张二", role]]) is None


@pytest.mark.parametrize("sign", ["（{}）", "({})", "（{})"])
def test_who_leads_is_said_beside_the_name(sign: str) -> None:
    said = "张二" + sign.format("负责人")
    rows = [PLAIN, [A, "张一"], [A, said], [A, "张三"]]
    assert led(rows) == [(A, said)]
    assert led([PLAIN, [A, "张一"], [A, "张二（副负责人）"], [A, "张三"]]) == [(A, "")]


def test_every_header_of_people() -> None:
    for header in [
        "姓名",
        "成员",
        "成员姓名",
        "团队成员",
        "人员",
        "人员姓名",
        "工作室成员",
        "骨干成员",
        "团队成员姓名",
        "工作室成员姓名",
    ]:
        assert find([["工作室名称", header, "地区"], *([A, f"张{n}"] for n in "一二三")])
        assert find([["工作室名称", "领衔人", header], *([A, "苏一", f"张{n}"] for n in "一二三")])


def test_headers_that_are_of_no_people() -> None:
    three = [[A, f"张{n}"] for n in "一二三"]
    for header in ("成员数", "组员姓名"):
        assert find([["工作室名称", "单位", header], *(["x", *row] for row in three)]) is None, header
    assert find([["工作室名称", "领衔人"], *three]) is None
    assert find([["领衔人", "单位", "工作室编号"], *([n, "x", "a"] for n in "一二三")]) is None


def test_a_title_says_that_a_list_is_of_members() -> None:
    for title, is_list in [
        ("成员名单", True),
        ("花名册", True),
        ("人员名单", True),
        ("人员名册", True),
        ("团队名单", True),
        ("骨干名单", True),
        ("工作室名单", False),
        ("", False),
    ]:
        assert (find([["工作室名称", "领衔人"], *([A, f"张{n}"] for n in "一二三")], title) is not None) is is_list


def test_how_many_people_make_a_list_of_members() -> None:
    for people, is_list in [
        ([(A, "张一"), (B, "张二")], False),
        ([(A, "张一"), (A, "张二")], False),
        ([(A, "张一"), (A, "张二"), (A, "张三")], True),
        ([(A, "张一"), (A, "张二"), (A, "张 二")], False),
        ([(A, "张一"), (A, "张二"), (B, "李一"), (B, "李二")], True),
        ([(A, "张一"), (A, "张二"), (B, "李一"), (B, "李一")], False),
        ([(A, "张一"), (None, "张二"), (None, "张三")], True),
        ([(None, "张一"), (None, "张二"), (None, "张三")], False),
    ]:
        assert (find([PLAIN, *map(list, people)]) is not None) is is_list


def test_one_name_in_several_units_is_several_studios() -> None:
    texts = [
        ["工作室名称", "成员姓名", "单位"],
        *([A, f"张{n}", unit] for n in "一二" for unit in ("一厂", "二厂", "三厂")),
    ]
    assert find(texts)
    found = find([[*HEAD, "单位"], [A, "张一", "成员", "一厂"], [A, "张二", "领衔人", "二厂"]])
    assert found
    assert len(found.teams) == 1


def test_a_column_of_roles_says_them_in_half_of_its_cells() -> None:
    for roles, is_role in [
        (["领衔人", "成员"], True),
        (["领衔人", "电工"], True),
        (["领衔人", "电工", "钳工"], False),
        (["领衔人", "", ""], True),
        (["电工", "钳工"], False),
        (["领衔人"] * 100 + ["成员"] + ["电工"] * 99, True),
        (["领衔人"] * 99 + ["电工"] * 101, False),
        (["领衔人"] * 100 + ["电工"] * 900, True),
    ]:
        found = find([HEAD, *([A, f"张{n}", role] for n, role in enumerate(roles)), [A, "李一"], [A, "李二"]])
        assert found
        assert found.role == (2 if is_role else None)


def test_the_first_column_of_roles_counts() -> None:
    found = find([["工作室名称", "姓名", "工种", "身份", "分工"], [A, "张一", "电工", "领衔人", "成员"], [A, "张二", "钳工", "成员", "领衔人"]])  # fmt: skip
    assert found
    assert (found.role, [len(found.leaders(team)) for team in found.teams]) == (3, [1])


def test_rows_that_belong_to_no_studio() -> None:
    """A section, a row without a person and a hidden row end the studio above them."""
    rows = [HEAD, [A, "张一", "领衔人"], [None, "张二", "成员"], ["北区", "北区", None], [None, "张三", "成员"], [B, None, "成员"], [None, "张四", "领衔人"]]  # fmt: skip
    found = find(rows)
    assert found
    assert [(team.place, [row.number for row in team.rows]) for team in found.teams] == [(0, [2, 3])]
    found = find([HEAD, [A, "张一", "领衔人"], [B, "张二", "成员"], [None, "张三", "成员"]], hidden_rows=(3,))
    assert found
    assert [(team.place, len(team.rows)) for team in found.teams] == [(0, 1)]
    found = find([HEAD, [A, "张一", "领衔人"], [A, "张二", "成员"], [B, "张三", "成员"]], joined=("A4",))
    assert found
    assert [(team.place, len(team.rows)) for team in found.teams] == [(0, 3)]


def test_a_studio_is_one_row_with_what_its_leaders_say() -> None:
    rows = [
        ["工作室名称", "姓名", "身份", "职称", "单位", "地区", "行业"],
        [A, "张一", "成员", "工人", "一厂", "北区", None],
        [A, "张二\n丰", "带头人", "高工", "二厂", None, None],
        [A, "张三", "共同领衔人", None, "三厂", "南区", "电力"],
        [B, "李一", "成员", "工人", "四厂", "西区", None],
        ["丙工作室", "王一", "领衔人", "技师"],
    ]
    (table,), problems = tables.tables([grid(rows)])
    assert [{heading: cell.text for heading, cell in entry.cells.items()} for entry in table.entries] == [
        {
            NAME: A,
            LEADERS: "张二 丰（带头人）\n张三（共同领衔人）",
            "领衔人·职称": "高工\n",
            "所在单位": "二厂",
            "地区": "南区",
            "行业": "电力",
        },
        {NAME: B, LEADERS: "", "领衔人·职称": "", "所在单位": "四厂", "地区": "西区", "行业": ""},
        {NAME: "丙工作室", LEADERS: "王一", "领衔人·职称": "技师", "所在单位": "", "地区": "", "行业": ""},
    ]  # fmt: skip
    assert [entry.number for entry in table.entries] == [2, 5, 6]
    facts = {"members": 2, "leaders": "3"}
    assert problems == [Problem("表!B1", "ledger-member-list", facts=facts, severity="warning")]


def test_how_many_members_and_leaders_are_told() -> None:
    (_,), problems = tables.tables([grid([HEAD, [A, "张一", "成员"], [A, "张二", "成员"]])])
    assert [dict(each.facts) for each in problems] == [{"members": 2, "leaders": ""}]
    texts = [["工作室名称", "领衔人", "成员姓名"], [A, "苏一", "张一"], [A, "苏一", "张二"], [B, "李一", "王一"]]
    (table,), problems = tables.tables([grid(texts)])
    assert [(each.path, dict(each.facts)) for each in problems] == [("表!C1", {"members": 3, "leaders": "2"})]
    assert [(entry.text(NAME), entry.text(LEADERS)) for entry in table.entries] == [(A, "苏一"), (B, "李一")]


def test_members_beside_the_one_leader_of_each_studio() -> None:
    for rows, leads in [
        ([[A, "苏一", "张一"], [A, None, "张二"]], True),
        ([[A, "苏一", "张一"], [A, "苏 一", "张二"]], True),
        ([[A, "苏一", "张一"], [A, "苏二", "张二"]], False),
        ([[A, "苏一", "张一"], [A, "苏一", "张一"]], False),
        ([[A, "苏一", "张一"], [A, "苏一", "张二"], [B, "李一", "王一"]], True),
        ([[A, "苏一", "张一"], [A, "苏一", "张二"], [B, None, "王一"]], False),
    ]:
        found = find([["工作室名称", "领衔人", "成员姓名"], *rows])
        assert (found.lead if found else None) == (1 if leads else None)


def test_a_list_of_ours_and_other_sheets_are_none() -> None:
    rows = [HEAD, ["填表说明：", "", ""], [A, "张一", "成员"], [A, "张二", "领衔人"]]
    (table,), problems = tables.tables([grid(rows)])
    assert [problem.code for problem in problems] == ["ledger-unknown-column"]
    assert len(table.entries) == 2
