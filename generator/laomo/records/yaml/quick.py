"""The tree of a text that has nothing unusual in it, without the places of its values: what nearly every record file is.

The same events of libyaml as in `reader`, in well under half of the time. Whatever is a fault, or only looks like one, gives None, and
the file goes the long way, which says what is wrong and where.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import yaml

from laomo.records.yaml import diagnosis

Tree = dict[str, "Tree"] | list["Tree"] | str

_UNUSUAL = re.compile(r"\\|#(?<=[ \t]#)\S")
"""An escape, which may stand for any character, and a text that YAML may take for a comment. Each begins with a character of its own, so
that a text is passed over fast."""
_SCALAR = yaml.ScalarEvent
_KEY = re.compile(r"\w[\w.:/-]*")
_JOINED = re.compile("[，、]")
_STARTS = ("-", "“")
_NO_VALUE = {"null", "~"}


class _Unusual(Exception):
    """Something that the long way has to look at."""


def read(text: str, deepest: int, most: int) -> dict[str, Tree] | None:
    """The tree of one mapping, or None. `deepest` and `most` are the limits of depth and of nodes; a node takes a character at least."""
    if len(text) > most or not text.replace("\n", "").isprintable() or _UNUSUAL.search(text):
        return None
    try:
        next_event = yaml.CLoader(text).get_event
        next_event()  # the start of the stream
        next_event()  # of the document
        if (
            (top := next_event()).__class__ is not yaml.MappingStartEvent
            or top.anchor is not None
            or top.tag is not None
        ):
            return None
        found = _mapping(next_event, deepest - 1)
        next_event()  # the end of the document
        return found if next_event().__class__ is yaml.StreamEndEvent else None
    except (_Unusual, yaml.YAMLError):
        return None


def _mapping(next_event: Callable[[], Any], deeper: int) -> dict[str, Tree]:
    """The mapping whose start was the last event, without empty values. `deeper` is how many levels there may be below it."""
    mapping: dict[str, Tree] = {}
    empty: list[str] = []
    while (event := next_event()).__class__ is _SCALAR:
        key = event.value
        if event.anchor is not None or event.tag is not None or key in mapping or not _usual_key(key):
            raise _Unusual
        value = mapping[key] = _value(next_event(), next_event, deeper)
        if value == "":
            empty.append(key)
    if event.__class__ is not yaml.MappingEndEvent:
        raise _Unusual
    for key in empty:
        del mapping[key]
    return mapping


@lru_cache(1 << 12)  # records share their keys
def _usual_key(key: str) -> bool:
    named = _KEY.fullmatch(key) and key not in _NO_VALUE
    return bool(named) and (key.isascii() or unicodedata.is_normalized("NFC", key))


def _sequence(next_event: Callable[[], Any], deeper: int, *, flow: bool) -> list[Tree]:
    """The sequence whose start was the last event."""
    items: list[Tree] = []
    while (event := next_event()).__class__ is not yaml.SequenceEndEvent:
        items.append(_value(event, next_event, deeper))
    if flow and len(items) == 1 and isinstance(items[0], str) and _JOINED.search(items[0]):
        raise _Unusual
    return items


def _value(event: Any, next_event: Callable[[], Any], deeper: int) -> Tree:
    """The value that begins with an event."""
    kind = event.__class__
    if deeper < 1 or kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
        raise _Unusual
    if kind is _SCALAR:
        value: str = event.value
        if value in _NO_VALUE or (value.startswith(_STARTS) and diagnosis.suspicious(value, "")[0]):
            raise _Unusual
        return value
    if kind is yaml.SequenceStartEvent:
        return _sequence(next_event, deeper - 1, flow=event.flow_style)
    return _mapping(next_event, deeper - 1)
