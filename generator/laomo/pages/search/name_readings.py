"""The likely pinyin readings of names, and a table of characters that sound alike."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import islice, product

from laomo.text import person_names, pinyin, surnames

_UNITS = re.compile(rf"[{person_names.HAN}]|[^\W\d_{person_names.HAN}]+")
"""A Chinese character, or a word in other letters."""
_UNREAD = frozenset("'’‘ʼ-‐‑")
_MOST = 12
"""The most readings of one name."""

_OPEN = frozenset("乐行长朝重盛省传调觉奇茜屏曾解中")
"""Characters with several readings that are all used in given names, so that only the person knows the right one."""

_FUZZY = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng+", "n"), ("l", "n"), ("ü", "u"), ("v", "u"), ("yu", "u"))


@cache
def readings(name: str) -> tuple[tuple[str, ...], ...]:
    """The likely readings of a name, as syllables without tones; those with the correct reading of the surname come first.

    Dots and spaces are not read; a word in other letters is one syllable.
    """
    units = _UNITS.findall("".join(filter(_is_read, unicodedata.normalize("NFKD", name))))
    if not all(map(person_names.is_han, units)):
        return (
            tuple(pinyin.syllables(unit)[0].lower() if person_names.is_han(unit) else unit.lower() for unit in units),
        )
    surname, given = surnames.split("".join(units))
    ways = [*_surname_reading(surname), pinyin.syllables(surname), *product(*pinyin.readings(surname))]
    choices = [_character_readings(character) for character in given]
    found = ((*first, *rest) for rest in product(*choices) for first in ways)
    return tuple(islice(dict.fromkeys(found), _MOST))


def _is_read(character: str) -> bool:
    """Whether a character is read: not a sign that chooses a variant or puts an accent, and no dot."""
    return unicodedata.category(character) != "Mn" and character not in _UNREAD


def _surname_reading(surname: str) -> tuple[tuple[str, ...], ...]:
    """The reading of a surname, without tones, if it differs from the usual one of its characters; otherwise empty."""
    known = surnames.READINGS.get(surname)
    return (tuple(syllable.rstrip("12345") for syllable in known),) if known else ()


@cache
def _character_readings(character: str) -> list[str]:
    """The readings of a character of a given name: the usual one, and others only if they are used in names."""
    usual = pinyin.syllables(character)[0]
    others = pinyin.readings(character)[0] if character in _OPEN else ()
    return list(dict.fromkeys([usual, *others]))


def fuzzy(letters: str) -> str:
    """Pinyin in which sounds are merged that southern speakers or fast typists confuse: zh/z, ch/c, sh/s, ng/n, l/n, ü/v/u.

    `ng` takes what g follows along: `zengguo`, `zenguo` and the merged syllables `zen` `guo` together are the same.
    """
    for written, merged in _FUZZY:
        letters = re.sub(written, merged, letters)
    return letters


def name_tokens(name: str) -> set[str]:
    """The tokens for a name in Latin letters: pinyin of the full and of the given name, of each part between dots, initials, and fuzzy pinyin after `~`."""
    found: set[str] = set()
    parts = name.split(person_names.DOT)
    for part in parts if len(parts) > 1 else ():
        found |= {
            letters for syllables in readings(part) for letters in ("".join(syllables), f"~{fuzzy(''.join(syllables))}")
        }
    for syllables in filter(None, readings(name)):
        whole, given = "".join(syllables), "".join(syllables[1:])
        found |= {whole, "".join(syllable[0] for syllable in syllables), f"~{fuzzy(whole)}"}
        if len(syllables) > 2:
            found |= {given, f"~{fuzzy(given)}"}
    return {token for token in found if re.fullmatch(r"~?[a-zü]{2,}", token)}


def sound_table(words: Iterable[str] = ()) -> str:
    """The 6,763 characters of GB 2312 by fuzzy syllable, one line each (`an安氨…`), for queries with homophones of the right characters.

    A character stands under its usual reading, that of surnames, and those that it has within the Chinese words: 模 under `mu`, too, for 模具.
    """
    groups = {syllable: [*characters] for syllable, characters in _usual_sounds().items()}
    for word in words:
        for character, syllable in zip(word, map(_fuzzy_once, pinyin.syllables(word)), strict=True):
            if character not in groups.setdefault(syllable, []):
                groups[syllable].append(character)
    return "\n".join(syllable + "".join(groups[syllable]) for syllable in sorted(groups))


_fuzzy_once = cache(fuzzy)
"""For the four hundred syllables of Chinese."""


@cache
def _usual_sounds() -> dict[str, list[str]]:
    """The characters of GB 2312 by fuzzy syllable, those of surnames under both."""
    groups: dict[str, list[str]] = defaultdict(list)
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    characters = [*filter(None, (each.decode("gb2312", errors="ignore") for each in cells))]
    for character, syllable in zip(characters, pinyin.of_characters(characters), strict=True):
        usual = _fuzzy_once(syllable)
        groups[usual].append(character)
        for (other,) in _surname_reading(character):
            if _fuzzy_once(other) != usual:
                groups[_fuzzy_once(other)].append(character)
    return groups


def order(name: str) -> list[str]:
    """The key to sort a name by: pinyin with tones, character by character; the first is read as a surname. Empty for an empty name."""
    if not name:
        return []
    (first,) = surnames.READINGS.get(name[0]) or (_toned(name[0]),)
    return [first, *map(_toned, name[1:])]


@cache
def _toned(character: str) -> str:
    return pinyin.syllables(character, tones=True)[0] if character else ""
