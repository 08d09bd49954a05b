"""Personal numbers that must never be published: found in plain text whatever their spacing or width, and never printed whole.

Sources: GB 11643 (the 18 digits of an identity number; its check digit is that of ISO 7064, MOD 11-2), ISO/IEC 7812 (Luhn,
bank cards), the mobile numbering plan. Patent, credit-code and order numbers look similar; the checks of date and check digit
tell them apart. The county is not looked up: a list that lacks one would let real numbers pass.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from stdnum import luhn
from stdnum.iso7064 import mod_11_2

from laomo.problems.problem import Fact, Finding, Problem
from laomo.system.clock import today

_GAP = r"[ \t\-\u00a0\u00b7\u2010-\u2015\u200b-\u200d\u2060\ufeff\u3000]{0,3}"
_RUN = re.compile(rf"(?<![\dA-Za-z])(?:\d{_GAP}){{10,60}}(?:\d|[XxＸｘ])(?![\dA-Za-z])")
_PART = re.compile(r"\d+[XxＸｘ]?|[XxＸｘ]")
"""Digits that stand together."""
_MOBILE_PARTS = frozenset({(11,), (13,), (15,), (3, 4, 4), (4, 4, 3), (3, 8), (7, 4), (5, 6), (6, 5)})
"""How a mobile number is written beside others; by itself it is one however it is written."""
_LONGEST = 19
_SHORTEST = 11
"""Digits that a run has at least."""
_OVER_LINES = re.compile(r"(?<![\dA-Za-z])(?:\d\s*){17}[\dXxＸｘ](?![\dA-Za-z])")
_MAIL = re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+\s?[@＠]\s?[A-Za-z0-9-]+(?:[.．][A-Za-z0-9-]+)+")
_WAIVER = re.compile(r"#\s*复核\s*(\d{4}-\d{2}-\d{2})\s*[：:]\s*(\S.{3,})")
_PROVINCE = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]")
"""The first two digits of an administrative division (GB/T 2260)."""


def find(text: str) -> Iterator[Finding]:
    """Each personal number in a text, with its line, column and a masked form.

    A line that is none in spite of its looks (a serial number, say) may be let pass by a comment on it or above it, with the
    day and the reason: `# 复核 2026-05-01：设备编号，不是手机号`. For identity numbers there is no such way.
    """
    lines = text.split("\n")
    looks = _RUN.search(text) or not {"@", "＠"}.isdisjoint(text)  # most files hold nothing of the kind
    for number, line in enumerate(lines if looks else (), 1):
        passed = _waived(line) or (
            number > 1 and lines[number - 2].lstrip().startswith("#") and _waived(lines[number - 2])
        )
        for start, _, code, said in _spans(line):
            if code == "personal-identity" or not passed:
                yield Finding(code, {"masked": _masked(said)}, line=number, column=start + 1)
    for start, said in _over_lines(text):
        before = text[:start]
        row, column = before.count("\n") + 1, start - before.rfind("\n")
        yield Finding("personal-identity", {"masked": _masked(said)}, line=row, column=column)


def hidden(value: str, text: str) -> Iterator[Finding]:
    """Those in a value that the text of its file does not show: written as escapes, or folded over lines."""
    if len(value) < _SHORTEST and {"@", "＠"}.isdisjoint(value):
        return
    found = [(code, said) for _, _, code, said in _spans(" ".join(value.split()))]
    if found:
        shown = {said for line in text.split("\n") for _, _, _, said in _spans(line)}
        shown |= {_digits(each[0]) for each in _OVER_LINES.finditer(text)}
        yield from (Finding(code, {"masked": _masked(said)}) for code, said in found if said not in shown)


def masked(text: str) -> str:
    """The text with every personal number in it made unreadable: for messages that quote what a clerk has typed."""
    for start, end, _, said in sorted(_spans(text), reverse=True):
        text = text[:start] + _masked(said) + text[end:]
    return text


def masked_problem(problem: Problem) -> Problem:
    """The problem without any personal number that its path or its facts might quote."""
    facts = {name: _masked_fact(fact) for name, fact in problem.facts.items()}
    return replace(problem, path=masked(problem.path), facts=facts)


def _masked_fact(fact: Fact) -> Fact:
    if isinstance(fact, tuple):
        return tuple(map(masked, fact))
    shown = masked(str(fact))
    return fact if shown == str(fact) else shown


def numbers(text: str) -> Iterator[tuple[str, str]]:
    """Code and masked form of each identity, mobile or card number, for what people did not type, such as a camera's notes."""
    found = [(code, said) for _, _, code, said in _spans(text) if code != "personal-mail"]
    found += [("personal-identity", said) for _, said in _over_lines(text)]
    return ((code, _masked(said)) for code, said in found)


def _spans(line: str) -> Iterator[tuple[int, int, str, str]]:
    """From where to where, its kind, and the number without its gaps."""
    for found in _RUN.finditer(line):
        digits = _digits(found[0])
        if code := _kind(digits):
            yield found.start(), found.end(), code, digits
        else:
            yield from _among_others(line, found.start(), found.end())
    for found in _MAIL.finditer(line):
        yield found.start(), found.end(), "personal-mail", found[0]


def _among_others(line: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
    """Those in a row of numbers with nothing but gaps between them: `1 13800138000 2013-06-01`."""
    parts = list(_PART.finditer(line, start, end))
    for first, part in enumerate(parts):
        lengths: tuple[int, ...] = ()
        for last in parts[first:] if part.start() >= start else ():
            lengths = (*lengths, len(last[0]))
            if sum(lengths) > _LONGEST:
                break
            digits = _digits(line[part.start() : last.end()])
            if (code := _kind(digits)) and _usual(code, lengths):
                yield part.start(), last.end(), code, digits
                start = last.end()
                break


def _usual(code: str, lengths: tuple[int, ...]) -> bool:
    """Whether people write a number so: a row of small quantities is none."""
    if code == "personal-mobile":
        return lengths in _MOBILE_PARTS
    return code == "personal-identity" or all(length == 4 for length in lengths[:-1])


def _over_lines(text: str) -> Iterator[tuple[int, str]]:
    """Identity numbers that go on in another line: where each begins, and the number."""
    for found in _OVER_LINES.finditer(text):
        if "\n" in found[0] and is_identity_number(_digits(found[0])):
            yield found.start(), _digits(found[0])


def waiver(line: str) -> str | None:
    """The reason that a line gives for letting pass what only looks like a number of a person; None if it gives none, or no day."""
    found = _WAIVER.search(line)
    try:
        return found[2] if found and date.fromisoformat(found[1]) <= today() else None
    except ValueError:
        return None


def _waived(line: str) -> bool:
    return waiver(line) is not None


def _digits(found: str) -> str:
    plain = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in found)
    return re.sub(r"[^0-9X]", "", unicodedata.normalize("NFKC", plain).upper())


def _masked(said: str) -> str:
    return f"{said[0]}***" if "@" in said or "＠" in said else f"{said[:2]}{'*' * (len(said) - 2)}"


def _kind(digits: str) -> str | None:
    if len(digits) == 18 and is_identity_number(digits):
        return "personal-identity"
    if re.fullmatch(r"(?:(?:00)?86)?1[3-9]\d{9}", digits):
        return "personal-mobile"
    if (
        len(digits) in (16, 17, 18, 19)
        and digits.isdigit()
        and digits[:2] in ("62", "60", "40", "41", "42", "43", "45", "51", "52", "53", "54", "55")
    ):
        return "personal-card" if luhn.is_valid(digits) else None
    return None


def is_identity_number(digits: str) -> bool:
    """Whether 18 characters are an identity number: province, a date of birth that exists, and the check digit (GB 11643)."""
    return digits[:17].isdigit() and begins_identity_number(digits) and mod_11_2.is_valid(digits)


def begins_identity_number(digits: str) -> bool:
    """Whether digits begin with a province, a county and a date of birth that exists: all that a spreadsheet keeps of an
    identity number which it took for a quantity.
    """
    try:
        born = date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    return bool(_PROVINCE.match(digits)) and 1900 <= born.year <= today().year
