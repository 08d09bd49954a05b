"""What headers, units, dates, categories and cells of a list mean, row by row; and beside it what they do not mean."""

from datetime import date, datetime

import pytest
from tests.conftest import some

from laomo.problems.problem import Problem
from laomo.tools.spreadsheets import (
    categories,
    dates,
    headers,
    joined_cells,
    leader_names,
    number_formats,
    remarks,
    round_sheets,
    sheets,
    titles,
    units,
)
from laomo.tools.spreadsheets.grid import Cell, DayOf1904, Value, letters
from laomo.tools.spreadsheets.table_rows import SheetRow, section_name

DAY, MORNING = date(2013, 6, 1), datetime(2013, 6, 1, 8, 30)  # noqa: DTZ001 (a workbook knows no zone)

# fmt: off
DATE_FORMATS = [
    ("yyyy-mm-dd", DAY, MORNING),
    ("yyyy-mm", "2013年6月", "2013年6月"),
    ("yyyy", "2013年", "2013年"),
    ("yy", "2013年", "2013年"),
    ("mmm-yy", "2013年6月", "2013年6月"),
    ("e年m月", "2013年6月", "2013年6月"),
    ("m/d", "6月1日", "6月1日"),
    ("d", "6月1日", "6月1日"),
    ("m", "6月", "6月"),
    ("mm:ss", DAY, MORNING),
    ("h:mm", DAY, MORNING),
    ("m月", "6月", "6月"),
    ("d h:mm", "6月1日", "6月1日"),
    ("yyyy h:mm", "2013年6月", MORNING),
    ("yyyy-mm h:mm", "2013年6月", MORNING),
    ('"y"m/d', "6月1日", "6月1日"),
    ("\\y m/d", "6月1日", "6月1日"),
    ('[$-804]yyyy"年"', "2013年", "2013年"),
    ("_ym/d", "6月1日", "6月1日"),
    ("*ym/d", "6月1日", "6月1日"),
    ("yyyy;m/d", "2013年", "2013年"),
    ("", DAY, MORNING),
    ("@", DAY, MORNING),
    ('yyyy"年d"m"月"', "2013年6月", "2013年6月"),
]
NUMBER_FORMATS = [
    (2013.1, "0.00", "2013.10"),
    (2013.1, "0.00_ ", "2013.10"),
    (2013.1, "0.0", 2013.1),
    (2013.1, "0.000", 2013.1),
    (2013.1, "General", 2013.1),
    (2013, "0.00", 2013),
    (1948.5, "0.00", 1948.5),
    (1949.0, "0.00", "1949.00"),
    (2100.5, "0.00", "2100.50"),
    (2101.0, "0.00", 2101.0),
    (3.5, "0.00", 3.5),
    (2013.12, "0.00", "2013.12"),
]
DATES = [
    (2013, "2013", None),
    (2013.0, "2013", None),
    (2013.6, "2013-06", "ledger-read-as"),
    (2013.1, "2013.1", "ledger-date-unclear"),
    (2013.25, "2013-25", "ledger-read-as"),
    (201306, "2013-06", None),
    (20130601, "2013-06-01", None),
    (41426, "2013-06-01", "ledger-serial-date"),
    (41426.0, "2013-06-01", "ledger-serial-date"),
    (20999, "20999", None),
    (21000, "1957-06-29", "ledger-serial-date"),
    (74999, "2105-05-03", "ledger-serial-date"),
    (75000, "75000", None),
    (DAY, "2013-06-01", None),
    (MORNING, "2013-06-01", None),
    (DayOf1904(41426), "2017-06-02", "ledger-serial-date"),
    (DayOf1904(2013), "2013", None),
    (DayOf1904(20999), "20999", None),
    ("2013年6月", "2013-06", None),
    ("２０１３年６月", "2013-06", None),
    ("二〇一三年", "2013", None),
    ("二零一三年", "2013", None),
    ("二○一三年", "2013", None),
    ("二Ｏ一三年", "2013", None),
    ("二o一三", "2013", None),
    ("一九八五年十月二十日", "1985-10-20", None),
    ("二〇一三年十月十一日", "2013-10-11", None),
    ("二〇一三年二十月", "2013-20", None),
    ("二〇一三年十十月", "二〇一三年十十月", None),
    ("30年6月", "2030-06", "ledger-read-as"),
    ("31年6月", "31年6月", None),
    ("49年6月", "49年6月", None),
    ("50年6月", "1950-06", "ledger-read-as"),
    ("'13年6月", "2013-06", "ledger-read-as"),
    ("‘13年6月", "2013-06", "ledger-read-as"),
    ("13年6月1号", "2013-06-01", "ledger-read-as"),
    ("2013年初", "2013", "ledger-read-as"),
    ("2013年中", "2013", "ledger-read-as"),
    ("2013年底", "2013", "ledger-read-as"),
    ("2013年末", "2013", "ledger-read-as"),
    ("2013年年初", "2013", "ledger-read-as"),
    ("2013年年底", "2013", "ledger-read-as"),
    ("2013年上半年", "2013", "ledger-read-as"),
    ("2013年下半年", "2013", "ledger-read-as"),
    ("2013年春", "2013", "ledger-read-as"),
    ("2013年夏", "2013", "ledger-read-as"),
    ("2013年秋", "2013", "ledger-read-as"),
    ("2013年冬", "2013", "ledger-read-as"),
    ("2013年某天", "2013年某天", None),
    ("2013,6", "2013-06", None),
    ("2013、6、1", "2013-06-01", None),
    ("2013-06-01 00:00", "2013-06-01", None),
    ("2013-06-01T00:00:00Z", "2013-06-01", None),
    ("2013-06-01 00:00:00.000", "2013-06-01", None),
    ("2013-06-01 08:00", "2013-06-01 08:00", None),
    ("2013-06-01 0:00", "2013-06-01", None),
    ("201313", "201313", None),
    ("20130632", "2013-06-32", None),
    ("18991231", "18991231", None),
    ("19000101", "1900-01-01", None),
    ("6月", "6月", "ledger-date-no-year"),
    ("6月1日", "6月1日", "ledger-date-no-year"),
    ("6月1", "6月1", None),
    ("6月1号", "6月1号", "ledger-date-no-year"),
    ("2013.1", "2013.1", "ledger-date-unclear"),
    ("2013.01", "2013-01", None),
    ("2013.11", "2013-11", None),
    ("3013", "3013", None),
    ("0000", "0000", None),
    ("2013 06", "2013 06", None),
    ("2013 年 6 月 1 日", "2013-06-01", None),
    ("Jun 2013", "Jun 2013", None),
    ("", "", None),
    ("去年", "去年", None),
]
# fmt: on


@pytest.mark.parametrize(("code", "day", "morning"), DATE_FORMATS)
def test_a_date_as_it_is_shown(code: str, day: object, morning: object) -> None:
    assert (number_formats.shown_date(DAY, code), number_formats.shown_date(MORNING, code)) == (day, morning)


@pytest.mark.parametrize(("number", "code", "shown"), NUMBER_FORMATS)
def test_a_year_and_a_month_as_a_number(number: float, code: str, shown: object) -> None:
    assert number_formats.shown_number(number, code) == shown


def test_formats_known_by_their_number_alone() -> None:
    month, day, full = 'yyyy"年"m"月"', 'm"月"d"日"', 'yyyy"年"m"月"d"日"'
    hours, seconds = 'h"时"mm"分"', 'h"时"mm"分"ss"秒"'
    assert {
        **dict.fromkeys((27, 36, 50, 52, 57), month),
        **dict.fromkeys((28, 29, 51, 53, 54, 58), day),
        30: "m-d-yy",
        31: full,
        **dict.fromkeys((32, 34, 55), hours),
        **dict.fromkeys((33, 35, 56), seconds),
    } == number_formats.CHINESE


@pytest.mark.parametrize(("value", "text", "code"), DATES)
def test_what_a_cell_says_as_a_date(value: Value, text: str, code: str | None) -> None:
    reading = dates.read(value)
    assert (reading.text, reading.code) == (text, code)
    assert reading.is_unclear is (code in ("ledger-date-unclear", "ledger-date-no-year"))


@pytest.mark.parametrize(
    ("typed", "iso"),
    [("2013年6月", "2013-06"), ("2013.1", "2013.1"), ("6月1日", "6月1日"), ("去年", "去年"), ("13年6月", "2013-06")],
)
def test_dates_to_be_compared(typed: str, iso: str) -> None:
    assert dates.iso(typed) == iso


UNITS = [
    "元",
    "千元",
    "万元",
    "百万元",
    "千万元",
    "亿元",
    "平方米",
    "平米",
    "平方",
    "㎡",
    "m2",
    "m²",
    "人",
    "人次",
    "台",
    "套",
    "个",
    "项",
    "件",
    "次",
    "吨",
]


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_of_a_header(unit: str) -> None:
    for header in (
        "经费（{}）",
        "经费({})",
        "经费[{}]",
        "经费【{}】",
        "经费/{}",
        "经费／{}",
        "经费（单位：{}）",
        "经费（单位:{}）",
        "经费（单位 {}）",
        "经费（ {} ）",
        "经费（{}",
    ):
        assert units.of_header(header.format(unit)) == unit, header
    for header in ("经费{}", "{}", "经费（{}）合计", "经费（{}以上）"):
        assert units.of_header(header.format(unit)) == "", header


@pytest.mark.parametrize("header", ["经费", "经费（2024年）", "经费（万美元）", "", "经费（）"])
def test_a_header_without_a_unit(header: str) -> None:
    assert units.of_header(header) == ""


# fmt: off
STUDIO_HEADERS = {
    "工作室名称": "名称 工作室 创新工作室 创新工作室名称 劳模创新工作室 劳模创新工作室名称 劳模工作室名称 工作室全称 室名",
    "主管工会": "工会 工会名称 所属工会 所在工会 推荐工会 推荐单位 申报工会 上级工会 上报单位 主管单位 区工会 县区工会 区县工会 产业工会 归口工会 推荐工会名称 主管工会名称 推荐单位名称",
    "地区·省": "省 省份 所在省 所属省 省区市",
    "地区·市": "市 城市 地市 设区市 市州 地级市 所在市 所属市 所在城市",
    "类别": "工作室类别 工作室类型 类型 命名类别",
    "领衔人·姓名": "领衔人 领衔人姓名 领办人 领办人姓名 负责人 负责人姓名 带头人 带头人姓名 领军人 领军人物 领头人 牵头人 主持人 姓名 领衔劳模 劳模姓名 工作室负责人 工作室领衔人",
    "领衔人·工种职务": "工种 职务 工种职务 岗位 领衔人职务 职业工种 职业",
    "领衔人·技能等级": "技能等级 职业技能等级 技术等级",
    "领衔人·职称": "职称 技术职称 专业技术职称",
    "领衔人·专长": "专长 技术专长 特长",
    "领衔人·人才类别": "人才类别 领衔人类别",
    "所在单位": "单位 单位名称 企业 企业名称 所属单位 所属企业 工作单位 申报单位 创建单位 依托单位 领衔人单位 所在企业 所在单位名称 领衔人所在单位 挂牌单位",
    "地区": "所在地区 所属地区 所属区 所在区 所属区县 区县 所在区县 行政区 行政区划 区 县 县区 市区 县市区 市县 区市县 所属县区 所在县区 所属市区 城区 属地 区域 所在地",
    "行业": "所属行业 行业类别 所在行业 产业",
    "功能类型": "工作室功能 功能",
    "创新方向": "方向 攻关方向 创新领域",
    "成立时间": "创建时间 建立时间 组建时间 成立年份 成立日期 创建日期 创建年份 建室时间",
    "挂牌时间": "授牌时间 挂牌日期 授牌日期 挂牌年份",
    "简介": "工作室简介 基本情况 工作室介绍",
    "创新团队·团队人数": "团队人数 成员人数 成员数 人数 工作室人数",
    "场地设施·场地面积": "场地面积 面积 工作室面积",
    "工作经费·年度经费": "年度经费",
    "命名时间": "命名日期 命名年份 命名年度 命名年月 认定时间 认定日期 认定年份 年度 年份",
    "命名单位": "命名机关 命名部门 认定单位 发文单位",
    "命名级别": "级别 工作室级别 认定级别",
    "命名称号": "称号全称 工作室称号 命名名称 认定称号",
    "命名文件标题": "命名文件 命名文件名称 文件名称 文件标题",
    "命名文号": "文号 文件号 发文字号 认定文号",
    "命名批次": "批次 认定批次",
}
ITEM_HEADERS = {
    "工作室编号": "",
    "工作室名称": "工作室 所属工作室 创新工作室 创新工作室名称 申报工作室 完成工作室",
    "年度": "年 所属年度 统计年度",
    "成果名称": "名称 创新成果 创新成果名称 成果 项目名称",
    "成果类别": "类别 类型 成果类型",
    "成果认定·认定单位": "认定单位 授奖单位 颁奖单位",
    "项目名称": "名称 项目 攻关项目 攻关项目名称 课题名称 课题",
    "主题": "培训主题 培训内容 培训名称 名称",
    "时间": "培训时间 日期 培训日期",
    "人次": "培训人次 参加人次",
    "场次": "培训场次 期数",
    "对象": "培训对象",
    "带徒人数": "徒弟人数 徒弟数",
    "提出": "提出数 提出条数",
    "采纳": "采纳数 采纳条数",
    "实施": "实施数 实施条数",
    "荣誉名称": "名称 荣誉 荣誉称号 称号",
    "授予单位": "颁发单位 颁奖单位 授奖单位",
    "年份": "授予年份 获奖年份 获得年份",
}
USUAL = [
    ("创新工作室全称", "工作室名称"),
    ("劳模工作室名", "工作室名称"),
    ("所属工作室名称", None),
    ("申报工作室名称", None),
    ("甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲工作室名称", "工作室名称"),
    ("甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲工作室名称", None),
    ("领衔者", "领衔人·姓名"),
    ("工作室领办人员姓名", "领衔人·姓名"),
    ("主要负责人名单", "领衔人·姓名"),
    ("主理人", "领衔人·姓名"),
    ("牵头职工", "领衔人·姓名"),
    ("带头工匠", "领衔人·姓名"),
    ("领军劳模名字", "领衔人·姓名"),
    ("劳模工匠姓名", "领衔人·姓名"),
    ("首席技师姓名", "领衔人·姓名"),
    ("技师名字", "领衔人·姓名"),
    ("工匠名单", None),
    ("领衔", None),
    ("企事业单位名称", "所在单位"),
    ("工作室所在企业名称", "所在单位"),
    ("劳模工作单位全称", "所在单位"),
    ("承建公司名称", "所在单位"),
    ("建设单位名称", "所在单位"),
    ("所在名称", None),
    ("单位简称", None),
]
# fmt: on


@pytest.mark.parametrize(("heading", "words"), STUDIO_HEADERS.items())
def test_every_header_of_studios(heading: str, words: str) -> None:
    assert {word: headers.known(word, sheets.STUDIOS) for word in words.split()} == dict.fromkeys(
        words.split(), heading
    )
    assert headers.STUDIO_WORDS[heading] == tuple(words.split())
    assert headers.known(f" {words.split(maxsplit=1)[0]}＊（填写）：", sheets.STUDIOS) == heading


def test_headers_that_are_none() -> None:
    assert headers.STUDIO_WORDS.keys() == STUDIO_HEADERS.keys()
    assert [
        header
        for header in ("年龄", "性别", "学历", "甲", "", "奖金", "名" * 120)
        if headers.known(header, sheets.STUDIOS)
    ] == []


ITEMS = {
    "成果": "成果名称 成果类别 成果认定·认定单位",
    "项目": "项目名称",
    "培训": "主题 时间 人次 场次 对象",
    "带徒": "带徒人数",
    "合理化建议": "提出 采纳 实施",
    "荣誉": "荣誉名称 授予单位 年份",
}


@pytest.mark.parametrize(("title", "headings"), ITEMS.items())
def test_every_header_of_what_studios_did(title: str, headings: str) -> None:
    (sheet,) = [each for each in sheets.SHEETS if each.title == title]
    for heading in (*headings.split(), "工作室名称", "年度"):
        for word in ITEM_HEADERS[heading].split():
            assert headers.known(word, sheet) == heading, word
        assert headers.known(heading, sheet) == heading
    assert headers.known("领衔人", sheet) is None


def test_every_header_of_an_item_is_tried() -> None:
    tried = {heading for headings in ITEMS.values() for heading in headings.split()}
    assert tried | {"工作室编号", "工作室名称", "年度"} == ITEM_HEADERS.keys() == headers._ITEM_WORDS.keys()


@pytest.mark.parametrize("sheet", [*round_sheets.ROUND, round_sheets.UNIONS], ids=lambda sheet: sheet.title)
def test_every_header_of_a_unions_year(sheet: sheets.Sheet) -> None:
    for heading in some([each.title for each in sheet.headings]):
        assert headers.known(heading, sheet) == heading
        for word in headers._ROUND_WORDS.get(heading, ()):
            assert headers.known(word, sheet), (heading, word)


@pytest.mark.parametrize(("header", "heading"), USUAL)
def test_headers_that_are_put_together(header: str, heading: str | None) -> None:
    assert headers.known(header, sheets.STUDIOS) == heading


LEADING = ["领衔", "领办", "牵头", "带头", "领军", "领头", "负责", "主持", "创办", "主理"]
PEOPLE = ["人", "者", "人员", "人物", "劳模", "工匠", "劳模工匠", "职工"]
TITLED = ["劳模", "工匠", "劳模工匠", "劳动模范", "大师", "技师", "首席技师", "技能大师", "职工"]
PLACED = ["所在", "所属", "工作", "申报", "创建", "依托", "挂牌", "建设", "承建"]


def test_every_header_that_is_put_together() -> None:
    leaders = [
        *(f"{of}{does}{who}" for of in ("", "工作室", "主要") for does in LEADING for who in PEOPLE),
        *(f"领衔人{end}" for end in ("姓名", "名单", "名字")),
        *(f"{who}{end}" for who in TITLED for end in ("姓名", "名字")),
    ]
    units = [
        f"{of}{place}{unit}{end}"
        for of in ("", "工作室", "领衔人", "劳模", "负责人")
        for place in ("", *PLACED)
        for unit in ("企事业单位", "单位", "企业", "公司")
        for end in ("名称", "全称")
    ]
    names = [f"{of}工作室{end}" for of in ("", "甲") for end in ("名称", "全称", "名")]
    for heading, words in ((LEADERS, leaders), (IN_UNIT, units), (NAME, names)):
        assert {word: headers.known(word, sheets.STUDIOS) for word in words} == dict.fromkeys(words, heading)
    others = [f"{of}工作室名" for of in ("所属", "所在", "申报", "推荐")]
    others += [
        "领衔人单位名",
        "单位所在名称",
        "大师名单",
        "领衔领办人",
        "人领衔",
        "技能职工姓名",
        "其他领衔人",
        "领衔人姓名表",
    ]
    assert {word: headers.known(word, sheets.STUDIOS) for word in others} == dict.fromkeys(others)


@pytest.mark.parametrize(
    ("header", "plain"),
    [
        ("领 衔 人*（姓名）", "领衔人"),
        ("（姓名）", "(姓名)"),
        ("姓名：", "姓名"),
        ("Ａ（b）[c]【d】e", "Ae"),
        ("地区＊", "地区"),
        ("名\n称", "名称"),
        (f"名({'x' * 200})", "名"),
        (f"名({'x' * 201})", f"名({'x' * 201})"),
    ],
)
def test_a_header_without_marks(header: str, plain: str) -> None:
    assert headers.plain(header) == plain


NAME, LEADERS, IN_UNIT = "工作室名称", "领衔人·姓名", "所在单位"


@pytest.mark.parametrize(
    "sign", ["（", "(", "[", "【", "/", "／", "、", "\\", "\n", "+", "＋", "&", "及", "和", "与", "以及"]
)
def test_every_sign_between_two_headings(sign: str) -> None:
    closing = {"（": "）", "(": ")", "[": "]", "【": "】"}.get(sign, "")
    assert headers.joined(f"工作室名称{sign}领衔人{closing}", sheets.STUDIOS) == (NAME, LEADERS)
    assert headers.joined(f"领衔人{sign}单位{closing}", sheets.STUDIOS) == (LEADERS, IN_UNIT)
    assert headers.joined(f"工作室名称{sign}领衔人{closing}", sheets.SHEETS[1]) is None


@pytest.mark.parametrize(
    "header", ["名称", "领衔人与领衔人", "名称、领衔人、单位", "名称（地区）", "名称（）", "名称和甲"]
)
def test_a_header_of_one_thing(header: str) -> None:
    assert headers.joined(header, sheets.STUDIOS) is None


@pytest.mark.parametrize(
    "header",
    [
        "身份证号",
        "证件号码",
        "护照",
        "手机",
        "电话",
        "联系人",
        "联系方式",
        "通讯方式",
        "邮箱",
        "邮件",
        "E-mail",
        "EMAIL",
        "微信",
        "QQ号",
        "住址",
        "地址",
        "家庭情况",
        "出生年月",
        "生日",
        "民族",
        "籍贯",
        "政治面貌",
        "宗教",
        "健康",
        "病史",
        "婚姻",
        "银行卡",
        "账号",
        "帐号",
        "开户行",
        "工资",
        "薪酬",
        "社保",
        "领衔人身份证号码",
    ],
)
def test_columns_that_are_never_read(header: str) -> None:
    assert headers.private(header)
    assert headers.private(f" {header[:1]} {header[1:]}＊")


@pytest.mark.parametrize("header", ["姓名", "单位", "年龄", "性别", "学历", "工作室名称", "成立时间", "工作室（身份）"])
def test_columns_that_may_be_read(header: str) -> None:
    assert not headers.private(header)


def test_columns_of_decisions_and_of_nothing() -> None:
    decided = ["命名时间", "授予时间", "称号", "荣誉", "达标时间", "验收"]
    assert [header for header in [*decided, "成立时间", "名称"] if headers.of_decision(header)] == decided
    nothing = ["序号", "序", " 编号 ", "No", "NO.", "no.", "行号", "排序", "备注", "说明", "", "*"]
    assert [header for header in [*nothing, "名称", "备注说明"] if headers.ignored(header)] == nothing


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("劳模", "劳模"),
        ("劳动模范", "劳模"),
        ("劳模（工匠）", "劳模和工匠人才"),
        ("劳模、工匠", "劳模和工匠人才"),
        ("工匠", "工匠"),
        ("工匠学院", None),
        ("工匠学校", None),
        ("工匠学院工匠", "工匠"),
        ("技能大师", "技能大师"),
        ("技术大师", "技能大师"),
        ("技能人才", "技能人才"),
        *((f"{grade}技师", "技能人才") for grade in ("", "首席", "高级", "特级", "金牌")),
        ("技师学院", None),
        ("巾帼", "巾帼"),
        ("传统工艺", "传统工艺"),
        ("传统技艺", "传统工艺"),
        ("职工", "职工"),
        ("职工医院", None),
        ("职工学校", None),
        *(
            (f"职工{sign}{word}工作室", "职工")
            for sign in (" ", "\n", "(", ")", "、", "（", "")
            for word in ("技术", "技能", "科技", "创新", "技术创新", " ", "(创新)", "")
        ),
        *((f"职工{word}", "职工") for word in ("工作站", "创新站", " 创新站", "技术工作站")),
        *((f"职工{word}", None) for word in ("；工作室", "文艺工作室", "创新技术工作室", "工作坊", "创新中心")),
        *(
            (f"职工{words}", "职工")
            for words in ("创新工作室", "技术创新工作站", "技能工作室", "科技创新站", "（创新）工作室", " 工作室")
        ),
        ("劳模技能大师", None),
        ("劳模、工匠、巾帼", None),
        ("工匠巾帼", None),
        ("劳模职工", "劳模"),
        ("巾帼职工", "巾帼"),
        ("", None),
        ("其他", None),
    ],
)
def test_the_category_that_a_text_states(text: str, category: str | None) -> None:
    assert categories.stated(text) == category


@pytest.mark.parametrize(
    "text",
    [
        "A工作室；B工作室",
        "A工作室;B",
        "A称号\nB称号",
        "A奖2015B奖2016",
        "劳模、工匠",
        "先进集体、工人先锋号",
        "标兵,能手",
        "示范岗/红旗手",
        "奖章／奖状",
        "(甲)、（乙）",
        "五一奖，先进工作者",
        "技师、大师、人才",
        "称号、模范",
    ],
)
def test_several_titles(text: str) -> None:
    assert titles.are_several(text)


@pytest.mark.parametrize(
    "text",
    [
        "A工作室",
        "A；",
        "2015年2015",
        "12015、20166",
        "劳模、工匠创新工作室",
        "劳模和工匠",
        "先进集体、其他",
        "模范",
        "劳模",
        "A奖2015",
        "工匠、技能大师工作室",
    ],
)
def test_one_title(text: str) -> None:
    assert not titles.are_several(text)


@pytest.mark.parametrize("word", ["张三", "张三丰", "买买提·艾力", "欧阳娜", "王一丁", "李国庆"])
def test_a_word_that_is_a_person(word: str) -> None:
    assert leader_names.is_person(word)
    for behind in ("工作室", "工作站", "创新站", "创新工作室", "技术创新工作室", "技能工作室", "科技示范工作室"):
        assert leader_names.in_studio(word + behind) == word, behind
    for between in [
        "示范",
        "示范性",
        "五一",
        "省级",
        "市级",
        "区级",
        "县级",
        "优秀",
        "名师",
        "同志",
        "劳模",
        "劳动模范",
        "先进工作者",
        "大国工匠",
        "工匠",
        "职工",
        "巾帼",
        "技能人才",
        "高技能人才",
        "技能大师",
        "大师",
        "首席技师",
        "高级技师",
        "特级技师",
        "技师",
        "人才",
        "和",
        "与",
        "（劳模）",
    ]:
        assert leader_names.in_studio(f"{word}{between}创新工作室") == word, between
    assert leader_names.in_studio(f"{word}焊接工作室") is None
    assert leader_names.in_studio(word) is None


@pytest.mark.parametrize(
    "word",
    [
        "双喜",
        "高压",
        "张焊",
        "王强电",
        "安康",
        "欧阳",
        "山东",
        "黄河",
        "张",
        "雷锋",
        "甘泉",
        "林电",
        "东风",
        "金山",
        "方圆",
        "甲乙",
        "张三丰四",
        "王工程师",
    ],
)
def test_a_word_that_may_be_something_else(word: str) -> None:
    assert not leader_names.is_person(word)
    assert leader_names.in_studio(f"{word}创新工作室") is None


RARELY = "双谷山车水商都能满步党包管容农全通古空强费应计机年别如有相从库展门晋信本"


def test_surnames_that_rather_begin_another_word() -> None:
    assert [sign for sign in RARELY if leader_names.is_person(f"{sign}某某")] == []


def test_characters_of_trades() -> None:
    trades = "压属油工纺装桥控规器接源播机铁焰量化市钢电务理护品质造学校车路港航运技术动力行者园队组项目度产卡板料材线网农焊钳铣磨炉铸锻轧管械药疗教研测检验计算数据软件硬牧渔茶酒食烹饪绣雕漆瓷陶织染印刷纸箱桶罐塔桩隧筑施监价城乡镇社街邮递货厅柜窗台站"
    assert [sign for sign in trades if leader_names.is_person(f"张{sign}某")] == []


KINDS = {
    **{f"示例{word}": NAME for word in ["工作室", "工作站", "创新站", "工作坊", "创新坊", "实验室", "创客空间"]},
    **{
        f"示例某{word}": IN_UNIT
        for word in [
            "公司",
            "集团",
            "总厂",
            "厂",
            "局",
            "院",
            "学校",
            "大学",
            "中学",
            "小学",
            "学院",
            "研究所",
            "中心",
            "银行",
            "支行",
            "医院",
            "车站",
            "矿",
            "码头",
            "港务",
            "所",
            "处",
            "段",
            "站",
            "合作社",
            "商场",
            "酒店",
            "宾馆",
            "委员会",
            "基地",
            "分部",
            "总队",
            "支队",
            "大队",
        ]
    },
    "张三": LEADERS,
    "甲厂": None,
    "示例甲乙丙": None,
}


def in_a_row(text: str, heading: str) -> tuple[dict[str, str], list[str]]:
    """The cells that come of one, and what is said of it."""
    cell = Cell("表", 2, 1, text)
    (made,), problems = joined_cells.split([SheetRow(2, {heading: cell}, None, cell.address)])
    return {key: each.text for key, each in made.cells.items()}, [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("text", "heading", "cells", "codes"),
    [
        *(
            (f"焊接工作室{sign}张三", NAME, {NAME: "焊接工作室", LEADERS: "张三"}, ["ledger-two-in-one"])
            for sign in ("/", "／", " | ", "｜", "——", "--", "—", "－", "–", " - ", "\n")
        ),
        ("焊接工作室（张三）", NAME, {NAME: "焊接工作室", LEADERS: "张三"}, ["ledger-two-in-one"]),
        ("焊接工作室\n（张三）", NAME, {NAME: "焊接工作室", LEADERS: "张三"}, ["ledger-two-in-one"]),
        ("焊接工作室(示例机床厂)", NAME, {NAME: "焊接工作室", IN_UNIT: "示例机床厂"}, ["ledger-two-in-one"]),
        ("张三/焊接工作室", NAME, {NAME: "焊接工作室", LEADERS: "张三"}, ["ledger-two-in-one"]),
        ("张三/示例机床厂", LEADERS, {LEADERS: "张三", IN_UNIT: "示例机床厂"}, ["ledger-two-in-one"]),
        *(
            (text, NAME, {NAME: text}, [])
            for text in (
                "焊接工作室",
                "焊接工作室/甲/乙",
                "焊接工作室/张三劳模工作室",
                "焊接工作室，张三",
                "焊接工作室（甲乙丙丁）",
                "焊接/钳工工作室",
            )
        ),
        *(
            (f"焊接工作室{sign}张三", f"{NAME}＋{LEADERS}", {NAME: "焊接工作室", LEADERS: "张三"}, [])
            for sign in (*"/／|｜:：；;，,、 \n-—－–", "——", "--", " - ", " —— ", " ， ", "\n\n", "  ")
        ),
        *(
            (f"焊接工作室{opens}张三{closes}", NAME, {NAME: "焊接工作室", LEADERS: "张三"}, ["ledger-two-in-one"])
            for opens, closes in ("（）", "()", "(）", "（)", (" （", "）"), ("\n（", "）\n"))
        ),
        *(
            (text, f"{NAME}＋{LEADERS}", {NAME: text}, ["ledger-not-two"])
            for text in (
                "焊接工作室（张三（主））",
                "焊接工作室（）",
                "（张三）",
                "焊接工作室）张三（",
                "张三、李四",
                "示例一厂/示例二厂",
            )
        ),
        ("焊接工作室\n \n张三", f"{NAME}＋{LEADERS}", {NAME: "焊接工作室", LEADERS: "张三"}, []),
        (" 焊接工作室 （ 张三 ） ", f"{NAME}＋{LEADERS}", {NAME: "焊接工作室", LEADERS: "张三"}, []),
        ("焊接工作室甲/张三", NAME, {NAME: "焊接工作室甲/张三"}, []),
        ("示例一厂区/焊接工作室", NAME, {NAME: "示例一厂区/焊接工作室"}, []),
        ("焊接\n工作室\n张三", f"{NAME}＋{LEADERS}", {NAME: "焊接\n工作室\n张三"}, ["ledger-not-two"]),
        ("焊接工作室\n(张三)", f"{NAME}＋{LEADERS}", {NAME: "焊接工作室", LEADERS: "张三"}, []),
        ("示例甲乙丙（张三）", f"{NAME}＋{LEADERS}", {NAME: "示例甲乙丙", LEADERS: "张三"}, []),
        ("张三（示例甲乙丙）", f"{NAME}＋{LEADERS}", {NAME: "示例甲乙丙", LEADERS: "张三"}, []),
        ("张三/示例一厂", f"{LEADERS}＋{IN_UNIT}", {LEADERS: "张三", IN_UNIT: "示例一厂"}, []),
        ("示例一厂/张三", f"{LEADERS}＋{IN_UNIT}", {LEADERS: "张三", IN_UNIT: "示例一厂"}, []),
        ("示例一厂/甲乙丙丁戊", f"{LEADERS}＋{IN_UNIT}", {LEADERS: "甲乙丙丁戊", IN_UNIT: "示例一厂"}, []),
        ("焊接工作室/示例厂", NAME, {NAME: "焊接工作室/示例厂"}, []),
        ("焊接工作室/示例某厂", NAME, {NAME: "焊接工作室", IN_UNIT: "示例某厂"}, ["ledger-two-in-one"]),
        ("张三、焊接工作室", f"{NAME}＋{LEADERS}", {NAME: "焊接工作室", LEADERS: "张三"}, []),
        ("示例甲乙丙，丁戊", f"{NAME}＋{LEADERS}", {NAME: "示例甲乙丙", LEADERS: "丁戊"}, []),
        ("焊接工作室", f"{NAME}＋{LEADERS}", {NAME: "焊接工作室"}, ["ledger-not-two"]),
        ("焊接工作室、钳工工作室", f"{NAME}＋{LEADERS}", {NAME: "焊接工作室、钳工工作室"}, ["ledger-not-two"]),
        ("", f"{NAME}＋{LEADERS}", {}, []),
    ],
)
def test_cells_that_hold_two_things(text: str, heading: str, cells: dict[str, str], codes: list[str]) -> None:
    assert in_a_row(text, heading) == (cells, codes)


def test_what_is_said_of_a_cell_with_two_things() -> None:
    text = f"{'焊' * 70}工作室\n（张三）"
    entry = SheetRow(2, {NAME: Cell("表", 2, 1, text)}, None, "表!A2")
    (_,), (problem,) = joined_cells.split([entry])
    facts = {"value": "焊" * 60, "first": f"{'焊' * 70}工作室", "second": "张三"}
    assert problem == Problem("表!A2", "ledger-two-in-one", facts=facts, severity="warning")
    entry = SheetRow(2, {f"{NAME}＋{LEADERS}": Cell("表", 2, 1, f"焊接\n工作室\n{'焊' * 70}")}, None, "表!A2")
    (_,), (problem,) = joined_cells.split([entry])
    facts = {"value": f"焊接⏎工作室⏎{'焊' * 53}", "fields": (NAME, LEADERS), "first": NAME}
    assert problem == Problem("表!A2", "ledger-not-two", facts=facts, severity="warning")
    fault = Cell("表", 2, 1, None, "ledger-formula")
    (made,), problems = joined_cells.split([SheetRow(2, {f"{NAME}＋{LEADERS}": fault}, None, "表!A2")])
    assert (made.cells, problems) == ({NAME: fault}, [])
    (made,), problems = joined_cells.split([SheetRow(2, {NAME: fault}, None, "表!A2")])
    assert (made.cells, problems) == ({NAME: fault}, [])
    taken = {NAME: Cell("表", 2, 1, "焊接工作室/张三"), LEADERS: Cell("表", 2, 2, None)}
    (made,), problems = joined_cells.split([SheetRow(2, taken, None, "表!A2")])
    assert (made.cells, problems) == (taken, [])


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_what_a_text_can_only_be(text: str, kind: str | None) -> None:
    """Beside a studio, a person is told from an employer, and what may be either from both."""
    if kind == NAME:
        assert in_a_row(f"{text}/张三", NAME)[0] == {NAME: text, LEADERS: "张三"}
    else:
        assert in_a_row(f"焊接工作室/{text}", NAME)[0] == (
            {NAME: "焊接工作室", kind: text} if kind else {NAME: f"焊接工作室/{text}"}
        )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("一、湖里区（2个）", "湖里区"),
        ("（一）湖里区", "湖里区"),
        ("(2) 湖里区：", "湖里区"),
        ("第三、湖里区 共12家", "湖里区"),
        ("1.湖里区", "1.湖里区"),
        ("十二．湖里区 3户", "湖里区"),
        ("湖里区（十二间）", "湖里区"),
        ("湖里区——", "湖里区"),
        ("湖里区", "湖里区"),
        ("湖里区2013", "湖里区2013"),
    ],
)
def test_a_title_of_a_section_is_its_name(text: str, name: str) -> None:
    assert section_name(text) == name


@pytest.mark.parametrize(
    ("column", "name"),
    [(0, ""), (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")],
)
def test_letters_of_columns(column: int, name: str) -> None:
    assert letters(column) == name


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "是"),
        (False, "否"),
        (3.0, "3"),
        (3.5, "3.5"),
        (3, "3"),
        (None, ""),
        (" 甲\u3000\xa0\t", "甲"),
        ("a\r\nb", "a\nb"),
        ("X甲X", "X甲X"),
        ("\n甲\n", "\n甲\n"),
        ("a_x000D_b", "ab"),
        (DAY, "2013-06-01"),
    ],
)
def test_the_text_of_a_cell(value: Value, text: str) -> None:
    assert Cell("表", 2, 28, value).text == text
    assert Cell("表", 2, 28, value).address == "表!AB2"


def at(*places: str, code: str = "ledger-read-as", **facts: str) -> list[Problem]:
    return [Problem(place, code, facts=facts, severity="warning") for place in places]


@pytest.mark.parametrize(
    ("places", "path"),
    [
        (["表!A1"], ["表!A1"]),
        (["表!A1", "表!A2"], ["表!A1:A2"]),
        (["表!A1", "表!A2", "表!A4"], ["表!A1:A2,A4"]),
        (["表!A1", "表!B1"], ["表!A1:B1"]),
        (["表!A1", "表!A2", "表!B1", "表!B2", "表!C1", "表!C2"], ["表!A1:C2"]),
        (["表!Z1", "表!AA1"], ["表!Z1:AA1"]),
        (["表!A1", "表!C1"], ["表!A1,C1"]),
        (["表!A3", "表!A1", "表!A1"], ["表!A1,A3"]),
        (["甲!A1", "乙!A1"], ["甲!A1", "乙!A1"]),
        ([f"表!A{n}" for n in range(1, 16, 2)], ["表!A1,A3,A5,A7,A9,A11,A13,A15"]),
        ([f"表!A{n}" for n in range(1, 18, 2)], ["表!A1,A3,A5,A7,A9,A11,A13,A15,…,A17"]),
        (["studios/x.yml", "studios/x.yml"], ["studios/x.yml", "studios/x.yml"]),
    ],
)
def test_cells_of_one_remark_are_a_range(places: list[str], path: list[str]) -> None:
    assert [remark.problem.path for remark in remarks.grouped(at(*places, code="unknown-word", value="x"))] == path


def test_remarks_that_say_how_cells_were_read() -> None:
    """Three are shown singly; of more, the first is an example, and the others with another value are counted."""
    for code in (
        "ledger-serial-date",
        "ledger-read-as",
        "ledger-line-break",
        "ledger-leader-in-name",
        "ledger-two-in-one",
        "ledger-not-two",
    ):
        three = [
            *at("表!A1", code=code, value="1"),
            *at("表!A2", code=code, value="2"),
            *at("表!A3", code=code, value="1"),
        ]
        assert [(each.problem.path, each.others) for each in remarks.grouped(three)] == [
            ("表!A1", 0),
            ("表!A2", 0),
            ("表!A3", 0),
        ]
        four = [*three, *at("表!A4", code=code, value="3")]
        (one,) = remarks.grouped(four)
        assert (one.problem.path, one.problem.facts, one.others) == ("表!A1:A4", {"value": "1"}, 2)
        assert len(remarks.grouped([*four, *at("表!B1", code=code, value="3")])) == 2


def test_remarks_about_headers_and_over_sheets() -> None:
    for code in ("ledger-private-column", "ledger-unknown-column", "ledger-decision-column"):
        named = [
            *at("表!A1", code=code, header="甲"),
            *at("表!B1", code=code, header="乙"),
            *at("表!A9", code=code, header="丙"),
        ]
        first, second = remarks.grouped(named)
        assert (first.problem.path, first.problem.facts) == ("表!A1:B1", {"header": ("甲", "乙")})
        assert (second.problem.path, second.problem.facts) == ("表!A9", {"header": "丙"})
    for code in ("ledger-no-studio", "ledger-broken-record"):
        (one,) = remarks.grouped([*at("甲!A1", code=code, name="x"), *at("乙!A1", code=code, name="x")])
        assert one.problem.path == "甲!A1,乙!A1"
    notices = [Problem(path, "ledger-unstated", severity="notice") for path in ("甲!A1", "乙!A1")]
    assert [remark.problem.path for remark in remarks.grouped(notices)] == ["乙!A1"]
    others = [Problem("甲!A1", code, severity="notice") for code in ("ledger-unstated", "ledger-category-of-name")]
    assert [remark.problem.code for remark in remarks.grouped(others)] == ["ledger-unstated", "ledger-category-of-name"]


@pytest.mark.parametrize(
    "heading", ["类别", "领衔人·姓名", "所在单位", "地区", "成立时间", "简介", "命名时间", "命名称号"]
)
def test_a_heading_of_our_own_may_have_marks(heading: str) -> None:
    for header in (heading, f" {heading} ", f"{heading}＊", f"{heading}（必填）", f"{heading[0]} {heading[1:]}："):
        assert headers.known(header, sheets.STUDIOS) == heading, header
