"""The parts of a studio's name: the distinctive part, and the kind of studio."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from laomo.text import person_names, surnames

_HONOURED = ("劳模和工匠人才", "劳模工匠", "劳模", "技能人才", "技能大师", "工匠", "职工", "巾帼")
"""Words for whom a studio is named after. A longer word comes before its own prefix."""
_KIND = re.compile(f"({'|'.join(_HONOURED)})?(创新)?工作室$")
_GENERAL = re.compile(
    r"示范性?|标杆|重点|优秀|特色|首批|劳动模范|先进工作者|劳模|大国工匠|工匠|高技能|技术?能手|技能人才|技能大师|首席|高级|特级|名师|大师|技师|领军|"
    r"职工|员工|青年|青工|女工|巾帼|人才|专家|创新|创效|创业|创造|工作室|工作站|实训基地|基地|团队|联盟|联合"
)
"""Generic words, which do not identify a studio wherever they occur in its name."""
_DIGIT = "[一二三四五六七八九十百零〇\\d]"
_NUMBER = f"{_DIGIT}+"
_ORDINAL = re.compile(rf"第{_NUMBER}|[（(]{_NUMBER}[）)]|(?<!{_DIGIT}){_NUMBER}号$|^{_NUMBER}号")
_QUOTED = re.compile(r"[“”\"'‘’「」『』《》]([^“”\"'‘’「」『』《》]{1,40})[“”\"'‘’「」『』《》]")
_JOINING = re.compile(
    r"(?:^|(?<=\s))(?:[和与及暨或的]|以及)+(?=\s|$)|(?<=\w\w)(?<![饱中总缓调混])[和与及暨](?![谐平美顺气睦])(?=\w\w)"
)
"""和 between generic words, and between two words that stay (焊接和钳工), but not within one (饱和蒸汽, 和谐客运)."""
_TRADE = re.compile(
    r"高[压速温炉铁分]|金属|石[油化材]|车[工辆削床]|安[全装防]|管[道网线理]|水[泥电暖务利产]|计[量算]|平台|康复|温控|方[便舱]|包装|"
    r"应急|成[型套]|时装|云计算|万吨|白酒|江海|华[北南东中]|常规|路桥|乐器|花[卉艺]|米面|毛纺|苗木|项目|强电|茶|农|连铸|通[信用讯]|步进|古建|师[带资]|家[具电政]|景观|党建"
)
"""Words of trades that begin with a surname: 高压, 车工."""
_TRADE_ENDS = frozenset("工机电焊铸锻铣磨钻炉泵阀桥船轨网")
"""The last character of short words of trades."""
_LONGER = 4
"""Characters that a name of two or three characters does not have."""


class NameParts(NamedTuple):
    """A studio's name in two parts. Joined, they are the name."""

    own: str
    kind: str
    """劳模创新工作室, 技能大师工作室 …; empty if the name does not end in such words, or consists of them alone."""


def split(name: str) -> NameParts:
    """Split a name into its distinctive part and its kind: 某某水产罐头工艺 and 劳模创新工作室."""
    kind = _KIND.search(name)
    return NameParts(name[: kind.start()], kind[0]) if kind and kind.start() else NameParts(name, "")


def particular(name: str, leaders: Iterable[str] = ()) -> str:
    """The distinctive part of a name without generic words and without people: 高技能人才（焊接）创新工作室 → 焊接; empty if nothing is left.

    A brand in quotation marks counts only where nothing else is left. Nothing is kept of what may be the name of a person who is not among the
    leaders: 张三焊接劳模创新工作室, led by somebody else.
    """
    for leader in leaders:
        if leader and (at := person_names.place_in(leader, name)) >= 0:
            name = name[:at] + " " + person_names.after(leader, name[at:])
    kept = _without_generic(_QUOTED.sub(" ", name))
    if len(kept) > 1 and not may_be_person(kept):
        return kept
    brand = _without_generic(" ".join(_QUOTED.findall(name)))
    return "" if brand[:1] in surnames.COMMON or brand[:2] in surnames.READINGS else brand


def _without_generic(name: str) -> str:
    kept = re.sub(r"[^\w\s]", " ", _GENERAL.sub(" ", _ORDINAL.sub(" ", name)))
    while (joined := _JOINING.sub(" ", kept)) != kept:
        kept = joined
    return re.sub(r"\s", "", kept)


def may_be_person(text: str) -> bool:
    """Whether a text begins with what may be the name of a person."""
    short = len(text) < _LONGER
    if text[1:2] == "某":
        return True
    if _TRADE.match(text) or (short and text[-1:] in _TRADE_ENDS):
        return False
    begins = text[:1] in surnames.COMMON or text[:2] in surnames.READINGS or (short and surnames.begins(text))
    return (begins and person_names.is_han(text[:2])) or (len(text) > 1 and person_names.is_transliterated(text))
