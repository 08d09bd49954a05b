"""How a number is written: in which groups, with what between and before them. It tells a telephone number from a row of quantities."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from laomo.text.digit_runs import CUE, DigitRun

_DATE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT_DATE = re.compile(r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_PLAIN = frozenset(" \t\n\u3000,.:;/|+=&、，。：；\"'")
"""What stands between quantities too."""
_NEW_FIELD = re.compile(r"\n|[A-Za-z_]:")
_FIELD = re.compile(r"[A-Za-z_]:[^\S\n]?$")
_DOTTED = 4
"""Parts of an IP address."""


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """Some of the digits of a run, as they stand in the text."""

    parts: tuple[str, ...]
    gaps: tuple[str, ...]
    """Between the parts."""
    outside: tuple[str, str]
    """What separates it from the digits before and behind."""
    before: str
    """The text in front of it."""
    by_itself: bool
    """Whether no other digits follow it, or come before it, in any line."""

    @classmethod
    def of(cls, run: DigitRun, first: int, last: int, text: str) -> Self:
        """The digits from index `first` up to `last`."""
        place = run.places[first]
        before = text[max(0, place - CUE) : place]
        outside = run.gap_before(first), run.gap_before(last)
        by_itself = first == 0 and last == len(run.digits)
        return cls(tuple(run.parts(first, last)), tuple(run.gaps_within(first, last)), outside, before, by_itself)

    @property
    def digits(self) -> str:
        return "".join(self.parts)

    @property
    def lengths(self) -> tuple[int, ...]:
        return tuple(map(len, self.parts))

    @property
    def lines(self) -> int:
        """The lines, or the fields of a record, that it stands in."""
        return 1 + sum(bool(_NEW_FIELD.search(gap)) for gap in self.gaps)

    @property
    def is_of_fields(self) -> bool:
        """Whether each of its parts is all that a field of a record says, as figures are."""
        return bool(_FIELD.search(self.before)) and all(_NEW_FIELD.search(gap) for gap in self.gaps)

    @property
    def ends_lines(self) -> bool:
        """Whether no other digits stand beside it in its lines."""
        return all(_NEW_FIELD.search(gap) for gap in self.outside)

    @property
    def zero_first(self) -> bool:
        """Whether one of its groups begins with a zero: no quantity does."""
        pairs = zip(self.gaps, self.parts[1:], strict=True)
        return any(part[0] == "0" and len(part) > 1 and gap not in (".", ":") for gap, part in pairs)

    @property
    def evenly_spaced(self) -> bool:
        """Whether the same stands between all its groups, which are of one size or oddly spaced."""
        if len(set(self.gaps)) != 1:
            return False
        ends = self.lengths[0], self.lengths[-1]
        even = len(set(self.lengths[1:-1])) == 1 and self.lengths[1] <= 3 and max(ends) <= self.lengths[1] + 1
        return even or self.oddly_spaced

    @property
    def oddly_spaced(self) -> bool:
        """Whether the same stands between all its groups, and it is nothing that stands between quantities."""
        return oddly_spaced(self.gaps)

    def follows(self, words: re.Pattern[str]) -> bool:
        """Whether one of the words stands shortly before it."""
        return bool(words.search(self.before))

    def is_quantity(self) -> bool:
        """Whether it can be read as an amount, a decimal, an address of a computer, a time, or as days and years among numbers."""
        return self._is_measured() or self._holds_a_date()

    def _is_measured(self) -> bool:
        gaps = tuple(gap.strip() for gap in self.gaps)
        if gaps == (".",) and self.gaps == gaps:
            return True
        if set(gaps) <= {",", "，"} or (set(gaps[:-1]) <= {",", "，"} and gaps[-1] == "."):
            thousands = self.lengths[1:] if gaps[-1] != "." else self.lengths[1:-1]
            if thousands and set(thousands) == {3} and self.lengths[0] <= 3:
                return True
        if set(self.gaps) == {"."} and len(self.parts) == _DOTTED:
            return all(int(part) < 256 and str(int(part)) == part for part in self.parts)
        return self.gaps[:1] in ((":",), ("：",)) and self.lengths[:2] == (2, 2)

    def _holds_a_date(self) -> bool:
        years = [part for part in self.parts if _YEAR.fullmatch(part)]
        plain = all(_PLAIN.issuperset(gap) for gap in self.gaps)
        if len(years) > 1 or (years and (plain or self.lengths not in ((3, 4, 4), (4, 4, 3)))):
            return self.lines > 1 or plain or not set("*_·()") & set[str]().union(*self.gaps)
        if any(len(part) == 8 and _DATE.fullmatch(part) for part in self.parts):
            return True
        return self.lengths[:3] == (2, 2, 2) and bool(_SHORT_DATE.fullmatch("".join(self.parts[:3]))) and plain


def oddly_spaced(gaps: Sequence[str]) -> bool:
    """Whether gaps are all the same, and nothing that stands between quantities."""
    return len(set(gaps)) == 1 and not _PLAIN.issuperset(gaps[0])
