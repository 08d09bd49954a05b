"""A person's name: how it is spelled, when two spellings are one name, and when a text does not look like a name.

Spaces within a Chinese name and the many dots between the parts of a name (买买提•艾力, 买买提．艾力) are slips of the keyboard. Everything else
stays as it was written: rare characters, variants, traditional forms, and names in Latin letters.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from laomo.text import surnames

DOT = "·"
DOTS = "·•‧・．.⋅∙･·●◦。｡᛫⸱"
HAN = "\u3007\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_SIGN = f"[{HAN}][\ufe00-\ufe0f\U000e0100-\U000e01ef]?"
"""A Chinese character, with the sign that may choose its variant."""
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_DOT_BETWEEN = re.compile(rf"(?<=[{HAN}\ufe00-\ufe0f\U000e0100-\U000e01ef])\s*[{DOTS}]+\s*(?=[{HAN}])")
_LATIN_DOT = re.compile(r"(?<=\w)\s*[·•‧・⋅∙･]\s*(?=\w)")
_GAP = re.compile(rf"(?<=[{HAN}\ufe00-\ufe0f\U000e0100-\U000e01ef{DOT}])\s+(?=[{HAN}{DOT}])")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['ʼ＇`´](?=[^\W\d_])")
_IGNORED = re.compile(rf"[\s{DOTS}'’‘ʼ＇`´\-‐‑–\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_BESIDE_LETTERS = f" {DOT}.’‘-‐‑"
_HAN = re.compile(f"[{HAN}]")
_BETWEEN_HAN = re.compile(rf"[{HAN}]\s[{HAN}]")
_ALL_HAN = re.compile(f"(?:{_SIGN})+")
_TRANSLITERATED = frozenset(
    "阿艾爱不买麦迈提特热依木穆古丽努尔吐逊孙玉素甫合卡德帕扎西多吉卓玛才让次仁巴桑旺堆格央尼顿珠罗布迪里力江提买拜白班比彼别波博卜布策曾察达旦丹道登"
    "丁东都杜朵鄂恩尔法菲非富甫嘎噶干刚岗高戈根贡果哈海汉合赫黑洪胡华加嘉贾坚江杰金晋久居喀开凯坎柯科克肯库拉来莱兰朗勒雷黎利力莲廉林伶鲁伦洛马曼芒毛"
    "梅蒙米密苗敏明莫慕娜乃南能娘宁诺欧潘培佩彭皮坪普其奇齐前强乔钦琼曲泉群仁日茹茸若萨赛三色森沙山善尚舍生胜师石史斯松苏素索塔台太泰坦唐陶滕天铁通"
    "图土托瓦万旺韦维温文乌吾武希肖谢辛修许雪亚彦扬伊益音英应永尤于元约云扎泽增詹哲真珍智朱住卓兹孜宗祖再则丽娅亥汗买克孜别克巴依耶叶尔肯"
)
"""Characters that spell names of other languages. Many of them are surnames too, so they decide only where a whole name consists of them."""
_PART = f"[{''.join(sorted(_TRANSLITERATED))}]{{1,8}}"
DOTTED = re.compile(f"{_PART}(?:{DOT}{_PART})+")
"""A name of several parts, spelled in such characters: 阿依古丽·买买提."""
_OCCUPATION = (
    r"教授级高级工程师|教授级高工|正高级工程师|高级工程师|助理工程师|工程师|正高级|副高级|高级技师|特级技师|首席技师|高级技工|高级工|中级工|技师|高工|"
    r"首席专家|专家|院士|博士|硕士|研究员|教授|副教授|讲师|教师|老师|师傅|主任医师|医师|医生|护士长|护士|"
    r"总经理|副总经理|经理|董事长|主席|书记|主任|副主任|厂长|班长|组长|队长|科长|处长|部长|局长|院长|校长|所长|站长|总监|总工程师|总工|"
    r"同志|先生|女士|小姐|同学"
)
_HONOUR = r"劳动模范|劳模|先进工作者|大国工匠|工匠|技术能手|技能大师|五一劳动奖章获得者|五一劳动奖章|三八红旗手|青年岗位能手|享受国务院特殊津贴|党员|工会主席"
_LEADS = (
    r"共同领衔人|领衔人|领衔劳模|领办人|领军人物|领军人|领头人|带头人|牵头人|主持人|负责人|主要负责人|创办人|创建人"
)
TITLES = f"(?:{_LEADS}|{_HONOUR}|{_OCCUPATION})"
"""Words for what somebody is or does, as a pattern: they stand beside names and are no part of them."""
_TITLE_BESIDE = re.compile(f"{TITLES}|{TITLES}.+|.+{TITLES}")
LEADS = re.compile(_LEADS)
"""Those of them that say that somebody leads a studio."""
_UNIT = re.compile(
    r"公司|集团|工作室|工会|委员会|中心|医院|学校|车间|班组|小组|团队|部门|单位|有限|全体|(?<=\w{3})(?:厂|局|站|所|院|部|科)$"
)
_EMPTY = frozenset(
    {"待定", "空缺", "暂无", "同上", "不详", "未定", "待补", "暂缺", "保密", "无名", "没有", "未知", "待聘", "见附件"}
)
_LONGEST = 24


@lru_cache(1 << 14)
def tidy(text: str) -> str:
    """A name as it is recorded: 王　明 → 王明, 买买提 ‧ 艾力 → 买买提·艾力, O'Neil → O’Neil."""
    text = _DOT_BETWEEN.sub(DOT, _INVISIBLE.sub("", text).strip())
    text = _LATIN_DOT.sub(DOT, _APOSTROPHE.sub("’", text))
    return _GAP.sub("", " ".join(text.split()))


@lru_cache(1 << 14)
def key(name: str) -> str:
    """The form in which names are compared: without spaces and dots, in one width and case: 买买提艾力 for 买买提·艾力."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", _INVISIBLE.sub("", name))).casefold()


def stands_in(name: str, text: str) -> bool:
    """Whether a name stands in a text, with whatever dots and spaces between its characters."""
    return place_in(name, text) >= 0


def place_in(name: str, text: str) -> int:
    """The index at which a name stands in a text, spelled in any way; -1 when it does not."""
    at = text.find(name)
    found = _spellings(name).search(text) if at < 0 and name[0] in text else None
    return found.start() if found else at


def after(name: str, text: str) -> str:
    """What follows a name at the beginning of a text, however it is spelled there; the text itself when it begins otherwise."""
    found = _spellings(name).match(text)
    return text.removeprefix(name) if text.startswith(name) or not found else text[found.end() :]


@lru_cache(1 << 10)
def _spellings(name: str) -> re.Pattern[str]:
    gap = rf"[^\S\n]?[{re.escape(re.sub('[。｡.．]', '', DOTS))}]?[^\S\n]?"
    return re.compile(gap.join(map(re.escape, _IGNORED.sub("", name))) or "(?!)")


def length(name: str) -> int:
    """The characters of a name without dots and spaces, a variant as one."""
    return sum(map(_is_letter, name))


def _is_letter(character: str) -> bool:
    return character.isalpha() or has_han(character)


def is_han(text: str) -> bool:
    """Whether a text consists of Chinese characters alone."""
    return bool(_ALL_HAN.fullmatch(text))


def has_han(text: str) -> bool:
    """Whether a text holds a Chinese character."""
    return bool(_HAN.search(text))


def is_compound_surname(text: str) -> bool:
    """Whether a text is a surname of two characters, and no name."""
    return surnames.is_compound(text)


def is_full(text: str) -> bool:
    """Whether a tidy text is certainly the whole name of one person: surname and given name, or parts with dots."""
    if DOT in text:
        return all(len(part) > 1 for part in text.split(DOT))
    given = surnames.split(text)[1]
    return is_han(text) and surnames.begins(text) and 1 <= length(given) <= 2 and not surnames.is_compound(text)


def is_transliterated(text: str) -> bool:
    """Whether all characters of a text are such as spell names of other languages."""
    return set(text) <= _TRANSLITERATED | {DOT}


@lru_cache(1 << 14)
def doubt(name: str) -> str | None:
    """Why a tidy text does not look like the name of one person, as a term: `digits`, `single` …; None when it does."""
    return next((reason for reason, found in _DOUBTS.items() if found(name)), None)


def _is_strange(character: str) -> bool:
    known = _is_letter(character) or character in _BESIDE_LETTERS
    return not known and unicodedata.category(character)[0] != "M"


def _holds_two(name: str) -> bool:
    """Whether a name of five or six characters is two names of people written together, or two with a word between them."""
    if not is_han(name) or not 5 <= len(name) <= 7 or is_transliterated(name):
        return False
    joined = any(sign in name[2:-2] for sign in "和与及")
    return joined or any(
        name[0] in surnames.COMMON and name[cut] in surnames.COMMON and not is_transliterated(name[cut:])
        for cut in (2, 3)
        if 2 <= len(name) - cut <= 3
    )


_DOUBTS: dict[str, Callable[[str], object]] = {
    "no-name": lambda name: name in _EMPTY or not length(name),
    "digits": lambda name: any(unicodedata.category(each) in ("Nd", "No") for each in name),
    "punctuation": lambda name: any(map(_is_strange, name)),
    "single": lambda name: length(name) < 2,
    "title-beside": _TITLE_BESIDE.fullmatch,
    "and-others": lambda name: name.endswith("等") and length(name) > 2,
    "unit-name": lambda name: length(name) > 3 and _UNIT.search(name),
    "two-people": lambda name: bool(_BETWEEN_HAN.search(name)) or _holds_two(name),
    "too-long-name": lambda name: length(name) > (_LONGEST if is_han(name) else 2 * _LONGEST),
}
"""Reason → whether a name gives it; the first counts."""
