"""How a value of a record reads in a summary of changes, and whether a number has grown tenfold."""

import re
from collections.abc import Collection, Mapping
from decimal import Decimal

from laomo.records import models
from laomo.records.models.quantity import Quantity

_TENFOLD = 10
_AROUND = 20
"""Characters of what stays that stand beside what changes in a long text."""
_LONG = 100
"""Characters of a text of which only what changes is shown."""
_LONGEST = 300
"""Characters of one value in a summary. It is to be read; the page has the whole."""
_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*([十百千万亿]*)")
_SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}


Names = Mapping[str, Mapping[str, str]]
"""By field the names of what its ids mean: of unions, of studios."""
_NO_NAMES: Names = {}


def said(value: object, names: Names = _NO_NAMES) -> str:
    """A value on one line, as a clerk would write it; empty for one that is not stated."""
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "、".join(said(each, names) for each in value)
    if isinstance(value, Mapping):
        return "、".join(f"{key} {said(each)}" for key, each in value.items())
    if isinstance(value, models.Record):
        return contents(value, names)
    return " ".join(str(value).split())


def said_in(field: str, value: object, names: Names) -> str:
    """The value of a field, with names for the ids that it gives."""
    known = names.get(field, {})
    if known and isinstance(value, str | tuple):
        ids = (value,) if isinstance(value, str) else value
        return "、".join(known.get(each) or said(each, names) for each in ids)
    return said(value, names)


def contents(record: models.Record, names: Names = _NO_NAMES, without: Collection[str] = ()) -> str:
    """All that a record states, field by field, but for the fields `without`; what is left at its default is not stated."""
    fields = ((name, info) for name, info in type(record).model_fields.items() if name not in without)
    stated = ((info.title or name, name, getattr(record, name), info.default) for name, info in fields)
    texts = ((title, said_in(name, value, names)) for title, name, value, default in stated if value != default)
    return "；".join(f"{title} {text}" for title, text in texts if text)


def shortened(before: str, after: str) -> tuple[str, str]:
    """Two texts without the long beginning and end that they share, and not longer than a summary can be."""
    if min(len(before), len(after)) == 0 or max(len(before), len(after)) <= _LONG:
        return _cut(before), _cut(after)
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    first, last = max(0, start - _AROUND), max(0, end - _AROUND)
    return _cut(_part(before, first, last)), _cut(_part(after, first, last))


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))


def _part(text: str, first: int, last: int) -> str:
    return ("…" if first else "") + text[first : len(text) - last] + ("…" if last else "")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…（共{len(text)}字）"


def tenfold(before: object, after: object) -> bool:
    """Whether a number has become ten times as large, or a tenth; in texts, one of the numbers that stand at the same place."""
    olds, news = _numbers(before), _numbers(after)
    return len(olds) == len(news) and any(_grown(old, new) for old, new in zip(olds, news, strict=True))


def _grown(old: Decimal, new: Decimal) -> bool:
    small, large = sorted((abs(old), abs(new)))
    return small > 0 and large >= _TENFOLD * small


def _numbers(value: object) -> list[Decimal]:
    if isinstance(value, bool | models.PartialDate):
        return []
    if isinstance(value, Quantity) and value.in_wan_yuan() is not None:
        value = value.in_wan_yuan()
    return [_scaled(*found.groups()) for found in _NUMBER.finditer(said(value))]


def _scaled(digits: str, scales: str) -> Decimal:
    number = Decimal(digits.replace(",", ""))
    for scale in scales:
        number *= _SCALES[scale]
    return number
