"""What makes a number personal, kind by kind: every province, issuer, area, letter, word and grouping; and beside each what is none.

The lists are written out from their sources (GB/T 2260, ISO/IEC 7812, the numbering plan, GA 36), not taken from the code.
"""

import random
from itertools import pairwise, product

import pytest
from stdnum import luhn
from stdnum.iso7064 import mod_11_2

from laomo.text import personal_data

# fmt: off
PROVINCES = [
    *("11", "12", "13", "14", "15"), *("21", "22", "23"), *("31", "32", "33", "34", "35", "36", "37"), *("41", "42", "43", "44", "45", "46"),
    *("50", "51", "52", "53", "54"), *("61", "62", "63", "64", "65"), "71", *("81", "82", "83"),
]
# fmt: on
"""GB/T 2260: 北京 to 台湾, and the residence permits of people from Hong Kong, Macau and Taiwan."""
FOREIGNERS = [f"9{region}" for region in "12345678"]
"""The first two digits of a foreigner's permanent residence: a 9, then the first digit of a province."""
TWO_DIGITS = [f"{number:02d}" for number in range(100)]
MOBILE = "13800138000"
LANDLINE = "05925881234"


def found(text: str) -> list[tuple[str, str]]:
    """Code and masked form of each."""
    return [(finding.code, str(finding.facts["masked"])) for finding in personal_data.find_all(text)]


def codes(text: str) -> list[str]:
    return [code for code, _ in found(text)]


def identity(region: str, born: str = "19000101", serial: str = "001") -> str:
    body = f"{region:0<6}{born}{serial}"
    return body + mod_11_2.calc_check_digit(body)


def card(start: str, length: int = 16) -> str:
    body = start + "7" * (length - len(start) - 1)
    return body + luhn.calc_check_digit(body)


def in_groups(digits: str, lengths: tuple[int, ...], between: str = " ") -> str:
    ends = [sum(lengths[:n]) for n in range(len(lengths) + 1)]
    return between.join(digits[start:end] for start, end in pairwise(ends))


# --- identity numbers


def test_every_province_counts_and_no_other_two_digits() -> None:
    assert [two for two in TWO_DIGITS if codes(identity(two)) == ["personal-identity"]] == PROVINCES + FOREIGNERS


def test_of_the_last_century_too() -> None:
    old = [two for two in TWO_DIGITS if codes(f"证件{two}0199680501123") == ["personal-identity"]]
    assert old == PROVINCES + FOREIGNERS


@pytest.mark.parametrize(
    ("born", "counts"),
    [
        ("19000101", True),
        ("18991231", False),
        ("19991231", True),
        ("20000229", True),
        ("20010229", False),
        ("20240630", True),
        ("29000101", False),
        ("19990631", False),
        ("19991301", False),
        ("19990001", False),
        ("19990100", False),
    ],
)
def test_the_day_of_birth_is_one(born: str, counts: bool) -> None:
    assert bool(codes(identity("110199", born))) is counts
    assert personal_data.begins_identity_number(f"110199{born}") is counts


@pytest.mark.parametrize("check", "0123456789X")
def test_each_check_digit(check: str) -> None:
    number = next(each for n in range(1000) if (each := identity("110199", serial=f"{n:03d}"))[-1] == check)
    assert found(number) == [("personal-identity", number[:2] + "*" * 16)]
    others = [number[:-1] + other for other in "0123456789X" if other != check]
    assert not any(map(personal_data.is_identity_number, others))
    assert {code for other in others for code in codes(other)} <= {"personal-card"}


@pytest.mark.parametrize(
    ("lengths", "counts"),
    [
        ((15,), True),
        ((6, 6, 3), True),
        ((6, 9), False),
        ((3, 3, 6, 3), False),
        ((5, 5, 5), False),
    ],
)
def test_fifteen_digits_count_in_their_usual_groups_or_behind_their_word(
    lengths: tuple[int, ...],
    counts: bool,
) -> None:
    text = in_groups("110199680501123", lengths)
    assert bool(codes(text)) is counts
    for word in ("身份证", "证件", "公民身份", "ID card ", "id no ", "idcard", "IDNo"):
        assert codes(f"{word}{text}") == ["personal-identity"], word
    assert codes(f"bid card {in_groups('110199680501123', (6, 9))}") == []


def test_fifteen_digits_one_by_one() -> None:
    """Seven gaps are too many where no check digit tells."""
    assert codes(f"身份证{in_groups('110199680501123', (2, 2, 2, 2, 2, 2, 3))}") == ["personal-identity"]
    assert codes(f"身份证{in_groups('110199680501123', (2, 2, 2, 2, 2, 2, 2, 1))}") == []
    assert codes("110199680231123") == []


# --- mobile numbers


def test_the_second_digit_of_a_mobile_number() -> None:
    assert [two for two in TWO_DIGITS if codes(f"{two}800138000")] == [f"1{n}" for n in range(3, 10)]


@pytest.mark.parametrize("prefix", ["", "0", "86", "086", "0086", "+86 ", "0 ", "86-"])
def test_what_may_be_dialled_before_it(prefix: str) -> None:
    digits = "".join(filter(str.isdigit, prefix))
    assert found(prefix + MOBILE) == [
        ("personal-mobile", (digits + "13")[:2] + "*" * (len(digits) + 9)),
    ]


@pytest.mark.parametrize("prefix", ["1", "9", "85", "87", "00", "0085", "286"])
def test_what_may_not(prefix: str) -> None:
    assert codes(prefix + MOBILE) == []


def test_a_prefix_stands_in_the_same_line() -> None:
    assert found(f"86\n{MOBILE}") == [("personal-mobile", "13*********")]


NO_ZEROS = "13912345678"
GROUPS = [
    (11,),
    *((first, 11 - first) for first in range(1, 11)),
    *((first, second, 11 - first - second) for first in range(1, 10) for second in range(1, 11 - first)),
]
"""Every way of writing eleven digits in up to three groups."""
AMONG_OTHERS = {(11,), (3, 8), (7, 4), (3, 4, 4)}
ALONE = {*AMONG_OTHERS, (4, 4, 3), (4, 3, 4), (3, 3, 5), (5, 6), (6, 5)}
LONG_PART = {lengths for lengths in GROUPS if max(lengths) > 6}
"""Most of it stands in one line."""


@pytest.mark.parametrize(
    ("before", "between", "behind", "expected"),
    [
        ("", " ", "", ALONE),
        ("", "  ", "", ALONE),
        ("25 件 ", " ", " 件 25", ALONE),
        ("25 ", " ", "", AMONG_OTHERS),
        ("", " ", " 25", AMONG_OTHERS),
        ("", ",", "", ALONE),
        ("", "\n", "", AMONG_OTHERS | LONG_PART),
        ("25\n", "\n", "", {(11,), (3, 8), (7, 4)}),
        ("", "-", "", set(GROUPS)),
        ("25 ", "-", "", AMONG_OTHERS),
        ("电话", " ", " 25", set(GROUPS)),
        ("电话：", "\n", " 25", set(GROUPS)),
    ],
)
def test_in_which_groups_it_counts(before: str, between: str, behind: str, expected: set[tuple[int, ...]]) -> None:
    taken = {
        lengths
        for lengths in GROUPS
        if "personal-mobile" in codes(before + in_groups(NO_ZEROS, lengths, between) + behind)
    }
    assert taken == expected


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("139 01 234567", True),  # no quantity begins with a zero
        ("139 0 1234567", False),
        ("139.01.234567", False),
        ("139:01:234567", False),
        ("25 139 01 234567", False),
        ("1 39 12 34 56 78", True),
        ("1 391 234 567 8", True),
        ("1 3912 3456 78", False),
        ("139 1234 567 8", False),
        ("1-3912-3456-78", True),
        ("1 - 3912 - 3456 - 78", True),
        ("13,912,345,678", False),
        ("13，912，345，678", False),
        ("13,912,345,678.00", False),
        ("139,123,45678", True),
        ("139.12345678", False),
        ("1391 2345.678", True),
        ("13.91.23.45678", False),
        ("139.123.45.678", False),
        ("13:91:2345678", False),
        ("13：91：2345678", False),
        ("2013 139 12345678", True),
        ("139 2013 5678", False),
        ("139-2013-5678", True),
        ("139 2013 2014", False),
        ("139-2013-2014", False),
        ("1392013 5678", True),
        ("139 20130624", False),
        ("139-20130624", False),
        ("139 20131324", True),
        ("1390624 5678", True),
        ("13 06 24 56789", False),
        ("13 13 24 56789", False),
        ("count: 139\ntotal: 12345678", False),
        ("count: 139\ntotal: 02345678", True),
        ("count: 1391234\ntotal: 5678", False),
        ("count: 联系1391234\ntotal: 5678", True),
        ("139\n1234\n5678", True),
        ("25\n139\n1234\n5678", False),
        ("25\n139\n0234\n5678", True),
        ("139 1234\n5678", True),
        ("25 139 1234\n5678", False),
        ("139 1234\n5678 25", False),
    ],
)
def test_a_quantity_is_no_number_of_a_person(text: str, counts: bool) -> None:
    assert codes(text) == ["personal-mobile"] * counts
    assert codes(f"电话{text}") == ["personal-mobile"]


# --- bank cards


def test_every_issuer_of_cards_and_no_other() -> None:
    starts = [two for two in TWO_DIGITS if "personal-card" in codes(card(two))]
    assert starts == ["35", *(f"4{n}" for n in range(10)), "51", "52", "53", "54", "55", "60", "62"]
    assert [four for four in range(3500, 3600) if codes(card(str(four)))] == [*range(3528, 3590)]


@pytest.mark.parametrize("length", range(13, 23))
def test_how_long_a_card_number_is(length: int) -> None:
    number = card("62", length)
    expected = [("personal-card", "62" + "*" * (length - 2))] if 16 <= length <= 19 else []
    assert found(number) == expected
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert codes(wrong) == []
    assert codes(f"卡号{wrong}") == ["personal-card"] * bool(expected)


@pytest.mark.parametrize(
    "word", ["卡号", "账号", "帐号", "账户", "帐户", "银行卡", "开户", "card ", "Card no ", "ACCOUNT: ", "account "]
)
def test_a_word_before_it_makes_any_digits_a_card(word: str) -> None:
    assert codes(f"{word}7777777777777777") == ["personal-card"]
    assert codes(f"{word}{'，' * 16}7777777777777777") == []
    assert codes("discard 7777777777777777") == []
    assert codes("7777777777777777") == []


@pytest.mark.parametrize(
    ("lengths", "between", "counts"),
    [
        ((16,), "", True),
        ((4, 4, 4, 4), " ", True),
        ((4, 4, 4, 4), "  ", True),
        ((4, 4, 4, 4), ",", True),
        ((4, 4, 4, 4), "\n", True),
        ((6, 10), " ", True),
        ((10, 6), " ", True),
        ((5, 11), " ", False),
        ((11, 5), " ", False),
        ((5, 5, 6), " ", False),
        ((5, 5, 6), "-", True),
        ((4, 4, 8), " ", True),
        ((4, 8, 4), " ", False),
        ((4, 8, 4), "*", True),
        ((1, 3, 4, 4, 4), " ", False),
        ((1,) * 16, " ", False),
        ((1,) * 16, "-", True),
    ],
)
def test_in_which_groups_a_card_counts(lengths: tuple[int, ...], between: str, counts: bool) -> None:
    assert codes(in_groups(card("62"), lengths, between)) == ["personal-card"] * counts
    assert codes(f"卡号{in_groups(card('62'), lengths, between)}") == ["personal-card"]


def test_a_card_over_lines_stands_there_alone() -> None:
    number = in_groups(card("62"), (4, 4, 4, 4), "\n")
    assert codes(f"{number}\n7") == ["personal-card"]
    assert codes(f"{number} 7") == []
    assert codes(f"7 {number}") == []
    assert codes(f"{in_groups(card('62'), (4, 4, 4, 4))} 7") == ["personal-card"]


def test_an_x_is_no_digit_of_a_card() -> None:
    assert codes(f"卡号{'7' * 15}X") == []
    assert codes(f"卡号{'7' * 16}X") == []
    assert codes(f"卡号{'7' * 16} X") == ["personal-card"]


# --- landlines

AREAS = [
    "010",
    *(f"02{n}" for n in range(10)),
    *(f"0{n}{m}{k}" for n, m, k in product("3456789", "0123456789", "0123456789")),
]


def test_every_area_code_and_no_other() -> None:
    assert {area for area in AREAS if codes(f"{area}-5881234") == ["personal-landline"]} == set(AREAS)
    none = ["000", "011", "0100", "0190", "0210", "0299", "001", "0199"]
    assert {area for area in none if codes(f"{area}-5881234")} == set()


@pytest.mark.parametrize("first", "0123456789")
def test_how_a_landline_begins(first: str) -> None:
    assert codes(f"0592-{first}881234") == ["personal-landline"] * (first in "23456789")
    assert codes(f"010-{first}8812345") == ["personal-landline"] * (first in "23456789")


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("0592-5881234", True),
        ("0592-58812345", True),
        ("0592-588123", False),
        ("0592-588123456", False),
        ("010-58812345", True),
        ("010-5881234", True),
        ("0592 588 1234", True),
        ("0592 5881 234", True),
        ("0592-5881-2345", True),
        ("0592 58 81234", False),
        ("0592 5881 2345 67", True),
        ("05925881234", False),
        ("059 25881234", False),
        ("0105-8812345", False),
        ("010 5881 2345", True),
        ("0592\n5881234", False),
        ("0592.5881234", False),
    ],
)
def test_in_which_groups_a_landline_counts(text: str, alone: bool) -> None:
    digits = sum(map(str.isdigit, text))
    whole = digits in (11, 12, 14) or text == "010-5881234"
    assert codes(text) == ["personal-landline"] * alone
    assert codes(f"电话{text}") == ["personal-landline"] * whole


@pytest.mark.parametrize(
    "word",
    [
        *("电话", "手机", "联系", "拨打", "致电", "热线", "号码", "短信", "微信", "传真", "座机", "☎", "📞", "📱"),
        *("tel", "Tel.", "phone", "PHONE:", "mob", "Mobile ", "call ", "fax", "vx", "wx"),
    ],
)
def test_a_word_before_it_makes_digits_a_telephone(word: str) -> None:
    assert codes(f"{word}{LANDLINE}") == ["personal-landline"]
    assert codes(f"{word} 13,912,345,678") == ["personal-mobile"]
    assert codes(f"{word}{'，' * 16}{LANDLINE}") == []


@pytest.mark.parametrize("word", ["hotel ", "recall ", "编号", "共", "mailbox "])
def test_other_words_do_not(word: str) -> None:
    assert codes(f"{word}{LANDLINE}") == []
    assert codes(f"{word}13,912,345,678") == []


# --- papers


@pytest.mark.parametrize("letter", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
def test_the_letter_of_a_passport_and_of_a_permit(letter: str) -> None:
    assert codes(f"护照{letter}12345678") == ["personal-passport"] * (letter in "EGDSPKHM")
    assert codes(f"护照{letter.lower()}12345678") == ["personal-passport"] * (letter in "EGDSPKHM")
    assert codes(f"通行证{letter}12345678") == ["personal-permit"] * (letter in "CWHMLT")
    assert codes(f"通行证{letter.lower()}12345678") == ["personal-permit"] * (letter in "CWHMLT")


@pytest.mark.parametrize("wide", "ＥＧＤＳＰ")
def test_a_wide_letter_of_a_passport(wide: str) -> None:
    assert codes(f"护照{wide}12345678") == ["personal-passport"]


@pytest.mark.parametrize("word", ["护照", "護照", "passport ", "Passport No. ", "PASSPORT:"])
def test_words_for_passports(word: str) -> None:
    assert found(f"{word}E12345678") == [("personal-passport", "E1*******")]
    assert codes(f"E12345678（{word}）") == ["personal-passport"]
    assert codes(f"{word}EA1234567") == ["personal-passport"]
    assert codes(f"{word}E1234567") == ["personal-passport"]
    for none in ("E123456", "E123456789", "XE12345678", "1E12345678"):
        assert codes(word + none) == [], none


def test_without_its_word_it_is_none() -> None:
    assert codes("编号E12345678") == []
    assert codes(f"护照{'，' * 401}E12345678") == []
    assert codes(f"E12345678{'，' * 48}护照") == []
    assert codes(f"E12345678{'，' * 38}护照") == ["personal-passport"]


@pytest.mark.parametrize("word", ["通行证", "通行證", "台胞证", "回乡证", "返乡证", "永居", "永久居留"])
def test_words_for_permits(word: str) -> None:
    assert found(f"{word}H12345678") == [("personal-permit", "H1*******")]
    assert codes(f"{word}CA1234567") == ["personal-permit"]
    assert codes(f"{word}H1234567890") == ["personal-permit"]
    assert codes(f"{word}ABC123456789012") == ["personal-permit"]
    for none in ("H123456", "H12345678901", "ABC12345678901", "AH12345678X1", "B12345678"):
        assert codes(word + none) == [], none


@pytest.mark.parametrize("word", ["台胞证", "大陆通行证", "台胞证号码：", "大陆通行证编号是", "台胞证 No"])
def test_permits_of_digits_alone(word: str) -> None:
    assert codes(f"{word}12345678") == ["personal-permit"]
    assert codes(f"{word}1234567") == ["personal-permit"]
    assert codes(f"{word}1234567890") == ["personal-permit"]
    assert codes(f"{word}123456") == []
    assert codes(f"{word}12345678901") == []
    assert codes(f"{word}20130624") == []
    assert codes(f"{word}19991231") == []
    assert found(f"{word}76543210") == [("personal-permit", "76******")]
    assert codes(f"{word}20132024") == ["personal-permit"]
    assert codes("通行证12345678") == []


# --- number plates

PLATES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"


@pytest.mark.parametrize("province", PLATES)
def test_every_province_of_number_plates(province: str) -> None:
    assert found(f"车牌{province}A12345") == [("personal-plate", f"{province}A*****")]


def test_there_are_31_and_no_other_sign_counts() -> None:
    assert len(set(PLATES)) == 31
    assert [sign for sign in "创华东南北甲乙丙港台" if codes(f"车牌{sign}A12345")] == []


@pytest.mark.parametrize("letter", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
def test_letters_of_number_plates(letter: str) -> None:
    assert codes(f"闽{letter}12345") == ["personal-plate"] * (letter != "I")
    assert codes(f"闽D{letter}1234") == ["personal-plate"] * (letter not in "IO")
    assert codes(f"闽D{letter}12345") == ["personal-plate"] * (letter in "ABCDEFGHJK")
    assert codes(f"闽D{letter}A1234") == ["personal-plate"] * (letter in "ABCDEFGHJK")
    assert codes(f"闽D12345{letter}") == ["personal-plate"] * (letter in "ABCDEFGHJK")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("闽D12345", True),
        ("闽d12345", True),
        ("闽Ｄ１２３４５", True),
        ("闽ｄ12345", True),
        ("闽 D·12345", True),
        ("闽D 1-2-3-4-5", True),
        ("闽DAB345", True),
        ("闽DABC45", False),
        ("闽D1234", False),
        ("闽D123456", False),
        ("闽D12345A7", False),
        ("闽DAB1234", True),
        ("闽DABC234", False),
        ("闽D1234AB", False),
        ("闽D    12345", False),
        ("创新A12345", False),
        ("全新A12345", False),
        ("更新A12345", False),
        ("航云A12345", False),
        ("阿云A12345", False),
        ("年青A12345", False),
        ("安宁A12345", False),
        ("四川A12345", False),
        ("老新A12345", True),
        ("在云A12345", True),
    ],
)
def test_how_a_number_plate_is_written(text: str, counts: bool) -> None:
    assert codes(text) == ["personal-plate"] * counts


@pytest.mark.parametrize("ordinary", ["创新", "革新", "更新", "最新", "全新", "翻新", "高新", "清新", "刷新", "重新"])
def test_new_is_a_word_too(ordinary: str) -> None:
    assert codes(f"{ordinary}A12345") == []


@pytest.mark.parametrize("ordinary", ["航云", "白云", "华云", "阿云", "腾云", "讯云"])
def test_cloud_is_a_word_too(ordinary: str) -> None:
    assert codes(f"{ordinary}A12345") == []


# --- names on WeChat and QQ


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
        "WeChat",
        "wechat",
        "weixin",
        "Weixin",
        "wx",
        "vx",
        "WX",
        "Vx",
    ],
)
def test_words_for_wechat(word: str) -> None:
    assert found(f"{word}：abc_def") == [("personal-chat", "ab*****")]
    assert codes(f"{word} abcdef") == []
    assert codes(f"{word} abcde1") == ["personal-chat"]
    assert codes(f"{word} abcde_") == ["personal-chat"]
    assert codes(f"{word}号abcdef") == ["personal-chat"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("微信：abcde", False),
        ("微信：abcdef", True),
        ("微信：" + "a" * 20, True),
        ("微信：" + "a" * 21, False),
        ("微信：1bcdef", False),
        ("微信：abcdef@", False),
        ("微信：abcdef.cn", False),
        ("微信：abc-def", True),
        ("微信是abcdef", True),
        ("微信ID abcdef", True),
        ("微信 no abcdef", True),
        ("微信number：abcdef", True),
        ("微信号码为 abcdef", True),
        ("微信群：abcdef", False),
        ("axwx：abcdef", False),
        ("wxid_abcdef", True),
        ("wxid_abcde", True),
        ("wxid_" + "a1" * 15, True),
    ],
)
def test_how_a_name_on_wechat_is_written(text: str, counts: bool) -> None:
    assert codes(text) == ["personal-chat"] * counts


@pytest.mark.parametrize("word", ["QQ", "qq", "Qq", "ＱＱ", "扣扣", "企鹅号", "QQ号", "QQ号码是", "qq：", "QQ no "])
def test_words_for_qq(word: str) -> None:
    for count, counts in ((4, False), (5, True), (11, True), (12, False)):
        digits = "234567891234"[:count]
        expected = [("personal-chat", "23" + "*" * (count - 2))] if counts else []
        assert found(word + digits) == expected, count
    assert codes(f"{word}2 3 4-5 6") == ["personal-chat"]
    assert codes("群23456") == []


# --- mail


@pytest.mark.parametrize(
    "sign",
    [
        "@",
        "＠",
        "﹫",
        "(at)",
        "[at]",
        "{at}",
        "<at>",
        "（at）",
        "［at］",
        "｛at｝",
        "【at】",
        "〔at〕",
        "《at》",
        "#at#",
        "*at*",
        "_at_",
        "-at-",
        " (AT) ",
        "(At)",
        "艾特",
        "圈a",
        "圈A",
        "[@]",
        "(@)",
        "@ ",
        " @",
    ],
)
def test_signs_in_a_mail_address(sign: str) -> None:
    assert found(f"zhang{sign}example.org") == ([("personal-mail", "z***")] if sign not in ("_at_", "-at-") else [])
    assert found(f"zhang{sign}qq.com") == [("personal-mail", "z***")]


@pytest.mark.parametrize(
    "dot", [".", "．", "。", "点", "(dot)", "[DOT]", "{Dot}", "（dot）", "【点】", " dot ", " . ", "[.]"]
)
def test_dots_in_a_mail_address(dot: str) -> None:
    assert found(f"zhang@example{dot}com") == [("personal-mail", "z***")]


@pytest.mark.parametrize(
    "host",
    [
        "qq",
        "163",
        "126",
        "139",
        "189",
        "gmail",
        "outlook",
        "hotmail",
        "foxmail",
        "sina",
        "sohu",
        "yeah",
        "icloud",
        "aliyun",
        "QQ",
    ],
)
def test_hosts_that_a_plain_at_leads_to(host: str) -> None:
    assert codes(f"zhang at {host}.com") == ["personal-mail"]
    assert codes(f"zhang at {host} dot cn") == ["personal-mail"]
    assert codes(f"zhang at {host}") == []


@pytest.mark.parametrize("top", ["com", "cn", "net", "org", "edu", "gov", "COM", "CN"])
def test_endings_after_blanks(top: str) -> None:
    assert codes(f"zhang@example .{top}") == ["personal-mail"]
    assert codes(f"zhang@example .{top}x") == []


@pytest.mark.parametrize(
    "text", ["look at example.org", "zhang at home", "张@示例", "@example.org", "zhang@", "zhang@example", "a at b.com"]
)
def test_no_mail_address(text: str) -> None:
    assert codes(text) == []


# --- homes

ESTATES = [
    "小区",
    "花园",
    "花苑",
    "家园",
    "公寓",
    "新村",
    "嘉园",
    "嘉苑",
    "佳园",
    "佳苑",
    "雅苑",
    "雅园",
    "豪庭",
    "华庭",
    "宿舍",
    "家属院",
    "家属区",
    "家属楼",
    "生活区",
    "住宅楼",
    "安置房",
]
BUILT = [
    "承建",
    "施工",
    "改造",
    "加装",
    "安装",
    "维修",
    "抢修",
    "检修",
    "建设",
    "项目",
    "工程",
    "物业",
    "供水",
    "供电",
    "供热",
    "供气",
    "服务",
    "慰问",
    "救援",
    "设计",
    "监理",
    "验收",
]
ROOMS_AT_WORK = [
    "实验室",
    "会议室",
    "工作室",
    "教室",
    "办公室",
    "培训室",
    "研究室",
    "活动室",
    "诊室",
    "科室",
    "工作间",
    "车间",
    "机房",
    "展厅",
    "库房",
]
LIVES = [
    "家住",
    "住址",
    "家庭地址",
    "现住",
    "居住地址",
    "居住在",
    "居住地",
    "户籍地址",
    "户籍所在地",
    "住在",
    "租住",
    "家在",
]


@pytest.mark.parametrize("estate", ESTATES)
def test_every_word_for_an_estate(estate: str) -> None:
    assert found(f"在示例{estate}12栋") == [("personal-home", estate[0] + "*" * (len(estate) + 2))]
    for behind in (
        "12号",
        "12号楼",
        "12幢",
        "12座",
        "12单元",
        "12排",
        "二期12号",
        "A区12号",
        "（东）12号",
        "12-3",
        "12#3",
        "12＃3",
        "12—3",
    ):
        assert codes(f"示例{estate}{behind}") == ["personal-home"], behind
    for none in ("12层", "12", "12345号", "东西南北西12号", *(f"12号{sign}" for sign in "线机泵井炉站变闸门岗馆厅")):
        assert codes(f"示例{estate}{none}") == [], none


@pytest.mark.parametrize("built", BUILT)
def test_a_building_that_is_somebodys_work(built: str) -> None:
    assert codes(f"{built}了示例花园12栋") == []
    assert codes(f"示例花园12栋{built}") == []
    assert codes(f"{built}{'　' * 16}花园12栋") == ["personal-home"]
    assert codes(f"花园12栋{'　' * 8}{built}") == ["personal-home"]


@pytest.mark.parametrize("work", ROOMS_AT_WORK)
def test_a_room_at_work(work: str) -> None:
    assert codes(f"2号楼301{work}") == []
    assert codes(f"2号楼301焊接技术{work}") == []
    assert codes("2号楼301") == ["personal-home"]


@pytest.mark.parametrize("unit", "年月日平米m㎡人个家间套台件份项次%")
def test_a_quantity_is_no_room(unit: str) -> None:
    assert codes(f"2号楼301{unit}") == []


@pytest.mark.parametrize("lives", LIVES)
def test_any_house_behind_these_words(lives: str) -> None:
    for behind in (
        "示例街12号",
        "：示例街12号",
        "于示例街12栋",
        "示例里3幢",
        "示例街3座",
        "示例街2单元",
        "示例路12弄",
        "示例村12组",
        "12楼3室",
    ):
        assert codes(lives + behind) == ["personal-home"], behind
    for none in ("示例街", "附近，示例街12号", "示例街12楼", f"{'远' * 31}12号"):
        assert codes(lives + none) == [], none
    assert codes("示例街12号") == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        *((f"12{house}301室", True) for house in ("号楼", "号院", "号", "弄", "栋", "幢", "座")),
        *((f"12{house}301房", True) for house in ("号", "栋")),
        *((f"12{house}-301", True) for house in ("栋", "幢", "号楼")),
        ("12号院301", False),
        ("12座301", False),
        ("12座1室", True),
        ("12号1室", False),
        ("12号3层1室", True),
        ("12号3楼1室", True),
        ("12号A单元1室", True),
        ("12号 1室", True),
        ("12栋12345室", False),
        ("12A栋301室", True),
        ("123456栋301室", True),
        ("12号之一301室", True),
        ("12号之3室", False),
        ("12栋。301室", False),
        ("12栋；301室", False),
        ("12栋" + "甲" * 16 + "301室", True),
        ("12栋" + "甲" * 17 + "301室", False),
        ("12弄3号", True),
        ("12弄 - 3号", True),
        ("12弄", False),
        ("示例村3组15号", True),
        ("示例屯3队15号", True),
        ("示例寨3社15号", True),
        ("示例村第3村民小组15号", True),
        ("示例村甲乙丙丁戊3组15号", True),
        ("示例村甲乙丙丁戊己3组15号", False),
        ("示例村东里15号", True),
        ("示例村东巷15号", True),
        ("示例村东厝15号", True),
        ("示例村15号", False),
        ("示例镇3组15号", False),
        *((f"示例村3组15号{sign}", False) for sign in "楼线机泵井炉站变闸矿库"),
    ],
)
def test_how_a_home_is_written(text: str, counts: bool) -> None:
    assert codes(text) == ["personal-home"] * counts


def test_each_of_several_homes() -> None:
    far = "，" * 400
    assert codes(f"示例花园12栋{far}示例小区3幢{far}家住示例街12号") == ["personal-home"] * 3
    assert codes("示例花园12栋，示例小区3幢，家住示例街12号") == ["personal-home"] * 3


# --- what a digit is, and what may stand between two

SIGNS = {
    **{sign: n for n, sign in enumerate("〇一二三四五六七八九")},
    **{sign: n for n, sign in enumerate("零壹贰叁肆伍陆柒捌玖")},
    **{sign: n for n, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨")},
    **{sign: n for n, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")},
    **{sign: n for n, sign in enumerate("₀₁₂₃₄₅₆₇₈₉")},
    **{sign: n for n, sign in enumerate("⓿❶❷❸❹❺❻❼❽❾")},
    **{sign: n for n, sign in enumerate("➀➁➂➃➄➅➆➇➈", 1)},
    **{sign: n for n, sign in enumerate("➊➋➌➍➎➏➐➑➒", 1)},
    **{sign: n for n, sign in enumerate("⑴⑵⑶⑷⑸⑹⑺⑻⑼", 1)},
    **{sign: n for n, sign in enumerate("⒈⒉⒊⒋⒌⒍⒎⒏⒐", 1)},
    **{sign: n for n, sign in enumerate("⓵⓶⓷⓸⓹⓺⓻⓼⓽", 1)},
    **{sign: n for n, sign in enumerate("㊀㊁㊂㊃㊄㊅㊆㊇㊈", 1)},
    **{sign: n for n, sign in enumerate("㈠㈡㈢㈣㈤㈥㈦㈧㈨", 1)},
    **{chr(0xF030 + n): n for n in range(10)},
    **dict(zip("幺两兩參叄貳陸", (1, 2, 2, 3, 3, 2, 6), strict=True)),
}
"""Signs for one digit that are no decimal digits of a script."""


@pytest.mark.parametrize("sign", SIGNS)
def test_each_sign_is_its_digit(sign: str) -> None:
    body = f"1101991900010100{SIGNS[sign]}"
    number = body + mod_11_2.calc_check_digit(body)
    assert found(number[:16] + sign + number[17:]) == [("personal-identity", "11" + "*" * 16)]
    other = f"1101991900010100{(SIGNS[sign] + 1) % 10}"
    assert codes(number[:16] + sign + mod_11_2.calc_check_digit(other)) == []


@pytest.mark.parametrize("sign", "xX×ХхＸｘ✕✖Ⅹⅹ")
def test_each_sign_for_the_check_digit(sign: str) -> None:
    number = next(each for n in range(1000) if (each := identity("110199", serial=f"{n:03d}"))[-1] == "X")[:-1]
    for text in (number + sign, f"{number} {sign}", f"{in_groups(number, (6, 8, 3), '-')}{sign}"):
        assert found(text) == [("personal-identity", "11" + "*" * 16)], text
    assert codes(f"{number}{sign}1") == []


@pytest.mark.parametrize(
    ("between", "counts"),
    [
        *((sign, True) for sign in " \t-—–－·•.。,，、/_~*+|:：;；()（）[]【】{}<>《》「」\"'“”#&%$￥=ー丨　"),
        (" " * 16, True),
        (" " * 17, False),
        ("\n", True),
        ("\n\n\n", True),
        ("\n\n\n\n", False),
        ("\n" + " " * 12, True),
        ("\n" + " " * 13, False),
        ("<b>", True),
        ("</b><i></i>", True),
        ("</b><i></i><b>", False),
        ("<verylongtags>", False),
        ("\nb: ", True),
        (", b: ", True),
        ("\n  - b: ", True),
        ("\nb:\n  ", True),
        ("\nb:      ", False),
        (f" {'b' * 24}: ", True),
        (f" {'b' * 25}: ", False),
        ("和", False),
        ("a", False),
        ("\u200b", True),
    ],
)
def test_what_may_stand_between_two_digits(between: str, counts: bool) -> None:
    number = identity("110199")
    assert ("personal-identity" in codes(f"{number[:6]}{between}{number[6:]}")) is counts


INVISIBLE = "\u00ad\u034f\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufe0e\ufe0f\u20e3\ufeff"


@pytest.mark.parametrize("sign", INVISIBLE)
def test_what_cannot_be_seen_is_no_gap(sign: str) -> None:
    assert codes(f"{NO_ZEROS[:1]}{sign}{NO_ZEROS[1:]}") == ["personal-mobile"]
    assert codes(f"25 {NO_ZEROS[:2]}{sign}{sign}{NO_ZEROS[2:]} 25") == ["personal-mobile"]
    assert codes(f"25 {NO_ZEROS[:2]} {NO_ZEROS[2:]} 25") == []


@pytest.mark.parametrize("word", ["第一", "统一", "两", "一一"])
def test_a_chinese_digit_may_belong_to_a_word(word: str) -> None:
    assert codes(f"{word}{NO_ZEROS}") == ["personal-mobile"]
    assert codes(f"{NO_ZEROS}{word[-1]}") == ["personal-mobile"]


# --- masked, and let pass


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (f"电话{MOBILE}转", "电话13*********转"),
        ("邮箱zhang@qq.com。", "邮箱z***。"),
        ("在示例花园12栋旁", "在示例花****旁"),
        ("护照E12345678，车牌闽D·12345", "护照E1*******，车牌闽D******"),
        (f"{MOBILE} {MOBILE}", "13********* 13*********"),
        ("没有", "没有"),
    ],
)
def test_masked(text: str, masked: str) -> None:
    assert personal_data.masked(text) == masked


@pytest.mark.parametrize(
    ("comment", "reason"),
    [
        ("# 复核 2025-05-01：设备编号", "设备编号"),
        ("#复核2025-05-01:设备编号", "设备编号"),
        ("#  复核  2025-05-01 ： 设备编号", "设备编号"),
        ("x # 复核 2025-05-01：设备编号", "设备编号"),
        ("# 复核 2025-05-01：设备编", None),
        ("# 复核 2025-05-01 设备编号", None),
        ("复核 2025-05-01：设备编号", None),
        ("# 复核 2025-02-30：设备编号", None),
        ("# 复核 2999-01-01：设备编号", None),
        ("", None),
    ],
)
def test_what_a_waiver_says(comment: str, reason: str | None) -> None:
    assert personal_data.waiver(comment) == reason


REVIEWED = "# 复核 2025-05-01：设备编号"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"a: {MOBILE} {REVIEWED}\nb: x", []),
        (f"{REVIEWED}\na: {MOBILE}", []),
        (f"x\n  {REVIEWED}\na: {MOBILE}\nb: {MOBILE}", [4]),
        (f"{REVIEWED}\n\na: {MOBILE}", [3]),
        (f"a: 1 {REVIEWED}\nb: {MOBILE}", [2]),
        (f"a: {MOBILE}\n{REVIEWED}", [1]),
        (f"a: {MOBILE} x {MOBILE} {REVIEWED}\nb: {MOBILE} x {MOBILE}", [2, 2]),
        (f"a: {MOBILE}\nb: {MOBILE} {REVIEWED}\nc: {MOBILE}", [1, 3]),
    ],
)
def test_which_line_a_waiver_speaks_of(text: str, lines: list[int]) -> None:
    assert [finding.line for finding in personal_data.find(text)] == lines
    assert len(codes(text)) == text.count(MOBILE)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (f"landline: {LANDLINE[:4]}-{LANDLINE[4:]}", False),
        (f"hotline: {LANDLINE[:4]}-{LANDLINE[4:]}", False),
        ("'landline' : '0592-5881234'", False),
        ('"hotline":"0592-5881234"', False),
        ("{name: x, landline: 0592-5881234}", False),
        ("landline: 示例处 0592-5881234", False),
        ("my-landline: 0592-5881234", True),
        ("mylandline: 0592-5881234", True),
        ("landline: x, note: 0592-5881234", True),
        ("landlines: 0592-5881234", True),
        (f"landline: {'x' * 60}0592-5881234", True),
        ("address: 0592-5881234", True),
        ("address: 示例花园12栋", False),
        ("landline: 示例花园12栋", True),
        ("my-address: 示例花园12栋", True),
        (f"landline: {MOBILE}", True),
    ],
)
def test_a_field_that_says_how_a_union_is_reached(text: str, counts: bool) -> None:
    assert bool(list(personal_data.find(text))) is counts
    assert len(codes(text)) == 1


def test_camera_notes_do_not_look_for_mail() -> None:
    assert list(personal_data.numbers(f"zhang@qq.com {MOBILE}")) == [("personal-mobile", "13*********")]


@pytest.mark.parametrize(
    ("value", "text", "hidden"),
    [
        (MOBILE, "x", 1),
        (MOBILE, f"a: {MOBILE}", 0),
        (MOBILE, f"a: {in_groups(MOBILE, (3, 4, 4))}", 0),
        (f"138\n0013\n8000{'x' * 100}", "x", 1),
        (f"138\n0013\n8000 {'甲' * 100}", "x", 1),
        (f"{MOBILE}、{NO_ZEROS}", MOBILE, 1),
        ("没有", "x", 0),
    ],
)
def test_what_a_file_does_not_show(value: str, text: str, hidden: int) -> None:
    assert [finding.facts["masked"] for finding in personal_data.hidden(value, text)] == ["13*********"] * hidden


def test_every_number_drawn_by_chance_is_found_alone() -> None:
    chance = random.Random(5)
    for _ in range(200):
        number = f"1{chance.choice('3456789')}{''.join(chance.choices('0123456789', k=9))}"
        assert found(number) == [("personal-mobile", number[:2] + "*" * 9)]


@pytest.mark.parametrize(
    ("text", "code", "masked"),
    [
        (f"QQ：{MOBILE}", "personal-chat", "13*********"),
        ("通行证护照H12345678", "personal-passport", "H1*******"),
        (f"卡号{identity('110199')}", "personal-identity", "11" + "*" * 16),
        ("台胞证号码12345678、编号", "personal-permit", "12******"),
        ("家住示例花园3栋502室", "personal-home", "家" + "*" * 11),
        ("电话0105881234", "personal-landline", "01********"),
        ("电话0105881234一", "personal-landline", "01*********"),
        ("电话一0105881234", "personal-landline", "01********"),
        ("家住示例花园3栋2单元，502室", "personal-home", "家" + "*" * 15),
    ],
)
def test_of_two_in_one_place_one_is_named(text: str, code: str, masked: str) -> None:
    """Always the same: not what a set happens to hold first."""
    assert found(text) == [(code, masked)]
