"""What people write where they have nothing to write: 无, —, 待定, 见附件; and the signs that repeat what stands above: 同上, 〃.

None of these is a value. A text without any letter or digit says nothing either.
"""

import re
import unicodedata
from functools import lru_cache

_NOTHING = re.compile(
    r"[无空略]+|无此.{0,2}|(?:暂|尚|还|均|皆|全|都)?(?:没有|无|未有|未定|缺|空缺|空白)|(?:暂|尚|还)?(?:不详|不明|未知|不知道?|不清楚?|不确定|未明确?)|"
    r"(?:暂|尚|还)?(?:未|没有?)(?:填写?|提供|公布|确定|定|报送?|上报|统计|登记|核实|命名|成立|挂牌)|(?:暂|暂时)(?:无|空|缺|略|未定|不填|不详)|"
    r"(?:待|等待|有待)(?:定|补充?|填写?|核实?|查|确认|确定|完善|报送?|上报|统计|更新|审核?|通知)|不填|免填|不适用|不涉及|不明确|"
    r"(?:详情?|请|具体|另)?(?:见|参见|参照|同|如)(?:本表)?(?:附件|附表|附页|附录|附后|附|后附|后|另页|另表|下表|背面|名单|名册|资料|材料|登记表|申报表)[\w]{0,6}|"
    r"另附|附后|附件|另行上报|x{2,}|"
    r"na|none|null|nil|nan|tbd|tba|unknown|undefined|blank|todo",
    re.IGNORECASE,
)
_DITTO_SIGNS = frozenset("〃″“”\"'‘’＂〞〟々‶‴")
_DITTO = re.compile(r"(?:内容)?同(?:上|前|上行|上一行|上格|上一格|上面|上述|上同)?|上同|ditto", re.IGNORECASE)
_FIRST = frozenset(re.findall("[一-鿿]", _NOTHING.pattern + _DITTO.pattern))
"""Every Chinese character that any of these can begin with, and more."""
_UNITS = frozenset("%‰‱°¥$€£")
"""Signs that are units by themselves."""
BLANK = "【填："
"""How a blank begins that somebody is to fill in, as the drafts of a new site have them: 【填：发文单位】."""
_LONGEST = 16
"""Letters and digits of the longest placeholder."""


def is_empty(text: str) -> bool:
    """Whether a text says nothing: it has no letter and no digit, or is a word such as 无, 待定 or 见附件."""
    said = _said(text)
    return not said or (len(said) <= _LONGEST and bool(_NOTHING.fullmatch(said)))


def is_ditto(text: str) -> bool:
    """Whether a text repeats what stands above it."""
    signs = "".join(text.split())
    if signs and _DITTO_SIGNS.issuperset(signs):
        return True
    return len(signs) <= _LONGEST and bool(_DITTO.fullmatch(_said(signs)))


def is_placeholder(text: str) -> bool:
    """Whether a text stands for a value and is none, or has a blank left."""
    if BLANK in text:
        return True
    if len(text) > 2 * _LONGEST and text[:1].isalnum() and text[1:2].isalnum():
        return False  # a sentence, as most texts are
    if "一" <= text[:1] <= "鿿" and text[0] not in _FIRST:
        return False  # a name, as most of the others are
    return _is_short_placeholder(text)


@lru_cache(1 << 16)  # the same texts occur many times
def _is_short_placeholder(text: str) -> bool:
    return is_empty(text) or is_ditto(text)


def _said(text: str) -> str:
    """The letters, digits and signs of units in a text, in half width."""
    plain = unicodedata.normalize("NFKC", text[:200])
    if plain.isalnum():  # nearly always
        return plain
    return "".join(character for character in plain if character.isalnum() or character in _UNITS)
