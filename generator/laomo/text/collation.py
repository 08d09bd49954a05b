"""The order of Chinese names: by pinyin with surnames read as surnames, and by strokes; never by rank.

Strokes are those of the simplified character (Unihan kTotalStrokes, the value for zh-Hans): 陈 has 7. CLDR's own stroke
collation counts the traditional form of 艹, 阝, 辶, 礻 (陈 has 8) and would put a quarter of the common surnames in the wrong
place. Ties follow Unicode, that is the radical; unions go on by the shape of the first stroke (横竖撇点折), for which there is
no data. A surname of two characters counts by its first, and a given name of one character comes before longer ones.
"""

from functools import cache

from laomo.text import surnames
from laomo.text.pinyin import syllables

_FIRST_STROKES = {
    "横": "王李杨黄赵胡林韩曹彭董袁蔡蒋于杜苏丁范石韦贾夏秦薛雷龙郝顾龚万覃武戴严莫赖柯葛樊耿左柳欧尤芦聂甘成项查连苗吉鞠桂盛霍靳车古梅毕艾蒲邢区蓝麦巫裘苟郁蔺晋戚干揭敖燕慕东南西百轩",
    "竖": "吴罗肖田叶吕卢崔史常易申裴曲柴景党卓尚时路晏岑冉虞瞿冀步上呼",
    "撇": "周徐朱何余程魏任钟金付邹白邱侯黎毛段钱向乔詹翁倪殷牛俞焦季岳舒管饶鲁包丘鲍谷仇解华简符储滕佟钮仲邬狄伍令皇长公",
    "点": "刘郭高郑梁谢宋唐许冯曾潘沈姜谭汪廖方江闫汤康文施洪庄颜章温关童凌安祝兰房单游宁辛席娄庞涂齐池商米应宗窦冷卞谌阎宫郎冼官湛诸宇闻澹",
    "折": "张陈孙马邓姚陆熊孟尹陶贺邵孔骆卫纪屈翟阮司费桑尉迟隋隗刁缪边习练",
}
"""The common surnames by the shape of their first stroke, as schools write them (GF 0023-2020): 横, 竖, 撇, 点, 折."""
_SHAPE = {surname: shape for shape, group in enumerate(_FIRST_STROKES.values()) for surname in group}
_CORRECTIONS = {"范": 8}
"""Strokes where the table at hand is wrong."""


def reading(name: str) -> list[str]:
    """The syllables of a person's name with tones: 单小红 → shan4 xiao3 hong2."""
    surname, given = surnames.split(name)
    if known := surnames.READINGS.get(surname):
        return [*known, *syllables(given, tones=True)]
    return [*syllables(name, tones=True)]


def by_pinyin(name: str) -> tuple[list[tuple[str, str]], str]:
    """Sorts names by syllable, then tone."""
    return [(syllable.rstrip("12345"), syllable) for syllable in reading(name)], name


def by_strokes(name: str) -> tuple[int, int, str, int, list[tuple[int, str]]]:
    """Sorts names by the strokes of their first character, then by the shape of the first of them (rare surnames last),
    shorter given names first, then by the characters that follow."""
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
    """Sorts titles of any length by the strokes of each character in turn, ties by the shape of the first."""
    return [_strokes(character) for character in title]


@cache
def _strokes(character: str) -> tuple[int, int, str]:
    return _count(character), _SHAPE.get(character, len(_FIRST_STROKES)), character


def initial(name: str) -> str:
    """The letter under which a name stands in pinyin order."""
    letter = reading(name)[0][:1].upper() if name else ""
    return letter if letter.isascii() and letter.isalpha() else "其他"


def stroke_mark(name: str) -> str:
    """The heading under which a name stands in stroke order: 4画."""
    count = _count(name[:1])
    return f"{count}画" if count else "其他"


def slug(label: str) -> str:
    """An address for a Chinese label: 思明区 → simingqu."""
    letters = "".join(syllables(label)).lower()
    return "".join(character for character in letters if character.isascii() and character.isalnum()) or "other"


@cache
def _count(character: str) -> int:
    """Strokes of one character; 0 for what is no Chinese character, which so comes first."""
    from strokes import strokes  # noqa: PLC0415 (it reads a megabyte on import, for one page)

    return _CORRECTIONS.get(character) or int(strokes(character) or 0)
