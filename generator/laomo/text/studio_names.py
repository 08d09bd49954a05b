"""The parts of a studio's name: the distinctive part, and the kind of studio."""

import re
from typing import NamedTuple

_HONOURED = ("劳模和工匠人才", "劳模工匠", "劳模", "技能人才", "技能大师", "工匠", "职工", "巾帼")
"""Words for whom a studio is named after. A longer word comes before its own prefix."""
_KIND = re.compile(f"({'|'.join(_HONOURED)})?(创新)?工作室$")
_GENERAL = re.compile(r"示范性|劳动模范|劳模|工匠|高技能|技能人才|技能大师|技师|职工|巾帼|人才|创新|工作室|[^\w]")
"""Generic words, which do not identify a studio wherever they occur in its name."""


class NameParts(NamedTuple):
    """A studio's name in two parts, between which a line may break. Joined, they are the name."""

    own: str
    kind: str
    """劳模创新工作室, 技能大师工作室 …; empty if the name does not end in such words, or consists of them alone."""


def split(name: str) -> NameParts:
    """Split a name into its distinctive part and its kind: 某某水产罐头工艺 and 劳模创新工作室."""
    kind = _KIND.search(name)
    return NameParts(name[: kind.start()], kind[0]) if kind and kind.start() else NameParts(name, "")


def particular(name: str) -> str:
    """The distinctive part of a name without generic words: 高技能人才（焊接）创新工作室 → 焊接; empty if nothing is left."""
    kind = _KIND.search(name)
    return _GENERAL.sub("", name[: kind.start()] if kind else name)
