"""Finds the values of a record by field name or type, for rules that hold wherever such a value occurs."""

from functools import cache
from typing import Any, get_args, get_origin

from laomo.problems.problem import Loc
from laomo.records.models import Record

Leaf = tuple[Loc, Any]


class _NoType:
    """No value is of this type. NoneType in its place would lead into every field that may be left out."""


def leaves(value: Any, names: frozenset[str], kind: type = _NoType) -> list[Leaf]:
    """The single values inside `value` whose field has one of these names or that have this type; empty ones are left out.

    Each comes with its path from the top of the record. Fields whose type cannot contain such a value are skipped, because
    a large site has millions of values.
    """
    found: list[Leaf] = []
    _gather(found, value, (), names, kind)
    return found


def _gather(found: list[Leaf], value: Any, loc: Loc, names: frozenset[str], kind: type) -> None:
    if isinstance(value, Record):
        for name in _fields_to_search(type(value), names, kind):
            each = getattr(value, name)
            if each is not None and each != ():
                _gather(found, each, (*loc, name), names, kind)
    elif isinstance(value, tuple | dict):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            _gather(found, each, (*loc, key), names, kind)
    elif isinstance(value, kind) or loc[-1] in names:
        found.append((loc, value))


@cache
def _fields_to_search(model: type[Record], names: frozenset[str], kind: type) -> tuple[str, ...]:
    """The fields of a model that are, or can contain, such a value."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if name in names or _can_contain(field.annotation, names, kind))


def _can_contain(annotation: Any, names: frozenset[str], kind: type) -> bool:
    if get_origin(annotation):
        return any(_can_contain(each, names, kind) for each in get_args(annotation))
    if not isinstance(annotation, type):
        return False
    if issubclass(annotation, Record):
        return bool(_fields_to_search(annotation, names, kind))
    return issubclass(annotation, kind)
