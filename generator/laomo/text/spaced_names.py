"""Names with spaces in and between them: 王 明 is one person, 陈静 林涛 are two, 欧阳 建国 and 买买提 艾力 are one each."""

import re
from functools import lru_cache

from laomo.text import person_names
from laomo.text.person_names import tidy

_WIDE = re.compile(r"[^\S\n ]+| {2,}")
_WITH = "和与及暨"


@lru_cache(1 << 14)
def one(text: str) -> str:
    """A record's name in its one spelling; with its spaces where they may stand between two people, who are never joined."""
    name = tidy(text)
    spaced = len(text.split()) > 1
    return " ".join(text.split()) if spaced and person_names.has_han(name) and split(text) != [name] else name


def split(text: str) -> list[str]:
    """The names in a text whose only separators are spaces, or 和 within it; empty when it is not clear how many there are."""
    wide = [tidy(part) for part in _WIDE.split(text) if part.strip()]
    if len(wide) > 1 and all(map(person_names.is_full, wide)):
        return wide
    pieces = [tidy(piece) for piece in re.sub(rf"\s*([{person_names.DOTS}])\s*", r"\1", text).split()]
    if len(pieces) < 2 or not any(map(person_names.has_han, pieces)):
        return _conjoined(tidy(text))
    if all(map(person_names.is_full, pieces)):
        if not all(map(person_names.is_transliterated, pieces)):
            return pieces
    elif _is_one(pieces):
        return ["".join(pieces)]
    return []


def _is_one(pieces: list[str]) -> bool:
    """Whether pieces, of which not all are whole names, are one name with spaces: 王 明, 欧阳 建国, 买买提 艾力."""
    lengths, joined = [*map(person_names.length, pieces)], "".join(pieces)
    if 1 in lengths:
        return sum(lengths) < 5 and len(pieces) < 4 and (len(pieces) == 2 or set(lengths[:-1]) == {1})
    if len(pieces) == 2 and person_names.is_compound_surname(pieces[0]):
        return lengths[1] < 3
    return person_names.is_transliterated(joined) or not any(map(person_names.is_full, pieces))


def _conjoined(name: str) -> list[str]:
    """张三和李四 → both; a name that holds the sign, such as 和某某 or 王和平, is one."""
    for place, sign in enumerate(name):
        if sign in _WITH:
            first, rest = name[:place], _conjoined(name[place + 1 :])
            if person_names.is_full(first) and all(map(person_names.is_full, rest)):
                return [first, *rest]
    return [name] if name else []
