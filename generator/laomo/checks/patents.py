"""专利号写全、写对：“ZL”加年份、类别、流水号，小数点后的校验位算得出，类别与成果类别一致。写“示例专利…”的演示号不查。

Passes: ZL201710601862.3（发明专利）；ZL97101765.4（2003年10月以前的九位号）；示例专利2024-0152。
Fails: ZL201710601862.4（校验位应为3）；ZL2017106018.3（位数不对）；实用新型专利写成 ZL201710601862.3（第五位1是发明）。
"""

import re
from collections.abc import Iterator
from itertools import cycle

from laomo.problems.problem import Loc, Problem
from laomo.records import models
from laomo.records.layout import shown
from laomo.registry.registry import Registry

_FORM = re.compile(r"(?:ZL|CN)?((?:\d{4})([12389])\d{7}|\d{2}([12389])\d{5})\.([\dX])", re.IGNORECASE)
_KINDS = {"发明专利": "18", "实用新型专利": "29", "外观设计专利": "3"}
"""Kind of patent → the digits after the year that mean it; 8 and 9 are for PCT applications."""


def check(registry: Registry) -> Iterator[Problem]:
    for path, record in registry.records.items():
        if isinstance(record, models.YearRecord):
            for n, achievement in enumerate(record.achievements):
                number = achievement.ip.number if achievement.ip else None
                if number and achievement.kind in _KINDS and not number.startswith("示例"):
                    loc = ("achievements", n, "ip", "number")
                    yield from _faults(shown(path), loc, number, achievement.kind)


def _faults(path: str, loc: Loc, number: str, kind: str) -> Iterator[Problem]:
    found = _FORM.fullmatch("".join(number.split()))
    if not found:
        yield Problem(path, "patent-number", loc, {"value": number})
        return
    digits, kind_digit, right = found[1], found[2] or found[3], check_digit(found[1])
    if found[4].upper() != right:
        yield Problem(path, "patent-check-digit", loc, {"value": number, "right": f"{digits}.{right}"})
    elif kind_digit not in _KINDS[kind]:
        meant = next(name for name, kind_digits in _KINDS.items() if kind_digit in kind_digits)
        yield Problem(path, "patent-kind", loc, {"value": number, "digit": kind_digit, "meant": meant, "kind": kind})


def check_digit(digits: str) -> str:
    """The check digit of a patent number (ZC 0006): the sum of its digits with weights 2 to 9 in turn, modulo 11; X for 10."""
    rest = sum(int(digit) * weight for digit, weight in zip(digits, cycle(range(2, 10)), strict=False)) % 11
    return "X" if rest == 10 else str(rest)
