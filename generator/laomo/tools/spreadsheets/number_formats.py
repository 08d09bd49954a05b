"""How a workbook shows its numbers: which are dates, and how much of a date is shown. Source: ECMA-376 part 1, 18.8.30 and 18.8.31."""

import re
from datetime import date, datetime

from laomo.tools.spreadsheets.grid import Value

_MONTH, _OF_YEAR, _FULL = 'yyyy"年"m"月"', 'm"月"d"日"', 'yyyy"年"m"月"d"日"'
CHINESE = {27: _MONTH, 28: _OF_YEAR, 29: _OF_YEAR, 30: "m-d-yy", 31: _FULL, 36: _MONTH} | {
    50: _MONTH,
    51: _OF_YEAR,
    52: _MONTH,
    53: _OF_YEAR,
    54: _OF_YEAR,
    57: _MONTH,
    58: _OF_YEAR,
    **dict.fromkeys((32, 34, 55), 'h"时"mm"分"'),
    **dict.fromkeys((33, 35, 56), 'h"时"mm"分"ss"秒"'),
}
"""The formats of Chinese Excel and WPS that a file names only by their numbers."""
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
_LONGEST = 200
"""Characters of a format that are looked at."""


def shown_date(value: date, code: str) -> Value:
    """The date as a format shows it: with its month or only its year as text; as 6月1日 if the year is not shown; else the date itself."""
    plain = _LITERAL.sub("", code[:_LONGEST].partition(";")[0]).lower()
    year, month, day = set("ye") & set(plain), "m" in plain, "d" in plain
    if not year and day:
        return f"{value.month}月{value.day}日"
    if not year and month and not set("hs") & set(plain):
        return f"{value.month}月"
    if not year or day or (isinstance(value, datetime) and set("hs") & set(plain)):
        return value
    return f"{value.year}年{value.month}月" if month else f"{value.year}年"


def shown_number(number: float, code: str) -> Value:
    """A year and a month as a format shows them: 2013.1 with two decimals is 2013.10. Other numbers as they are."""
    decimals = re.fullmatch(r"0\.(0+)(?:_ )?", code)
    if decimals and len(decimals[1]) == 2 and isinstance(number, float) and 1949 <= number < 2101:
        return f"{number:.2f}"
    return number
