r"""Which of the finders of personal numbers can find anything in a text at all: in nearly every one, none of them can.

Each gate says only what must be so for its finder to find something, and is made of the finder's own patterns. White space counts as one
space, however much there is of it: so a gate that is closed for a file is closed for each value that YAML reads in it without escapes, also
for one that stands on several lines.
"""

import re
from collections.abc import Callable, Iterator

from laomo.text import digit_runs, personal_homes, personal_numbers, personal_words
from laomo.text.digit_runs import CHINESE, DIGIT, WIDE_GAP
from laomo.text.personal_numbers import PersonalNumber

_LONG_RUN = re.compile(rf"{DIGIT}(?<![0-9].)(?:{WIDE_GAP}{DIGIT}){{{digit_runs.SHORTEST - 1},}}+")
"""It begins with a set of characters, as every gate does, so that a text is passed over fast. No ASCII digit touches it in front."""
_PART = re.compile(f"{DIGIT}+")
_CHINESE = re.compile(CHINESE)
_DIGITS = re.compile(r"(\[[\d-]+\]|\\d|\d)(\{[\d,]+\})?")
"""One digit of a pattern, and how many of them."""


def _in_parts(pattern: str) -> str:
    """A pattern of digits as one that also finds them with spaces before each, and nothing that only begins with them."""
    return _DIGITS.sub(r"(?: *\1)\2", pattern) + r"(?!\d)"


_DIALLED = "|".join(prefix for each in personal_numbers.PREFIXES.values() for prefix in each if prefix)
_KINDS = "|".join(
    (
        rf"\d(?: *\d){{{min(personal_numbers.IDENTITY_LENGTHS) - 1}}}",  # card numbers are longer
        _in_parts(f"(?:{_DIALLED})?{personal_numbers.MOBILE.pattern}"),
        _in_parts(personal_numbers.LANDLINE.pattern),
    )
)
_NUMBER = re.compile(rf"(?<!\d)(?=\d)(?:{_KINDS})")
_LATER = re.compile(rf"(?<!\d)(?=\d)\d?(?:{_KINDS})")


def _may_hold_numbers(text: str) -> bool:
    """Whether the digits of a long run can be a number; with Chinese digits in it, one digit later too, as its finder has it."""
    for found in _LONG_RUN.finditer(text):
        run = _CHINESE.sub(r" \g<0> ", found[0])
        parts = " ".join(map(digit_runs.digits, _PART.findall(run)))
        if (_NUMBER if run == found[0] else _LATER).search(parts):
            return True
    return False


def _may_hold_words(text: str) -> bool:
    return any(pattern.search(text) for pattern in personal_words.NEEDED)


def _may_hold_homes(text: str) -> bool:
    return all(pattern.search(text) for pattern in personal_homes.NEEDED)


Finder = Callable[[str], Iterator[PersonalNumber]]
_GATES: tuple[tuple[Callable[[str], bool], Finder], ...] = (
    (_may_hold_numbers, personal_numbers.find),
    (_may_hold_words, personal_words.find),
    (_may_hold_homes, personal_homes.find),
)


def finders(text: str) -> Iterator[Finder]:
    """Those that can find something in a text, or in a value that it shows."""
    normal = digit_runs.plain(" ".join(text.split()))
    return (find for may_hold, find in _GATES if may_hold(normal))
