"""The category that a text states: the name of a studio, the title of a list, or a cell in other words than ours."""

import re
import unicodedata

_MODEL_WORKER = re.compile(r"劳模|劳动模范")
_CRAFTSMAN = re.compile(r"工匠(?!学院|学校)")
_OTHERS = (
    ("技能大师", re.compile(r"技能大师|技术大师")),
    ("技能人才", re.compile(r"技能人才|技师(?!学院)")),
    ("巾帼", re.compile(r"巾帼")),
    ("传统工艺", re.compile(r"传统工艺|传统技艺")),
)
_WORKERS = re.compile(r"职工[\s()、]*(技术|技能|科技)?(创新)?[\s()]*(工作室|工作站|创新站|$)")
"""职工 counts where it says whose studio it is: not in 职工医院."""


def stated(text: str) -> str | None:
    """The category; None when the text states none, or more than one: 劳模（工匠）, 劳模、工匠 and 劳模工匠 are one, 劳模和工匠人才."""
    text = unicodedata.normalize("NFKC", text)
    others = [word for word, pattern in _OTHERS if pattern.search(text)]
    if _MODEL_WORKER.search(text):
        if _CRAFTSMAN.search(text):
            return None if others else "劳模和工匠人才"
        others.append("劳模")
    elif _CRAFTSMAN.search(text):
        others.append("工匠")
    if not others and _WORKERS.search(text):
        return "职工"
    return others[0] if len(others) == 1 else None
