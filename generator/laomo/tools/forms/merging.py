"""A record as the form opened it, as the clerk saved it, and as it is now: what the clerk has changed is laid over what is there now.

So what others have changed meanwhile stays, and where both have changed one field, nobody's work is lost unasked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from laomo.problems.problem import Loc
from laomo.records.models.base import YES_NO
from laomo.records.yaml.reader import Tree

Item = dict[str, Tree]


@dataclass(frozen=True, slots=True)
class Merged:
    """A record, and the fields that were changed on both sides, which it has as they are now."""

    record: Item
    conflicts: tuple[Loc, ...]


def merged(base: Item, saved: Item, now: Item, sent: Sequence[Item] = ()) -> Merged:
    """`now` with the changes that lead from `base` to `saved`. What has not changed keeps its spelling, and its place among the fields.

    `sent` are earlier states that the clerk saved, oldest first: a field that is now as it was in one of them was imported from there.
    """
    conflicts: list[Loc] = []
    record = _mapping((base, *sent), saved, now, (), conflicts)
    return Merged(record, tuple(conflicts))


def same(one: Tree | None, other: Tree | None) -> bool:
    """Whether two values say the same: blanks at their ends and line breaks aside, 有 for 是, and nothing for what is empty."""
    if not one or not other:
        return not one and not other
    if isinstance(one, dict) and isinstance(other, dict):
        return all(same(one.get(key), other.get(key)) for key in one.keys() | other.keys())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, str) and isinstance(other, str):
        return one.split() == other.split() or (one in YES_NO and other in YES_NO and YES_NO[one] == YES_NO[other])
    return False


def _mapping(bases: Sequence[Item], saved: Item, now: Item, loc: Loc, conflicts: list[Loc]) -> Item:
    found: Item = {}
    for key in _in_order(now, saved):
        value = _value([each.get(key) for each in bases], saved.get(key), now.get(key), (*loc, key), conflicts)
        if value:
            found[key] = value
    return found


def _value(
    bases: Sequence[Tree | None], saved: Tree | None, now: Tree | None, loc: Loc, conflicts: list[Loc]
) -> Tree | None:
    base = next((each for each in reversed(bases) if same(each, now)), bases[0])
    if same(saved, base) or same(saved, now):
        return now
    if isinstance(saved, dict) and isinstance(now, dict) and isinstance(base, dict | None):
        return _mapping([each if isinstance(each, dict) else {} for each in bases], saved, now, loc, conflicts)
    if same(now, base):
        return None if saved is None else _spelled_like(saved, now)
    conflicts.append(loc)
    return now


def _spelled_like(saved: Tree, now: Tree | None) -> Tree:
    """The saved value; what is the same in both is spelled as it is now."""
    if same(saved, now) and now is not None:
        return now
    if isinstance(saved, dict):
        before = now if isinstance(now, dict) else {}
        return {key: _spelled_like(saved[key], before.get(key)) for key in _in_order(before, saved) if saved.get(key)}
    if isinstance(saved, list):
        return _items(saved, now if isinstance(now, list) else [])
    text = "\n".join(line.rstrip() for line in saved.strip().splitlines())
    return f"{text}\n" if "\n" in text else text


def _items(saved: list[Tree], now: list[Tree]) -> list[Tree]:
    """The saved items; each is compared with the same one of now, wherever it was, else with that in its place."""
    kept = [each for each in saved if each]
    return [
        _spelled_like(each, next((old for old in now if same(each, old)), there))
        for each, there in zip_longest(kept, now[: len(kept)])
    ]


def _in_order(now: Item, saved: Item) -> list[str]:
    """The fields of both: those of now in their order, each new one after that which it follows in the form."""
    order = list(now)
    before: str | None = None
    for key in saved:
        if key not in now:
            order.insert(order.index(before) + 1 if before is not None else 0, key)
        before = key
    return order
