"""How much the wording of records repeats itself: the likeness of two achievements, and how often a phrase returns.

Likeness is difflib's ratio of title, problem, solution and effect: twice the characters that both have in the same order, divided by
the characters of both. An editor who marks what stands in both texts gets the same share; figures are folded, since another figure
makes no other text. Only pairs that share enough runs of four characters are compared: the others cannot reach the limit.

A phrase is a run of six or more Chinese characters between two punctuation marks. Each figure with its unit counts as “某数”, and
names of people, bodies and places as “某”, so that 由43小时降到6小时 and 由18次降到2次 are the same phrase.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from laomo.records.models import vocabulary

RUN = 4
SHARED = 0.3
"""Two texts with a ratio of more than 0.6 have more than this share of their runs of four characters in common."""
PHRASE = 6

LABELS = {
    "id", "kind", "disclosure", "innovation", "area", "kinds", "status", "source", "scope", "level", "state", "audience",
    "types", "category", "industry", "host", "region", "results", "number", "unit", "skill_grade", "by_grade", "by_age",
    "by_education", "sources", "period",
}  # fmt: skip
DATES = {"updated", "founded", "date", "start", "end", "as_of", "submitted", "plaque"}
NAMED = {"name", "units", "former_names", "body", "owner", "partner", "partners", "place"}
NOT_TEXT = LABELS | DATES | NAMED
"""Fields with a label of a closed list, a date, or a name; where a name stands in another text of the record, it is not counted."""
FIXED = re.compile(
    "|".join(
        sorted(
            (
                *vocabulary.RESULT_KINDS,  # the law's and the unions' names of results: 实用新型专利, 软件著作权
                *(name + "创新工作室" for name in ("劳模", "劳模和工匠人才", "技能人才", "职工", "巾帼")),
                *("云屿市总工会", "东澜省总工会"),
            ),
            key=len,
            reverse=True,
        )
    )
)
"""Labels that nobody may word otherwise."""

_FIGURE = re.compile(
    r"[约近]?[\d.]+余?[万亿]?(?:[%‰]|[个余]?[次分小天月年周秒元件处人工吨千毫厘米克升度条张项台套家单起行点册桶公平立摄片支份例]?[钟时平立方克米瓦升氏度数日]*)"
)
_CHINESE = re.compile(r"[一-鿿]+")


class Likeness(NamedTuple):
    """Two achievements and the ratio of what they have in common, 0 to 1."""

    ratio: float
    one: int
    other: int


def wording(achievement: Mapping[str, Any]) -> str:
    """An achievement's title and texts in one string, with each figure folded to 0."""
    parts = (achievement.get(key) for key in ("title", "problem", "solution", "effect"))
    return re.sub(r"\d+(?:\.\d+)?", "0", "".join(str(part) for part in parts if part))


def alike(texts: Sequence[str], limit: float) -> list[Likeness]:
    """All pairs of texts that are more alike than the limit (at least 0.5), the most alike first."""
    found = [Likeness(_ratio(texts[i], texts[j], limit), i, j) for i, j in _candidates(texts)]
    return sorted((pair for pair in found if pair.ratio > limit), reverse=True)


def _ratio(one: str, other: str, limit: float) -> float:
    """The larger ratio of both directions; 0 if it is plainly below the limit."""
    matcher = SequenceMatcher(None, *sorted((one, other)), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() > limit else 0.0


def _candidates(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of indices of texts with many runs in common."""
    seen: defaultdict[str, list[int]] = defaultdict(list)
    sizes: list[int] = []
    for index, text in enumerate(texts):
        runs = {text[at : at + RUN] for at in range(max(len(text) - RUN + 1, 1))}
        common: Counter[int] = Counter()
        for run in runs:
            common.update(seen[run])
            seen[run].append(index)
        yield from (
            (other, index) for other, count in common.items() if 2 * count > SHARED * (len(runs) + sizes[other])
        )
        sizes.append(len(runs))


def phrases(records: Iterable[Mapping[str, Any]]) -> Counter[str]:
    """Phrase → in how many records it stands. Of phrases within each other only the longest that is as frequent is kept."""
    counts: Counter[str] = Counter()
    for record in records:
        names = re.compile("|".join(map(re.escape, sorted(_names(record), key=len, reverse=True))) or "(?!)")
        found: set[str] = set()
        for text in _texts(record):
            folded = _FIGURE.sub("某数", FIXED.sub("|", names.sub("|", text)))
            for run in _CHINESE.findall(folded):
                found.update(run[at : at + PHRASE] for at in range(len(run) - PHRASE + 1))
        counts.update(found)
    return counts


def _texts(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, part in value.items():
            if name == "place" and isinstance(part, Mapping):
                yield from _texts({"equipment": part.get("equipment", ())})
            elif name in {"leaders", "rules"} or name not in NOT_TEXT:
                yield from _texts(part, name)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts(part, key)
    elif value is not None and key not in NOT_TEXT:
        yield str(value)


def _names(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield from _names(part, name)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _names(part, key)
    elif key in NAMED and value and len(str(value)) > 1:
        yield str(value)
