"""The text of a file of Python with its tree, and changes of it."""

import ast
import bisect
from typing import NamedTuple


class Change(NamedTuple):
    """Bytes of a file from `start` to `end` are replaced."""

    start: int
    end: int
    after: str
    kind: str


class Source:
    """A file: places are counted in bytes, as Python's tree counts columns."""

    def __init__(self, text: bytes) -> None:
        self.text = text
        self.tree = ast.parse(text)
        self.lines = [0, *(place + 1 for place, byte in enumerate(text) if byte == 10)]

    def line_of(self, place: int) -> int:
        return bisect.bisect_right(self.lines, place)

    def start(self, node: ast.expr | ast.stmt) -> int:
        return self.lines[node.lineno - 1] + node.col_offset

    def end(self, node: ast.expr | ast.stmt) -> int:
        if node.end_lineno is None or node.end_col_offset is None:
            raise ValueError(node)
        return self.lines[node.end_lineno - 1] + node.end_col_offset

    def of(self, node: ast.expr | ast.stmt) -> str:
        return self.text[self.start(node) : self.end(node)].decode()

    def replaced(self, node: ast.expr | ast.stmt, after: str, kind: str) -> Change:
        return Change(self.start(node), self.end(node), after, kind)

    def between(self, left: ast.expr, right: ast.expr) -> tuple[int, str]:
        """Where the text between two nodes begins, and that text."""
        return self.end(left), self.text[self.end(left) : self.start(right)].decode()

    def without(self, items: list[ast.expr], place: int, kind: str) -> Change:
        """A list without one of its items and the comma that belongs to it."""
        if place + 1 < len(items):
            return Change(self.start(items[place]), self.start(items[place + 1]), "", kind)
        return Change(self.end(items[place - 1]), self.end(items[place]), "", kind)
