"""Sort keys for Chinese names: by pinyin, with the readings of surnames, and by strokes. Names are never sorted by rank.

Strokes are those of the simplified character (Unihan kTotalStrokes, the value for zh-Hans): 陈 has 7. CLDR's stroke
collation counts the traditional form of 艹, 阝, 辶, 礻 (陈 has 8) and would misplace a quarter of the common surnames.
With equal strokes, unions sort by the shape of the first stroke (横竖撇点折). No data set has it, so a table here covers the
common surnames; the others follow in Unicode order, that is, by radical. A surname of two characters sorts by its first
character, and a given name of one character comes before longer ones.
"""

import unicodedata
from functools import cache
from hashlib import sha256

from laomo.text import surnames
from laomo.text.pinyin import syllables

_FIRST_STROKES = (
    "王李杨黄赵胡林韩曹彭董袁蔡蒋于杜苏丁范石韦贾夏秦薛雷龙郝顾龚万覃武戴严莫赖柯葛樊耿左柳欧尤芦聂甘成项查连苗吉鞠桂盛霍靳车古梅毕艾蒲邢区蓝麦巫裘苟郁蔺晋戚干揭敖燕慕东南西百轩",  # 横
    "吴罗肖田叶吕卢崔史常易申裴曲柴景党卓尚时路晏岑冉虞瞿冀步上呼",  # 竖
    "周徐朱何余程魏任钟金付邹白邱侯黎毛段钱向乔詹翁倪殷牛俞焦季岳舒管饶鲁包丘鲍谷仇解华简符储滕佟钮仲邬狄伍令皇长公",  # 撇
    "刘郭高郑梁谢宋唐许冯曾潘沈姜谭汪廖方江闫汤康文施洪庄颜章温关童凌安祝兰房单游宁辛席娄庞涂齐池商米应宗窦冷卞谌阎宫郎冼官湛诸宇闻澹",  # 点
    "张陈孙马邓姚陆熊孟尹陶贺邵孔骆卫纪屈翟阮司费桑尉迟隋隗刁缪边习练",  # 折
)
"""The common surnames by the shape of their first stroke in the standard stroke order (GF 0023-2020): 横, 竖, 撇, 点, 折."""
_SHAPE = {surname: shape for shape, group in enumerate(_FIRST_STROKES) for surname in group}
_CORRECTIONS = {"范": 8}
"""Strokes of characters for which the `strokes` library is wrong."""
_LONGEST_SLUG = 120
"""A file system takes names of 255 bytes; a name of 120 characters has some 400 letters."""


def reading(name: str) -> list[str]:
    """The syllables of a person's name with tones: 单小红 → shan4 xiao3 hong2."""
    surname, given = surnames.split(name)
    if known := surnames.READINGS.get(surname):
        return [*known, *syllables(given, tones=True)]
    return [*syllables(name, tones=True)]


def by_pinyin(name: str) -> tuple[list[tuple[str, str]], str]:
    """Sort key of a name: syllable by syllable, each by letters and then by tone."""
    return [(syllable.rstrip("12345"), syllable) for syllable in reading(name)], name


def by_strokes(name: str) -> tuple[int, int, str, int, list[tuple[int, str]]]:
    """Sort key of a name: strokes of the first character, shape of its first stroke (rare surnames last), the character,
    length of the given name, then strokes of the following characters."""
    first = name[:1]
    following = [(_count(character), character) for character in name[1:]]
    return (
        _count(first),
        _SHAPE.get(first, len(_FIRST_STROKES)),
        first,
        len(name) - len(surnames.split(name)[0]),
        following,
    )


def strokes_of(title: str) -> list[tuple[int, int, str]]:
    """Sort key of a title: for each character its strokes, the shape of its first stroke, and the character."""
    return [_strokes(character) for character in title]


@cache
def _strokes(character: str) -> tuple[int, int, str]:
    return _count(character), _SHAPE.get(character, len(_FIRST_STROKES)), character


def initial(name: str) -> str:
    """The capital letter under which a name is listed in pinyin order; 其他 without one."""
    letter = reading(name)[0][:1].upper() if name else ""
    return letter if letter.isascii() and letter.isalpha() else "其他"


def stroke_mark(name: str) -> str:
    """The heading under which a name is listed in stroke order, such as 4画; 其他 without strokes."""
    count = _count(name[:1])
    return f"{count}画" if count else "其他"


def slug(label: str) -> str:
    """A Chinese label in ASCII letters and digits, for addresses: 思明区 → simingqu; `other` if nothing is left.

    Of a label too long for the name of a folder only the beginning, with a number made from the whole label.
    """
    letters = "".join(slug_syllables(label)) or "other"
    if len(letters) <= _LONGEST_SLUG:
        return letters
    return f"{letters[:_LONGEST_SLUG]}-{sha256(label.encode()).hexdigest()[:8]}"


def slug_syllables(label: str) -> list[str]:
    """The syllables of a label in small ASCII letters and digits; without those of which nothing is left."""
    parts = ("".join(filter(_is_plain, unicodedata.normalize("NFKD", each.lower()))) for each in syllables(label))
    return [part for part in parts if part]


def _is_plain(character: str) -> bool:
    return character.isascii() and character.isalnum()


@cache
def _count(character: str) -> int:
    """The strokes of one character; 0 for anything but a Chinese character, which therefore sorts first."""
    from strokes import strokes  # noqa: PLC0415 (it reads a megabyte on import, and only one page needs it)

    return _CORRECTIONS.get(character) or int(strokes(character) or 0)
