"""JSON of a house as what YAML would give: mappings, lists and texts, and nothing else."""

from laomo.records.yaml.reader import Tree

Item = dict[str, Tree]
_DEEPEST = 12
"""Levels of a record. The models have six."""


def tree_in(value: object) -> Item:
    """A mapping of texts, lists and mappings. Raises ValueError for anything else."""
    tree = _plain(value, _DEEPEST)
    if not isinstance(tree, dict):
        raise ValueError(type(value).__name__)  # noqa: TRY004 (it is what a house sent that is wrong)
    return tree


def items(value: object) -> list[Item]:
    """The mappings in a list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def texts(value: object) -> list[str]:
    """The texts in a list."""
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _plain(value: object, levels: int) -> Tree:
    if isinstance(value, str):
        return value
    if levels and isinstance(value, list):
        return [_plain(each, levels - 1) for each in value]
    if levels and isinstance(value, dict):
        return {str(key): _plain(each, levels - 1) for key, each in value.items()}
    raise ValueError(type(value).__name__)
