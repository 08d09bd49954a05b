"""Edits a record file in place: every byte that need not change stays, such as comments, order, quotes and blank lines.

`edit` compares the file's values with the wanted ones and changes only the lines that differ. It reads the result again,
which must equal the wanted values. A library that loads and rewrites the whole file (ruamel.yaml) keeps comments too, but
reformats unchanged lines, so the real change would be hard to see in a diff.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from laomo.problems.errors import CodedError
from laomo.records.yaml import reader, writer
from laomo.records.yaml.reader import Node, Tree
from laomo.text.encoding import decode


class EditWouldLoseData(CodedError):
    """The file cannot be changed without losing something in it, such as a comment in the middle of a list."""


@dataclass(frozen=True, slots=True)
class _Patch:
    start: int
    end: int
    text: str


def edit(data: bytes, wanted: dict[str, Tree]) -> bytes:
    """The file's bytes, edited to hold `wanted`. Raises EditWouldLoseData if something else in the file would be lost."""
    text = decode(data)
    old, problems = reader.read(data, "")
    if problems or not isinstance(text, str) or not isinstance(old, dict):
        raise EditWouldLoseData("ledger-edit-by-hand")
    if old == wanted:
        return data
    patches = sorted(_Editor(text).edits(old, wanted), key=lambda patch: (patch.start, patch.end))
    for patch in reversed(patches):
        text = text[: patch.start] + patch.text + text[patch.end :]
    edited = _encoded_like(text, data)
    if reader.read(edited, "") != (wanted, []):
        raise EditWouldLoseData("ledger-edit-by-hand")
    return edited


def _encoded_like(text: str, data: bytes) -> bytes:
    """The text encoded with the byte order mark and the line endings of `data`."""
    ends = data.count(b"\r\n")
    if data.count(b"\r") != ends or ends not in (0, data.count(b"\n")):
        raise EditWouldLoseData("ledger-edit-by-hand")
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.replace("\n", "\r\n" if ends else "\n").encode()


class _Editor:
    """Finds the patches that turn the old values of a text into the wanted ones."""

    def __init__(self, text: str) -> None:
        self.text = text

    def edits(self, old: dict[str, Tree], wanted: dict[str, Tree]) -> Iterator[_Patch]:
        match reader.outline(self.text):
            case Node(children=dict() as children) as top if children:
                yield from self._mapping(top, children, old, wanted)
            case _:
                raise EditWouldLoseData("ledger-edit-by-hand")

    def _value(self, node: Node, column: int, old: Tree, wanted: Tree, *, within_flow: bool) -> Iterator[_Patch]:
        """The patches for one value; `column` is that of its key or dash."""
        if old == wanted:
            return
        if isinstance(wanted, str) and isinstance(old, str):
            yield _Patch(node.start, node.end, self._text(node, column, wanted, within_flow=within_flow))
        elif node.flow and (_shape(old) != _shape(wanted)):
            if "#" in self.text[node.start : node.end]:
                raise EditWouldLoseData("ledger-edit-by-hand")
            yield _Patch(node.start, node.end, writer.flow(wanted))
        else:
            match node.children, old, wanted:
                case dict() as children, dict() as before, dict() as after:
                    yield from self._mapping(node, children, before, after)
                case list() as items, list() as before, list() as after:
                    yield from self._sequence(node, items, before, after)
                case _:
                    raise EditWouldLoseData("ledger-edit-by-hand")

    def _text(self, node: Node, column: int, wanted: str, *, within_flow: bool) -> str:
        header, _, rest = self.text[node.start : node.end].partition("\n")
        if "#" in header and rest and header[0] in "|>":
            raise EditWouldLoseData("ledger-edit-by-hand")
        if within_flow:
            return writer.flow(wanted)
        if "\n" not in wanted:
            return writer.scalar(wanted)
        if self.text[node.end : self._line_end(node.end)].strip() or not wanted.endswith("\n"):
            return writer.scalar(wanted)
        return _indented("\n".join(writer.entry("", wanted)), column).removeprefix(":").lstrip()

    def _mapping(
        self, node: Node, children: dict[str, Node], old: dict[str, Tree], wanted: dict[str, Tree]
    ) -> Iterator[_Patch]:
        for key, child in children.items():
            column = self._column(node.keys[key])
            if key in wanted and key in old:
                yield from self._value(child, column, old[key], wanted[key], within_flow=node.flow)
            elif key in wanted:  # the key is there without a value
                lines = _indented("\n".join(writer.entry(key, wanted[key])), column)
                start = len(self.text[: child.start].rstrip(" "))  # at the colon
                yield _Patch(start, child.end, lines.removeprefix(f"{key}:") or " ")
            elif key in old:
                yield self._without(node, children, key)
        yield from self._added(node, children, wanted)

    def _added(self, node: Node, children: dict[str, Node], wanted: dict[str, Tree]) -> Iterator[_Patch]:
        """The patches for new fields, each placed after the field that precedes it in `wanted`."""
        after: str | None = None
        column = self._column(next(iter(node.keys.values())))
        for key, value in wanted.items():
            if key in children:
                after = key
                continue
            lines = "\n".join(writer.entry(key, value))
            if after is None:
                first = next(iter(node.keys.values()))
                yield _Patch(first, first, _indented(lines, column) + "\n" + " " * column)
            else:
                end = self._line_end(children[after].end)
                yield _Patch(end, end, "\n" + " " * column + _indented(lines, column))

    def _without(self, node: Node, children: dict[str, Node], key: str) -> _Patch:
        names = list(children)
        start = node.keys[key]
        before = self.text[self._line_start(start) : start]
        if not before.strip():
            return _Patch(self._line_start(start), min(self._line_end(children[key].end) + 1, len(self.text)), "")
        following = names[names.index(key) + 1 :]
        if node.flow or not following:  # the only field of an item
            raise EditWouldLoseData("ledger-edit-by-hand")
        return _Patch(start, node.keys[following[0]], "")

    def _sequence(self, node: Node, children: list[Node], old: list[Tree], wanted: list[Tree]) -> Iterator[_Patch]:
        dashes = [self.text.rfind("-", 0, child.start) if not node.flow else child.start for child in children]
        for child, dash, before, after in zip(children, dashes, old, wanted, strict=False):
            yield from self._value(child, self._column(dash), before, after, within_flow=node.flow)
        for dash, child in list(zip(dashes, children, strict=True))[len(wanted) :]:
            yield _Patch(self._line_start(dash), min(self._line_end(child.end) + 1, len(self.text)), "")
        column, end = self._column(dashes[-1]), self._line_end(children[-1].end)
        for item in wanted[len(old) :]:
            lines = _indented("\n".join(writer.list_item(item)), column)
            yield _Patch(end, end, "\n" + " " * column + lines)

    def _column(self, place: int) -> int:
        return place - self._line_start(place)

    def _line_start(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def _line_end(self, place: int) -> int:
        end = self.text.find("\n", place)
        return len(self.text) if end < 0 else end


def _shape(tree: Tree) -> object:
    """The structure of a tree, with None for each text."""
    if isinstance(tree, dict):
        return {key: _shape(value) for key, value in tree.items()}
    return [_shape(each) for each in tree] if isinstance(tree, list) else None


def _indented(text: str, column: int) -> str:
    """The text with all lines but the first indented; empty lines stay empty."""
    first, *rest = text.split("\n")
    return "\n".join([first, *(" " * column + line if line else "" for line in rest)])
