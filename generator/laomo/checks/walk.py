"""Every value of a record with its place: for rules about a kind of value, wherever it stands."""

from collections.abc import Iterator, Mapping
from typing import Any

from laomo.diagnostics import Loc
from laomo.models import Record


def leaves(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """The single values below `value`, empty ones left out, each with its path from the top of the record."""
    if isinstance(value, Record):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name), (*loc, name))
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from leaves(each, (*loc, name))
    elif isinstance(value, tuple):
        for n, each in enumerate(value):
            yield from leaves(each, (*loc, n))
    elif value is not None:
        yield loc, value
