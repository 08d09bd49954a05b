"""Digits that stand together in a text, in whatever script and with whatever between them.

Any character with the value of a digit counts as that digit: full-width, circled, superscript, Arabic, 〇–九, 壹–玖, 幺, 两. Anything
that is neither a letter nor a digit may stand between two digits, and so may a line break, the key of the next field, or a tag.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

_SIGNS = "²³¹⁰⁴-⁹₀-₉①-⑨⓪❶-❾➀-➈➊-➒⑴-⑼⒈-⒐⓵-⓽⓿"
"""Characters that show one digit but are no decimal digits of a script."""
_CHINESE = "〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖貳參叄陸幺两兩㊀-㊈㈠-㈨"
_SYMBOLS = "\uf030-\uf039"
"""Digits of fonts of symbols, in the private area of Unicode."""
_IRREGULAR = {"两": 2} | {chr(0xF030 + digit): digit for digit in range(10)}
_X = re.compile("[xX×ХхＸｘ✕✖Ⅹⅹ]")
_ZEROS = """
30 660 6F0 7C0 966 9E6 A66 AE6 B66 BE6 C66 CE6 D66 DE6 E50 ED0 F20 1040 1090 17E0 1810 1946 19D0 1A80 1A90 1B50 1BB0
1C40 1C50 A620 A8D0 A900 A9D0 A9F0 AA50 ABF0 FF10
"""
"""The zero of every script with decimal digits; one to nine follow it. Such a set, of the characters below U+10000, is searched for
twenty times as fast as any other.
"""
DIGIT = f"[{''.join(f'{chr(int(zero, 16))}-{chr(int(zero, 16) + 9)}' for zero in _ZEROS.split())}{_SIGNS}{_SYMBOLS}{_CHINESE}]"
CHINESE = f"[{_CHINESE}]"
_RARE = re.compile("[\U00010000-\U0010ffff]")
_PART = re.compile(f"{DIGIT}+")
_CHINESE_DIGIT = re.compile(CHINESE)
_SIGN, _LIKE_A_SIGN = rf"[^\w\n{_SYMBOLS}]", "[_ー丨]"
"""No letter and no digit; and what Unicode takes for a letter, but looks like a dash or a bar."""
_BETWEEN = f"(?:{_SIGN}|{_LIKE_A_SIGN})"
_TAG = "[a-z]{1,10}>"
_NAME = "[A-Za-z_]{1,24}:"
_KEY = rf"(?<=[\s,{{]){_NAME}"
_GAP = (
    rf"(?:</?{_TAG}){{0,3}}+{_BETWEEN}{{0,16}}+(?:\n{_BETWEEN}{{0,12}}+){{0,3}}+"
    rf"(?:{_KEY}{_BETWEEN}{{0,4}}+(?:\n{_BETWEEN}{{0,12}}+)?+)?+"
)
_ALL_BETWEEN = f"{_SIGN}*+(?:{_LIKE_A_SIGN}{_SIGN}*+)*+"
WIDE_GAP = f"{_ALL_BETWEEN}(?:{_TAG}{_ALL_BETWEEN})*+(?:{_NAME}{_ALL_BETWEEN})?+"
"""Every gap and more, in a text whose white space is single spaces."""
SHORTEST = 10
"""Digits of a landline with its area code, the least that is looked for."""
_CROSS = r"[^\w\n×✕✖]{0,3}+[×✕✖]"
_RUN = re.compile(rf"{DIGIT}(?:{_GAP}{DIGIT})*+(?:{_GAP}{_X.pattern}(?![0-9A-Za-z])|{_CROSS}(?!{DIGIT}))?+")
CUE = 16
"""Characters before a number in which a word may say what it is."""
_NAMED = re.compile("[A-Za-z_]:")
_ENOUGH = re.compile(rf"{DIGIT}(?:{_GAP}{DIGIT}){{{SHORTEST - 1}}}")
_INVISIBLE = re.compile(r"[\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\ufe0e\ufe0f\u20e3\ufeff]+")


@dataclass(slots=True)
class DigitRun:
    """Digits with nothing but gaps between them, and where each stands in the text."""

    digits: str = ""
    """0–9, and X for the check digit of an identity number."""
    places: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """Of each part, the digits that touch one another: the index of its first digit."""
    gaps: list[str] = field(default_factory=list)
    """What stands before each part; nothing before the first."""
    ends: set[int] = field(default_factory=set)
    """Of each part, the index after its last digit."""
    chinese: bool = False
    """Whether Chinese digits were read as such."""
    keyed: bool = False
    """Whether keys of fields stand between its parts."""

    def may_follow_words(self, index: int) -> bool:
        """Whether there can be a word shortly before a digit: there is none in the middle of a run."""
        return self.keyed or self.places[index] - self.places[0] < CUE

    def parts(self, first: int, last: int) -> list[str]:
        """The parts of the digits from index `first` up to `last`."""
        inner = self.starts[bisect_right(self.starts, first) : bisect_right(self.starts, last - 1)]
        edges = [first, *inner, last]
        return [self.digits[start:end] for start, end in pairwise(edges)]

    def gaps_within(self, first: int, last: int) -> list[str]:
        """What stands between those parts."""
        return self.gaps[bisect_right(self.starts, first) : bisect_right(self.starts, last - 1)]

    def gap_before(self, index: int) -> str:
        """What separates the part that begins there from the one before; a line break at either end."""
        position = bisect_right(self.starts, index) - 1
        return self.gaps[position] if position > 0 and index < len(self.digits) else "\n"


def plain(text: str) -> str:
    """The text with digits 0–9 for those beyond U+FFFF, each at its place."""
    return _RARE.sub(lambda found: _plain(found[0]), text) if _RARE.search(text) else text


@lru_cache(1 << 12)
def _plain(character: str) -> str:
    value = unicodedata.digit(character, None)
    return character if value is None else str(value)


def find(text: str) -> Iterator[DigitRun]:
    """Every run of ten digits or more. Chinese digits are read as digits, and in a second run as the words that they may be."""
    for found in _RUN.finditer(text):
        start, end = found.span()
        if end - start < SHORTEST or not _ENOUGH.match(text, start):
            continue
        if _CHINESE_DIGIT.search(text, start, end):
            for said in _words_apart(text, start, end):
                yield _run(text, *said)
            run = _run(text, start, end)
            run.chinese = True
            yield run
        else:
            yield _run(text, start, end)


def _words_apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for word in _CHINESE_DIGIT.finditer(text, start, end):
        if word.start() - start >= SHORTEST:
            yield start, word.start()
        start = word.end()
    if end - start >= SHORTEST:
        yield start, end


def _run(text: str, start: int, end: int) -> DigitRun:
    run, before, count = DigitRun(), start, 0
    parts: list[str] = []
    for part in _PART.finditer(text, start, end):
        between = text[before : part.start()]
        if not parts or (between and not _INVISIBLE.fullmatch(between)):
            run.starts.append(count)
            run.gaps.append(between)
        parts.append(digits(part[0]))
        run.places += range(*part.span())
        count += len(parts[-1])
        before = part.end()
    if _X.match(text, end - 1):
        if before < end - 1 and not _INVISIBLE.fullmatch(text, before, end - 1):
            run.starts.append(count)
            run.gaps.append(text[before : end - 1])
        parts.append("X")
        run.places.append(end - 1)
    run.digits = "".join(parts)
    run.keyed = any(map(_NAMED.search, set(run.gaps)))
    run.ends = {*run.starts, len(run.digits)}
    return run


def digits(part: str) -> str:
    """Digits of any script as 0–9."""
    return part if part.isascii() else "".join(map(_digit, part))


@lru_cache(1 << 12)
def _digit(character: str) -> str:
    value = _IRREGULAR.get(character)
    return str(int(unicodedata.numeric(character)) if value is None else value)
