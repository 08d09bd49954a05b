"""How Chinese is read: pinyin of names under every reading, and the table of characters that sound alike."""

import re
from collections import defaultdict
from functools import cache
from itertools import islice, product

from laomo import pinyin

_MOST = 12
"""Readings kept of one name."""

_SURNAMES = """
单 shan 解 xie 仇 qiu 曾 zeng 区 ou 盖 ge 查 zha 任 ren 朴 piao 华 hua 翟 zhai 缪 miao 乐 yue 员 yun 覃 qin 种 chong
折 she 黑 he 秘 bi 繁 po 牟 mu 洗 xian 重 chong 召 shao 祭 zhai 能 nai 燕 yan 葛 ge 隗 wei 么 yao 宁 ning 薄 bo 柏 bai
都 du 沈 shen 叶 ye 谌 chen 郗 xi 应 ying 纪 ji 那 na 尉 yu 车 che 石 shi 贾 jia 盛 sheng 俞 yu 幺 yao
尉迟 yu-chi 万俟 mo-qi 令狐 ling-hu 澹台 tan-tai 长孙 zhang-sun 单于 chan-yu 鲜于 xian-yu 宰父 zai-fu 亓官 qi-guan
慕容 mu-rong 欧阳 ou-yang 上官 shang-guan 司马 si-ma 诸葛 zhu-ge 皇甫 huang-fu 夏侯 xia-hou 东方 dong-fang
"""
SURNAMES = dict(zip(_SURNAMES.split()[::2], _SURNAMES.split()[1::2], strict=True))
"""Surnames that are read otherwise than the character alone, or that have two characters."""

_OPEN = frozenset("乐行长朝重盛省传调觉奇茜屏曾解中")
"""Characters of given names of which no outsider knows the reading."""

_FUZZY = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n"), ("ü", "u"), ("v", "u"), ("yu", "u"))


@cache
def readings(name: str) -> tuple[tuple[str, ...], ...]:
    """Every likely reading of a name as syllables, the right one of its surname first."""
    length = 2 if name[:2] in SURNAMES and len(name) > 2 else 1
    surname, given = name[:length], name[length:]
    proper = (tuple(SURNAMES[surname].split("-")),) if surname in SURNAMES else ()
    surnames = [*proper, pinyin.syllables(surname), *product(*pinyin.readings(surname))]
    choices = [_ways(character) for character in given]
    found = ((*first, *rest) for rest in product(*choices) for first in surnames)
    return tuple(islice(dict.fromkeys(found), _MOST))


@cache
def _ways(character: str) -> list[str]:
    """The readings of one character of a given name: several only where people do read it so."""
    usual = pinyin.syllables(character)[0]
    others = pinyin.readings(character)[0] if character in _OPEN else ()
    return list(dict.fromkeys([usual, *others]))


def fuzzy(letters: str) -> str:
    """The letters with what southern ears and hasty fingers confuse made one: zh/z, ch/c, sh/s, ng/n, l/n, ü/v/u."""
    for written, merged in _FUZZY:
        letters = letters.replace(written, merged)
    return letters


def name_tokens(name: str) -> set[str]:
    """What a name is typed as in letters: pinyin of the whole and of the given name, initials, and `~` fuzzy pinyin."""
    found: set[str] = set()
    for syllables in readings(name):
        whole, given = "".join(syllables), "".join(syllables[1:])
        found |= {whole, "".join(syllable[0] for syllable in syllables), f"~{fuzzy(whole)}"}
        if len(syllables) > 2:
            found |= {given, f"~{fuzzy(given)}"}
    return {token for token in found if re.fullmatch(r"~?[a-zü]+", token)}


@cache
def sound_table() -> str:
    """The 6,763 characters of GB 2312 by fuzzy syllable, `an安氨…`, one a line: for queries that only sound right."""
    groups: dict[str, list[str]] = defaultdict(list)
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            character = bytes((row, cell)).decode("gb2312", errors="ignore")
            if character:
                groups[fuzzy(pinyin.syllables(character)[0])].append(character)
                if character in SURNAMES and fuzzy(SURNAMES[character]) != fuzzy(pinyin.syllables(character)[0]):
                    groups[fuzzy(SURNAMES[character])].append(character)
    return "\n".join(syllable + "".join(groups[syllable]) for syllable in sorted(groups))


def order(name: str) -> list[str]:
    """What names are sorted by: pinyin with tones, each character by itself, a surname first as it is read."""
    if not name:
        return []
    first = SURNAMES.get(name[:1])
    return [first or _toned(name[0]), *map(_toned, name[1:])]


@cache
def _toned(character: str) -> str:
    return pinyin.syllables(character, tones=True)[0] if character else ""
