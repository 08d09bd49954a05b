"""YAML as records use it: libyaml's events → a tree of dict, list and str. `quick` does the same for what is not unusual.

Scalars stay text (no dates, octals or booleans). YAML features that a record never needs are refused: anchors, aliases,
tags, several documents, duplicate keys, deep or huge trees, control and bidirectional characters.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from laomo.problems.problem import Fact, Facts, Finding, Loc, Problem
from laomo.records.yaml import diagnosis, quick
from laomo.text.encoding import decode, forbidden_character

Tree = quick.Tree

MAX_BYTES = 1_000_000
MAX_DEPTH = 12
MAX_NODES = 20_000


@dataclass(slots=True)
class Marks:
    """Line and column (from 1) of each value and of each key, by path."""

    values: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Loc, tuple[int, int]] = field(default_factory=dict)

    def find(self, loc: Loc, *, key: bool = False) -> tuple[int, int]:
        """Line and column of a value (or of its key); of the nearest parent if it is missing."""
        if key and loc in self.keys:
            return self.keys[loc]
        while loc and loc not in self.values:
            loc = loc[:-1]
        return self.values.get(loc, (1, 1))


def read(data: bytes, path: str) -> tuple[Tree, list[Problem]]:
    """The tree of one file without empty values, and its problems. With problems the tree may be incomplete or empty."""
    text = decode(data) if len(data) <= MAX_BYTES else ""
    if isinstance(text, str) and (usual := quick.read(text, MAX_DEPTH, MAX_NODES)):
        return usual, []
    tree, faults, _ = _parse(data)
    return tree, [fault.at(path) for fault in faults]


def marks(data: bytes) -> Marks:
    """Line and column of every value and key of a file."""
    return _parse(data)[2]


def locate(data: bytes, loc: Loc, *, key: bool = False) -> tuple[int, int]:
    """Line and column (from 1) of a value (or of its key) in a file; of the nearest parent if it is missing."""
    return marks(data).find(loc, key=key)


def setting(file: Path, key: str) -> str | None:
    """A top-level text value of a YAML file that is not a record, such as mkdocs.yml; None if it is missing or unreadable.

    Only nodes are composed, no objects constructed: such files use custom tags that are unknown here.
    """
    try:
        top = yaml.compose(file.read_bytes(), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError):
        return None
    pairs = top.value if isinstance(top, yaml.MappingNode) else []
    found = (value for name, value in pairs if name.value == key and isinstance(value, yaml.ScalarNode))
    return next((str(value.value) for value in found), None)


def within_texts(text: str) -> set[int]:
    """The lines (from 0) of multi-line values, where whitespace may be significant."""
    lines: set[int] = set()
    events = yaml.parse(text, Loader=yaml.CLoader)
    texts: Iterator[Any] = (event for event in events if isinstance(event, yaml.ScalarEvent))
    for event in texts:
        if event.end_mark.line > event.start_mark.line:
            lines.update(range(event.start_mark.line, event.end_mark.line + bool(event.end_mark.column)))
    return lines


@dataclass(frozen=True, slots=True)
class Node:
    """A value's place in a text: `start` (inclusive) to `end` (exclusive), in characters. A block ends with its last value."""

    start: int
    end: int
    flow: bool
    """Whether it is in flow style, that is, with brackets."""
    children: "dict[str, Node] | list[Node] | None"
    """None for a single value."""
    keys: dict[str, int]
    """The start of each key, in characters."""


def outline(text: str) -> Node | None:
    """The places of all values in a text that `read` accepts; None if the text holds no mapping."""
    top = yaml.compose(text, Loader=yaml.CSafeLoader)
    return _outlined(top, text) if isinstance(top, yaml.MappingNode) else None


def _outlined(node: Any, text: str) -> Node:
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        return Node(start, start + len(text[start:end].rstrip()), flow=False, children=None, keys={})
    if isinstance(node, yaml.SequenceNode):
        items = [_outlined(each, text) for each in node.value]
        end = end if node.flow_style or not items else items[-1].end
        return Node(start, end, flow=bool(node.flow_style), children=items, keys={})
    pairs = {unicodedata.normalize("NFC", key.value.strip()): (key, value) for key, value in node.value}
    values = {name: _outlined(value, text) for name, (_, value) in pairs.items()}
    end = end if node.flow_style or not values else next(reversed(values.values())).end
    keys = {name: key.start_mark.index for name, (key, _) in pairs.items()}
    return Node(start, end, flow=bool(node.flow_style), children=values, keys=keys)


def _parse(data: bytes) -> tuple[Tree, list[Finding], Marks]:
    marks = Marks()
    if len(data) > MAX_BYTES:
        return {}, [Finding("file-too-large", {"limit": MAX_BYTES}, line=1, column=1)], marks
    text = decode(data)
    if isinstance(text, Finding):
        return {}, [text], marks
    builder = _Builder(text.split("\n"), marks)
    try:
        tree = builder.document(yaml.parse(text, Loader=yaml.CLoader))
    except _Refused as refused:
        return {}, [*builder.faults, refused.fault], marks
    except yaml.YAMLError as error:
        return {}, [*builder.faults, diagnosis.explain(error, text)], marks
    if not isinstance(tree, dict):
        builder.faults.append(diagnosis.not_a_mapping(text))
        return {}, builder.faults, marks
    return tree, builder.faults, marks


class _Refused(Exception):
    def __init__(self, fault: Finding) -> None:
        self.fault = fault


class _Builder:
    """Builds a tree from a stream of events, and collects positions and minor faults."""

    def __init__(self, lines: list[str], marks: Marks) -> None:
        self.lines = lines
        self.marks = marks
        self.faults: list[Finding] = []
        self.nodes = 0

    def document(self, events: Iterator[Any]) -> Tree:
        tree: Tree | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if tree is not None:
                    raise self._refused(event, "several-documents")
                tree = self._node(next(events), events, (), 1)
        return {} if tree is None or tree == "" else tree

    def _node(self, event: Any, events: Iterator[Any], loc: Loc, depth: int) -> Tree:
        self.nodes += 1
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self._refused(event, "anchor", line=self._line(event))
        if event.tag is not None:
            raise self._refused(event, "tag", tag=str(event.tag)[:40])
        if depth > MAX_DEPTH:
            raise self._refused(event, "too-deep", limit=MAX_DEPTH)
        if self.nodes > MAX_NODES:
            raise self._refused(event, "too-many-nodes", limit=MAX_NODES)
        self.marks.values[loc] = _position(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, events, loc, depth)
        return self._mapping(events, loc, depth)

    def _sequence(self, start: Any, events: Iterator[Any], loc: Loc, depth: int) -> Tree:
        items: list[Tree] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, events, (*loc, len(items)), depth + 1))
        if start.flow_style and len(items) == 1 and isinstance(items[0], str) and set(items[0]) & set("，、"):
            self._fault(start, "full-width-comma", value=items[0][:40])
        return items

    def _mapping(self, events: Iterator[Any], loc: Loc, depth: int) -> Tree:
        mapping: dict[str, Tree] = {}
        seen: set[str] = set()
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event)
            place = (*loc, key)
            if key in seen:
                self._fault(event, "duplicate-key", key=key)
            seen.add(key)
            self.marks.keys.setdefault(place, _position(event))
            value = self._node(next(events), events, place, depth + 1)
            if value == "":  # left out of the tree; the position is kept for the problem "missing"
                self.marks.values[place] = _position(event)
            elif key not in mapping:
                mapping[key] = value
        return mapping

    def _key(self, event: Any) -> str:
        if not isinstance(event, yaml.ScalarEvent) or event.anchor is not None or event.tag is not None:
            raise self._refused(event, "key-not-text", line=self._line(event))
        if event.value == "<<" and event.implicit[0]:
            raise self._refused(event, "anchor", line=self._line(event))
        self.nodes += 1
        if event.value.strip() != event.value:
            self._fault(event, "full-width-space")
        return unicodedata.normalize("NFC", self._scalar(event).strip())

    def _scalar(self, event: Any) -> str:
        value: str = event.value
        bad = forbidden_character(value)
        if bad:
            self._fault(event, "forbidden-character", character=bad)
        if event.implicit[0]:
            if value in ("~", "null"):
                return ""
            end = event.end_mark
            rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
            code, facts = diagnosis.suspicious(value, rest)
            if code:
                self._fault(event, code, **facts)
        return value

    def _line(self, event: Any) -> str:
        return diagnosis.shown(self.lines, event.start_mark.line + 1)

    def _fault(self, event: Any, code: str, **facts: Fact) -> None:
        self.faults.append(_finding(event, code, facts))

    def _refused(self, event: Any, code: str, **facts: Fact) -> _Refused:
        return _Refused(_finding(event, code, facts))


def _position(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _finding(event: Any, code: str, facts: Facts) -> Finding:
    line, column = _position(event)
    return Finding(code, facts, line=line, column=column)
