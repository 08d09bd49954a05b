"""A record as the form opened it, as the clerk saved it, and as it is now: what the clerk has changed is laid over what is there now.

So what others have changed meanwhile stays, and where both have changed one field, nobody's work is lost unasked. Lists that
both have changed are merged by their items, see `list_items`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from laomo.problems.problem import Loc
from laomo.records.yaml.reader import Tree
from laomo.tools.forms import list_items
from laomo.tools.forms.contents import Item
from laomo.tools.forms.sameness import same


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


def _mapping(bases: Sequence[Item], saved: Item, now: Item, loc: Loc, conflicts: list[Loc]) -> Item:
    found: Item = {}
    for key in _in_order(now, saved):
        value = _value([each.get(key) for each in bases], saved.get(key), now.get(key), (*loc, key), conflicts)
        if value:
            found[key] = value
        elif key in now and value is now[key]:  # an empty list in the file is not the clerk's doing
            found[key] = now[key]
    return found


def _value(
    bases: Sequence[Tree | None], saved: Tree | None, now: Tree | None, loc: Loc, conflicts: list[Loc]
) -> Tree | None:
    if same(saved, now) or all(same(saved, each) for each in bases):
        return now
    base = next((each for each in reversed(bases) if same(each, now)), bases[0])
    if isinstance(saved, dict) and isinstance(now, dict) and isinstance(base, dict | None):
        return _mapping([each if isinstance(each, dict) else {} for each in bases], saved, now, loc, conflicts)
    if same(now, base):
        return None if saved is None else _spelled_like(saved, now)
    if isinstance(saved, list) and isinstance(now, list):
        items = _list(bases, saved, now, loc, conflicts)
        if items is not None:
            return items
    conflicts.append(loc)
    return now


def _list(
    bases: Sequence[Tree | None], saved: list[Tree], now: list[Tree], loc: Loc, conflicts: list[Loc]
) -> list[Tree] | None:
    """The items of both; None if they cannot be told apart, or if both have put them into another order."""
    first, *sent = [each if isinstance(each, list) else [] for each in bases]
    keyed = list_items.keyed(str(loc[-1]), [first, saved, now], sent)
    if keyed is None:
        return None
    (opened, ours, theirs), earlier = keyed
    before = [opened, *earlier]
    order = list_items.order([list(each) for each in before], list(ours), list(theirs))
    if order is None:
        return None
    places = {key: number for number, key in enumerate(ours)}
    found: list[Tree] = []
    for key in order:
        at = (*loc, places.get(key, list(theirs).index(key) if key in theirs else 0))
        item = _value([each.get(key) for each in before], ours.get(key), theirs.get(key), at, conflicts)
        if item:
            found.append(item)
    return found


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
