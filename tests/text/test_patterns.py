"""Every pattern of the rooms that read what people type: something that it takes, beside something like it that it does not.

What the readers make of them stands in the tables of their own tests. Here no pattern is left out: a new one needs its row.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

from laomo import records, text
from laomo.tools import spreadsheets
from tests.conftest import some

# fmt: off
ROWS: dict[str, tuple[list[str], list[str]]] = {
    # pattern: (where it is found, where it is not)
    "text.digit_runs:_X": (["x", "X", "Х", "Ⅹ"], ["y", "10"]),
    "tools.spreadsheets.xlsx:_NOT_IN_TITLES": (["a/b", "公示[1]", "a\\b", "a:b", "\x07"], ["公示与通知", "2026 年"]),
    "text.digit_runs:_RARE": (["𝟏"], ["1", "甲"]),
    "text.digit_runs:_PART": (["1", "１", "一", "①", "٣"], ["a", "十", "甲"]),
    "text.digit_runs:_CHINESE_DIGIT": (["一", "〇", "两", "玖"], ["1", "十", "百"]),
    "text.digit_runs:_RUN": (["1 2", "1-2", "1\n2", "12X"], ["a", "甲"]),
    "text.digit_runs:_NAMED": (["b:", "_:"], ["：", "1:"]),
    "text.digit_runs:_ENOUGH": (["1234567890", "12345 67890"], ["123456789", "12345a67890"]),
    "text.digit_runs:_INVISIBLE": (["\u200b", "\ufe0f\u20e3"], [" ", "-"]),
    "text.encoding:_OTHER_BREAKS": (["\x85", "\u2028", "\u2029"], ["\n", "\r"]),
    "text.encoding:_NO_TEXT": (["\x00", "\x1b", "\x7f", "\ufffd"], ["\n", "\t", "\r", "甲"]),
    "text.escape:_MEANING": (["_", "<", "·", "“"], ["甲a1", " ，。、；：？！（）《》"]),
    "text.line_breaks:_PIECES": (["甲", "12.5", "a1", "·", " "], [""]),
    "text.line_breaks:_CONJUNCTIONS": (["甲与乙", "甲的乙丙"], ["与甲", "甲与", "甲的乙"]),
    "text.people_cell:_NUMBER": (["1.王", "（2）王", "③", "一、王", "王(二)李"], ["1.5", "1王", "王（一"]),
    "text.people_cell:_LETTER": (["张", "A", "é"], ["1", "、", " ", ""]),
    "text.people_cell:_SEPARATOR": (["、", "／", "\n", "甲以及乙", "甲 和 乙"], ["甲和乙", "·", " "]),
    "text.people_cell:_BRACKETS": (["（女）", "[a]", "【】", "《甲》"], ["（女", "女）"]),
    "text.people_cell:_LABEL": (["原：王", "王、现: 李"], ["：王", "1：王"]),
    "text.people_cell:_CHANGED": (["原王辉，现李敏", "原任王辉现为李敏"], ["原王辉", "现李敏"]),
    "text.people_cell:_OTHERS": (["王超等3人", "王超等同志", "王超等"], ["王等3人", "等人"]),
    "text.person_names:_INVISIBLE": (["\u200b", "\u202e", "\ufeff"], [" ", "\u3000"]),
    "text.person_names:_DOT_BETWEEN": (["提·艾", "提 ． 艾", "提。艾"], ["a·b", "提·", "提、艾"]),
    "text.person_names:_LATIN_DOT": (["a·b", "提 • 艾"], ["a.b", "·b"]),
    "text.person_names:_GAP": (["王 明", "提· 艾"], ["王 a", "王明"]),
    "text.person_names:_APOSTROPHE": (["O'N", "O`N", "O´N"], ["3'4", "O' N"]),
    "text.person_names:_IGNORED": ([" ", "·", "’", "-", "\ufe00"], ["王", "a", "、"]),
    "text.person_names:_HAN": (["王", "〇", "𠮷"], ["a", "1", "、", "ア"]),
    "text.person_names:_BETWEEN_HAN": (["王 明", "王\u3000明"], ["王a 明", "王明"]),
    "text.people_cell:_ABOUT": (["女", "回族", "1970年生", "已退休"], ["王健", "甲"]),
    "text.people_cell:_FORMER": (["原任", "前任", "甲已卸任"], ["现任", "王健"]),
    "text.people_cell:_MEMBER": (["成员", "工作室骨干"], ["领衔人", "主任"]),
    "text.people_cell:_TITLE_FIRST": (["全国劳模 王健", "河南省劳动模范王"], ["王健", "劳模"]),
    "text.person_names:DOTTED": (["阿依古丽·买买提"], ["阿依古丽", "王·李", "·买买提"]),
    "text.person_names:_ALL_HAN": (["王明", "王\ufe00"], ["a", "1"]),
    "text.person_names:_TITLE_BESIDE": (["劳模", "工程师王"], ["王健", "工程"]),
    "text.person_names:_UNIT": (["示例公司", "电焊班组", "甲乙丙厂"], ["甲乙厂", "甲厂长"]),
    "text.people_cell:LEADS": (["领衔人", "主持人"], ["成员", "领衔"]),
    "text.personal_data:_WAIVER": (["# 复核 2025-05-01：设备编号"], ["# 复核 2025-05-01：设", "复核 2025-05-01：设备编号"]),
    "text.personal_data:_CONTACT": (["landline: ", "{a: 1, hotline: '"], ["my-landline: ", "landline: a, b: "]),
    "text.personal_data:_MAILBOX": (["mailbox: ", '"mailbox": "'], ["my-mailbox: ", "mail: "]),
    "text.personal_data:_OFFICE": (["address: ", '"address": "'], ["my-address: ", "landline: "]),
    "text.personal_gate:_DIGITS": (["1", "[3-9]", "\\d{9}"], ["(?:", "a"]),
    "text.personal_gate:_LONG_RUN": (["1234567890", "１234 b: 567-8 <b>9０"], ["123456789", "12345年67890"]),
    "text.personal_gate:_NUMBER": (
        ["13800138000", "086 138 0013 8000", "0592 5881234", "110199680501123", "2 13800138000"],
        ["12800138000", "1380013800", "213800138000", "138001380001", "0592 1881234", "20131224083015"],
    ),
    "text.personal_gate:_LATER": (["213800138000", "13800138000", "205925881234"], ["2113800138000", "212800138000"]),
    "text.personal_homes:_ROOM": (["3栋502室", "12号301房", "5号楼302"], ["2号楼301实验室", "3号厂房", "12号"]),
    "text.personal_homes:_IN_ESTATE": (["小区12号楼", "花园二期3栋", "小区（东区）3栋"], ["小区12号线", "小区12层"]),
    "text.personal_homes:_BUILT": (["承建", "供水", "验收"], ["居住", "水"]),
    "text.personal_homes:_LANE": (["12弄3号"], ["12弄", "弄3号"]),
    "text.personal_homes:_VILLAGE": (["王家村3组15号", "示例屯东巷5号"], ["村15号", "村3组15号楼"]),
    "text.personal_homes:_LIVES": (["家住示例街12号", "现住址：示例里5号"], ["示例街12号", "家住示例街"]),
    "text.personal_homes:_NUMBERED": (["3号", "3A栋", "5组", "小区12"], ["号3", "12层", "小区很大很大的12"]),
    "text.personal_homes:_WORDS": (["5室", "小区", "家住"], ["室", "办公"]),
    "text.personal_numbers:_PROVINCE": (["11", "65", "71", "83", "91"], ["10", "16", "66", "90", "99"]),
    "text.personal_numbers:_ISSUER": (["62", "4", "51", "3528"], ["31", "56", "337"]),
    "text.personal_numbers:MOBILE": (["13800138000"], ["12800138000", "1380013800"]),
    "text.personal_numbers:LANDLINE": (["05925881234", "01058812345"], ["05921881234", "0119881234"]),
    "text.personal_numbers:_CALLED": (["电话", "TEL", " wx"], ["hotel", "编号"]),
    "text.personal_numbers:_PAID": (["卡号", "Account"], ["discard", "编号"]),
    "text.personal_numbers:_IDENTIFIED": (["身份证", "ID card", "id no"], ["bid card", "编号"]),
    "text.personal_words:_LATIN": (["passport", "WeChat", "vx", "QQ", "wxid_"], ["paper", "Q", "wxa"]),
    "text.personal_words:_PASSPORT": (["E12345678", "EA1234567"], ["B12345678", "E123456", "XE12345678"]),
    "text.personal_words:_PERMIT": (["H12345678", "CA1234567", "ABC123456789012"], ["B12345678", "H123456"]),
    "text.personal_words:_PERMIT_DIGITS": (["台胞证12345678"], ["通行证12345678", "台胞证20130624"]),
    "text.personal_words:_SIGNS": (["@", "护照", "微信", " at ", "艾特"], ["企鹅", "cat", "通行"]),
    "text.personal_words:_WECHAT": (["微信：abcdef", "wx abcdef"], ["微信：abcde", "axwx：abcdef", "微信number："]),
    "text.personal_words:_WECHAT_OWN": (["wxid_abcdef"], ["wxid_abcde", "wx_abcdef"]),
    "text.personal_words:_QQ": (["QQ12345", "扣扣：123456"], ["QQ1234", "Q12345"]),
    "text.personal_words:_PLATE": (["闽D12345", "沪 A·B1234"], ["创D12345", "闽I12345", "闽D1234"]),
    "text.personal_words:_ORDINARY": (["创新", "白云", "安宁"], ["老新", "青"]),
    "text.personal_words:_NEW_ENERGY": (["D12345", "AB1234", "12345D"], ["L12345", "123456"]),
    "text.personal_words:_LOCAL": (["zhang", "a.b", "１２３"], ["张", "a b!"]),
    "text.personal_words:_DOMAIN": (["example.org", "qq点com", "a(dot)b"], ["example", ".org"]),
    "text.personal_words:_HOST": (["qq.com", "163 dot com"], ["example.com", "qq"]),
    "text.personal_words:_SPELLED": ([" example dot org"], [" example.org"]),
    "text.placeholders:_NOTHING": (["暂无", "见附件", "TBD"], ["甲", "5"]),
    "text.placeholders:_DITTO": (["同上", "ditto"], ["上下", "相等"]),
    "text.spaced_names:_WIDE": (["甲  乙", "甲\u3000乙", "甲\t乙"], ["甲 乙", "甲\n乙"]),
    "text.studio_names:_KIND": (["甲劳模创新工作室", "工作室"], ["工作室之友", "创新"]),
    "text.studio_names:_GENERAL": (["示范", "首席", "基地"], ["焊接", "电工"]),
    "text.studio_names:_ORDINAL": (["第二", "（三）", "12号"], ["甲3号线", "二"]),
    "text.studio_names:_QUOTED": (["“蓝焰”", "《甲》"], ["“”", "蓝焰"]),
    "text.studio_names:_JOINING": (["焊接和钳工", " 的 "], ["和谐客运", "饱和蒸汽", "的士"]),
    "text.studio_names:_TRADE": (["高压", "茶叶", "党建"], ["高某", "王明"]),
    "text.written_number:_DATE": (["20130624"], ["20131324", "20130632", "18990101"]),
    "text.written_number:_YEAR": (["2013", "1999"], ["1899", "2113"]),
    "text.written_number:_SHORT_DATE": (["130624"], ["131324", "130632"]),
    "text.written_number:_NEW_FIELD": (["\n", "a:"], [" ", "：", "1:"]),
    "text.written_number:_FIELD": (["a: ", "a_b:"], ["a: x", "a："]),
    "records.layout:PICTURE": (["a/b/photos/x.jpg"], ["a/photos/x.jpg", "a/b/photos/x.gif"]),
    "records.layout:_SLUG": (["a-1"], ["A", "a--b", "a-"]),
    "records.models.base:_DATE": (["2013-06-01", "2013年6月"], ["213", "去年"]),
    "records.models.base:_HOST": (["example.org"], ["example", "EXAMPLE.ORG"]),
    "records.models.quantity:_VAGUE": (["数亿元", "若干台"], ["亿元", "数3"]),
    "records.models.quantity:_EXACT": (["800余万元", "3,200元", "-3"], ["很多", "万元"]),
    "records.scaffold:_UNIT_WORDS": (["有限公司", "集团", "（"], ["甲", "a_1"]),
    "records.scaffold:_UNION_WORDS": (["总工会", "思明区"], ["区域", "厦门"]),
    "records.yaml.diagnosis:_MERGE_MARKER": (["<<<<<<< x", "======="], ["<<<<<< x", "=======x"]),
    "records.yaml.diagnosis:_FULL_WIDTH_COLON": (["a：b", "  - 名：x"], ["a: b：c", "# a：b", "'a：b"]),
    "records.yaml.diagnosis:_NO_SPACE_AFTER_COLON": (["a:b", "- a:b"], ["a: b", "https://x", "a:"]),
    "records.yaml.diagnosis:_SPECIAL_START": (["a: @x", "- a: `x"], ["a: x@", "a:@x"]),
    "records.yaml.diagnosis:_SECOND_COLON": (["a: b: c"], ["a: b", "a: 'b: c", "a: [b: c"]),
    "records.yaml.formatter:_WIDE_COLON": (["a:  b", "  - a:   b"], ["a: b", "'a':  b", "a:  # c"]),
    "records.yaml.quick:_JOINED": (["甲，乙", "甲、乙"], ["甲,乙", "甲"]),
    "records.yaml.quick:_KEY": (["a", "名.b:c/d-e"], ["-", "：", ""]),
    "records.yaml.quick:_UNUSUAL": (["a #b", "\\\\", "\t#x"], ["a # b", "a#b"]),
    "records.yaml.writer:_UNSAFE": (["a: b", "a #b", "a:", "null", "“x”", "-x"], ["a:b", "a#b", "甲", "“x”y“z”"]),
    "records.yaml.writer:_UNSAFE_IN_LIST": (["a,b", "[", "}"], ["a，b", "a"]),
    "tools.spreadsheets.categories:_MODEL_WORKER": (["劳模", "劳动模范"], ["劳动", "模范"]),
    "tools.spreadsheets.categories:_CRAFTSMAN": (["工匠", "大国工匠"], ["工匠学院", "工匠学校"]),
    "tools.spreadsheets.categories:_WORKERS": (["职工创新工作室", "职工", "职工(创新)工作室"], ["职工医院", "工作室"]),
    "tools.spreadsheets.cells:_BETWEEN_UNITS": (["甲公司/乙厂", "甲厂，乙厂"], ["甲/乙厂", "甲公司/乙"]),
    "tools.spreadsheets.columns:_SEPARATORS": (["甲、乙", "甲;乙", "甲\n乙"], ["甲,乙", "甲，乙"]),
    "tools.spreadsheets.dates:_NUMERALS": (["二〇一三", "十"], ["2013", "年"]),
    "tools.spreadsheets.dates:_DAY": (["2013-6-1", "2013年6月", "2013.6"], ["2013", "13-6-1"]),
    "tools.spreadsheets.dates:_YEAR": (["2013年度", "2013"], ["213", "年度"]),
    "tools.spreadsheets.dates:_PART_OF_YEAR": (["2013年底", "2013年春"], ["2013年", "年底"]),
    "tools.spreadsheets.dates:_SHORT_YEAR": (["13年6月", "'13年6月1日"], ["13年", "6月1日"]),
    "tools.spreadsheets.dates:_RUN": (["201306", "20130601"], ["201313", "18991201"]),
    "tools.spreadsheets.dates:_DECIMAL": (["2013.1", "2013.10"], ["2013", "13.1"]),
    "tools.spreadsheets.headers:_PRIVATE": (["身份证号", "E-mail", "QQ"], ["姓名", "年龄"]),
    "tools.spreadsheets.headers:_TOGETHER": (["名称（领衔人", "名称和领衔人"], ["名称", "领衔人姓名"]),
    "tools.spreadsheets.headers:_NAMED": (["命名时间", "荣誉"], ["成立时间", "名称"]),
    "tools.spreadsheets.joined_cells:_BRACKETED": (["甲（乙）", "甲 (乙)"], ["（乙）", "甲（乙"]),
    "tools.spreadsheets.joined_cells:_MARKS": (["甲/乙", "甲——乙", "甲 - 乙"], ["甲、乙", "甲 乙"]),
    "tools.spreadsheets.joined_cells:_BETWEEN": (["甲、乙", "甲 乙", "甲：乙"], ["甲乙", "甲·乙"]),
    "tools.spreadsheets.joined_cells:_STUDIO": (["甲工作室", "甲创客空间"], ["工作室甲", "甲公司"]),
    "tools.spreadsheets.joined_cells:_UNIT": (["甲公司", "甲医院"], ["公司甲", "张三"]),
    "tools.spreadsheets.leader_names:_TAIL": (["张三劳模创新工作室", "工作站"], ["张三", "工作室甲"]),
    "tools.spreadsheets.member_lists:_LEADER": (["现领衔人", "领衔人、书记"], ["成员", "书记"]),
    "tools.spreadsheets.member_lists:_LEADER_BESIDE": (["张三（领衔人）"], ["张三（成员）", "领衔人"]),
    "tools.spreadsheets.member_lists:_MEMBER": (["技术骨干", "副领衔人"], ["领衔人", "主任"]),
    "tools.spreadsheets.member_lists:_MEMBER_HEADER": (["姓名", "团队成员"], ["领衔人", "单位"]),
    "tools.spreadsheets.member_lists:_MEMBER_TITLE": (["花名册", "人员名单"], ["名单", "工作室"]),
    "tools.spreadsheets.number_formats:_LITERAL": (['"年"', "\\年", "[$-804]", "_ "], ["yyyy", "年"]),
    "text.compared:_UNCOMPARED": (["“", "-", "提·艾", " "], ["甲", "1.5"]),
    "tools.spreadsheets.remarks:_CELL_PLACE": (["表!A1", "a!b!AB12"], ["表!1", "studios/x.yml"]),
    "tools.spreadsheets.round_heads:YEAR_NAMED": (["市2013年任务", "2013 年"], ["12013年", "13年"]),
    "tools.spreadsheets.stated_names:_ENDS": (["张三工作室", "创新站"], ["工作室张三", "张三"]),
    "tools.spreadsheets.union_list:_ZONE": (["开发区", "高新区"], ["思明区", "区域"]),
    "tools.spreadsheets.table_rows:_TOTAL": (["合计", "总计：12"], ["数目", "甲"]),
    "tools.spreadsheets.table_rows:_NOTE": (["注：甲", "填表人"], ["甲", "乙丙"]),
    "tools.spreadsheets.table_rows:_SIGNED": (["填表人：", "日期：甲"], ["填表人", "甲：乙"]),
    "tools.spreadsheets.table_rows:_STAMP": (["（盖章）", "2013年6月1日", "第 3 页"], ["甲", "2013"]),
    "tools.spreadsheets.table_rows:_NUMBERED": (["一、甲", "（2）甲"], ["1.甲", "甲"]),
    "text.union_names:_OF_PLACES": (["思明区", "甲乙自治县"], ["甲区", "区域"]),
    "text.union_names:_OF_UNIONS": (["思明区总工会", "甲工委"], ["工会甲", "公司"]),
    "tools.spreadsheets.table_columns:_GROUP_WORDS": (["领衔人基本情况", "资料"], ["情况说明", "领衔人"]),
    "tools.spreadsheets.table_rows:_COUNTED": (["甲（2个）", "甲 共12家"], ["甲", "2个甲"]),
    "tools.spreadsheets.tables:_UNNAMING": (["2026", "年", "与", "（"], ["命名", "公示"]),
    "tools.spreadsheets.titles:_ENDS": (["甲奖", "甲称号"], ["奖金", "甲"]),
    "tools.spreadsheets.titles:_PEOPLE_END": (["劳模", "首席技师"], ["劳模甲", "甲"]),
    "tools.spreadsheets.titles:_YEAR": (["甲2015", "1999年"], ["12015", "2115"]),
    "tools.spreadsheets.units:_IN_HEADER": (["经费（万元）", "经费/元"], ["经费", "经费（万元）合计"]),
}
# fmt: on


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Each pattern with the module in which it was made, and its name there."""
    seen = set()
    for room in (text, records, spreadsheets):
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            for name, value in vars(importlib.import_module(found.name)).items():
                if isinstance(value, re.Pattern) and (value.pattern, value.flags) not in seen:
                    seen.add((value.pattern, value.flags))
                    yield f"{found.name.removeprefix('laomo.')}:{name}", value


PATTERNS = dict(patterns())


def test_every_pattern_has_a_row() -> None:
    assert sorted(PATTERNS.keys() ^ ROWS.keys()) == []


@pytest.mark.parametrize("name", sorted(PATTERNS.keys() & ROWS.keys()))
def test_what_a_pattern_takes_and_what_not(name: str) -> None:
    takes, leaves = ROWS[name]
    assert [each for each in some(takes) if not PATTERNS[name].search(each)] == []
    assert [each for each in some(leaves) if PATTERNS[name].search(each)] == []
