"""Proper names in letters, as pages in English give them: people, places and studios."""

import re
from collections.abc import Sequence

from laomo.pages.english_terms import KINDS_OF_STUDIO
from laomo.records.models import StudioRecord
from laomo.text import line_breaks, person_names, pinyin, studio_names, surnames
from laomo.text.collation import reading
from laomo.text.person_names import DOT

_DIVISIONS = {
    "特别行政区": "Special Administrative Region",
    "自治区": "Autonomous Region",
    "自治州": "Autonomous Prefecture",
    "自治县": "Autonomous County",
    "地区": "Prefecture",
    "新区": "New Area",
    "省": "Province",
    "市": "",
    "区": "District",
    "县": "County",
    "州": "Prefecture",
    "旗": "Banner",
}
_DIVISION = re.compile(rf"(.{{2,40}}?)({'|'.join(_DIVISIONS)})")
_PLACES = {
    "陕西": "Shaanxi",
    "内蒙古": "Inner Mongolia",
    "西藏": "Xizang",
    "香港": "Hong Kong",
    "澳门": "Macao",
    "哈尔滨": "Harbin",
    "呼和浩特": "Hohhot",
    "乌鲁木齐": "Urumqi",
    "拉萨": "Lhasa",
}
"""Places that are not written in plain pinyin on the maps of the state."""
_PAIRS = re.compile(r"..(?=..$|....$)|.+")
"""A word, or the pairs of characters of one with four or six: 劳动 and 模范."""
_TERMS = {"区总工会": "qu zonggonghui", "中华全国总工会": "zhonghua quanguo zonggonghui"}
"""Terms whose words are not the dictionary's."""
_PEOPLES = {"壮族": " Zhuang", "回族": " Hui", "维吾尔": " Uygur", "藏族": " Tibetan", "土家族苗族": " Tujia and Miao"}


def person(name: str) -> str:
    """A person's name in pinyin, surname first (GB/T 28039): 罗海平 → Luo Haiping; a name in letters as it is.

    Empty if a character has no reading.
    """
    if name.isascii() or not person_names.has_han(name):
        return name
    parts = name.split(DOT)
    if len(parts) > 1:
        return " ".join(map(_word, parts)) if all(map(_word, parts)) else ""
    if not _is_readable(name):
        return ""
    syllables = reading(name)
    surname = len(surnames.split(name)[0])
    return " ".join(_joined(part) for part in (syllables[:surname], syllables[surname:]) if part)


def place(name: str) -> str:
    """A place in letters, the smallest division first: 东澜省云屿市 → Yunyu, Donglan Province; empty if it has no reading."""
    found = _DIVISION.findall(name)
    if "".join(map("".join, found)) != name:
        found = [(name, "")]
    parts = [f"{_place(own)} {_DIVISIONS.get(division, '')}".rstrip() for own, division in reversed(found)]
    return ", ".join(parts) if all(parts) and all(_place(own) for own, _ in found) else ""


def exhibition(of: str) -> str:
    """The exhibition's name in English, with the place whose studios it shows, where that has letters."""
    where = place(of).partition(",")[0]
    return f"Innovation Studios of {where}" if where else "Innovation Studios"


def studio(record: StudioRecord) -> str:
    """What a studio is called in English: after its leader and what kind of studio it is, Luo Haiping Model Worker Innovation Studio.

    One that is not named after a leader has the words of its name in pinyin instead. Empty if they have no reading.
    """
    own, kind = studio_names.split(record.name)
    leader = next((each.name for each in record.leaders if each.name and own.startswith(each.name)), "")
    words = [person(leader)] if leader else [_word(part) for part in line_breaks.parts(own)]
    after = next((word for chinese, word in KINDS_OF_STUDIO.items() if kind.startswith(chinese)), "")
    innovation = "Innovation" if "创新" in kind else ""
    return " ".join(filter(None, [*words, after, innovation, "Studio" if kind else ""])) if all(words) else ""


def term(text: str) -> str:
    """A term in pinyin without tones, word by word: 劳动模范 → laodong mofan."""
    if text in _TERMS:
        return _TERMS[text]
    words = (word for part in line_breaks.parts(text) for word in _PAIRS.findall("".join(filter(str.isalnum, part))))
    return " ".join(_plain(pinyin.syllables(word)) for word in words)


def _place(own: str) -> str:
    if own in _PLACES:
        return _PLACES[own]
    people = next((each for each in _PEOPLES if own.endswith(each) and own != each), "")
    return f"{_word(own.removesuffix(people))}{_PEOPLES[people]}" if people else _word(own)


def _word(text: str) -> str:
    """A word in pinyin, capitalised; one in letters as it is. Empty if a character has no reading."""
    if not person_names.has_han(text):
        return text
    text = "".join(sign for sign in text if sign.isalnum() or person_names.has_han(sign))
    return _joined(pinyin.syllables(text)) if _is_readable(text) else ""


def _joined(syllables: Sequence[str]) -> str:
    return _plain(syllables).capitalize()


def _plain(syllables: Sequence[str]) -> str:
    """Syllables as a word: without the digits of tones, with ü, and with an apostrophe before a vowel (Xi'an)."""
    word = ""
    for each in syllables:
        syllable = each.rstrip("12345").replace("v", "ü")
        word += f"'{syllable}" if word and syllable.startswith(("a", "e", "o")) else syllable
    return word


def _is_readable(text: str) -> bool:
    return not person_names.has_han("".join(pinyin.syllables(text)))
