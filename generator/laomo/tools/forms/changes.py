"""The texts of a record, and what differs between two states of it."""

from collections.abc import Iterator

from laomo.problems.problem import Loc
from laomo.records import layout, validation
from laomo.records.yaml.reader import Tree
from laomo.tools.forms.contents import Item
from laomo.tools.spreadsheets.draft import Difference


def texts(tree: Tree, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text in a record with its place."""
    if isinstance(tree, str):
        yield loc, tree
        return
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield from texts(value, (*loc, key))


def new_texts(tree: Item, before: Item) -> Iterator[tuple[Loc, str]]:
    """The texts that the record did not hold before, anywhere."""
    known = {text for _, text in texts(before)}
    return ((loc, text) for loc, text in texts(tree) if text not in known)


def differences(kind: str, before: Item, after: Item) -> Iterator[Difference]:
    """The fields of a record that differ, each in a few words."""
    for key in dict.fromkeys([*before, *after]):
        if before.get(key) != after.get(key):
            title = validation.title(layout.KINDS[kind].model, (key,))
            yield Difference(
                title[0] if isinstance(title, tuple) else key, _said(before.get(key)), _said(after.get(key))
            )


def _said(tree: Tree | None) -> str:
    """A value in words; of a list, the first word of each item."""
    if tree is None or isinstance(tree, str):
        return tree or ""
    below = tree.values() if isinstance(tree, dict) else (_first(each) for each in tree)
    return "、".join(filter(None, map(_said, below)))


def _first(tree: Tree) -> str:
    return tree if isinstance(tree, str) else next((text for _, text in texts(tree)), "")
