"""What a house leaves out of what it gives to the union above: fields by their paths, such as `leaders.bio`."""

from collections.abc import Iterable

from laomo.records.yaml.reader import Tree


def below(part: str, paths: Iterable[str]) -> tuple[str, ...]:
    """The paths that begin with `part.`, without that: `year.summary` → `summary`."""
    return tuple(path.removeprefix(f"{part}.") for path in paths if path.startswith(f"{part}."))


def pruned(tree: dict[str, Tree], paths: Iterable[str]) -> dict[str, Tree]:
    """The tree without the fields of these paths, which in a list are those of each of its items."""
    for path in paths:
        name, _, rest = path.partition(".")
        if not rest:
            tree = {key: value for key, value in tree.items() if key != name}
        elif name in tree:
            tree = {**tree, name: _without(tree[name], rest)}
    return tree


def _without(value: Tree, path: str) -> Tree:
    if isinstance(value, list):
        return [_without(each, path) for each in value]
    return pruned(value, [path]) if isinstance(value, dict) else value
