"""Values of a record with their places: for rules about a kind of value, wherever it stands."""

from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

from laomo.problems.problem import Loc
from laomo.records.models import Record

Leaf = tuple[Loc, Any]


def leaves(value: Any, names: frozenset[str], kind: type = NoneType) -> list[Leaf]:
    """The single values below `value` whose field has one of these names, or that are of this kind; empty ones left out.

    Each has its path from the top of the record. Fields that cannot lead to such a value, by their type, are not entered: a
    province has millions of values.
    """
    found: list[Leaf] = []
    _gather(found, value, (), names, kind)
    return found


def _gather(found: list[Leaf], value: Any, loc: Loc, names: frozenset[str], kind: type) -> None:
    if isinstance(value, Record):
        for name in _ways(type(value), names, kind):
            each = getattr(value, name)
            if each is not None and each != ():
                _gather(found, each, (*loc, name), names, kind)
    elif isinstance(value, tuple | dict):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            _gather(found, each, (*loc, key), names, kind)
    elif isinstance(value, kind) or loc[-1] in names:
        found.append((loc, value))


@cache
def _ways(model: type[Record], names: frozenset[str], kind: type) -> tuple[str, ...]:
    """The fields of a model by which such a value can be reached."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if name in names or _leads(field.annotation, names, kind))


def _leads(annotation: Any, names: frozenset[str], kind: type) -> bool:
    if get_origin(annotation):
        return any(_leads(each, names, kind) for each in get_args(annotation))
    if not isinstance(annotation, type):
        return False
    return bool(_ways(annotation, names, kind)) if issubclass(annotation, Record) else issubclass(annotation, kind)
