"""The columns of a sheet, generated from the record models: header, help, choices, and how a cell represents a field.

A record is a tree and a sheet is flat. A list of words is one cell (`甲、乙`). A list of parts, such as 领衔人 or 前后对比, has a
column for each field, and the cell has a line for each part; a line break inside a value is then written ¶.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from laomo.problems.errors import CodedError
from laomo.problems.problem import Problem
from laomo.records import validation
from laomo.records.models import PartialDate, Quantity, Record
from laomo.records.models.base import OneOf
from laomo.records.yaml.reader import Tree

Shape = Literal["one", "words", "counts"]
Kind = Literal["text", "date", "year", "number", "amount", "yes-no"]
Item = dict[str, Tree]

_SEPARATORS = re.compile(r"[、；;\n]")
_BREAK = "¶"
_HOW: dict[str, str] = {
    "date": "如 2013、2013-06 或 2013-06-01。",
    "year": "四位数字，如 2024。",
    "number": "只写数字，如 12。",
    "amount": "数字加单位，如“约15万元”。",
}
"""Kind of value → how it is written, for columns without help of their own."""


class CellRejected(CodedError):
    """A cell contradicts what the record holds. `code` is the message code of the reason."""


@dataclass(frozen=True)
class Column:
    """One column. `path` leads to the field from the top of the record; with `lines` its first field is a list of parts."""

    model: type[Record]
    path: tuple[str, ...]
    header: str
    info: FieldInfo
    shape: Shape
    lines: bool

    @property
    def help(self) -> str:
        """The help for the cells, in Chinese: what belongs in them, and how it is written."""
        sentences = [self.info.description or ""]
        if self.required:
            sentences.insert(0, "必填。")
        if self.choices and len(self.choices) <= 15:
            sentences.append(("选一项：" if self.single else "可填：") + "、".join(self.choices) + "。")
        if self.shape == "words":
            sentences.append("几项用顿号隔开。")
        elif self.shape == "counts":
            sentences.append(self._counts_example)
        elif self.shape == "one" and not self.info.description:
            sentences.append(_HOW.get(self.kind, ""))
        if self.lines:
            sentences.append("几项时每项占一行（Alt+回车），各列的行次对齐。")
        return "".join(sentences)

    @property
    def _counts_example(self) -> str:
        """How to write numbers of people by the column's own words: two neighbours from the middle of its list."""
        middle = len(self.choices) // 2
        first, second = self.choices[middle - 1 : middle + 1]
        return f"写法如“{first}3、{second}2”。"

    @cached_property
    def choices(self) -> tuple[str, ...]:
        """The words that are allowed, 是 and 否 for a yes-or-no field; empty when any text is."""
        if self.kind == "yes-no":
            return ("有", "无") if "有或无" in (self.info.description or "") else ("是", "否")
        declared = [*self.info.metadata, *_types(self.info.annotation)]
        return next((tuple(each.words) for each in declared if isinstance(each, OneOf)), ())

    @property
    def single(self) -> bool:
        """Whether a cell holds one value, not several."""
        return self.shape == "one" and not self.lines

    @property
    def required(self) -> bool:
        """Whether the record needs a value."""
        return self.info.is_required() and len(self.path) == 1

    @cached_property
    def kind(self) -> Kind:
        """The kind of value, which decides how a typed cell is read."""
        types = set(_types(self.info.annotation))
        if PartialDate in types:
            return "date"
        if bool in types:
            return "yes-no"
        if Quantity in types:
            return "amount"
        if int in types:
            limits = validation.constraints(self.info)
            return "year" if any(getattr(each, "ge", 0) == 1949 for each in limits) else "number"
        return "text"

    @property
    def long(self) -> bool:
        """Whether a cell may hold paragraphs."""
        limits = (getattr(each, "max_length", None) or 0 for each in validation.constraints(self.info))
        return self.shape == "one" and max(limits, default=0) > 2_000

    def read(self, item: Item) -> str:
        """The text of the cell for a record; empty when the record lacks the field."""
        if not self.lines:
            return self._text(_at(item, self.path))
        parts = items(item.get(self.path[0]))
        lines = [self._text(_at(part, self.path[1:])).replace("\n", _BREAK) for part in parts]
        return "\n".join(lines).rstrip("\n") if any(lines) else ""

    def put(self, item: Item, text: str) -> Item:
        """The record with the value of a cell; empty text removes the field. Raises CellRejected when leaders would be lost."""
        if not self.lines:
            return with_field(self.model, item, self.path, self._value(text))
        lines = text.split("\n")
        parts = items(item.get(self.path[0]))
        if len(lines) < len(parts) and self.path == ("leaders", "name"):
            raise CellRejected("ledger-fewer-lines")
        owner = validation.record_within(self.model.model_fields[self.path[0]].annotation)
        if owner is None:
            raise TypeError(self.path)
        parts += [{} for _ in lines[len(parts) :]]
        lines += [""] * (len(parts) - len(lines))
        changed: list[Tree] = [
            with_field(owner, part, self.path[1:], self._value(line.replace(_BREAK, "\n")) if line.strip() else None)
            for part, line in zip(parts, lines, strict=True)
        ]
        return with_field(self.model, item, self.path[:1], changed)

    def problems(self, text: str, address: str) -> list[Problem]:
        """The first problem of a cell for the field's type, if any, as a list."""
        found = []
        for line in text.split("\n") if self.lines else [text]:
            try:
                if line.strip():
                    self._adapter.validate_python(self._value(line.replace(_BREAK, "\n") if self.lines else line))
            except ValidationError as error:
                found += [
                    validation.problem(each, self.model, address, self.path) for each in error.errors(include_url=False)
                ]
        return found[:1]

    @cached_property
    def _adapter(self) -> TypeAdapter[Any]:
        return TypeAdapter(self.info.rebuild_annotation())

    def _text(self, value: Tree | None) -> str:
        if isinstance(value, dict):
            return "、".join(f"{label}{count}" for label, count in value.items())
        if isinstance(value, list):
            words = [str(each) for each in value]
            return ("\n" if any(_SEPARATORS.search(word) for word in words) else "、").join(words)
        return (value or "").strip("\n")

    def _value(self, text: str) -> Tree:
        if self.shape == "one":
            lines = "\n".join(line.strip() for line in text.strip().splitlines())
            return lines + "\n" if "\n" in lines else lines
        separators = r"\n" if "\n" in text else _SEPARATORS
        words = [word.strip() for word in re.split(separators, text) if word.strip()]
        return dict(self._count(word) for word in words) if self.shape == "counts" else list[Tree](words)

    def _count(self, word: str) -> tuple[str, Tree]:
        label = next((each for each in self.choices if word.startswith(each)), "")
        found = re.fullmatch(r"[\s:：]*(\d+)\s*[人名]?", word[len(label) :])
        return (label, found[1]) if label and found else (word, "?")


def of_model(model: type[Record], *, without: frozenset[str]) -> tuple[Column, ...]:
    """A column for each field that a sheet can hold, in the order of the model, without the fields in `without`."""
    return tuple(column for column in _columns(model, model, (), "", lines=False) if column.path[0] not in without)


def _columns(
    top: type[Record], model: type[Record], path: tuple[str, ...], before: str, *, lines: bool
) -> Iterator[Column]:
    for name, info in model.model_fields.items():
        part = validation.record_within(info.annotation)
        header = f"{before}·{info.title}" if before else str(info.title)
        several = get_origin(info.annotation) is tuple
        if part is None:
            yield Column(top, (*path, name), header, info, _shape(info.annotation), lines)
        elif not (lines and several):  # lists within lists, such as a leader's honours, have a sheet of their own
            yield from _columns(top, part, (*path, name), header, lines=lines or several)


def _shape(annotation: Any) -> Shape:
    kinds = {get_origin(each) for each in (annotation, *get_args(annotation))}
    if any(isinstance(kind, type) and issubclass(kind, Mapping) for kind in kinds):
        return "counts"
    return "words" if tuple in kinds else "one"


def _types(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _types(part)


def _at(item: Tree | None, path: tuple[str, ...]) -> Tree | None:
    for key in path:
        item = item.get(key) if isinstance(item, dict) else None
    return item


def items(parts: Tree | None) -> list[Item]:
    """The mappings in a list; empty for anything that is no list."""
    return [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []


def with_field(model: type[Record], item: Item, path: tuple[str, ...], value: Tree | None) -> Item:
    """A copy with one field set; without it for None, "" and []. A new field takes its place in the order of the model."""
    key, *rest = path
    if rest:
        inner, below = validation.record_within(model.model_fields[key].annotation), item.get(key)
        if inner is None:
            raise TypeError(path)
        value = with_field(inner, below if isinstance(below, dict) else {}, tuple(rest), value) or None
    if value is None or value in ("", []):
        return {name: each for name, each in item.items() if name != key}
    if key in item:
        return {name: value if name == key else each for name, each in item.items()}
    order = list(model.model_fields)
    place = 1 + max(
        (n for n, name in enumerate(item) if name in order and order.index(name) < order.index(key)), default=-1
    )
    entries = list(item.items())
    return dict([*entries[:place], (key, value), *entries[place:]])
