"""Where the header of a list is, which columns are read, and what is said of each that is not."""

from tests.conftest import some
from tests.tools.spreadsheets.lists import grid

from laomo.problems.problem import Problem
from laomo.tools.spreadsheets import sheets, table_columns, tables, units
from laomo.tools.spreadsheets.grid import Cell
from laomo.tools.spreadsheets.sheets import LEADERS, NAME, STUDIOS, UNION, UNITS

Texts = list[list[str | None]]


def header(texts: Texts, joined: tuple[str, ...] = ()) -> tuple[int, int] | None:
    """The first row of the header and the first below it."""
    found = table_columns.find_header(grid(texts, joined=joined), STUDIOS)
    return (found.index, found.end) if found else None


ONE: list[str | None] = ["名称", "领衔人", "单位"]
DATA: list[str | None] = ["甲工作室", "张三", "示例厂"]


def test_where_the_header_is() -> None:
    for texts, joined, expected in [
        ([ONE, DATA], (), (0, 1)),
        ([["名单"], ONE, DATA], (), (1, 2)),
        ([[None]] * 19 + [ONE, DATA], (), (19, 20)),
        ([[None]] * 20 + [ONE, DATA], (), None),
        ([["名称"], DATA], (), None),
        ([["名称", "甲", "乙"], DATA], (), None),
        ([["名称", "级别信息", "乙"], DATA], (), None),
        ([["名称", "领衔人"], DATA], (), (0, 1)),
        ([["领衔人", "单位", "地区"], DATA], (), None),
        ([["工作室编号", "领衔人"], DATA], (), (0, 1)),
        ([["名称（领衔人）", "其他"], DATA], (), (0, 1)),
        ([["名称", "领衔人"], ONE, DATA], (), (0, 2)),
        ([ONE, DATA, ONE, DATA], (), (0, 1)),
        ([], (), None),
        ([["甲", "乙"]], (), None),
        ([ONE], (), (0, 1)),
        # a second row of the header
        ([["名称", "领衔人", None], ["名称", "姓名", "工种"], DATA], ("A2",), (0, 2)),
        ([["名称", "领衔人", None], [None, "姓名", "工种"], DATA], (), (0, 2)),
        ([["名称", "领衔人", None], [None, "姓名", "手机"], DATA], (), (0, 2)),
        ([["名称", "领衔人", None], [None, "姓名", "其他"], DATA], (), (0, 1)),
        ([["名称", "领衔人", None], ["工种", "姓名", "工种"], DATA], (), (0, 1)),
        ([["名称", "领衔人", None], [None, "姓名", "工种1"], DATA], (), (0, 1)),
        ([["名称", "领衔人", None], [None, "姓名", "工种："], DATA], (), (0, 1)),
        ([["名称", "领衔人", None], [None, "姓名", "工种:"], DATA], (), (0, 1)),
        ([["名称", "领衔人", None], [None, "姓名", "手机甲乙丙丁戊己庚辛壬癸子丑寅卯"], DATA], (), (0, 2)),
        ([["名称", "领衔人", None], [None, "姓名", "手机甲乙丙丁戊己庚辛壬癸子丑寅卯辰"], DATA], (), (0, 1)),
        ([["名称", "领衔人"], [None, "姓名", None, "职称"], DATA], (), (0, 1)),
        ([["名称", "领衔人"], [None, None], DATA], (), (0, 1)),
        ([["名称", "领衔人"], [None, None], DATA], ("A2",), (0, 1)),
        # groups above the header
        ([["基本情况", "命名情况", None], ["名称", "领衔人", "级别"], DATA], (), (0, 2)),
        ([["基本情况", None, None], ["名称", "领衔人", "级别"], DATA], (), (1, 2)),
        ([["基本情况：", "命名情况", None], ["名称", "领衔人", "级别"], DATA], (), (1, 2)),
        ([["基本情况", "2024年命名", None], ["名称", "领衔人", "级别"], DATA], (), (1, 2)),
        ([["名单", None], [None, None], ONE, DATA], (), (2, 3)),
    ]:
        assert header(texts, joined) == expected


def read(
    texts: Texts, *, hidden_columns: tuple[int, ...] = (), joined: tuple[str, ...] = (), sheet: sheets.Sheet = STUDIOS
) -> tuple[dict[int, str], list[tuple[str, str, dict[str, object]]]]:
    made = grid(texts, sheet.title, hidden_columns=hidden_columns, joined=joined)
    found = table_columns.find_header(made, sheet)
    assert found is not None
    columns, problems = table_columns.read_columns(made, sheet, found)
    assert {problem.severity for problem in problems} <= {"warning"}
    return columns, [(each.path.rpartition("!")[2], each.code, dict(each.facts)) for each in problems]


def test_columns_that_are_not_read_are_named() -> None:
    texts: Texts = [
        ["序号", "名称", "领衔人", "负责人", "手机\n号码", "甲" * 40, "荣誉情况", "没有内容", "备注", "单位", None],
        ["1", "甲工作室", "张三", "李四", None, "x", "y", None, "z", "示例厂", "w"],
    ]
    assert read(texts, hidden_columns=(9,)) == (
        {1: NAME, 2: LEADERS},
        [
            ("D1", "ledger-column-twice", {"header": "负责人", "heading": LEADERS}),
            ("E1", "ledger-private-column", {"header": "手机号码"}),
            ("F1", "ledger-unknown-column", {"header": "甲" * 30}),
            ("G1", "ledger-decision-column", {"header": "荣誉情况"}),
            ("J1", "ledger-hidden-column", {"header": "单位"}),
        ],
    )


def test_columns_below_two_rows_of_headers() -> None:
    texts: Texts = [
        ["名称", "领衔人", None, "命名情况", None, "其他信息", "负责", "联系"],
        ["名称", "姓名", "职称", "级别", "单位", "备注", "的人", "电话", None],
        ["甲工作室", "张三", "工程师", "市级", "市总工会", "x", "y", "z", "w"],
    ]
    columns, problems = read(texts, joined=("A2",))
    assert columns == {0: NAME, 1: LEADERS, 2: "领衔人·职称", 3: "命名级别", 4: "命名单位"}
    assert problems == [
        ("G1", "ledger-unknown-column", {"header": "负责·的人"}),
        ("H1", "ledger-private-column", {"header": "联系·电话"}),
    ]


def test_a_column_with_a_group_above_it() -> None:
    for upper, lower, heading in [
        ("命名情况", "单位", "命名单位"),
        ("命名基本信息", "时间", "命名时间"),
        ("命名资料", "级别", "命名级别"),
        ("命名", "级别", "命名级别"),
        ("领衔人", "姓名", LEADERS),
        ("领衔人", "职称", "领衔人·职称"),
        ("甲", "所在单位", UNITS),
        ("命名情况", "甲", None),
        ("情况命名", "时间", None),
    ]:
        texts: Texts = [["名称", "地区", upper], ["名称", "地区", lower], ["甲工作室", "北区", "x"]]
        columns, _ = read(texts, joined=("A2", "B2"))
        assert columns.get(2) == heading
        assert {0: NAME, 1: "地区"}.items() <= columns.items()


def test_a_group_reaches_over_the_empty_cells_on_its_right() -> None:
    texts: Texts = [
        ["工作室名称", "领衔人", None, "所在单位"],
        ["工作室名称", "姓名", "职称", "所在单位", "地区"],
        DATA,
    ]
    assert read(texts, joined=("A2", "D2")) == ({0: NAME, 1: LEADERS, 2: "领衔人·职称", 3: UNITS, 4: "地区"}, [])


def test_the_cell_of_each_header() -> None:
    made = grid([["名称", "领衔人", None], [None, "姓名", "职称", "地区"]], joined=("A2",))
    two = table_columns.Header(0, *made.rows)
    assert [cell.address for cell in two.cells] == ["表!A1", "表!B2", "表!C2", "表!D2"]
    assert [two.cell(n).address for n in range(4)] == ["表!A1", "表!B1", "表!C2", "表!D2"]
    assert two.cell(4) == Cell("", 0, 0)
    one = table_columns.Header(0, made.rows[0], None)
    assert [cell.address for cell in one.cells] == ["表!A1", "表!B1", "表!C1"]
    assert one.cell(3) == Cell("", 0, 0)


def test_a_list_of_people_without_names_of_studios() -> None:
    for texts, address in (
        ([[None, "领衔人", "单位"], DATA], "表!B1"),
        ([["名单"], ["领衔人", "单位"], DATA], "表!A2"),
        ([["领衔人"], DATA], None),
        ([[None]] * 19 + [["领衔人", "单位"]], "表!A20"),
        ([[None]] * 20 + [["领衔人", "单位"]], None),
    ):
        cell = table_columns.names_people_only(grid(texts), STUDIOS)
        assert (cell and cell.address) == address, texts


# --- tables of all sheets


def told(problems: list[Problem]) -> list[tuple[str, str, str]]:
    return [(each.path, each.code, each.severity) for each in problems]


def test_sheets_without_a_list_are_named_and_empty_ones_are_not() -> None:
    plain = grid([["说明"], ["甲"]], "封面")
    counts = grid([["领衔人", "单位"], ["市级", "3"], ["省级", "4"]], "汇总")
    people = grid([["领衔人", "单位"], ["张三", "示例厂"]], "人员")
    studios = grid([ONE, DATA], "名单")
    ignored = [grid([ONE, DATA], "仅供内部"), grid([ONE, DATA], "选项"), grid([[None, " "]], "空"), grid([], "无")]
    hidden = grid([ONE, DATA], "旧", hidden=True)
    found, problems = tables.tables([plain, counts, people, studios, *ignored, hidden])
    assert [table.name for table in found] == ["名单"]
    assert told(problems) == [
        ("旧!A1", "ledger-hidden-sheet", "warning"),
        ("封面!A1", "ledger-skipped-sheet", "warning"),
        ("汇总!A1", "ledger-skipped-sheet", "warning"),
        ("人员!A1", "ledger-no-names", "error"),
    ]
    assert told(tables.tables([plain])[1]) == [("封面!A1", "ledger-no-header", "error")]
    assert told(tables.tables([counts])[1]) == [("汇总!A1", "ledger-no-names", "error")]


def test_a_summary_of_numbers_is_no_list_of_studios() -> None:
    summary = grid([["级别", "工作室"], ["市级", "3"], ["省级", "4"]], "汇总")
    assert tables.tables([summary])[0] == []
    (table,), _ = tables.tables([grid([["级别", "工作室"], ["市级", "3"], ["省级", "四方工作室"]])])
    assert [entry.text(NAME) for entry in table.entries] == ["3", "四方工作室"]
    (empty,), _ = tables.tables([grid([["级别", "工作室"]])])
    assert empty.entries == ()


def test_counts_are_most_rows() -> None:
    studios = grid([ONE, DATA], "名单")
    for lines, code in (
        ([["市级", "3"], ["省级", "4"]], "ledger-skipped-sheet"),
        ([["市级", "3"]], "ledger-no-names"),
        ([["市级", "3"], ["省级", "4"], ["张三", "甲"]], "ledger-no-names"),
        ([["市级", "3"], [None, None], ["省级", "4"]], "ledger-skipped-sheet"),
    ):
        other = grid([["领衔人", "单位"], *lines], "汇总")
        assert [problem.code for problem in tables.tables([studios, other])[1]] == [code], lines


def test_a_table_knows_its_headers_its_title_and_whether_it_is_ours() -> None:
    texts: Texts = [["示例市", "名单"], ["示例市", None], ["主管工会*", "工作室全称", "领衔人（姓名）"]]
    (table,), problems = tables.tables([grid([*texts, ["北区", "甲工作室", "张三"]])])
    assert (table.sheet, table.name, table.title, table.ours) == (STUDIOS, "表", "示例市 名单", False)
    assert {heading: cell.address for heading, cell in table.headings.items()} == {
        UNION: "表!A3",
        NAME: "表!B3",
        LEADERS: "表!C3",
    }
    assert [table.called(heading) for heading in (UNION, LEADERS, "地区")] == ["主管工会", "领衔人", "地区"]
    assert problems == []
    for mark, ours in (
        ("填表说明：甲", True),
        ("（填表说明）", True),
        ("请看下面填表说明", True),
        ("请看下面的填表说明", False),
    ):
        (table,), _ = tables.tables([grid([ONE, [mark, "x", "y"], DATA])])
        assert table.ours is ours, mark
    (table,), _ = tables.tables([grid([ONE, DATA, ["填表说明：", "x", "y"]])])
    assert table.ours is False
    (table,), _ = tables.tables([grid([["名称（领衔人）", "单位"], ["甲工作室（张三）", "示例厂"]])])
    assert {heading: cell.address for heading, cell in table.headings.items()} == {
        NAME: "表!A1",
        LEADERS: "表!A1",
        UNITS: "表!B1",
    }


def test_cells_of_our_own_workbook_are_never_divided() -> None:
    cell = "甲工作室（张三）"
    for mark, name in (("填表说明：", cell), ("x", "甲工作室")):
        texts: Texts = [["名称", "单位"], [mark, "x"], [cell, "示例厂"]]
        (table,), _ = tables.tables([grid(texts)])
        assert table.entries[-1].text(NAME) == name


def test_hidden_rows_are_counted_and_ten_are_named() -> None:
    for count in (1, 10, 11, 12):
        hidden = tuple(range(3, 3 + count))
        (_,), problems = tables.tables([grid([ONE, DATA, *[DATA] * count], hidden_rows=hidden)])
        (problem,) = problems
        assert (problem.path, problem.code, problem.severity) == ("表!A3", "ledger-hidden-rows", "warning")
        shown = tuple(str(number) for number in hidden[:10])
        assert problem.facts == {"rows": shown, "more": max(count - 10, 0), "count": count}


def test_a_sheet_is_known_by_its_title() -> None:
    for title in some(sheet.title for sheet in sheets.SHEETS):
        texts: Texts = [["工作室名称", "工作室编号", "年度", "类别", "主题"], ["甲工作室", "a", "2024", "x", "y"]]
        found, _ = tables.tables([grid(texts, title)])
        assert [table.sheet.title for table in found] == [title]
        (other,), _ = tables.tables([grid(texts, f"{title}表")])
        assert other.sheet is STUDIOS


# --- units in headers


def test_the_unit_of_a_header() -> None:
    for header, unit in [
        ("经费(单位:万元)", "万元"),
        ("经费（单位：万元）", "万元"),
        ("经费（ 单位 ： 万元 ） ", "万元"),
        ("经费（单位万元）", "万元"),
        ("经费［万元］", ""),
        ("经费[ 万元 ]", "万元"),
        ("经费【万元】", "万元"),
        ("经费/ 万元", "万元"),
        ("经费／万元", "万元"),
        ("经费（万元", "万元"),
        ("面积（㎡）", "㎡"),
        ("面积（ｍ2）", "ｍ2"),
        ("面积（M2）", ""),
        ("经费（百万元）（2024）", ""),
        ("经费（一二三四五六元）", ""),
        ("万元", ""),
        ("经费万元", ""),
        ("经费（万元）其中", ""),
        (f"经费（千万元{' ' * 6}）", "千万元"),
        (f"经费（{' ' * 7}万元）", "万元"),
        (f"经费（{' ' * 7}单位：{' ' * 7}万元）", "万元"),
    ]:
        assert units.of_header(header) == unit
