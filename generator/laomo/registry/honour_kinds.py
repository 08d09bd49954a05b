"""The kind of an honour by its name, in which order honours stand, and which of a leader's honours a nameplate shows."""

from collections.abc import Iterable

from laomo.records.models import Honour, Leader, vocabulary

_LABOUR = ("劳动模范", "五一劳动奖章")
"""What governments and unions award to workers. It stands before professional titles such as 技术能手, whatever their level."""
_AWARDS = (*_LABOUR, "五一劳动奖状", "工人先锋号")
"""The same, with those that a studio or team gets."""
_BY_ENTERPRISE = "企业级"


def kind_of(name: str, level: str | None = None) -> str:
    """The kind of an honour, from its full name and its level: 厦门市五一劳动奖章 → 五一劳动奖章; 其他荣誉 if no kind matches.

    A 劳动模范 is made by a government or a union of a district or above: what an enterprise calls so is 其他荣誉.
    The word 劳模 in 劳模创新工作室 does not count: that is the title of a studio, not of a person.
    """
    name = name.replace("劳模创新工作室", "")
    marks = vocabulary.HONOUR_MARKS.items()
    kind = next((kind for kind, words in marks if any(word in name for word in words)), "其他荣誉")
    return "其他荣誉" if kind == "劳动模范" and level == _BY_ENTERPRISE else kind


def best_honour(leader: Leader) -> str | None:
    """The name of the honour that a leader is introduced with; None without any.

    劳动模范 and 五一劳动奖章 come before all others, then the higher level, then 劳动模范, then the first listed.
    Pass a leader of a public record: revoked honours have been removed there (`publication.py`).
    """
    best = min(leader.honours, key=_rank, default=None)
    return best.name if best else None


def ranked(honours: Iterable[Honour]) -> tuple[Honour, ...]:
    """Honours as a page lists them: what governments and unions award, then professional titles and others.

    In both groups the higher level stands first, then the kind in the order of `HONOUR_KINDS`, then the newer year.
    """
    return tuple(sorted(honours, key=_place))


def _place(honour: Honour) -> tuple[bool, int, int, int]:
    kind = kind_of(honour.name, honour.level)
    level = list(vocabulary.LEVELS).index(honour.level)
    return kind not in _AWARDS, level, list(vocabulary.HONOUR_KINDS).index(kind), -honour.year


def _rank(honour: Honour) -> tuple[bool, int, bool]:
    kind = kind_of(honour.name, honour.level)
    return kind not in _LABOUR, list(vocabulary.LEVELS).index(honour.level), kind != "劳动模范"
