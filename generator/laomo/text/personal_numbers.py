"""Which runs of digits are the numbers of a person: identity, mobile, bank card, and landline.

Sources: GB 11643 (identity numbers; the check digit is that of ISO 7064, MOD 11-2; 81 to 83 are the residence permits of people from
Hong Kong, Macau and Taiwan), the rules of 2023 for the permanent residence of foreigners (18 digits, the first a 9), ISO/IEC 7812
(Luhn, bank cards), the numbering plan. The county is not looked up: a list that lacks one would let real numbers pass.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from stdnum.iso7064 import mod_11_2

from laomo.system.clock import today
from laomo.text import digit_runs
from laomo.text.digit_runs import CUE, DigitRun
from laomo.text.written_number import WrittenNumber, oddly_spaced

_PROVINCE = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-8]")
"""The first two digits: an administrative division (GB/T 2260), or a 9 and the first of one."""
IDENTITY_LENGTHS = (18, 15)
_ISSUER = re.compile("6[02]|4|5[1-5]|35(?:2[89]|[3-8])")
"""How card numbers begin (ISO/IEC 7812): UnionPay and Maestro, Visa, Mastercard, JCB."""
PREFIXES = {"1": ("",), "0": ("0", "086", "0086"), "8": ("86",)}
"""What may be dialled before a mobile number."""
MOBILE = re.compile(r"1[3-9]\d{9}")
_USUAL_AMONG_OTHERS = frozenset({(3, 4, 4), (3, 8), (7, 4)})
"""How a mobile number is written."""
_USUAL = frozenset({(4, 4, 3), (4, 3, 4), (3, 3, 5), (5, 6), (6, 5)})
"""How it is written by itself; among other numbers they are quantities."""
_MOST_OF_IT = 7
"""Digits of it in one line that tell it from a quantity."""
_LONG_GROUP = 6
"""Digits in each half of a card number; a quantity of so many is rare, two of them are rarer."""
_CARD_GAPS = 4
"""Between groups of four."""
LANDLINE = re.compile(r"0(?:10|2\d|[3-9]\d\d)[2-9]\d{6,7}")
_USUAL_LANDLINE = frozenset({(7,), (8,), (3, 4), (4, 4), (4, 3)})
_CALLED = re.compile(
    r"电话|手机|联系|拨打|致电|热线|号码|短信|微信|传真|座机|[☎📞📱]|\b(?:tel|phone|mob|call|fax|vx|wx)", re.IGNORECASE
)
_PAID = re.compile(r"卡号|账号|帐号|账户|帐户|银行卡|开户|\b(?:card|account)", re.IGNORECASE)
_DOUBLED = str.maketrans("0123456789", "0246813579")
"""Every second digit for the Luhn check: twice the digit, its own digits added up."""
_MOST_GAPS = 6
"""In an identity number of 15 digits, which has no check digit."""
_IDENTIFIED = re.compile(r"身份证|证件|公民身份|\bid\s?(?:card|no)", re.IGNORECASE)


class PersonalNumber(NamedTuple):
    """Where a number stands in a text, its kind as the code of a problem, and what it says without gaps."""

    start: int
    end: int
    code: str
    said: str


def find(text: str) -> Iterator[PersonalNumber]:
    """Each in a text, run by run."""
    for run in digit_runs.find(text):
        taken = 0
        for first in _chinese_starts(run) if run.chinese else run.starts:
            if first >= taken and (found := _at(run, first, text)):
                code, taken = found
                start, end = run.places[first], run.places[taken - 1] + 1
                yield PersonalNumber(start, end, code, run.digits[first:taken])


def _chinese_starts(run: DigitRun) -> list[int]:
    """Where one may begin: 一 or 两 before it may belong to a word."""
    return sorted({start + skipped for start in run.starts for skipped in (0, 1) if start + skipped < len(run.digits)})


def _at(run: DigitRun, first: int, text: str) -> tuple[str, int] | None:
    """Code of the number that begins with a part, and the index after it."""
    for code, last in _ENDS_OF:
        if end := last(run, first, text):
            return code, end
    return None


def _end_of_identity(run: DigitRun, first: int, text: str) -> int | None:
    if _PROVINCE.match(run.digits, first):
        for last in (first + length for length in IDENTITY_LENGTHS):
            if last in run.ends and _is_identity(run, first, last, text):
                return last
    return None


def _end_of_mobile(run: DigitRun, first: int, text: str) -> int | None:
    for prefix in PREFIXES.get(run.digits[first], ()):
        last = first + len(prefix) + 11
        if prefix and last - 11 in run.ends and "\n" in run.gap_before(last - 11):
            continue
        digits = run.digits.startswith(prefix, first) and MOBILE.match(run.digits, last - 11)
        if not digits or last not in run.ends or _are_single_digits(run, last - 11, last):
            continue
        if _is_mobile(WrittenNumber.of(run, last - 11, last, text)):
            return last
    return None


def _end_of_card(run: DigitRun, first: int, text: str) -> int | None:
    """Behind its word no check digit is asked for: with a slip of the pen it is still nearly the number."""
    named = run.may_follow_words(first) and _follows(run, first, text, _PAID)
    if named or _ISSUER.match(run.digits, first):
        for last in range(first + 16, first + 20):
            whole = last in run.ends and "X" not in run.digits[first:last]
            if whole and (named or _is_card(run, first, last, text)):
                return last
    return None


def _end_of_landline(run: DigitRun, first: int, text: str) -> int | None:
    for last in range(first + 12, first + 9, -1) if LANDLINE.match(run.digits, first) else ():
        if last in run.ends and _is_landline(WrittenNumber.of(run, first, last, text)):
            return last
    return None


_ENDS_OF: tuple[tuple[str, Callable[[DigitRun, int, str], int | None]], ...] = (
    ("personal-identity", _end_of_identity),
    ("personal-mobile", _end_of_mobile),
    ("personal-card", _end_of_card),
    ("personal-landline", _end_of_landline),
)
"""Kind → the index after a number of it that begins with a part."""


def _is_identity(run: DigitRun, first: int, last: int, text: str) -> bool:
    digits = run.digits[first:last]
    if len(digits) == 18:
        return is_identity_number(digits)
    if len(run.gaps_within(first, last)) > _MOST_GAPS or not is_old_identity_number(digits):
        return False
    named = run.may_follow_words(first) and _follows(run, first, text, _IDENTIFIED)
    return named or tuple(map(len, run.parts(first, last))) in ((15,), (6, 6, 3))


def _follows(run: DigitRun, first: int, text: str, words: re.Pattern[str]) -> bool:
    """Whether one of the words stands shortly before a digit."""
    place = run.places[first]
    return bool(words.search(text, max(0, place - CUE), place))


def _are_single_digits(run: DigitRun, first: int, last: int) -> bool:
    """Whether digits stand one by one, unevenly, and behind no word: no number is written so, and a long text may be full of them."""
    gaps = run.gaps_within(first, last)
    return len(gaps) == last - first - 1 and len(set(gaps)) > 1 and not run.may_follow_words(first)


def _is_mobile(written: WrittenNumber) -> bool:
    lengths = written.lengths
    if lengths == (11,) or written.follows(_CALLED):
        return True
    if written.is_quantity() or (written.is_of_fields and not written.zero_first):
        return False
    if written.lines > 1:
        return written.ends_lines and (
            (lengths in _USUAL_AMONG_OTHERS and (written.lines == 2 or written.by_itself or written.zero_first))
            or (written.by_itself and (max(lengths) >= _MOST_OF_IT or written.zero_first))
        )
    if lengths in _USUAL_AMONG_OTHERS:
        return True
    return written.ends_lines and (lengths in _USUAL or written.zero_first or written.evenly_spaced)


def _is_card(run: DigitRun, first: int, last: int, text: str) -> bool:
    gaps = run.gaps_within(first, last)
    if len(gaps) > _CARD_GAPS and not oddly_spaced(gaps):
        return False
    if not _passes_luhn(run.digits[first:last]):
        return False
    written = WrittenNumber.of(run, first, last, text)
    lengths = written.lengths
    groups = all(length == 4 for length in lengths[:-1]) or (len(lengths) == 2 and min(lengths) >= _LONG_GROUP)
    return (groups and (written.lines == 1 or written.ends_lines)) or written.oddly_spaced


def _passes_luhn(digits: str) -> bool:
    """Whether the check digit is right. A library's own test took two thirds of the time for a long list of quantities."""
    return (sum(map(int, digits[-1::-2])) + sum(map(int, digits[-2::-2].translate(_DOUBLED)))) % 10 == 0


def _is_landline(written: WrittenNumber) -> bool:
    if not LANDLINE.fullmatch(written.digits):
        return False
    if written.follows(_CALLED):
        return True
    area = 3 if written.digits[1] in "12" else 4
    rest = written.lengths[1:]
    return written.lines == 1 and written.lengths[0] == area and rest in _USUAL_LANDLINE and not written.is_quantity()


def is_identity_number(digits: str) -> bool:
    """Whether 18 characters are an identity number: province, a date of birth that exists, and the check digit (GB 11643); or
    that of a foreigner's permanent residence.
    """
    return digits[:17].isdigit() and begins_identity_number(digits) and mod_11_2.is_valid(digits)


def is_old_identity_number(digits: str) -> bool:
    """Whether 15 digits are an identity number as it was before 1999: province, and a day of birth of the last century."""
    return digits.isdigit() and bool(_PROVINCE.match(digits)) and _born(f"19{digits[6:12]}") is not None


def begins_identity_number(digits: str) -> bool:
    """Whether digits begin with a province, a county and a date of birth that exists: all that a spreadsheet keeps of an
    identity number which it took for a quantity.
    """
    born = _born(digits[6:14]) if _PROVINCE.match(digits) else None
    return born is not None and 1900 <= born.year <= today().year


def _born(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
