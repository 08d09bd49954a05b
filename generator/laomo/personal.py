"""Personal numbers that must never be published: found in plain text whatever their spacing or width, and never printed whole.

Sources: GB 11643 (the 18 digits of an identity number and its check digit), ISO/IEC 7812 (Luhn, bank cards), the mobile
numbering plan. Patent, credit-code and order numbers look similar; the checks of date and check digit tell them apart.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from laomo.yamlhints import Fault

_GAP = r"[ \t\-\u00b7\u2010-\u2015\u200b-\u200d\u2060\ufeff\u3000]{0,3}"
_DIGIT = r"[0-9０-９]"
_RUN = re.compile(rf"(?<![0-9０-９A-Za-z])(?:{_DIGIT}{_GAP}){{10,18}}(?:{_DIGIT}|[XxＸｘ])(?![0-9０-９A-Za-z])")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+\s?[@＠]\s?[A-Za-z0-9-]+(?:[.．][A-Za-z0-9-]+)+")
_PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
    ]
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def find(text: str) -> Iterator[Fault]:
    """Each personal number in a text, with its line, column and a masked form."""
    for number, line in enumerate(text.split("\n"), 1):
        for found in _RUN.finditer(line):
            digits = re.sub(r"[^0-9X]", "", unicodedata.normalize("NFKC", found[0]).upper())
            if code := _kind(digits):
                yield Fault(number, found.start() + 1, code, {"masked": f"{digits[:2]}{'*' * (len(digits) - 2)}"})
        for found in _MAIL.finditer(line):
            yield Fault(number, found.start() + 1, "personal-mail", {"masked": f"{found[0][0]}***"})


def _kind(digits: str) -> str | None:
    if len(digits) == 18 and is_identity_number(digits):
        return "personal-identity"
    if len(digits) == 11 and re.fullmatch(r"1[3-9]\d{9}", digits):
        return "personal-mobile"
    if (
        len(digits) in (16, 17, 18, 19)
        and digits.isdigit()
        and digits[:2] in ("62", "60", "40", "41", "42", "43", "45", "51", "52", "53", "54", "55")
    ):
        return "personal-card" if luhn(digits) else None
    return None


def is_identity_number(digits: str) -> bool:
    """Whether 18 characters are an identity number: province, a date of birth that exists, and the check digit (GB 11643)."""
    if digits[:2] not in _PROVINCES or not digits[:17].isdigit():
        return False
    try:
        born = date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits[:17], _WEIGHTS, strict=True))
    return born.year >= 1900 and "10X98765432"[total % 11] == digits[17]


def luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of a card number (ISO/IEC 7812-1)."""
    doubled = [int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
