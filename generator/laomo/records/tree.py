"""A record as the tree of texts that its file holds: what `model_validate` reads back as the same record."""

from collections.abc import Mapping, Sequence

from laomo.records.models.base import PartialDate, Record
from laomo.records.models.quantity import Quantity
from laomo.records.yaml.reader import Tree


def tree_of(record: Record) -> dict[str, Tree]:
    """The tree of a record in the order of its model's fields; what has the value of its default is left out."""
    tree: dict[str, Tree] = {}
    for name, about in type(record).model_fields.items():
        value = getattr(record, name)
        default = None if about.is_required() else about.get_default(call_default_factory=True)
        if value is not None and (about.is_required() or value != default):
            tree[name] = _plain(value)
    return tree


def _plain(value: object) -> Tree:  # noqa: PLR0911 (one for each kind of value)
    match value:
        case Record():
            return tree_of(value)
        case bool():
            return "是" if value else "否"
        case str() | int():
            return str(value)
        case PartialDate():
            return value.iso
        case Quantity():
            return value.text
        case Mapping():
            return {str(key): _plain(each) for key, each in value.items()}
        case Sequence():
            return [_plain(each) for each in value]
    raise TypeError(f"{type(value).__name__} has no plain form")
