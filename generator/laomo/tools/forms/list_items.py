"""The items of a list: which are the same on both sides of a merge, and in which order they stand afterwards."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from laomo.records.yaml.reader import Tree

IDENTITY: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "achievements": ("id",),
        "alliances": ("id",),
        "assistance": ("topic", "date"),
        "benefits": ("kind", "period"),
        "by_grade_and_age": ("grade", "age"),
        "exchanges": ("topic", "date"),
        "honours": ("name", "year"),
        "leader_trainings": ("topic", "date"),
        "leaders": ("name",),
        "links": ("address",),
        "measures": ("indicator",),
        "outcomes": ("kind",),
        "pairs": ("mentor", "apprentice"),
        "photos": ("file",),
        "projects": ("title",),
        "promotion": ("place",),
        "recognised_by": ("body", "award", "year"),
        "relations": ("kind", "studio"),
        "rows": ("union",),
        "rules": ("name",),
        "studios": ("studio",),
        "trainings": ("topic", "date"),
    }
)
"""List → the fields of an item that say which it is. An item of a list of texts is its text."""
_MORE: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"honours": ("level", "body"), "outcomes": ("before", "after")}
)
"""Fields that tell items apart where the others do not: one honour may be awarded at two levels in a year, and apprentices rise from and to other grades."""

Key = Hashable


def keyed(
    name: str, states: Sequence[Sequence[Tree]], sent: Sequence[Sequence[Tree]] = ()
) -> tuple[list[dict[Key, Tree]], list[dict[Key, Tree]]] | None:
    """The items of each state of a list by what they are, in their order; None if one does not say which it is, or if two are alike.

    States that the clerk sent earlier (`sent`) are left out where they cannot be read so: they may have been unfinished.
    """
    for fields in (IDENTITY.get(name, ()), (*IDENTITY.get(name, ()), *_MORE.get(name, ()))):
        found = [_keyed(fields, each) for each in states]
        whole = [each for each in found if each is not None]
        if len(whole) == len(found):
            return whole, [each for each in (_keyed(fields, items) for items in sent) if each is not None]
    return None


def _keyed(fields: Sequence[str], items: Iterable[Tree]) -> dict[Key, Tree] | None:
    found: dict[Key, Tree] = {}
    for item in items:
        key = _key(fields, item)
        if key is None or key in found:
            return None
        found[key] = item
    return found


def _key(fields: Sequence[str], item: Tree) -> Key | None:
    if isinstance(item, str):
        return tuple(item.split())
    if not isinstance(item, dict):
        return None
    texts = [item.get(field, "") for field in fields]
    words = [tuple(each.split()) if isinstance(each, str) else None for each in texts]
    return ("", *words) if any(words) and None not in words else None


def order(before: Sequence[Sequence[Key]], saved: Sequence[Key], now: Sequence[Key]) -> list[Key] | None:
    """All items in the order of `now`, or in that of `saved` if only the clerk has put them into another; None if both have.

    `before` are the earlier states. A new item stands after the one that it follows on its own side.
    """
    shared = set(saved) & set(now)
    ours, theirs = _only(saved, shared), _only(now, shared)
    if ours == theirs or any(_agree(each, ours) for each in before):
        return _woven(now, saved)
    return _woven(saved, now) if any(_agree(each, theirs) for each in before) else None


def _only(keys: Sequence[Key], shared: set[Key]) -> list[Key]:
    return [key for key in keys if key in shared]


def _agree(before: Sequence[Key], keys: Sequence[Key]) -> bool:
    """Whether the items that were there before stand in the same order."""
    known = set(before) & set(keys)
    return _only(before, known) == _only(keys, known)


def _woven(first: Sequence[Key], second: Sequence[Key]) -> list[Key]:
    """The items of `first` in their order; each other one of `second` after that which it follows there."""
    found = list(first)
    place = 0
    for key in second:
        if key in found:
            place = found.index(key) + 1
        else:
            found.insert(place, key)
            place += 1
    return found
