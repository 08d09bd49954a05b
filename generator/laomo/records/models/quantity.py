"""Quantities as unions publish them: `800余万元`, `近300次`, `1.2亿元`, `数亿元`.

About a quarter of published figures are vague, so a quantity keeps its text for display and its parts for calculation.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

Qualifier = Literal["exact", "over", "at_least", "about", "near", "vague"]

_PREFIXES: dict[str, Qualifier] = {
    "约": "about",
    "大约": "about",
    "近": "near",
    "将近": "near",
    "超": "at_least",
    "超过": "at_least",
    "逾": "at_least",
    "至少": "at_least",
    "不少于": "at_least",
    "不低于": "at_least",
}
_SUFFIXES: dict[str, Qualifier] = {"余": "over", "多": "over", "以上": "at_least", "左右": "about"}
_VAGUE = re.compile(r"(?:数|几|若干|多)\s*(?:[十百千万亿]+\s+)?[^\d\s]+")
_EXACT = re.compile(
    rf"(?P<prefix>{'|'.join(sorted(_PREFIXES, key=len, reverse=True))})?\s*"
    r"(?P<number>-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*"
    r"(?:(?P<scale>[十百千万亿]*)(?P<suffix>余|多)\s*)?(?P<unit>(?!以上|左右)[^\d\s.,][^\d]*?(?:\d[^\d]*)?)?(?P<tail>以上|左右)?"
)
PATTERN = "^(?:" + "|".join(re.sub(r"\?P<\w+>", "?:", each.pattern) for each in (_EXACT, _VAGUE)) + ")$"
"""A quantity as one pattern without named groups, for JSON Schema."""
_PER_WAN_YUAN = {
    "元": Decimal("0.0001"),
    "千元": Decimal("0.1"),
    "万元": Decimal(1),
    "百万元": Decimal(100),
    "千万元": Decimal(1000),
    "亿元": Decimal(10_000),
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its text as typed. `value` is in `unit` (`800余万元` → 800 `万元`), and None for a vague figure."""

    text: str
    qualifier: Qualifier
    value: Decimal | None
    unit: str

    def in_wan_yuan(self) -> Decimal | None:
        """The amount in 万元; None if it has no value or is not money."""
        rate = _PER_WAN_YUAN.get(self.unit)
        return None if rate is None or self.value is None else self.value * rate

    @property
    def lacks_unit(self) -> bool:
        """Whether it does not say what is counted: 500, 800多万, 1.2亿."""
        return not self.unit.strip("十百千万亿余多 -~～—至到.0123456789")

    def __str__(self) -> str:
        return self.text


@lru_cache(1 << 16)  # the same figures occur many times
def parse(text: str) -> Quantity:
    """Parse a quantity as typed. Raises ValueError if the text is not a quantity."""
    text = text.strip()
    if found := _EXACT.fullmatch(text):
        word = found["suffix"] or found["tail"]
        qualifier = _PREFIXES.get(found["prefix"] or "", "exact")
        if qualifier == "exact" and word:
            qualifier = _SUFFIXES[word]
        return Quantity(
            text,
            qualifier,
            Decimal(found["number"].replace(",", "")),
            (found["scale"] or "") + (found["unit"] or "").strip(),
        )
    if _VAGUE.fullmatch(text):
        return Quantity(text, "vague", None, re.sub(r"^(?:数|几|若干|多)\s*", "", text))
    raise ValueError(text)
