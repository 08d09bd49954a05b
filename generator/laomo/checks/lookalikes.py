"""名称不与别人的名称看起来一样：全角和半角、部首和汉字（⼯和工）、片假名和汉字（ロ和口）、俄文字母和拉丁字母（А和A），读者分不出来。

Passes: “数控A组劳模创新工作室”和“数控B组劳模创新工作室”。
Fails: “数控A组劳模创新工作室”和“数控Ａ组劳模创新⼯作室”；同一家工会有两家名称相同的工作室。
"""

import unicodedata
from collections.abc import Iterable, Iterator

from laomo.problems.problem import Loc, Problem
from laomo.records.layout import shown
from laomo.registry.registry import Registry

_KATAKANA = ("エカタトニハロ〇ー—–−―", "工力夕卜二八口o-----")
_CYRILLIC = ("авекмнорстухіјѕ", "abekmhopctyxljs")
_GREEK = ("αβεζηικμνορτυχ", "abezhlkmnoptyx")
_DIGITS = ("01i", "oll")
_LOOKALIKES = {
    **str.maketrans(*_KATAKANA),
    **str.maketrans(*_CYRILLIC),
    **str.maketrans(*_GREEK),
    **str.maketrans(*_DIGITS),
}
"""Lower-case characters that look alike: those of Unicode's confusables (UTS 39) that NFKC keeps and that names may contain."""


def check(registry: Registry) -> Iterator[Problem]:
    studios = ((studio.name, studio.union.id, shown(studio.path), ("name",)) for studio in registry.studios)
    yield from _alike(studios)
    unions = enumerate(registry.unions)
    yield from _alike(
        (union.name, union.parent or "", "studios/unions.yml", ("unions", n, "name")) for n, union in unions
    )


def _alike(names: Iterable[tuple[str, str, str, Loc]]) -> Iterator[Problem]:
    """Compare tuples of name, owner, path and place. Different owners may use the same name, but not one that looks the same."""
    first: dict[str, tuple[str, str]] = {}
    for name, owner, path, loc in names:
        skeleton = _skeleton(name)
        if skeleton not in first:
            first[skeleton] = name, owner
        elif first[skeleton] == (name, owner) or first[skeleton][0] != name:
            yield Problem(path, "name-lookalike", loc, {"value": name, "other": first[skeleton][0]}, severity="warning")


def _skeleton(name: str) -> str:
    """The same string for all names that look alike (UTS 39 calls it a skeleton)."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().translate(_LOOKALIKES).split())
