"""The names of real places and bodies in a text, which nothing invented may carry.

Places are all divisions of China, past and present, that python-stdnum lists for identity numbers: provinces and cities by their
names alone (厦门), counties and districts with what they are (思明区), all before a union or a government (思明总工会).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise

_KINDS = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "区", "县", "州", "旗", "盟")
_PEOPLES = re.compile(r"(?:[壮回藏苗彝侗黎傣满羌白瑶畲]|维吾尔|土家|布依|朝鲜|哈尼|哈萨克|蒙古|柯尔克孜|傈僳|景颇)族?$")
_KIND_OR_BODY = "(?:市|省|区|县|总工会|工会|人民政府|教育局)"
_NATIONAL = re.compile(
    "全国总工会|国务院|中共中央|全国人民代表大会|人力资源和社会保障部|交通运输部|教育部(?!门)|"
    r"中国[\u4e00-\u9fff]{2,12}(?:联合会|工会|协会|学会|委员会)"
)
WORDS = frozenset({"日照", "白银", "来宾", "开封", "资源", "合作", "市中", "港口", "新城", "老城"})
"""Names of places that are ordinary words as well."""
ALLOWED = ("北京时间", "以上海", "沿海城市")
"""What reads like such a name and says nothing of the place."""


def found_in(text: str) -> list[str]:
    """The real places and bodies that the text names: the places in no order, then the bodies of the state."""
    for allowed in ALLOWED:
        text = text.replace(allowed, "、")
    pairs = {one + other for one, other in pairwise(text)}
    named = (name for pair in sorted(pairs & _patterns().keys()) for name in _patterns()[pair])
    places = (match[0] for name in named for match in re.finditer(name, text))
    return [*places, *_NATIONAL.findall(text)]


@cache
def _patterns() -> Mapping[str, list[str]]:
    """The first two characters of a place's name → patterns of such places."""
    found = defaultdict(list)
    for name, alone in sorted(dict(sorted(_listed())).items()):
        if len(name) > 1 and name not in WORDS and not name.endswith(_KINDS):
            found[name[:2]].append(name if alone else name + _KIND_OR_BODY)
    return found


def _listed() -> Iterator[tuple[str, bool]]:
    """Each division's name without what it is, and whether it is a province or a city."""
    table = (files("stdnum") / "cn" / "loc.dat").read_text(encoding="utf-8")
    for code, quoted in re.findall(r'^\s*(\d+) \w+="([^"]*)"', table, re.MULTILINE):
        for name in re.findall(r"[\u4e00-\u9fff]+", quoted):
            yield _short(name), len(code) == 2 or code.endswith("00")


def _short(name: str) -> str:
    """厦门市 → 厦门, 甘南藏族自治州 → 甘南, 西区 → 西区."""
    kind = next((kind for kind in _KINDS if name.endswith(kind) and len(name) > len(kind) + 1), "")
    short = name.removesuffix(kind)
    return _PEOPLES.sub("", short) or short if kind.startswith("自治") else short
