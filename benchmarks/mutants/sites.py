"""Where a fault can be made in a file of Python, and what stands there then."""

import ast
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.mutants import expressions, statements
from benchmarks.mutants.source import Change, Source

_LOGS = {"log", "logger", "logging", "warnings"}
_TYPES = {"Annotated", "Callable", "Literal", "dict", "frozenset", "list", "set", "tuple", "type"}
_FOR_READERS = {"description", "examples", "help"}
"""Keywords whose texts only people read."""


@dataclass(frozen=True)
class Mutant:
    """One fault: a file below the checkout, the bytes that are replaced, and by what."""

    file: str
    line: int
    kind: str
    start: int
    end: int
    after: str

    def applied(self, text: bytes) -> bytes:
        return text[: self.start] + self.after.encode() + text[self.end :]

    def shown(self, text: bytes) -> tuple[str, str]:
        """The lines that it concerns, without indentation, before and after."""
        first = text.rfind(b"\n", 0, self.start) + 1
        last = text.find(b"\n", self.end)
        last = len(text) if last < 0 else last
        return _plain(text[first:last]), _plain(text[first : self.start] + self.after.encode() + text[self.end : last])


def sites(file: str, text: bytes) -> list[list[Mutant]]:
    """The faults that can be made at each place of a file. None only changes how the code is written."""
    source = Source(text)
    found: dict[int, list[Mutant]] = defaultdict(list)
    for change in _changes(source, source.tree):
        found[change.start].append(
            Mutant(file, source.line_of(change.start), change.kind, change.start, change.end, change.after)
        )
    return [found[start] for start in sorted(found)]


def picked(places: Iterable[list[Mutant]], seed: int) -> Iterator[Mutant]:
    """One fault at each place in random order, first from lines that had none yet."""
    chance, later, used = random.Random(seed), [], set()  # noqa: S311
    shuffled = list(places)
    chance.shuffle(shuffled)
    for place in shuffled:
        mutant = chance.choice(place)
        if (mutant.file, mutant.line) in used:
            later.append(mutant)
        else:
            used.add((mutant.file, mutant.line))
            yield mutant
    yield from later


def differs(mutant: Mutant, text: bytes) -> bool:
    """Whether it is code, and other code than before."""
    try:
        return ast.dump(ast.parse(mutant.applied(text))) != ast.dump(ast.parse(text))
    except (SyntaxError, ValueError):
        return False


def _changes(source: Source, node: ast.AST) -> Iterator[Change]:
    if _is_left_out(node):
        return
    if isinstance(node, ast.stmt):
        yield from statements.changes(source, node)
    elif isinstance(node, ast.expr):
        yield from expressions.changes(source, node)
    yield from expressions.conditions(source, node)
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                is_type = name in {"annotation", "returns", "type_params", "type_comment"} or _is_type(child)
                yield from _in_types(source, child) if is_type else _changes(source, child)


def _in_types(source: Source, node: ast.AST) -> Iterator[Change]:
    """Only what is called there is judged when the program runs: `Annotated[int, Field(ge=0)]`."""
    if isinstance(node, ast.Call):
        yield from _changes(source, node)
    else:
        for child in ast.iter_child_nodes(node):
            yield from _in_types(source, child)


def _is_type(node: ast.AST) -> bool:
    return isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id in _TYPES


def _is_left_out(node: ast.AST) -> bool:
    match node:
        case (
            ast.Import()
            | ast.ImportFrom()
            | ast.Expr(value=ast.Constant())
            | ast.Assign(targets=[ast.Name(id="__all__")])
        ):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING") | ast.Compare(left=ast.Name(id="__name__"))):
            return True
        case ast.FunctionDef(decorator_list=[ast.Name(id="overload")]):
            return True
        case ast.Call(func=ast.Name(id="cast" | "TypeVar" | "NewType" | "lru_cache")):  # how much is kept: only speed
            return True
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=name)))) if name in _LOGS:
            return True
    return isinstance(node, ast.keyword) and (node.arg in _FOR_READERS or _is_promise(node))


def _is_promise(keyword: ast.keyword) -> bool:
    """`zip(…, strict=True)`: it only says that what never happens would be an error."""
    return keyword.arg == "strict" and isinstance(keyword.value, ast.Constant) and keyword.value.value is True


def _plain(text: bytes) -> str:
    return " ".join(text.decode().split())
