"""Which rows of a list are data, word by word and at every limit; beside each what is one, which must not be lost."""

import pytest

from laomo.tools.spreadsheets import table_rows
from laomo.tools.spreadsheets.grid import Cell, Row, Value
from laomo.tools.spreadsheets.sheets import LEADERS, NAME
from laomo.tools.spreadsheets.table_rows import SheetRow, section_name

NUMERALS = "一二三四五六七八九十"


def row(*texts: Value, number: int = 5, hidden: bool = False, joined: tuple[int, ...] = (), fault: int = -1) -> Row:
    cells = (
        Cell("表", number, n + 1, text, "ledger-formula" if n == fault else None, joined=n in joined)
        for n, text in enumerate(texts)
    )
    return Row(number, tuple(cells), hidden=hidden)


def is_data(*texts: Value) -> bool:
    """Whether a row is taken as data, or as a title of those below."""
    rows = [row(*texts), row("甲工作室", "乙", "丙", number=6)]
    entries, hidden = table_rows.read_rows(rows, {0: NAME, 1: LEADERS, 2: "地区"})
    assert hidden == []
    return len(entries) > 1 or entries[0].section is not None


# fmt: off
TOTALS = [
    *(f"{of}{word}" for of in ("", "本页", "全市", "全省", "全区", "各区") for word in ("合计", "总计", "小计", "共计", "累计", "总数", "以上", "以上共", "共")),
    *(f"{sign} 计" for sign in "合总小共累"), "总 数", "合 计 12", "合计:甲", "合计：甲", "合计(甲", "合计（甲", "合计3", "合计3家", "合计  ",
    *(f"共{numeral}家" for numeral in NUMERALS + "百两"), "共一二家", "共一个", "共一间", "共一家甲",
]
NO_TOTALS = ["县合计", "合并计", "合计甲", "共一", "共一户", "共千家", "共家", "以下", "总", "计", "全国合计", "合计/"]
NOTES = ["注意", "备注甲", "说明甲", "填表甲", "填报甲", "制表甲", "审核甲", "统计甲", "联系人甲", "单位盖章", "单位甲乙丙丁盖章戊己庚辛壬癸子", "（盖章甲乙丙丁戊己庚辛", "(盖章甲乙丙丁戊己庚辛", "报送甲"]
NO_NOTES = ["单位甲乙丙丁戊盖章己庚辛壬癸子丑", "盖章甲乙丙丁戊己庚", "甲注", "填甲", "联系甲"]
LABELS = ["填报", "填 报", "填表", "填 表", "制表", "制 表", "制作", "经办", "经 办", "审核", "审 核", "审批", "审 批", "复核", "复 核", "负责", "联系", "联 系", "报送", "主管", "分管", "单位", "工会", "部门",
    "领导", "日期", "日 期", "时间", "签字", "签名", "签 字", "盖章", "盖 章", "附注", "附件", "附 件", "备注", "备 注", "注", "说明"]
STAMPS = ["盖章", "公章", "签章", "签字", "盖 章", "公 章", "签 章", "签 字", *(f"甲乙丙丁戊己庚辛壬癸子丑{a}公章{b}一二三四五六" for a, b in ("（）", "()", ("", ""))),
    "年月", "2013年6月", "2013 年 6 月", "年 月 日", "年月 12日", "2013年12月12日", *(f"{sign * 4}年6月" for sign in "〇○零一二三四五六七八九"), "年6月日", "第3页", "第 3 页 共5页", "3页", "12 页"]
NO_STAMPS = ["甲乙丙丁戊己庚辛壬癸子丑寅公章", "公章一二三四五六七", "13年6月", "20134年6月", "二〇一年6月", "2013年123月", "2013年6月123日", "2013年", "6月1日", "十十十十年6月", "页", "第页", "上3页", "章", "手签", "公甲章"]
# fmt: on


def test_a_total_in_the_first_two_cells_is_no_data() -> None:
    for text in TOTALS:
        assert [is_data(text, "12", "x"), is_data("1", text, "x"), is_data("1", "2", text)] == [False, False, True]


def test_what_begins_like_a_total_is_data() -> None:
    for text in NO_TOTALS:
        assert is_data(text, "12", "x")


def test_a_note_alone_in_its_row_is_no_data() -> None:
    for text in NOTES:
        assert [is_data(text), is_data(text, text), is_data(text, "乙", "x")] == [False, False, True]


def test_what_is_no_note_is_data() -> None:
    for text in NO_NOTES:
        assert is_data(text)


def test_every_label_of_a_row_for_signatures() -> None:
    for label in LABELS:
        assert not any(
            is_data(f"{label}{rest}", "乙", "丙")
            for rest in ("：", ":", "：甲", "：甲\n乙", "人甲乙丙丁戊己庚辛壬癸子：", ":a：b")
        )
        assert is_data(f"{label}人甲乙丙丁戊己庚辛壬癸子丑：", "乙", "丙")
        assert is_data(f"某{label}：", "乙", "丙")
        assert is_data(f"{label}甲", "乙", "丙")


@pytest.mark.parametrize("name", ["焊接工作室", "焊接创新站"])
def test_a_studio_behind_a_label_is_data(name: str) -> None:
    assert [is_data("单位：甲", name, "丙"), is_data("单位：甲", f"{name}人", "丙")] == [True, False]


def test_a_stamp_or_a_date_is_no_data() -> None:
    for text in STAMPS:
        assert [is_data(text), is_data(None, text, text), is_data("审核：", text), is_data(text, "审核：甲")] == [
            False
        ] * 4
        assert is_data(text, "甲", "乙")


def test_what_is_no_stamp_and_no_date_is_data() -> None:
    for text in NO_STAMPS:
        assert is_data(text)


def test_our_own_row_of_help_is_no_data() -> None:
    assert [is_data("填表说明：甲", "乙"), is_data("乙", "填表说明：甲"), is_data("见填表说明", "乙")] == [
        False,
        True,
        True,
    ]


def test_a_row_that_repeats_what_stands_above_the_table_is_no_data() -> None:
    rows = [row("名单 ", "共＊"), row("名单", "乙"), row(None, "名 单"), row("甲工作室", "乙")]
    entries, _ = table_rows.read_rows(rows, {0: NAME, 1: LEADERS}, ["名单", "共", "别的"])
    assert [(entry.text(NAME), entry.text(LEADERS)) for entry in entries] == [
        ("名单", "乙"),
        ("甲工作室", "乙"),
    ]


def test_hidden_rows_are_told_apart_without_those_that_are_no_data() -> None:
    rows = [
        row("甲工作室", number=1, hidden=True),
        row("合计", 2, number=2, hidden=True),
        row(None, " ", number=3, hidden=True),
        row("乙工作室", number=4),
    ]
    entries, hidden = table_rows.read_rows(rows, {0: NAME})
    assert ([entry.number for entry in entries], hidden) == ([4], [rows[0]])


# fmt: off
SECTIONS = [
    *(f"{sign}、湖里区" for sign in NUMERALS), "第一、湖里区", "一二三、湖里区", *(f"一{mark}湖里区" for mark in "、.．)）"),
    *(f"（{sign}）湖里区" for sign in f"{NUMERALS}3"), "(一)湖里区", "（123)湖里区",
    *(f"湖里区{sign}个" for sign in f"{NUMERALS}百3"), *(f"湖里区2{sign}" for sign in "个家间户"), "湖里区 2 个 ", "湖里区（2个）", "湖里区(2个)", "湖里区：2个", "湖里区:共 2 个", "湖里区共2个", "湖里区十二个",
]
NO_SECTIONS = ["一湖里区", "百、湖里区", "1、湖里区", "（）湖里区", "（1234）湖里区", "湖里区2", "湖里区2人", "湖里区个", "湖里区千个", "湖里区2个县", "一、焊接工作室", "湖里工作室2个"]
# fmt: on


def test_a_title_of_a_section_wherever_it_stands() -> None:
    for text in SECTIONS:
        assert section_name(text) == "湖里区"
        rows = [row(None, text, None), row("甲工作室", "乙", "丙", number=6)]
        (entry,), _ = table_rows.read_rows(rows, {0: NAME, 1: LEADERS, 2: "地区"})
        assert (entry.text(NAME), entry.section) == ("甲工作室", rows[0].cells[1])


def test_a_lone_text_below_the_names_is_data() -> None:
    for text in NO_SECTIONS:
        entries, _ = table_rows.read_rows([row(text, None), row("甲工作室", "乙", number=6)], {0: NAME, 1: LEADERS})
        assert [(entry.text(NAME), entry.section) for entry in entries] == [(text, None), ("甲工作室", None)]


def test_a_title_is_merged_or_stands_left_of_the_names() -> None:
    columns = {1: NAME, 2: LEADERS}
    data = row("1", "甲工作室", "乙", number=6)
    for title in (
        row("湖里区", None, None),
        row("湖里区", "湖里区", "湖里区"),
        row(None, "湖里区", "湖里区"),
        row("湖里区", "甲", "湖里区", joined=(1,)),
    ):
        (entry,), _ = table_rows.read_rows([title, data], columns)
        assert (entry.number, entry.section and entry.section.text) == (6, "湖里区")
    for other in (
        row(None, "湖里区", None),
        row("湖里区", "思明区", None),
        row("湖里区", None, None, fault=2),
        row(None, None, "湖里区"),
    ):
        entries, _ = table_rows.read_rows([other, data], columns)
        assert [(entry.number, entry.section) for entry in entries] == [(5, None), (6, None)]
    entries, _ = table_rows.read_rows([row("一、A"), row("x", "甲"), row("二、B"), row("y", "乙")], {1: NAME})
    assert [entry.section.text for entry in entries if entry.section] == ["一、A", "二、B"]


def test_the_name_of_a_section() -> None:
    for text, name in [
        (" 一、湖里区 ： ", "湖里区"),
        ("湖里区:", "湖里区"),
        ("X湖里区X", "X湖里区X"),
        ("湖里区—", "湖里区"),
        ("湖里区-", "湖里区"),
        ("\u3000湖里区\t", "湖里区"),
        ("湖里区。", "湖里区。"),
        ("湖里 12个", "湖里"),
        *((text, text) for sign in f"{NUMERALS}百" for text in (f"湖里{sign}3个", f"湖里3{sign}个")),
        ("一、（二）湖里区", "湖里区"),
        ("湖里区（2个", "湖里区"),
        ("湖里区2个）", "湖里区"),
        ("湖里区 共 2个", "湖里区"),
        *(
            (f"湖里区{opened}{before}{count}{between}{word}{after}{closed}", "湖里区")
            for opened, closed in ("（）", "()", ("", ""))
            for before in ("", "共", "共 ")
            for count in ("2", "12", "三", "百二十")
            for between in ("", " ")
            for word in "个家间户"
            for after in ("", " ")
        ),
        ("湖里区（2项）", "湖里区（2项）"),
        ("湖里区（千家）", "湖里区（千家）"),
        ("湖里区2个区", "湖里区2个区"),
        ("湖里区（合2个）", "湖里区（合"),
        *((f"{number}{sign}湖里区", "湖里区") for number in ("一", "第二", "十二", "第二十三") for sign in "、.．)）"),
        *(
            (f"{opened}{number}{closed}湖里区", "湖里区")
            for number in ("一", "二十三", "1", "123")
            for opened in "（("
            for closed in ")）"
        ),
        ("1、湖里区", "1、湖里区"),
        ("", ""),
    ]:
        assert section_name(text) == name


def test_a_row_knows_its_cells_by_heading() -> None:
    rows = [row("1", " 甲工作室 ")]
    (entry,), _ = table_rows.read_rows(rows, {1: NAME, 2: LEADERS})
    assert entry == SheetRow(5, {NAME: rows[0].cells[1], LEADERS: Cell("表", 5, 3)}, None, "表!B5")
    assert (entry.text(NAME), entry.text(LEADERS), entry.text("地区")) == ("甲工作室", "", "")
    assert (entry.at(LEADERS), entry.at("地区")) == ("表!C5", "表!B5")
    (nameless,), _ = table_rows.read_rows([row("1", "乙")], {1: LEADERS})
    assert nameless.address == "表!A5"
    (two,), _ = table_rows.read_rows([row("1", "乙")], {0: "地区", 1: f"{NAME}＋{LEADERS}"})
    assert two.address == "表!B5"


def test_what_further_rows_of_a_merged_studio_add_becomes_lines() -> None:
    rows = [
        row("甲工作室", "乙", "", "x"),
        row("甲工作室", "丙", "丁", "x", number=6, joined=(0, 3)),
        row("甲工作室", "戊", None, "y", number=7, joined=(0,)),
        row("己工作室", "庚", number=8),
    ]
    entries, _ = table_rows.read_rows(rows, {0: NAME, 1: LEADERS, 2: "地区", 3: "行业"})
    assert [{heading: cell.text for heading, cell in entry.cells.items()} for entry in entries] == [
        {NAME: "甲工作室", LEADERS: "乙\n丙\n戊", "地区": "丁", "行业": "x\ny"},
        {NAME: "己工作室", LEADERS: "庚", "地区": "", "行业": ""},
    ]
    alone, _ = table_rows.read_rows(rows[1:2], {0: NAME, 1: LEADERS})
    assert [entry.text(LEADERS) for entry in alone] == ["丙"]
