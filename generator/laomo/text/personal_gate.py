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

_DIGITS = re.compile(r"(\[[\d-]+\]|\\d|\d)(\{[\d,]+\})?")
"""One digit of a pattern, and how many of them."""


def _spelled(pattern: str) -> str:
    """A pattern of digits 0–9 as one that also finds them with gaps before each. Whatever is no digit of ASCII counts as any digit."""

    def each(found: re.Match[str]) -> str:
        others = "".join(digit for digit in "0123456789" if not re.match(found[1], digit))
        return f"(?:{WIDE_GAP}{f'[^{others}]' if others else DIGIT}){found[2] or ''}"

    return _DIGITS.sub(each, pattern)


_DIALLED = "|".join(prefix for each in personal_numbers.PREFIXES.values() for prefix in each if prefix)
_KINDS = (
    _spelled(rf"\d{{{min(personal_numbers.IDENTITY_LENGTHS)}}}"),  # card numbers are longer
    _spelled(rf"(?:{_DIALLED})?{personal_numbers.MOBILE.pattern}") + "(?![0-9])",
    _spelled(personal_numbers.LANDLINE.pattern) + "(?![0-9])",
)
_ENOUGH = _spelled(rf"\d{{{digit_runs.SHORTEST}}}")
_NUMBER = re.compile(rf"{DIGIT}(?<![0-9].)(?<=(?={_ENOUGH})(?=(?P<later>{DIGIT})??(?:{'|'.join(_KINDS)})).)")
"""Where a number may begin, there or one digit later: the digit before it is none of ASCII. Every gate begins with a set of characters,
so that a text is passed over fast; this one then looks back at the first digit, and from there ahead."""
_WITH_CHINESE = re.compile(
    rf"{DIGIT}(?<=(?={_ENOUGH})(?=(?:{WIDE_GAP}{DIGIT}){{1,{digit_runs.SHORTEST}}}?(?<={CHINESE})).)"
)
"""A Chinese digit in a run: there the finder begins one digit later too."""


def _may_hold_numbers(text: str) -> bool:
    later = False
    for found in _NUMBER.finditer(text):
        if found["later"] is None:
            return True
        later = True
    return later and bool(_WITH_CHINESE.search(text))


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
