"""What each type of value takes and what it refuses, with the code of the refusal."""

import re
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from laomo.records.models import base, quantity
from laomo.records.models.base import PartialDate

OTHER = "string_pattern_mismatch"
LONG = "string_too_long"
SHORT = "string_too_short"
ROWS: list[tuple[str, list[Any], dict[Any, str]]] = [
    (
        "Slug",
        ["a", "a-b", "a1-2b", "7", "a" * 64],
        {**dict.fromkeys(["A", "a-", "-a", "a--b", "a_b", "", "甲", "a\n", "a b", "a/b"], OTHER), "a" * 65: LONG},
    ),
    (
        "ResultId",
        ["a/b", "a-1/b-2", "a" * 64 + "/" + "b" * 64],
        {**dict.fromkeys(["a", "a/", "/b", "a/b/c", "A/b", "a//b"], OTHER), "a" * 65 + "/" + "b" * 64: LONG},
    ),
    (
        "Account",
        ["a", "A.b_c-1", "1", "a" * 64],
        dict.fromkeys(["_a", "-a", ".a", "a" * 65, "a b", "", "a/b", "甲"], OTHER),
    ),
    (
        "Host",
        ["a.b", "www.example.gov.cn", "A-1.b", "a." + "b" * 251],
        {
            **dict.fromkeys(["a", "a.", ".a", "a..b", "a_b.c", "https://a.b", "a.b/", "a.b:80"], OTHER),
            "a." + "b" * 252: LONG,
        },
    ),
    (
        "VerificationCode",
        ["aZ0_+/=.-", "a" * 128],
        {**dict.fromkeys(["a b", "", "a" * 129, "见", "a<"], OTHER), "无": OTHER},
    ),
    (
        "Name",
        ["甲《乙》“丙”·1-a", "甲" * 120],
        {
            **{f"甲{sign}乙": OTHER for sign in "<>\"'&\\\\`{}[]\n"},
            "甲" * 121: LONG,
            "": SHORT,
            " ": SHORT,
            "无": "placeholder",
            "—": "placeholder",
        },
    ),
    ("Text", ["<a>&'", "甲" * 2000, "a\nb"], {"甲" * 2001: LONG, "": SHORT, "—": "placeholder", "同上": "placeholder"}),
    ("Sign", ["%", "—", "甲" * 2000], {"甲" * 2001: LONG, "": SHORT}),
    ("LongText", ["甲\n\n乙", "甲" * 20_000], {"甲" * 20_001: LONG, "": SHORT, "无": "placeholder"}),
    (
        "Whole",
        [3, 0],
        {
            **dict.fromkeys(["-1", "1234567890", "3 ", "", "1.5", "三", None, 2.0], "whole-number"),
            -3: "greater_than_equal",
        },
    ),
]


@pytest.mark.parametrize(("name", "taken", "refused"), ROWS, ids=[row[0] for row in ROWS])
def test_what_a_type_takes_and_refuses(name: str, taken: list[Any], refused: dict[Any, str]) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(getattr(base, name), config={"str_strip_whitespace": name == "Name"})
    assert [adapter.validate_python(value) for value in taken] == taken
    assert {value: code(adapter, value) for value in refused} == refused


def code(adapter: TypeAdapter[Any], value: object) -> str | None:
    try:
        adapter.validate_python(value)
    except ValidationError as error:
        return error.errors()[0]["type"]
    return None


@pytest.mark.parametrize(("typed", "value"), [("0", 0), ("012", 12), ("999999999", 999_999_999)])
def test_counts(typed: str, value: int) -> None:
    assert TypeAdapter(base.Whole).validate_python(typed) == value


@pytest.mark.parametrize(
    ("typed", "name"), [("王 明", "王明"), ("买买提•艾力", "买买提·艾力"), ("陈静 林涛", "陈静 林涛")]
)
def test_a_person_is_spelled_in_one_way(typed: str, name: str) -> None:
    assert TypeAdapter(base.PersonName).validate_python(typed) == name
    assert code(TypeAdapter(base.PersonName), 3) == "string_type"


def test_yes_and_no() -> None:
    adapter = TypeAdapter(base.YesNo)
    taken = {"是": True, "有": True, "true": True, "否": False, "无": False, "false": False, True: True, False: False}
    assert {typed: adapter.validate_python(typed) for typed in taken} == taken
    refused = ["True", "1", 1, 0, "no", "yes", "", None, "没有"]
    assert [code(adapter, typed) for typed in refused] == ["yes-no"] * len(refused)


DATES = {
    **dict.fromkeys(["2013", "2013年", " 2013 "], (2013, 0, 0)),
    **dict.fromkeys(["2013-6", "2013-06", "2013年6月", "2013年06月", "2013-6月", "2013年6"], (2013, 6, 0)),
    **dict.fromkeys(["2013-06-01", "2013-6-1", "2013年6月1日", "2013年6月1", "2013-6月1日", "2013年6-1"], (2013, 6, 1)),
    **{
        f"2013-{month}-{day}": (2013, month, day)
        for month, day in ((1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30))
    },
    **{
        f"2013-{month}-{day}": (2013, month, day)
        for month, day in ((7, 31), (8, 31), (9, 30), (10, 31), (11, 30), (12, 31))
    },
    **{f"{year}-02-29": (year, 2, 29) for year in (2000, 2004, 2024, 1996)},
}
IMPOSSIBLE = [
    *("2013-13", "2013-0", "2013-00", "2013-06-00", "2013-6-0", "2013-0-0", "2013-99-01", "2013-01-99"),
    *(f"2013-{month}-{day}" for month, day in ((1, 32), (2, 29), (3, 32), (4, 31), (5, 32), (6, 31))),
    *(f"2013-{month}-{day}" for month, day in ((7, 32), (8, 32), (9, 31), (10, 32), (11, 31), (12, 32))),
    *("1900-02-29", "2100-02-29", "2003-02-29"),
]
MALFORMED = [
    "2013/6",
    2013,
    None,
    "213",
    "20130",
    "2013-006",
    "2013.6",
    "2013-",
    "去年",
    "2013年6月1号",
    "2013-6-1-1",
    "二〇一三",
]


@pytest.mark.parametrize("typed", DATES)
def test_a_date_in_every_form(typed: str) -> None:
    date = TypeAdapter(base.Date).validate_python(typed)
    assert (date.year, date.month, date.day) == DATES[typed]
    assert TypeAdapter(base.Date).validate_python(date) is date


def test_what_is_no_date() -> None:
    adapter = TypeAdapter(base.Date)
    assert {typed: code(adapter, typed) for typed in IMPOSSIBLE} == dict.fromkeys(IMPOSSIBLE, "date-impossible")
    assert {typed: code(adapter, typed) for typed in MALFORMED} == dict.fromkeys(MALFORMED, "date-malformed")


@pytest.mark.parametrize(
    ("date", "shown", "iso", "first"),
    [
        (PartialDate(2013), "2013年", "2013", "2013-01-01"),
        (PartialDate(2013, 6), "2013年6月", "2013-06", "2013-06-01"),
        (PartialDate(2013, 12, 1), "2013年12月1日", "2013-12-01", "2013-12-01"),
    ],
)
def test_how_a_date_is_shown(date: PartialDate, shown: str, iso: str, first: str) -> None:
    assert (str(date), date.iso, date.first_day) == (shown, iso, first)


# fmt: off
ADDRESSES = ["https://example.org", "https://ab.org", "https://a.b1.c-d.xyz.cn", "https://example.org/a?b#c", "https://ex-ample.org", "https://a.o1", "https://a.b.co/", "https://example.org?x=1", "https://example.org#x@y:80"]
NO_ADDRESSES = [
    *("https://a.b.c/", "http://example.org", "https://example", "https://example.org:80", "https://u@example.org", "https://1.2.3.4", "https://例子.cn", "https://EXAMPLE.org"),
    *("https://-a.org", "https://a-.org", "https://a.o", "https://a.1o", "https://a..org", "https://example.org/甲", "https://", "https://example.org/ a", "//example.org", None, ""),
    *(f"https://example.org/{sign}" for sign in "<>\"'\\`{}"),
]
# fmt: on


def test_addresses() -> None:
    adapter = TypeAdapter(base.Address)
    assert [adapter.validate_python(f" {address} ") for address in ADDRESSES] == ADDRESSES
    assert {address: code(adapter, address) for address in NO_ADDRESSES} == dict.fromkeys(
        NO_ADDRESSES, "address-malformed"
    )
    start = "https://example.org/"
    assert code(adapter, start + "a" * (508 - len(start))) is None
    assert code(adapter, start + "a" * (509 - len(start))) == "address-malformed"


# fmt: off
QUANTITIES: list[tuple[str, str | None, str | None, str]] = [
    ("800余万元", "over", "800", "万元"),
    ("800 余 万元", "over", "800", "万元"),
    ("约800万元", "about", "800", "万元"),
    ("大约3次", "about", "3", "次"),
    ("近3次", "near", "3", "次"),
    ("将近3次", "near", "3", "次"),
    ("超3次", "at_least", "3", "次"),
    ("超过3次", "at_least", "3", "次"),
    ("逾3次", "at_least", "3", "次"),
    ("至少3次", "at_least", "3", "次"),
    ("不少于3次", "at_least", "3", "次"),
    ("不低于3次", "at_least", "3", "次"),
    ("3余次", "over", "3", "次"),
    ("3多次", "over", "3", "次"),
    ("3次以上", "at_least", "3", "次"),
    ("3次左右", "about", "3", "次"),
    ("约3余次", "about", "3", "次"),
    ("3余", "over", "3", ""),
    ("3多", "over", "3", ""),
    ("3", "exact", "3", ""),
    ("3,000元", "exact", "3000", "元"),
    ("3,0000元", None, None, ""),
    ("13,000,000.50元", "exact", "13000000.50", "元"),
    ("-3", "exact", "-3", ""),
    ("-3.5%", "exact", "-3.5", "%"),
    ("3.", None, None, ""),
    ("+3", None, None, ""),
    ("3 次", "exact", "3", "次"),
    ("3\n次", "exact", "3", "次"),
    ("3人/次", "exact", "3", "人/次"),
    ("3次/2人", "exact", "3", "次/2人"),
    ("3次2", "exact", "3", "次2"),
    ("3.5.1元", None, None, ""),
    ("数亿元", "vague", None, "亿元"),
    ("几十万元", "vague", None, "十万元"),
    ("若干台", "vague", None, "台"),
    ("多台", "vague", None, "台"),
    ("数 百万 元", "vague", None, "百万 元"),
    ("数3", None, None, ""),
    ("数", None, None, ""),
    ("几", None, None, ""),
    ("多次", "vague", None, "次"),
    ("十万元", None, None, ""),
    ("万", None, None, ""),
    ("3十", "exact", "3", "十"),
    ("3百余", "over", "3", "百"),
    ("3千多", "over", "3", "千"),
    ("3万余元", "over", "3", "万元"),
    ("3亿多元", "over", "3", "亿元"),
    ("3元以上多", "exact", "3", "元以上多"),
    ("３元", "exact", "3", "元"),
    ("3元、5台", "exact", "3", "元、5台"),
    ("3~5台", "exact", "3", "~5台"),
    ("3-5台", "exact", "3", "-5台"),
    ("3至5台", "exact", "3", "至5台"),
    (" 3元 ", "exact", "3", "元"),
    ("3,00元", None, None, ""),
    ("1234,567元", None, None, ""),
    ("约数亿元", None, None, ""),
]
# fmt: on


@pytest.mark.parametrize(("typed", "qualifier", "value", "unit"), QUANTITIES)
def test_quantities_in_every_form(typed: str, qualifier: str | None, value: str | None, unit: str) -> None:
    if qualifier is None:
        assert code(TypeAdapter(base.Amount), typed) == "quantity-malformed"
        return
    made = TypeAdapter(base.Amount).validate_python(typed)
    assert (str(made), made.qualifier, made.unit) == (typed.strip(), qualifier, unit)
    assert made.value == (None if value is None else Decimal(value))
    assert TypeAdapter(base.Amount).validate_python(made) is made


@pytest.mark.parametrize(
    "typed", ["500", "800多", "800多万", "1.2亿", "3~5", "3-5", "3—5", "3到5", "3至5万", "3～5", "数亿", "3.5"]
)
def test_a_quantity_without_a_unit(typed: str) -> None:
    assert quantity.parse(typed).lacks_unit


@pytest.mark.parametrize("typed", ["3台", "3%", "3~5台", "3万余元", "数亿元", "3人次"])
def test_a_quantity_with_a_unit(typed: str) -> None:
    assert not quantity.parse(typed).lacks_unit


@pytest.mark.parametrize(
    ("typed", "wan_yuan"),
    [
        ("3元", "0.0003"),
        ("3千元", "0.3"),
        ("3万元", "3"),
        ("3百万元", "300"),
        ("3千万元", "3000"),
        ("3亿元", "30000"),
        ("-3万元", "-3"),
        ("3美元", None),
        ("数万元", None),
    ],
)
def test_every_unit_of_money(typed: str, wan_yuan: str | None) -> None:
    assert quantity.parse(typed).in_wan_yuan() == (None if wan_yuan is None else Decimal(wan_yuan))


# fmt: off
PICTURES = ["a.jpg", "a.JPG", "a.jpeg", "a.JPEG", "a.jfif", "a.png", "a.PNG", "a.webp", "a.WebP", "a.heic", "a.heif", "a.HEIC", "微信图片 (1).jpg", "a.b.jpg", "-a.jpg", "a" * 201 + ".jpg"]
NO_PICTURES = [".jpg", ".a.jpg", "a.gif", "a.svg", "a.jpgx", "a", "a/b.jpg", "a\\b.jpg", "a\nb.jpg", "a\u202eb.jpg", "a\u2066b.jpg", "a\x7f.jpg", "a" * 202 + ".jpg", "a.jpg\n"]
# fmt: on


def test_names_of_pictures() -> None:
    assert [name for name in PICTURES if not re.fullmatch(base.PICTURE_NAME, name)] == []
    assert [name for name in NO_PICTURES if re.fullmatch(base.PICTURE_NAME, name)] == []
