"""Every word and every number by which a list of members is known, beside what must stay a list of studios; built from cells, not from files."""

import pytest
from tests.conftest import some

from laomo.tools.spreadsheets import member_lists
from laomo.tools.spreadsheets.grid import Cell, Row
from laomo.tools.spreadsheets.member_lists import MemberList
from laomo.tools.spreadsheets.sheets import LEADERS, NAME, UNITS

COLUMNS = {0: NAME, 1: LEADERS}


def row(*texts: str | None, number: int = 2, hidden: bool = False, joined: tuple[int, ...] = ()) -> Row:
    cells = tuple(Cell("表", number, n, text, joined=n - 1 in joined) for n, text in enumerate(texts, 1))
    return Row(number, cells, hidden=hidden)


def found(
    *rows: Row,
    header: tuple[str, ...] = ("工作室名称", "领衔人", "职务"),
    columns: dict[int, str] = COLUMNS,
    title: str = "",
) -> MemberList | None:
    return member_lists.find(rows, row(*header, number=1).cells, columns, title)


LEADS = (
    *("共同领衔人", "领衔人", "领衔劳模", "领办人", "领军人物", "领军人", "领头人", "带头人", "牵头人", "主持人"),
    *("负责人", "主要负责人", "创办人", "创建人"),
)


def test_who_leads_beside_the_name() -> None:
    for word in some(LEADS):
        for text, leading in (
            (f"张三（{word}）", True),
            (f"张三({word})", True),
            (f"张三 （ {word} ）", True),
            (f"张三（副{word}）", False),
            (f"张三（{word}甲）", False),
            (f"张三{word}", False),
            (f"张三（{word}", False),
            (f"张三{word}）", False),
        ):
            team = member_lists._Team(0, [row("甲室", text)])
            assert bool(MemberList(0, 1, None, (team,)).leaders(team)) is leading, text


PEOPLE = ("张三", "李四", "王五")
THREE = tuple(row("甲室", name) for name in PEOPLE)


def test_every_header_of_members() -> None:
    for header, members in some([
        *((text, True) for text in ("姓名", "名字", "姓 名", "姓名（必填）")),
        *((f"{before}{word}{after}", True) for word in ("成员", "组员", "人员", "骨干", "团队") for before in ("", "甲") for after in ("", "乙")),
        *((text, False) for text in ("姓名甲", "甲姓名", "名字甲", "甲名字", "领衔人", "姓", "名", "成", "员")),
    ]):  # fmt: skip
        assert (found(*THREE, header=("工作室名称", header)) is not None) is members, header


def test_every_title_of_members() -> None:
    for title, members in some(
        [
            *((f"甲{text}乙", True) for text in ("成员", "花名册", "人员名单", "人员名册", "团队名单", "骨干名单")),
            *((text, False) for text in ("", "名单", "人员", "花名", "名册", "团队", "骨干", "人员名", "工作室名单")),
        ]
    ):
        assert (found(*THREE, title=title) is not None) is members, title


@pytest.mark.parametrize(
    "header",
    ["姓名", "成员", "成员姓名", "团队成员", "人员", "人员姓名", "工作室成员", "骨干成员", "团队成员姓名", "工作室成员姓名", "姓 名*"],
)  # fmt: skip
def test_every_header_of_people_that_is_no_column_of_ours(header: str) -> None:
    there = found(
        *(row("甲室", "x", name) for name in PEOPLE), header=("工作室名称", "职务", header), columns={0: NAME}
    )
    assert there is not None
    assert (there.name, there.person, there.role, there.lead) == (0, 2, None, None)


def test_without_names_or_without_people_there_are_no_members() -> None:
    assert found(*THREE, header=("工作室名称", "职务"), columns={0: NAME}) is None
    assert found(*THREE, header=("x", "成员"), columns={1: LEADERS}) is None
    assert found(header=("工作室名称", "成员")) is None


@pytest.mark.parametrize(
    ("teams", "members"),
    [
        ((1, 1, 1), False),
        ((2,), False),
        ((2, 1), False),
        ((2, 2), True),
        ((3,), True),
        ((3, 1), True),
    ],
)
def test_how_many_names_make_a_team(teams: tuple[int, ...], *, members: bool) -> None:
    rows = [row(f"室{n}", f"某{number}") for n, size in enumerate(teams) for number in range(size)]
    assert (found(*rows, header=("工作室名称", "成员")) is not None) is members
    twice = [row("甲室", name) for name in ("张三", "张 三", "张三", "李四")]
    assert found(*twice, header=("工作室名称", "成员")) is None


@pytest.mark.parametrize(
    ("roles", "members"),
    [
        (["领衔人"], False),
        (["领衔人", "领衔人"], True),
        (["电焊工"] * 2, False),
        (["成员", "电焊工"], True),
        (["成员", "电焊工", "车工"], False),
        (["成员", "", ""], True),
    ],
)
def test_roles_of_a_small_team(roles: list[str], *, members: bool) -> None:
    rows = [row("甲室", f"某{n}", role) for n, role in enumerate(roles)]
    assert (found(*rows) is not None) is members


def test_a_column_is_known_by_half_of_its_first_two_hundred_cells() -> None:
    def role(members: int, more: int) -> int | None:
        texts = ["成员"] * members + ["电焊工"] * (200 - members) + ["成员"] * more
        return member_lists._role([row("甲室", "张三", "", "x", text) for text in texts], [2, 3, 4])

    assert [role(100, 0), role(99, 0), role(99, 50), role(0, 0)] == [4, None, None, None]
    both = [row("甲室", "张三", "成员", "成员")]
    assert [member_lists._role(both, [2, 3]), member_lists._role(both, [3, 2]), member_lists._role([], [2])] == [2, 3, None]  # fmt: skip


def teams(*rows: Row, unit: int | None = None) -> list[tuple[int, list[int]]]:
    return [(team.place, [each.number for each in team.rows]) for team in member_lists._teams(rows, 0, 1, unit)]


def test_the_rows_of_each_studio() -> None:
    assert teams(
        row(None, "无室", number=1),
        row("甲室", "张三", number=2),
        row(None, "李四", number=3),
        row("甲 室", "王五", number=4, joined=(0,)),
        row("乙室", "赵六", number=5, joined=(0,)),
        row("乙室", None, number=6),
        row(None, "钱七", number=7),
        row("丙室", "孙八", number=8, hidden=True),
        row(None, "周九", number=9),
        row("丁室", "丁室", number=10),
        row(None, "吴十", number=11),
        row("甲室", "郑一", number=12),
        row("戊室", "冯二", number=13),
        row("戊室", number=14),
    ) == [(1, [2, 3, 4, 5, 12]), (12, [13])]


def test_one_name_in_two_units_is_two_studios() -> None:
    rows = [row("甲室", "张三", "一厂", number=1), row(None, "李四", None, number=2), row("甲室", "王五", "二 厂", number=3), row("甲室", "赵六", "二厂", number=4)]  # fmt: skip
    assert teams(*rows, unit=2) == [(0, [1, 2]), (2, [3, 4])]
    assert teams(*rows) == [(0, [1, 2, 3, 4])]
    header = ("工作室名称", "成员", "单位")
    there = found(*rows, header=header, columns={**COLUMNS, 2: UNITS})
    assert there is not None
    assert [len(team.rows) for team in there.teams] == [2, 2]


def test_members_beside_the_leader() -> None:
    header, columns = ("工作室名称", "领衔人", "成员姓名"), COLUMNS
    rows = [row("甲室", "张三", "李四"), row("甲室", "张三", "王五"), row("乙室", "赵六", "钱七")]
    there = found(*rows, header=header, columns=columns)
    assert there is not None
    assert (there.name, there.person, there.role, there.lead) == (0, 2, None, 1)
    assert [there.leaders(team) for team in there.teams] == [[rows[0]], [rows[2]]]
    assert there.columns({**columns, 3: "地区"}) == {**columns, 3: "地区"}
    assert there.unread(row(*header, number=1).cells) == {"表!C1"}
    problem = there.problem(row(*header, number=1).cells)
    assert (problem.path, problem.code, problem.severity) == ("表!C1", "ledger-member-list", "warning")
    assert dict(problem.facts) == {"members": 3, "leaders": "2"}
    two_leaders = [rows[0], row("甲室", "别人", "王五"), rows[2]]
    assert found(*two_leaders, header=header, columns=columns) is None
    assert found(rows[0], rows[2], header=header, columns=columns) is None
    no_leader = found(rows[0], row("甲室", None, "王五"), row("乙室", "", "钱七"), header=header, columns=columns)
    assert no_leader is None


def test_one_row_for_each_studio_and_one_question() -> None:
    header = ("工作室名称", "姓名", "职务", "地区", "领衔人·职称")
    columns = {0: NAME, 1: LEADERS, 3: "地区", 4: "领衔人·职称"}
    rows = [
        row("甲室", "李四", "成员", "北区", "工程师", number=2),
        row("甲室", "张\n三", "带头人", None, "高工", number=3),
        row("甲室", "王五", "共同领衔人", "南区", None, number=4),
        row("单独的一行", None, None, "东区", None, number=5),
        row("乙室", "赵六", "成员", "西区", "技师", number=6),
    ]
    there = found(*rows, header=header, columns=columns)
    assert there is not None
    assert there.columns(columns) == columns
    assert there.unread(row(*header, number=1).cells) == {"表!B1", "表!C1"}
    assert dict(there.problem(row(*header, number=1).cells).facts) == {"members": 2, "leaders": "2"}
    made = there.rows(rows, columns)
    assert [(each.number, [cell.value for cell in each.cells]) for each in made] == [
        (2, ["甲室", "张 三（带头人）\n王五（共同领衔人）", "带头人", "南区", "高工\n"]),
        (5, ["单独的一行", None, None, "东区", None]),
        (6, ["乙室", None, "成员", "西区", None]),
    ]
    plain = [row("甲室", name, "领衔人") for name in PEOPLE[:2]]
    alike = found(*plain)
    assert alike is not None
    assert [cell.value for cell in alike.rows(plain, COLUMNS)[0].cells] == ["甲室", "张三\n李四", "领衔人"]
    nobody = found(*(row("甲室", name, "成员") for name in PEOPLE))
    assert nobody is not None
    assert dict(nobody.problem(row(*header, number=1).cells).facts) == {"members": 3, "leaders": ""}
