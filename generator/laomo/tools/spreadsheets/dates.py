"""Dates as people type them and as spreadsheets store them, for all kinds of files: as precise as they are written, never more.

`2013年6月`, `2013.6.1`, `二〇一三年六月`, `13年6月`, 20130601, and day numbers such as 41426.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from laomo.tools.spreadsheets.grid import DayOf1904, Value

_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
"""Day 0 of the day numbers of spreadsheets."""
_SERIALS = range(21_000, 75_000)
"""Day numbers of the years 1957 to 2105; lower ones may be a year and a month, such as 20136."""
_FIRST_YEAR, _LAST_YEAR = 1949, 2100
_DIGITS = {character: str(number % 10) for number, character in enumerate("〇一二三四五六七八九")} | dict.fromkeys(
    "零○Oo", "0"
)
_NUMERALS = re.compile(f"[{''.join(_DIGITS)}十]+")
_DAY = re.compile(r"(\d{4})[-年./、,](\d{1,2})(?:[-月./、,](\d{1,2})[日号]?|月)?(?:[T ]?0{1,2}:00(?::00(?:\.0+)?)?Z?)?")
_YEAR = re.compile(r"(\d{4})(?:年度?)?")
_PART_OF_YEAR = re.compile(r"(\d{4})年(?:初|中|底|末|年初|年中|年底|年末|上半年|下半年|春|夏|秋|冬)")
_SHORT_YEAR = re.compile(r"['‘’]?(\d\d)年(\d{1,2})月(?:(\d{1,2})[日号])?")
_RUN = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)?")
_DECIMAL = re.compile(r"(\d{4})\.(\d{1,2})")


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date in ISO form, as far as it is known. `code` says what it was read as, or, without a date, why it is unclear.

    A text that is no date at all is returned as it is, and the field's type refuses it.
    """

    text: str
    code: str | None = None

    @property
    def is_unclear(self) -> bool:
        return self.code in ("ledger-date-unclear", "ledger-date-no-year")


def read(value: Value) -> DateReading:
    """A date that a cell holds as a text, a number or a date."""
    if isinstance(value, datetime | date):
        return DateReading(value.strftime("%Y-%m-%d"))
    if isinstance(value, float) and not value.is_integer():
        made = read_text(str(value))
        return DateReading(made.text, made.code or ("ledger-read-as" if made.text != str(value) else None))
    if isinstance(value, DayOf1904) and value in _SERIALS:
        return _serial(value, _EPOCH_1904)
    return read_text(str(int(value)) if isinstance(value, float) else str(value))


def read_text(typed: str) -> DateReading:
    """A date that is typed as text."""
    text = _plain(typed)
    if unclear := _doubt(text):
        return DateReading(typed, unclear)
    if found := _DAY.fullmatch(text) or _YEAR.fullmatch(text) or _RUN.fullmatch(text):
        return DateReading("-".join(part.zfill(2) for part in found.groups() if part))
    if found := _PART_OF_YEAR.fullmatch(text):
        return DateReading(found[1], "ledger-read-as")
    if (found := _SHORT_YEAR.fullmatch(text)) and (century := _century(int(found[1]))):
        parts = (century + found[1], *(part.zfill(2) for part in found.groups()[1:] if part))
        return DateReading("-".join(parts), "ledger-read-as")
    if text.isdecimal() and int(text) in _SERIALS:
        return _serial(int(text), _EPOCH)
    return DateReading(typed)


def _doubt(text: str) -> str | None:
    """Why a text cannot be read as a date without asking; None if it can, or if it is none."""
    if (found := _DECIMAL.fullmatch(text)) and found[2] == "1":  # a number 2013.1 may be what was left of 2013.10
        return "ledger-date-unclear"
    return "ledger-date-no-year" if re.fullmatch(r"\d{1,2}月(?:\d{1,2}[日号])?", text) else None


def iso(typed: str) -> str:
    """A typed date in ISO form, to be compared; the text itself if it is none."""
    reading = read_text(typed)
    return typed if reading.is_unclear else reading.text


def _plain(typed: str) -> str:
    """Half-width, without spaces, with digits for Chinese numerals: 二〇一三年 十二月 → 2013年12月."""
    text = unicodedata.normalize("NFKC", typed)
    text = re.sub(r"(?<!\d) | (?!\d)", "", " ".join(text.split()))
    return _NUMERALS.sub(lambda found: found[0] if found[0].isascii() else _number(found[0]), text)


def _number(numerals: str) -> str:
    """二〇一三 → 2013, 十二 → 12, 二十一 → 21."""
    tens, ten, ones = numerals.partition("十")
    if not ten:
        return "".join(_DIGITS[each] for each in numerals)
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return numerals
    return (_DIGITS[tens] if tens else "1") + (_DIGITS[ones] if ones else "0")


def _century(year: int) -> str:
    """20 for 13年, 19 for 85年; empty for years that may be of either."""
    return "20" if year <= 30 else "19" if year >= 50 else ""


def _serial(number: int, epoch: date) -> DateReading:
    return DateReading((epoch + timedelta(days=number)).isoformat(), "ledger-serial-date")
