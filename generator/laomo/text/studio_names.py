"""The parts of a studio's name: what is its own, and the words that say what it is, as unions name studios."""

import re
from typing import NamedTuple

_HONOURED = ("劳模和工匠人才", "劳模工匠", "劳模", "技能人才", "技能大师", "工匠", "职工", "巾帼")
"""Whose studio it is, longer words before those that they begin with."""
_KIND = re.compile(f"({'|'.join(_HONOURED)})?(创新)?工作室$")
_GENERAL = re.compile(r"示范性|劳动模范|劳模|工匠|高技能|技能人才|技能大师|技师|职工|巾帼|人才|创新|工作室|[^\w]")
"""What says nothing of one studio in particular, wherever it stands in a name."""


class NameParts(NamedTuple):
    """A studio's name in two parts, between which a line may break; together they are the name."""

    own: str
    kind: str
    """劳模创新工作室, 技能大师工作室 …; empty when the name does not end so, or is nothing else."""


def split(name: str) -> NameParts:
    """A name before and after the break: 某某水产罐头工艺 and 劳模创新工作室."""
    kind = _KIND.search(name)
    return NameParts(name[: kind.start()], kind[0]) if kind and kind.start() else NameParts(name, "")


def particular(name: str) -> str:
    """What no other studio need have in its name: 高技能人才（焊接）创新工作室 → 焊接. Empty when nothing is left."""
    kind = _KIND.search(name)
    return _GENERAL.sub("", name[: kind.start()] if kind else name)
