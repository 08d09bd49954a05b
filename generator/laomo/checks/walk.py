"""Every value of a record with its place: for rules about a kind of value, wherever it stands."""

from typing import Any

from laomo.diagnostics import Loc
from laomo.models import Record

Leaf = tuple[Loc, Any]


def leaves(value: Any, loc: Loc = ()) -> list[Leaf]:
    """The single values below `value`, empty ones left out, each with its path from the top of the record."""
    found: list[Leaf] = []
    _gather(value, loc, found)
    return found


def _gather(value: Any, loc: Loc, found: list[Leaf]) -> None:
    """A list instead of nested generators: a large city has a million values."""
    if isinstance(value, (str, int)):
        found.append((loc, value))
    elif isinstance(value, Record):
        for name, each in vars(value).items():
            if each is not None:
                _gather(each, (*loc, name), found)
    elif isinstance(value, tuple):
        for n, each in enumerate(value):
            _gather(each, (*loc, n), found)
    elif isinstance(value, dict):
        for name, each in value.items():
            _gather(each, (*loc, name), found)
    else:
        found.append((loc, value))
