"""What stands at the top of a module runs once, when it is imported: its tests are those of the functions that use it."""

import ast
import functools
import re
from pathlib import Path

from benchmarks.mutants.source import Source

_WORD = re.compile(r"[^\W\d]\w*")
_DEEP = 4
"""So many constants may be made of one another."""

Lines = dict[str, int]


class Scopes:
    """The modules of a package."""

    def __init__(self, package: Path) -> None:
        self.package = package

    def lines(self, file: str, line: int) -> tuple[Lines, Lines]:
        """Lines that run a line, in the narrow and in the wide sense: itself and its statement, or who uses its name and its module."""
        module = self._module(file)
        if line in module.inner:
            return {file: 1 << line}, {file: module.statement(line)}
        used = self._uses(file, module.names(line))
        return used, {file: module.all_inner()}

    def at_top(self, file: str, line: int) -> bool:
        """Whether a line stands outside all functions."""
        return line not in self._module(file).inner

    def _uses(self, file: str, names: frozenset[str], depth: int = 0) -> Lines:
        """Lines of functions that use one of these names, here or where this module is imported."""
        found: Lines = {}
        if depth > _DEEP or not names:
            return found
        for other in [file] if all(name.startswith("_") for name in names) else self._importers(file):
            module = self._module(other)
            further: frozenset[str] = frozenset()
            for number, words in module.words.items():
                if words & names and number in module.inner:
                    found[other] = found.get(other, 0) | 1 << number
                elif words & names:
                    further |= module.names(number) - names
            for third, bits in self._uses(other, further, depth + 1).items():
                found[third] = found.get(third, 0) | bits
        return found

    @functools.cache  # noqa: B019
    def _importers(self, file: str) -> list[str]:
        """Files that name a module: itself first."""
        name = Path(file).parent.name if file.endswith("__init__.py") else Path(file).stem
        every = (path.relative_to(self.package).as_posix() for path in sorted(self.package.rglob("*.py")))
        return [file, *(each for each in every if each != file and name in self._module(each).vocabulary)]

    @functools.cache  # noqa: B019
    def _module(self, file: str) -> "Module":
        return Module((self.package / file).read_bytes())


class Module:
    """The lines of one module: which belong to bodies of functions, which words each has."""

    def __init__(self, text: bytes) -> None:
        tree = Source(text).tree
        self.words = {
            number: frozenset(_WORD.findall(line)) for number, line in enumerate(text.decode().splitlines(), 1)
        }
        self.vocabulary = frozenset().union(*self.words.values()) if self.words else frozenset()
        self.inner: set[int] = set()
        self.spans: list[tuple[int, int, frozenset[str]]] = []
        self.statements: list[tuple[int, int]] = []
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                self.inner.update(range(node.body[0].lineno, (node.end_lineno or 0) + 1))
            if isinstance(node, ast.Lambda):
                self.inner.update(range(node.body.lineno, (node.body.end_lineno or 0) + 1))
            if isinstance(node, ast.stmt):
                self.statements.append((_first(node), _last(node)))
                self.spans.append((_first(node), node.end_lineno or 0, _names(node)))

    def statement(self, line: int) -> int:
        """The lines of the shortest statement around a line, without the statements inside it."""
        around = (each for each in self.statements if each[0] <= line <= each[1])
        first, last = min(around, key=lambda each: each[1] - each[0], default=(line, line))
        lines: int = (1 << last + 1) - (1 << first)
        return lines

    def names(self, line: int) -> frozenset[str]:
        """What the statements around a line give a name to."""
        return frozenset().union(*(names for first, last, names in self.spans if first <= line <= last))

    def all_inner(self) -> int:
        return sum(1 << number for number in self.inner)


def _first(node: ast.stmt) -> int:
    lines: list[int] = [node.lineno, *(each.lineno for each in getattr(node, "decorator_list", []))]
    return min(lines)


def _last(node: ast.stmt) -> int:
    body = getattr(node, "body", None)
    return max(node.lineno, body[0].lineno - 1) if body and isinstance(body, list) else node.end_lineno or node.lineno


def _names(node: ast.stmt) -> frozenset[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return frozenset({name})
        case ast.Assign(targets=targets):
            return frozenset(each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.AugAssign(target=ast.Name(id=name)):
            return frozenset({name})
    return frozenset()
