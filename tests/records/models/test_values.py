"""Values as clerks type them: dates to the year, the month or the day; quantities as they stand."""

from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from laomo.records.models import quantity
from laomo.records.models.base import Date, PartialDate, Whole, YesNo

DATE: TypeAdapter[PartialDate] = TypeAdapter(Date)


@pytest.mark.parametrize(
    ("typed", "qualifier", "value", "unit"),
    [
        ("800余万元", "over", 800, "万元"),
        ("近300次", "near", 300, "次"),
        ("1.2亿元", "exact", "1.2", "亿元"),
        ("数亿元", "vague", None, "亿元"),
        ("约120平方米", "about", 120, "平方米"),
        ("3,200元", "exact", 3200, "元"),
        ("超过50%", "at_least", 50, "%"),
        ("30分钟以上", "at_least", 30, "分钟"),
        ("20多家", "over", 20, "家"),
        ("15万元左右", "about", 15, "万元"),
        ("42", "exact", 42, ""),
        ("42以上", "at_least", 42, ""),
        ("约42左右", "about", 42, ""),
        ("5万以上", "at_least", 5, "万"),
        ("-3.5毫米", "exact", "-3.5", "毫米"),
        ("36.8万元", "exact", "36.8", "万元"),
        ("数百万元", "vague", None, "百万元"),
        ("5万余元", "over", 5, "万元"),
        ("1.2亿多元", "over", "1.2", "亿元"),
        ("3百余次", "over", 3, "百次"),
        ("近2万余人次", "near", 2, "万人次"),
    ],
)
def test_quantities(typed: str, qualifier: str, value: float | str | None, unit: str) -> None:
    found = quantity.parse(typed)
    expected = None if value is None else Decimal(str(value))
    assert (found.text, found.qualifier, found.value, found.unit) == (typed, qualifier, expected, unit)


@pytest.mark.parametrize("typed", ["", "很多", "若干", "万元", "约", "一些钱", "12到15次", "1.2.3元"])
def test_what_holds_no_figure_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (the text is the message)
        quantity.parse(typed)


@pytest.mark.parametrize(
    ("typed", "wan_yuan"),
    [
        ("800余万元", 800),
        ("1.2亿元", 12_000),
        ("5000元", "0.5"),
        ("5万余元", 5),
        ("2百万元", 200),
        ("3台", None),
        ("数亿元", None),
    ],
)
def test_money_in_one_unit(typed: str, wan_yuan: float | str | None) -> None:
    assert quantity.parse(typed).in_wan_yuan() == (None if wan_yuan is None else Decimal(str(wan_yuan)))


@pytest.mark.parametrize(
    ("typed", "parts", "shown"),
    [
        ("2013", (2013, 0, 0), "2013年"),
        ("2013-06", (2013, 6, 0), "2013年6月"),
        ("2013-6-1", (2013, 6, 1), "2013年6月1日"),
        ("2013年6月", (2013, 6, 0), "2013年6月"),
        ("2013年6月1日", (2013, 6, 1), "2013年6月1日"),
        ("2024-02-29", (2024, 2, 29), "2024年2月29日"),
    ],
)
def test_dates(typed: str, parts: tuple[int, int, int], shown: str) -> None:
    date = DATE.validate_python(typed)
    assert ((date.year, date.month, date.day), str(date)) == (parts, shown)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2013-13", "date-impossible"),
        ("2013-00", "date-impossible"),
        ("2023-02-29", "date-impossible"),
        ("1900-02-29", "date-impossible"),
        ("2013-04-31", "date-impossible"),
        ("13-06-01", "date-malformed"),
        ("去年", "date-malformed"),
        ("2013/06", "date-malformed"),
    ],
)
def test_impossible_dates(typed: str, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        DATE.validate_python(typed)
    assert caught.value.errors()[0]["type"] == code


@pytest.mark.parametrize(
    ("earlier", "later", "surely"),
    [
        ("2012", "2013", True),
        ("2013", "2013-06", False),
        ("2013-06", "2013", False),
        ("2013-05", "2013-06-01", True),
        ("2013-06-01", "2013-06-01", False),
    ],
)
def test_an_unknown_part_is_given_the_benefit_of_the_doubt(earlier: str, later: str, *, surely: bool) -> None:
    assert DATE.validate_python(earlier).surely_before(DATE.validate_python(later)) is surely


@pytest.mark.parametrize(("typed", "value"), [("是", True), ("有", True), ("否", False), ("无", False)])
def test_yes_and_no_are_chinese_words(typed: str, *, value: bool) -> None:
    assert TypeAdapter(YesNo).validate_python(typed) is value


@pytest.mark.parametrize("typed", ["yes", "on", "1", "", "对"])
def test_other_words_are_neither(typed: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(YesNo).validate_python(typed)


@pytest.mark.parametrize("typed", ["-1", "1.5", "１２", "十", "1 000", "9999999999"])
def test_counts_are_plain_digits(typed: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Whole).validate_python(typed)
