"""Where a line of Chinese may break: between words, never within one, and never between a number and its unit.

Browsers break Chinese after any character; `parts` cuts a text only where a typesetter would. The words are those of jieba's
dictionary (by `rjieba`, imported on first use: loading it takes 0.1 s). It knows few names of people, companies and devices, so what it
leaves as single characters is joined again: rather a long part than a torn name.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from laomo.text import person_names, surnames
from laomo.text.person_names import HAN

_OPENING = frozenset("（(《〈【［[「『〔〖“‘")
_CLOSING = frozenset(")）》〉】］]」』〕〗”’，。、；：？！,.;:?!…—～％%‰℃°")
_BREAK_BEFORE = _OPENING - frozenset("〔")
_BREAK_AFTER = _CLOSING - frozenset("〕,.;:?!°")
"""Signs beside which a line may break without a space. ASCII signs also stand within words, 〔2013〕 within the numbers of documents."""
_LEADING = frozenset(
    "与和及或在从对为把被让向以按给由到不没未再就也都更最很太能可会要想请这那哪每各某本该第初一二三四五六七八九十百千万两几多双单半全总"
    "副主老新旧小大微超反防非无免预自共同约近有是看做用高低快慢先怎何"
)
"""Characters that belong to the word after them."""
_FOLLOWING = frozenset(
    "的地得了着过等里上下中内外前后时间起来去者性化率法器机台站室员部区厂局院所科课点口面头边件位次项个名家人年月日号米秒分度吨式型版类级组岗奖证"
)
"""Characters that belong to the word before them."""
_NEVER_UNITS = frozenset("到与和及或")
"""What may begin the next line after a number: 从11／到1次."""
_BEFORE_NUMBER = frozenset("第共约近每")
_DIGITS = frozenset("0123456789")
_PIECES = re.compile(
    rf"(?P<number>\d+(?:[.,:/~～×-]\d+)*)|(?P<han>(?:[{HAN}]|[\ufe00-\ufe0f\U000e0100-\U000e01ef])+)"
    rf"|(?P<word>[^\W\d{HAN}][^\W{HAN}]*)|(?P<space>\s+)|(?P<sign>.)",
    re.DOTALL,
)
_CONJUNCTIONS = re.compile("(?<=.)(?=[与和及或].)|(?<=.的)(?=..)")
_OWN_WORDS = ("岗位上", "传下去", "岸桥", "场桥", "吊具", "着箱", "集卡", "首件", "工装", "镶件")
"""Words of workshops that the dictionary lacks or cuts wrongly: 在岗位／上传／下去."""
_LONGEST_RUN = 6
"""The most characters that are joined because the dictionary knows none of their words."""


def load() -> None:
    """Load the dictionary now, so that processes which are forked later share it."""
    _cut("")


def parts(text: str, names: Iterable[str] = ()) -> tuple[str, ...]:
    """The parts of a text, between which a line may break. Joined, they are the text. `names` (of people) are not cut.

    Spaces stand at the end of a part; those within a part are between a number and its unit, and no place for a break.
    """
    found: list[str] = []
    before, kind_before = "", ""
    for kind, word in _words(text, [name for name in names if name]):
        if found and not _may_break(found[-1], kind_before, before, kind, word):
            found[-1] += word
        else:
            found.append(word)
        before, kind_before = word, kind
    return tuple(found)


def _may_break(part: str, kind_before: str, before: str, kind: str, word: str) -> bool:
    """Whether a line may break between two words; `part` ends in the first."""
    if kind == "space" or word in _CLOSING or before in _OPENING:
        return False
    if kind_before == "number":
        return word[0] in _NEVER_UNITS
    if kind_before == "space":
        return kind == "sign" or part.rstrip()[-1:] not in _BEFORE_NUMBER | _DIGITS
    if kind == "sign" or kind_before == "sign":
        after_word = kind_before != "sign" and before not in _LEADING
        return (word in _BREAK_BEFORE or kind != "sign") and (before in _BREAK_AFTER or after_word)
    if kind_before == "word":
        return len(before) > 1 and (len(word) > 1 or word not in _FOLLOWING or len(part) > _LONGEST_RUN)
    return before not in _LEADING


def _words(text: str, names: list[str]) -> Iterator[tuple[str, str]]:
    """The words of a text, each with its kind: han, number, word (of another script), space or sign."""
    kind, start = "", 0
    for begin, end in (*_places(text, names), (len(text), len(text))):
        for piece in _PIECES.finditer(text, start, begin):
            before, kind = kind, str(piece.lastgroup)
            words = _joined(_cut(piece[0]), after_word=before in ("number", "word")) if kind == "han" else [piece[0]]
            yield from ((kind, word) for word in words)
        if begin < end:
            kind = "han"
            yield kind, text[begin:end]
        start = end


def _places(text: str, names: list[str]) -> list[tuple[int, int]]:
    """Where names stand in a text, from and to, in order; also those of several parts (阿依古丽·买买提) that are not among `names`."""
    found = []
    for name in names:
        at = text.find(name)
        while at >= 0:
            found.append((at, at + len(name)))
            at = text.find(name, at + len(name))
    if person_names.DOT in text:
        found += [each.span() for each in person_names.DOTTED.finditer(text)]
    found.sort(key=lambda place: (place[0], -place[1]))
    return [place for number, place in enumerate(found) if all(place[0] >= end for _, end in found[:number])]


def _cut(text: str, *, guess: bool = False) -> list[str]:
    """The words of the dictionary in a text; with `guess`, also such as it does not know."""
    return _cutter()(text, guess)


@cache
def _cutter() -> Callable[[str, bool], list[str]]:
    """What cuts by the dictionary and our own words."""
    import rjieba  # noqa: PLC0415 (see above)

    for word in _OWN_WORDS:
        rjieba.add_word(word, None, None)
    return rjieba.cut


def _joined(words: list[str], *, after_word: bool) -> list[str]:
    """Words without single characters: each is joined with the word that it belongs to.

    After a word of another script or a number, the first may be a single one that belongs to that: 型 in CRH380型动车组.
    """
    found: list[str] = []
    if after_word and words[0] in _FOLLOWING:
        found.append(words.pop(0))
    leading = ""
    for singles, word in _runs(words):
        back, middle, ahead = _shared(singles, back=bool(found), ahead=bool(word))
        if back:
            found[-1] += back
        if len(middle) > 1:
            found += _CONJUNCTIONS.split(middle) if len(middle) <= _LONGEST_RUN else _cut(middle, guess=True)
        elif found:
            found[-1] += middle
        else:
            ahead = middle + ahead
        leading += ahead
        if surnames.is_compound(word):
            leading += word
        elif word:
            found.append(leading + word)
            leading = ""
    return [*found, leading] if leading else found


def _shared(singles: str, *, back: bool, ahead: bool) -> tuple[str, str, str]:
    """Single characters: those of the word before them, those between, those of the word after them; `back` and `ahead`: is there one?"""
    end = len(singles)
    while ahead and end and (singles[end - 1] in _LEADING or _is_surname(singles[:end])):
        end -= 1
    start = 0
    while back and start < end and singles[start] in _FOLLOWING:
        start += 1
    return singles[:start], singles[start:end], singles[end:]


def _is_surname(singles: str) -> bool:
    """Whether the last of the characters before a word is a surname: 与王 before 建国."""
    return singles[-1] in surnames.COMMON and singles[-2:-1] in ("与", "和", "及")


def _runs(words: list[str]) -> Iterator[tuple[str, str]]:
    """The single characters before each longer word, and that word; at the end "" as the word."""
    singles = ""
    for word in words:
        if len(word) == 1:
            singles += word
        else:
            yield singles, word
            singles = ""
    yield singles, ""
