"""Each sign that may stand in, before or behind a personal number; and what the signs beside them make of it."""

import pytest

from laomo.text import personal_data
from tests.text.test_personal_kinds import LANDLINE, MOBILE, codes, found, identity

PLAIN = " \t\u3000,.:;/|+=&、，。：；\"'"
"""What stands between quantities too."""


@pytest.mark.parametrize("sign", "一二三四五六七八九十ABCDEabcde区期东西南北里（）()、 ")
def test_a_part_of_an_estate(sign: str) -> None:
    assert codes(f"示例小区{sign}2栋") == ["personal-home"]
    assert codes(f"示例小区{sign * 4}2栋") == ["personal-home"]
    assert codes(f"示例小区{sign * 5}2栋") == ["personal-home"] * (sign in "一二三四五六七八九")


@pytest.mark.parametrize("sign", "FGfg甲，")
def test_no_part_of_an_estate(sign: str) -> None:
    assert codes(f"示例小区{sign}2栋") == []


@pytest.mark.parametrize("sign", "。；！？\n")
def test_a_sentence_ends_between_house_and_room(sign: str) -> None:
    assert codes(f"12栋{sign}301室") == []
    assert codes("12栋，301室") == ["personal-home"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("12号之一123室", True),
        ("12号之一1234室", True),
        ("12弄12345号", False),
        ("12\n弄3号", False),
        ("12弄\n3号", False),
        ("2号楼301第2实验室", True),
        ("2号楼301 实验室", False),
        ("2号楼301甲乙丙丁实验室", False),
        ("2号楼301甲乙丙丁戊实验室", True),
        ("家在示例村B组", False),
        *((f"承建{'，' * n}花园12栋", n > 14) for n in (13, 14, 15)),
        *((f"花园12栋{'，' * n}验收", n > 6) for n in (5, 6, 7)),
    ],
)
def test_more_homes_and_more_that_are_none(text: str, counts: bool) -> None:
    assert codes(text) == ["personal-home"] * counts


@pytest.mark.parametrize("letter", "AZaz")
def test_a_letter_of_a_house(letter: str) -> None:
    for house in ("号楼", "号院", "号", "弄", "栋", "幢", "座"):
        assert found(f"12{letter}{house}301室")[0][1].startswith("1****"), house


@pytest.mark.parametrize("before", ["2单元", "楼", "2栋", "2幢"])
def test_a_room_of_four_digits_without_its_word(before: str) -> None:
    assert codes(f"12号{before}1301") == ["personal-home"]
    assert codes(f"12号{before}-1301") == ["personal-home"]
    assert codes(f"12号{before}--1301") == []
    assert codes(f"12号{before}13012") == codes(f"12号{before}13") == []


@pytest.mark.parametrize("before", ["栋", "幢", "座", "3楼", "3层", "2单元", " ", "-"])
def test_a_room_of_few_digits(before: str) -> None:
    assert codes(f"12号{before}1室") == ["personal-home"]
    assert codes(f"12号{before}1房") == []
    assert codes("12号1室") == codes("12号甲1室") == []


@pytest.mark.parametrize(
    "home",
    [
        "12栋4301",
        "12栋-4301",
        "12幢4301",
        "12幢-4301",
        "12号楼4301",
        "12号楼-4301",
        "12号2单元 4301室",
        "12号2单元-4301",
    ],
)
def test_a_home_is_seen_by_any_of_its_words(home: str) -> None:
    assert codes(home) == ["personal-home"]


@pytest.mark.parametrize("sign", "是为于在：: \n")
def test_what_may_lead_to_an_address(sign: str) -> None:
    assert codes(f"家住{sign}\n示例街12号") == ["personal-home"]
    assert codes(f"家住{sign * 3}示例街12号") == ["personal-home"]
    assert codes("家住\n\n\n示例街12号") == ["personal-home"]
    assert codes("家住\n\n\n\n示例街12号") == []


@pytest.mark.parametrize("sign", "，。；\n")
def test_what_ends_an_address(sign: str) -> None:
    assert codes(f"家住示例街{sign}示例12号") == []
    assert codes(f"示例村示{sign}例3组15号") == []
    assert codes("家住" + "远" * 30 + "12号") == ["personal-home"]


def test_a_house_of_a_village_has_a_number() -> None:
    assert codes("示例村3组号") == codes("示例村3组12345号") == []
    assert codes("示例村3组1号") == codes("示例村3组1234号") == ["personal-home"]
    assert codes("示例村1234组1号") == codes("王家村组15号") == []
    assert codes("示例村123组1号") == codes("王家村第1组15号") == ["personal-home"]
    assert codes("示例村3组15 号") == codes("示例村3组 15号") == ["personal-home"]


# --- mail


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("zhang at a dot b dot cn。", "z***。"),
        ("zhang at aDOTb", "zhang at aDOTb"),
        ("zhang at a DOT b.", "z***."),
        ("zhang at  a dot b.", "z***."),
        ("zhang at   a dot b.", "zhang at   a dot b."),
        ("zhang@a(．)b.", "z***."),
        ("zhang@a[.]b.", "z***."),
        ("zhang@a 点 b.", "z***."),
        ("zhang at a Dot b.", "z***."),
        ("zhang at a doT b.", "z***."),
        ("zhang 艾特qq.com.", "z***."),
        ("zhang 圈a qq.com.", "z***."),
        ("zhang圈Aqq.com.", "z***."),
        ("zhang@a.b.c.", "z***."),
        ("zhang@a . b . com，", "z***，"),
        ("zhang@a .b .com，", "z***，"),
        ("zhang@a. b. com，", "z***，"),
        ("zhang@a .b .c .d .com，", "z***，"),
        ("zhang@a . b . c . d . e . com，", "z***，"),
        ("zhang@a .b .c .d .e .com，", "zhang@a .b .c .d .e .com，"),
        ("zhang@ a . com.", "z***."),
        ("zhang.san-1%+_@a.cn", "z***"),
        ("，zhang( @ )a.cn", "，z***"),
        ("zhang(((@a.cn", "z***"),
        ("zhang((((@a.cn", "zhang((((@a.cn"),
        ("zhang@)))a.cn", "z***"),
        ("zhang@))))a.cn", "zhang@))))a.cn"),
        ("zhang@-a.cn", "z***"),
        ("张zhang@a-.cn", "张zhang@a-.cn"),
        ("ｚhang@ａ．ｃｎ", "ｚ***"),
        (f"{'z' * 64}@a.cn", "z***"),
        (f"{'z' * 65}@a.cn", f"{'z' * 65}@a.cn"),
        (f"zhang@{'a' * 64}.cn", "z***"),
        (f"zhang@{'a' * 65}.cn", f"zhang@{'a' * 65}.cn"),
    ],
)
def test_where_a_mail_address_begins_and_ends(text: str, masked: str) -> None:
    assert personal_data.masked(text) == masked


# --- names on WeChat and QQ


@pytest.mark.parametrize(
    "between", [*"_\n是为号码證证件编的：: -（“", "no", "NO", "No", "ID", "id", "number", "号码是：", " id: "]
)
def test_what_leads_from_the_word_to_the_name(between: str) -> None:
    assert found(f"QQ{between}23456") == [("personal-chat", "23***")]
    assert codes(f"台胞证{between}12345678") == ["personal-permit"]
    assert codes(f"QQ{between * 13}23456") == []


@pytest.mark.parametrize("between", ["nO", "iD", "群", "名", "a"])
def test_what_leads_to_none(between: str) -> None:
    assert codes(f"QQ{between}23456") == []


@pytest.mark.parametrize(
    "word",
    [
        "微信",
        "薇信",
        "威信",
        "V信",
        "v信",
        "加V",
        "加v",
        "wechat",
        "WeChat",
        "weixin",
        "WEIXIN",
        "wx",
        "vx",
        "Vx",
        "WX",
    ],
)
def test_every_word_for_wechat(word: str) -> None:
    assert found(f"{word}：abc_def") == [("personal-chat", "ab*****")]
    assert found(f"{word} abc-12") == [("personal-chat", "ab****")]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("微信number_1", True),
        ("微信number-1", True),
        ("微信number1", True),
        ("微信numberA2", True),
        ("微信numbera1", True),
        ("WWeChat: zhao-823", False),
        ("aWeChat: zhao-823", False),
        *((f"{sign}wx：abcdef", False) for sign in "AZaz"),
        *((f"wx{letter}bcde1", False) for letter in "acdwyzACDWYZ"),
        ("wx：xbcde1", True),
        ("微信：number", False),
        ("微信：number，", False),
        ("微信：" + "a" * 20, True),
        ("微信：" + "a" * 21, False),
        ("微信：" + "a" * 5, False),
        *((f"微信：abcdef{sign}", False) for sign in "@."),
        *((f"微信：abcdef{'g' * 14}{sign}", False) for sign in "Aa0@."),
        ("微信：_abcdef", True),
        ("微信：1abcdef", False),
        ("微信abcdef", False),
        ("微信 \tabcdef", False),
        ("微信\nabcdef", True),
        ("微信abcde1", True),
        ("微信abcde_", True),
        ("wxid_abc123", True),
        ("wxid_" + "a" * 30, True),
        ("wxid_ABCDEF", True),
        ("QQ23456@qq", False),
        ("QQ23456 7 8 9 0 1 2 3", False),
        ("QQ2 3 4 5 6", True),
        ("QQ2    3456", False),
        ("企鹅23456", False),
        ("微信、企鹅：23456", True),
        ("企鹅号23456", True),
        ("加VX23456", True),
    ],
)
def test_which_names_count(text: str, counts: bool) -> None:
    assert ("personal-chat" in codes(text)) is counts


# --- papers and plates


@pytest.mark.parametrize("before", "Aa1")
def test_a_letter_or_digit_before_a_paper(before: str) -> None:
    for text in (f"护照{before}E12345678", f"通行证{before}H12345678", f"通行证{before}ABC123456789012"):
        assert [code for code in codes(text) if "plate" not in code] == [], text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("通行证CA1234567", ["personal-permit"]),
        ("通行证Ca1234567", ["personal-permit"]),
        ("通行证H1234567890", ["personal-permit"]),
        ("通行证H12345678901", []),
        ("通行证H123456", []),
        ("永居ABC123456789012", ["personal-permit"]),
        ("永居abc123456789012", []),
        ("永居AB123456789012", []),
        ("永居ABC12345678901", []),
        ("永居ABC1234567890123", ["personal-permit"]),
        ("台胞证19991231", []),
        ("台胞证20011939", []),
        ("台胞证18991231", ["personal-permit"]),
        ("台胞证20024001", ["personal-permit"]),
        ("台胞证200124011", ["personal-permit"]),
        ("台胞证20012401", ["personal-permit"]),
        ("台胞证123456", []),
        ("台胞证12345678901", []),
        ("大陆通行证12345678", ["personal-permit"]),
        ("通行证12345678", []),
        ("护照ＥＡ1234567", ["personal-passport"]),
        ("护照E - 12345678", ["personal-passport"]),
        ("护照E       12345678", []),
        (f"passport E12345678{'，' * 600}护照E87654321", ["personal-passport"] * 2),
        (f"护照E87654321{'，' * 600}passport E12345678", ["personal-passport"] * 2),
    ],
)
def test_which_papers_count(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize("province", "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼")
def test_every_province_of_plates(province: str) -> None:
    for plate in (f"{province}A12345", f"{province} a·12345", f"{province}ＡD12345", f"{province}Z12345"):
        assert found(f"车{plate}") == [("personal-plate", plate[:2] + "*" * (len(plate) - 2))], plate


@pytest.mark.parametrize("behind", "0Aa０６")
def test_what_follows_a_plate(behind: str) -> None:
    assert codes(f"闽AD12345{behind}") == codes(f"闽A12345{behind}{behind}{behind}") == []


@pytest.mark.parametrize("sign", "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjklmnpqrstuvwxyz0123456789０９")
def test_each_sign_of_a_plate(sign: str) -> None:
    assert codes(f"闽A{sign}1234") == codes(f"闽A1234{sign}") == codes(f"闽A·12{sign}34") == ["personal-plate"]


@pytest.mark.parametrize("city", "ABCDEFGHJZabcdefghjzＡＺａｚ")
def test_each_letter_of_a_city(city: str) -> None:
    assert codes(f"闽{city}12345") == ["personal-plate"]
    assert codes("闽I12345") == codes("闽i12345") == codes("闽012345") == []


@pytest.mark.parametrize("letter", "IOio")
def test_letters_that_no_plate_has(letter: str) -> None:
    assert codes(f"闽A123{letter}5") == codes(f"闽A{letter}1234") == []


@pytest.mark.parametrize("rest", ["ABC12", "12ABC", "ABCD1", "AB123D", "ABD123"])
def test_too_few_digits_for_a_plate(rest: str) -> None:
    assert codes(f"闽A{rest}") == []


@pytest.mark.parametrize(
    "rest",
    [*(f"{kind}12345" for kind in "ABCDEFGHJKk"), *(f"12345{kind}" for kind in "ABCDEFGHJKk"), "DZ1234", "KN1234"],
)
def test_plates_of_new_energy(rest: str) -> None:
    assert codes(f"闽A{rest}") == ["personal-plate"]


@pytest.mark.parametrize("rest", ["L12345", "12345L", "LA1234", "123D45", "1D2345"])
def test_no_plates_of_new_energy(rest: str) -> None:
    assert codes(f"闽A{rest}") == []


@pytest.mark.parametrize(
    "word",
    [
        *(f"{sign}新" for sign in "创革更最全翻高清刷重"),
        *(f"{sign}云" for sign in "航白华阿腾讯"),
        "年青",
        "安宁",
        "四川",
    ],
)
def test_an_ordinary_word_is_no_province(word: str) -> None:
    assert codes(f"{word}A12345") == []
    assert codes(f"某{word[1]}A12345") == ["personal-plate"]


# --- numbers


@pytest.mark.parametrize("month", range(14))
@pytest.mark.parametrize("first", ["139 20{:02d}{:02d}24", "139 2013{:02d}{:02d}"])
def test_a_day_of_eight_digits_is_no_mobile_number(month: int, first: str) -> None:
    if first.endswith("24"):
        assert bool(codes(first.format(13, month))) is (month not in range(1, 13))
    else:
        days = [day for day in range(100) if not codes(first.format(month, day))]
        assert days == (list(range(1, 32)) if month in range(1, 13) else [])


@pytest.mark.parametrize(("century", "day"), [("18", False), ("19", True), ("20", True), ("21", False)])
def test_the_century_of_a_day(century: str, day: bool) -> None:
    assert codes(f"139 {century}130624") == ["personal-mobile"] * (not day)
    assert codes(f"139 {century}13 5678") == ["personal-mobile"] * (not day)


def test_a_short_day_is_no_mobile_number() -> None:
    days = [day for day in range(100) if not codes(f"13 06 {day:02d} 05678")]
    assert days == list(range(1, 32))
    assert [month for month in range(100) if not codes(f"13 {month:02d} 24 05678")] == list(range(1, 13))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("139.123.123.12", False),
        ("139.255.255.12", False),
        ("139.256.123.12", True),
        ("139.012.123.12", True),
        ("139,123,123,12", True),
        ("139:12345678", True),
        ("139. 12345678", True),
        ("13, 912, 345, 678", False),
        ("13， 912， 345， 678", False),
        ("139一12345 678 5", False),
        ("ZL2024162两1609.2", False),
        ("1391:2345678", False),
        ("13:91:2345678", False),
        ("13,912,345,678", False),
        ("1391,234,567,8", True),
        ("139*2013*2014", True),
        ("139_2013_2014", True),
        ("139·2013·2014", True),
        ("139(2013)2014", True),
        ("139-2013-2014", False),
    ],
)
def test_more_that_is_no_quantity(text: str, counts: bool) -> None:
    assert bool(codes(text)) is counts


@pytest.mark.parametrize("sign", PLAIN)
def test_a_year_between_plain_signs_is_a_year(sign: str) -> None:
    assert codes(f"139{sign}2013{sign}5678") == []


@pytest.mark.parametrize("text", ["010-788123345", "02525-5881234", "0592-58812345678"])
def test_too_many_digits_for_a_landline(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("text", ["0657:5881234", "0592：588：1234", "010:58812345"])
def test_a_colon_in_a_landline(text: str) -> None:
    assert codes(text) == ["personal-landline"]


def test_single_digits_count_behind_their_word_or_evenly() -> None:
    uneven = "1 3 9  1 2 3 4 5 6 7 8"
    far = "1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 "
    assert codes(f"电话{uneven}") == codes("1 3 9 1 2 3 4 5 6 7 8") == ["personal-mobile"]
    assert codes(uneven) == codes(f"{far}{uneven}") == []
    assert codes(f"139123456 78 25\n{MOBILE}") == ["personal-mobile"]


@pytest.mark.parametrize(("spaces", "counts"), [(4, True), (5, False)])
def test_how_much_may_follow_a_key(spaces: int, counts: bool) -> None:
    number = identity("110199")
    assert ("personal-identity" in codes(f"{number[:6]} b:{' ' * spaces}{number[6:]}")) is counts
    assert ("personal-identity" in codes(f"{number[:6]} b:{' ' * spaces}\n{number[6:]}")) is counts


@pytest.mark.parametrize("start", [" ", ",", "{", "\n"])
def test_what_stands_before_a_key(start: str) -> None:
    number = identity("110199")
    assert "personal-identity" in codes(f"{number[:6]}{start}b_c: {number[6:]}")
    assert "personal-identity" not in codes(f"{number[:6]}-b_c: {number[6:]}")
    assert "personal-identity" in codes(f"{number[:6]}{start}AZaz_: {number[6:]}")
    assert codes("count: 139\nTOTAL: 12345678") == codes("A:139\nB:12345678") == []


# --- fields, waivers, facts


@pytest.mark.parametrize("quote", ["", '"', "'"])
@pytest.mark.parametrize(
    ("field", "value"),
    [("landline", LANDLINE[:4] + "-" + LANDLINE[4:]), ("hotline", "0592-5881234"), ("address", "示例花园12栋")],
)
def test_a_field_may_stand_in_quotes(quote: str, field: str, value: str) -> None:
    for text in (
        f"{quote}{field}{quote}: {quote}{value}",
        f"{quote}{field}{quote} :{quote}{value}",
        f"a: 1\n{field}: {value}",
    ):
        assert list(personal_data.find(text)) == [], text
    for text in (
        f"{quote}{field}{quote} {quote}{value}",
        *(f"{field}: a{sign} {value}" for sign in ":{}[]"),
        f"{field}:\n  {value}",
    ):
        assert len(list(personal_data.find(text))) == 1, text
    for before in ("my", "my-", "_", "1"):
        assert len(list(personal_data.find(f"{before}{field}: {value}"))) == 1, before


def test_a_waiver_is_no_field_and_speaks_of_its_line_only() -> None:
    comment = "# 复核 2025-05-01：设备编号"
    assert [each.line for each in personal_data.find(f"a: {MOBILE}\nb: {MOBILE}\n{comment}\nc: {MOBILE}\n")] == [1, 2]
    assert [each.line for each in personal_data.find(f"{comment} {MOBILE}\n\n{MOBILE}")] == [3]
    assert [each.line for each in personal_data.find(f"x {comment}\n{MOBILE}")] == [2]
    assert [(each.line, each.column) for each in personal_data.find(f"甲\n{MOBILE} {MOBILE}")] == [(2, 1), (2, 13)]


@pytest.mark.parametrize("gap", ["", " ", "-", " - ", "\u200b"])
def test_a_check_digit_that_is_a_letter_ends_the_number(gap: str) -> None:
    number = next(each for n in range(1000) if (each := identity("110199", serial=f"{n:03d}"))[-1] == "X")[:-1]
    assert personal_data.masked(f"甲{number}{gap}X，乙") == f"甲11{'*' * 16}，乙"
    assert personal_data.masked(f"甲{number}{gap}X\n{MOBILE}乙") == f"甲11{'*' * 16}\n13*********乙"


def test_a_room_behind_a_house_behind_another_number() -> None:
    assert personal_data.masked(f"电话{MOBILE}，家住示例花园3栋2单元，502室。") == f"电话13*********，家{'*' * 15}。"
    assert personal_data.masked(f"家住示例花园3栋2单元，502室，电话{MOBILE}。") == f"家{'*' * 15}，电话13*********。"
