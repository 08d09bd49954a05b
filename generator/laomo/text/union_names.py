"""Which union a text means: 思明区总工会, 思明区工会, 思明区, 思明 are one; a title or a longer name may contain its name."""

import re
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache

from laomo.text.compared import same

Called = Mapping[str, Collection[str]]
"""Unions by their ids, each with its id, its name, its short name and its other names."""
_OF_UNIONS = re.compile(r"(总工会|工会委员会|工会联合会|工会|工作委员会|委员会|工委)$")
_OF_PLACES = re.compile(r"(?<=..)(自治州|自治县|[省市区县州盟旗])$")
_LEAST = 2
"""Characters that a part of a name has at least, to say whose it is."""
_WHOLE = 3
"""A name that is not longer than this says nothing in the middle of a text: 总工会."""
_PLACES = frozenset("省市州县区盟旗")


def meant(unions: Called, said: str) -> list[str]:
    """The ids of the unions that a cell or an answer may mean, in their order; empty if none.

    What fits best counts: the id or a name, its place, a name within the text, else the end of a name or a part of it.
    """
    if (found := named(unions, said)) or len(wanted := same(said)) < _LEAST:
        return found
    return _fitting(unions, lambda name: same(name).endswith(wanted)) or _fitting(
        unions, lambda name: wanted in same(name)
    )


def named(unions: Called, text: str) -> list[str]:
    """The ids of the unions that a title names: never by a part of a name alone."""
    wanted, stem = same(text), _stem(text)
    if not wanted:
        return []
    found = _fitting(unions, lambda name: same(name) == wanted) or _fitting(unions, lambda name: _stem(name) == stem)
    return found or _within(unions, wanted)


def alike(one: str, other: str) -> bool:
    """Whether two names differ at most in what they call a union: 屿心区工会 and 屿心区总工会."""
    return _without_union(same(one)) == _without_union(same(other))


def ends_as_one(text: str) -> bool:
    """Whether a text ends as the name of a union or of a place does, whichever it is."""
    return bool(_OF_PLACES.search(text) or _OF_UNIONS.search(text))


def only(unions: Called, said: str) -> str | None:
    """The id of the one union that a text means; None when it means none, or may mean several."""
    found = meant(unions, said)
    return found[0] if len(found) == 1 else None


def _fitting(unions: Called, fits: Callable[[str], bool]) -> list[str]:
    return [union for union, names in unions.items() if any(map(fits, names))]


def _within(unions: Called, wanted: str) -> list[str]:
    """The unions whose names are in a text, or behind the name of a place in it: 厦门市思明区. Of a name within another, the longer one."""
    found = {
        union: [_stem(name) for name in names if _is_in(same(name), wanted) or _is_behind(name, wanted)]
        for union, names in unions.items()
    }
    every = {name for names in found.values() for name in names}
    return [
        union
        for union, names in found.items()
        if any(not any(name in other and name != other for other in every) for name in names)
    ]


def _is_in(name: str, wanted: str) -> bool:
    return len(name) > _WHOLE and name in wanted


def _is_behind(name: str, wanted: str) -> bool:
    """Whether a union of this name is that of the place, or of the trade, with which a text ends."""
    pairs = ((form(same(name)), form(wanted)) for form in (_stem, _without_union))
    return any(
        len(own) >= _LEAST and text.endswith(own) and text.removesuffix(own)[-1:] in _PLACES for own, text in pairs
    )


@lru_cache(1 << 13)  # every row of a list is held against the same unions
def _stem(name: str) -> str:
    """What tells unions apart: 湖里区总工会 and 湖里 → 湖里."""
    return _OF_PLACES.sub("", _without_union(same(name)))


@lru_cache(1 << 13)
def _without_union(name: str) -> str:
    return _OF_UNIONS.sub("", name)
