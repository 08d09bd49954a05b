"""Faults in statements: a call, a branch, a result or a decorator that is lost, a loop that goes on or ends."""

import ast
from collections.abc import Iterator

from benchmarks.mutants.source import Change, Source

_ONLY_FASTER = {"cache", "lru_cache", "cached_property", "override", "final"}
"""Decorators whose loss nobody sees."""


def changes(source: Source, node: ast.stmt) -> Iterator[Change]:
    match node:
        case ast.Expr(value=ast.Call() | ast.Await()):
            yield source.replaced(node, "pass", "call dropped")
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            yield source.replaced(node, "if 0: yield", "yield dropped")
        case ast.AugAssign() | ast.Delete() | ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield source.replaced(node, "pass", "assignment dropped")
        case ast.Raise(exc=ast.expr()):
            yield source.replaced(node, "pass", "raise dropped")
        case ast.Try(handlers=handlers):
            yield from _handlers(source, handlers)
        case ast.FunctionDef(decorator_list=decorators) | ast.ClassDef(decorator_list=decorators):
            yield from _decorators(source, decorators)
    yield from _flow(source, node)


def _flow(source: Source, node: ast.stmt) -> Iterator[Change]:
    match node:
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and not value.value):
            yield source.replaced(value, "None", "return None")
        case ast.Break():
            yield source.replaced(node, "continue", "loop goes on")
        case ast.Continue():
            yield source.replaced(node, "break", "loop ends")


def _handlers(source: Source, handlers: list[ast.ExceptHandler]) -> Iterator[Change]:
    for handler in handlers:
        first, last = handler.body[0], handler.body[-1]
        if not isinstance(last, ast.Raise):
            yield Change(source.start(first), source.end(last), "raise", "handler lost")


def _decorators(source: Source, decorators: list[ast.expr]) -> Iterator[Change]:
    for each in decorators:
        if _name(each) not in _ONLY_FASTER:
            at = source.text.rindex(b"@", 0, source.start(each) + 1)
            yield Change(at, source.end(each), "", "decorator lost")


def _name(decorator: ast.expr) -> str:
    match decorator:
        case ast.Call(func=function):
            return _name(function)
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""
