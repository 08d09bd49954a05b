"""Every field in which two records differ, found by walking their models: no field can be forgotten.

What the public sees of neither record is left out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from laomo.records import models
from laomo.tools.review import values

_KEYS = (
    *("id", "union", "studio", "file", "address", "name", "title", "indicator", "topic", "mentor", "place", "body"),
    *("kind", "text", "year"),
)
"""Fields by which an item of a list is known again, the best first."""
_NAMED_BY = ("name", "title", "label", "studio", "union", "caption", *_KEYS)
"""Fields that say to a reader which item is meant, the best first."""
UNION_IDS = ("union", "parent", "co_unions")
STUDIO_IDS = (
    *("studio", "studios", "featured", "co_studios", "commends", "merged_into", "also_leads", "shared_with"),
    *("lead", "members"),
)
"""Fields that give ids of unions, and of studios."""
_NO_COUNTS = frozenset({*UNION_IDS, *STUDIO_IDS, "id", "file", "address", "doc_no", "number", "domain", "code"})
"""Fields in which digits are part of a name."""
_LONG_LIST = 12
"""Of longer lists only what is new and what is gone is named."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that reads otherwise than before."""

    place: str
    """The Chinese names of the fields on the way to it, each with the item meant: 创新成果“甲”·前后对比“工时”·改进前."""
    fields: tuple[str, ...]
    """The same way in the names of the model."""
    before: str = ""
    after: str = ""
    note: str = ""
    """What is said instead of the values, such as 设为不公开."""
    tenfold: bool = False
    hidden: bool = False
    """Whether something is no longer shown: a part that is gone or not public any more."""


Shown = Callable[[models.Record], bool]


def _always(_: models.Record) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Comparison:
    """Compares records: what of them is shown before and after, and what the ids in their fields are called."""

    shown_before: Shown = _always
    shown_after: Shown = _always
    names: values.Names = field(default_factory=dict)

    def differences(
        self, old: models.Record, new: models.Record, place: str = "", way: tuple[str, ...] = ()
    ) -> Iterator[FieldChange]:
        """The fields in which two records of one model differ, in the order of the model."""
        for name, info in type(new).model_fields.items():
            before, after = getattr(old, name), getattr(new, name)
            if before != after:
                yield from self._value(before, after, _joined(place, info.title or name), (*way, name))

    def _value(self, old: Any, new: Any, place: str, way: tuple[str, ...]) -> Iterator[FieldChange]:
        if isinstance(old, models.Record) or isinstance(new, models.Record):
            yield from self._part(old, new, place, way)
        elif _is_list_of_records(old) or _is_list_of_records(new):
            yield from self.items(old, new, place, way)
        elif isinstance(old, Mapping) or isinstance(new, Mapping):
            old, new = old or {}, new or {}
            for key in dict.fromkeys((*old, *new)):
                yield from self._value(old.get(key), new.get(key), _joined(place, f"“{key}”"), way)
            if list(old) != list(new) and dict(old) == dict(new):
                yield FieldChange(place, way, "、".join(old), "、".join(new), note="次序改了")
        elif old != new:
            yield self._plain(old, new, place, way)

    def _plain(self, old: Any, new: Any, place: str, way: tuple[str, ...]) -> FieldChange:
        """A value, or a list of values, that is another one now."""
        lists = isinstance(old, tuple) and isinstance(new, tuple)
        if lists and max(len(old), len(new)) > _LONG_LIST and set(old) != set(new):
            old, new = _without(old, new), _without(new, old)
        texts = values.shortened(*(values.said_in(way[-1], each, self.names) for each in (old, new)))
        counts = way[-1] not in _NO_COUNTS and values.tenfold(old, new)
        return FieldChange(place, way, *texts, tenfold=counts)

    def _part(
        self, old: models.Record | None, new: models.Record | None, place: str, way: tuple[str, ...]
    ) -> Iterator[FieldChange]:
        """A part of a record that was or is there."""
        was, now = (each if each and shown(each) else None for each, shown in self._sides(old, new))
        if was and now:
            yield from self.differences(was, now, place, way)
        elif now:
            yield FieldChange(place, way, after=self._contents(now))
        elif was and new is None:
            yield FieldChange(place, way, before=self._contents(was), hidden=True)
        elif was and not isinstance(new, models.Leader):  # people who withdraw are counted, never named
            yield FieldChange(place, way, note=_hidden_word(new), hidden=True)

    def _sides(self, old: Any, new: Any) -> tuple[tuple[Any, Shown], tuple[Any, Shown]]:
        return (old, self.shown_before), (new, self.shown_after)

    def items(
        self,
        olds: Sequence[models.Record] | None,
        news: Sequence[models.Record] | None,
        place: str,
        way: tuple[str, ...],
    ) -> Iterator[FieldChange]:
        """The items of a list that changed, that are gone and that are new, and whether what stayed stands in another order."""
        pairs = _pairs(olds or (), news or ())
        for old, new in pairs:
            yield from self._part(old, new, f"{place}{self._which(old or new)}", way)
        stayed = [(old, new) for old, new in pairs if old and new]
        order = {id(old): n for n, old in enumerate(olds or ())}
        if any(order[id(a[0])] > order[id(b[0])] for a, b in pairwise(stayed)):
            before, after = ("、".join(self._which(each) for each in group or ()) for group in (olds, news))
            yield FieldChange(f"{place}·次序", way, *values.shortened(before, after))

    def new_file(self, record: models.Record, place: str, way: tuple[str, ...]) -> Iterator[FieldChange]:
        """All that a new file states: its own fields in one line, then the items of its lists; those that say the same share a line."""
        lists = [name for name in type(record).model_fields if _is_list_of_records(getattr(record, name))]
        yield FieldChange(place, way, after=values.shortened("", values.contents(record, self.names, lists))[1])
        for name in lists:
            alike: dict[str, list[str]] = {}
            for item in getattr(record, name):
                key = next(each for each in _NAMED_BY if getattr(item, each, None) is not None)
                said = values.shortened("", values.contents(item, self.names, (key,)))[1]
                alike.setdefault(said, []).append(values.said_in(key, getattr(item, key), self.names))
            listed = _joined(place, type(record).model_fields[name].title or name)
            for said, called in alike.items():
                yield FieldChange(listed, (*way, name), after="：".join(filter(None, (said, "、".join(called)))))

    def _which(self, record: models.Record | None) -> str:
        """Which item of a list is meant, in quotation marks; empty if nothing names it."""
        for name in _NAMED_BY:
            if record and (value := getattr(record, name, None)) is not None:
                return f"“{values.said_in(name, value, self.names)}”"
        return ""

    def _contents(self, record: models.Record) -> str:
        return values.shortened("", values.contents(record, self.names))[1]


def _is_list_of_records(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(each, models.Record) for each in value)


def _joined(place: str, name: str) -> str:
    return f"{place}·{name}" if place else name


def _without(these: tuple[Any, ...], others: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(each for each in these if each not in others)


def _hidden_word(new: models.Record | None) -> str:
    """How a part that is still on file came to be hidden."""
    if isinstance(new, models.AchievementRecord):
        return "设为不公开"
    return "改为撤销，不再显示" if isinstance(new, models.Honour) else "不再显示"


def _key(record: models.Record) -> tuple[object, ...] | None:
    """By what an item is known again: an id alone, or a name with its year or day, so that repeated ones stay apart."""
    for name in _KEYS:
        if (value := getattr(record, name, None)) is not None:
            return (value,) if name in {"id", "union", "studio", "file"} else (value, *_when(record))
    return None


def _when(record: models.Record) -> tuple[object, ...]:
    return tuple(getattr(record, name, None) for name in ("year", "date"))


Pair = tuple[models.Record | None, models.Record | None]


def _pairs(olds: Sequence[models.Record], news: Sequence[models.Record]) -> list[Pair]:
    """The items of both sides as they belong together, in the new order; then those that are gone.

    First those that are equal, then those of one key, then those of one name, last those that agree in half of what they state.
    """
    left, found = list(olds), dict[int, models.Record]()
    rules: tuple[Callable[[models.Record, models.Record], bool], ...] = (
        lambda old, new: old == new,
        lambda old, new: _key(old) is not None and _key(old) == _key(new),
        lambda old, new: (_key(old) or ())[:1] == (_key(new) or ("",))[:1],
        _alike,
    )
    for same in rules:
        for n, new in enumerate(news):
            if (
                n not in found
                and (index := next((i for i, old in enumerate(left) if same(old, new)), None)) is not None
            ):
                found[n] = left.pop(index)
    return [*((found.get(n), new) for n, new in enumerate(news)), *((old, None) for old in left)]


def _alike(old: models.Record, new: models.Record) -> bool:
    """Whether two records of one model agree in at least half of what either states."""
    fields = type(new).model_fields.items()
    stated = [(getattr(old, name), getattr(new, name), info.default) for name, info in fields]
    stated = [each for each in stated if each != (each[2],) * 3]
    same = sum(1 for before, after, _ in stated if before == after)
    return 2 * same >= len(stated)
