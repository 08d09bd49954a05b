"""Faults in expressions: comparisons, conditions, constants, members of tables, arguments, bounds."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.mutants import patterns
from benchmarks.mutants.source import Change, Source

_FLIPPED = {
    "==": ["!="],
    "!=": ["=="],
    "<": ["<=", ">="],
    "<=": ["<", ">"],
    ">": [">=", "<="],
    ">=": [">", "<"],
    "in": ["not in"],
    "not in": ["in"],
    "is": ["is not"],
    "is not": ["is"],
}
_COMPARED = re.compile(r"==|!=|<=|>=|<|>|\bnot\s+in\b|\bin\b|\bis\s+not\b|\bis\b")
_JOINED = {"and": "or", "or": "and"}
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list", "reversed": "list"}
_TIDY = {"strip", "lstrip", "rstrip", "lower", "upper", "casefold", "removeprefix", "removesuffix"}
"""Methods without which a text stays as it was."""
_RECKONED = {
    ast.Sub: ("-", "+"),
    ast.BitOr: ("|", "&"),
    ast.BitAnd: ("&", "|"),
    ast.Mult: ("*", "//"),
    ast.FloorDiv: ("//", "*"),
}
_LARGE = 1000


def conditions(source: Source, node: ast.AST) -> Iterator[Change]:
    """A branch that is always or never taken; a filter that takes all."""
    match node:
        case ast.If(test=test) | ast.IfExp(test=test):
            text = source.of(test)
            yield source.replaced(test, f"not ({text})", "condition negated")
            yield source.replaced(test, f"(({text}) and False)", "branch lost")
            if node.orelse or isinstance(node, ast.If):
                yield source.replaced(test, f"(({text}) or True)", "condition lost")
        case ast.While(test=test):
            yield source.replaced(test, f"not ({source.of(test)})", "condition negated")
        case ast.comprehension(ifs=tests):
            for test in tests:
                yield source.replaced(test, f"(({source.of(test)}) or True)", "filter lost")
                yield source.replaced(test, f"not ({source.of(test)})", "filter negated")


def changes(source: Source, node: ast.expr) -> Iterator[Change]:
    """Of one expression, without those inside it."""
    yield from _operators(source, node)
    yield from _tables(source, node)
    match node:
        case ast.Constant() | ast.JoinedStr():
            yield from _constants(source, node)
        case ast.Call():
            yield from _calls(source, node)
        case ast.Slice(lower=lower, upper=upper, step=step):
            for bound in filter(None, (lower, upper, step)):
                yield source.replaced(bound, "", "bound lost")


def _operators(source: Source, node: ast.expr) -> Iterator[Change]:
    match node:
        case ast.Compare():
            yield from _comparisons(source, node)
        case ast.BoolOp(values=values):
            for left, right in pairwise(values):
                yield from _between(source, left, right, re.compile(r"\band\b|\bor\b"), _JOINED)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield source.replaced(node, f"({source.of(operand)})", "not removed")
        case ast.BinOp(left=left, right=right, op=operator):
            if type(operator) in _RECKONED:
                before, after = _RECKONED[type(operator)]
                yield from _between(source, left, right, re.compile(re.escape(before)), {before: after})
            elif isinstance(operator, ast.Add) and any(_is_number(each) for each in (left, right)):
                yield from _between(source, left, right, re.compile(r"\+"), {"+": "-"})


def _tables(source: Source, node: ast.expr) -> Iterator[Change]:
    match node:
        case ast.Set(elts=items) | ast.List(elts=items) | ast.Tuple(elts=items):
            if len(items) > 1 and isinstance(getattr(node, "ctx", ast.Load()), ast.Load) and _is_table(node):
                yield from (source.without(items, place, "member dropped") for place in range(len(items)))
        case ast.Dict(keys=keys, values=values) if len(keys) > 1 and all(keys):
            yield from _entries(source, [key for key in keys if key], values)


def _comparisons(source: Source, node: ast.Compare) -> Iterator[Change]:
    left = node.left
    for right in node.comparators:
        at, gap = source.between(left, right)
        if found := _COMPARED.search(gap):
            for other in _FLIPPED[" ".join(found.group().split())]:
                start = at + len(gap[: found.start()].encode())
                yield Change(start, start + len(found.group()), other, "comparison flipped")
        left = right


def _between(
    source: Source, left: ast.expr, right: ast.expr, wanted: re.Pattern[str], other: dict[str, str]
) -> Iterator[Change]:
    at, gap = source.between(left, right)
    if found := wanted.search(gap):
        start = at + len(gap[: found.start()].encode())
        yield Change(start, start + len(found.group()), other[found.group()], "operator flipped")


def _constants(source: Source, node: ast.Constant | ast.JoinedStr) -> Iterator[Change]:
    text = source.of(node)
    if patterns.is_raw(text):
        yield from patterns.changes(source.start(node), text)
    match node:
        case ast.Constant(value=bool(flag)):
            yield source.replaced(node, str(not flag), "constant changed")
        case ast.Constant(value=int(number)):
            for one in (number * 2, number // 2) if number >= _LARGE else (number + 1, number - 1):
                yield source.replaced(node, f"({one})" if one < 0 else str(one), "constant changed")
        case ast.Constant(value=float(ratio)):
            yield source.replaced(node, str(ratio + 1), "constant changed")
        case ast.Constant(value=str(value)) if not patterns.is_raw(text) and not _is_sentence(value):
            for other in {"", value + "X"} - {value}:
                yield source.replaced(node, repr(other), "text changed")


def _calls(source: Source, node: ast.Call) -> Iterator[Change]:
    match node:
        case ast.Call(func=ast.Name(id=name) as function) if name in _CALLED and node.args:
            if name in {"sorted", "reversed"}:
                yield source.replaced(node, f"list({source.of(node.args[0])})", "order lost")
            else:
                yield source.replaced(function, _CALLED[name], "call exchanged")
        case ast.Call(func=ast.Attribute(value=inner, attr=name)) if name in _TIDY:
            yield source.replaced(node, source.of(inner), "call dropped")
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(words)) as table, attr="split"), args=[]):
            for word in words.split():
                yield source.replaced(
                    table, repr(" ".join(each for each in words.split() if each != word)), "member dropped"
                )
    if isinstance(node.func, ast.Name) and node.func.id in {"min", "max"}:
        return  # the same in any order
    for left, right in pairwise(node.args):
        if (
            not isinstance(left, ast.Starred)
            and not isinstance(right, ast.Starred)
            and source.of(left) != source.of(right)
        ):
            between = source.between(left, right)[1]
            yield Change(
                source.start(left), source.end(right), source.of(right) + between + source.of(left), "arguments swapped"
            )


def _entries(source: Source, keys: list[ast.expr], values: list[ast.expr]) -> Iterator[Change]:
    for place, key in enumerate(keys):
        if place + 1 < len(keys):
            yield Change(source.start(key), source.start(keys[place + 1]), "", "member dropped")
        else:
            yield Change(source.end(values[place - 1]), source.end(values[place]), "", "member dropped")


def _is_table(node: ast.Set | ast.List | ast.Tuple) -> bool:
    """A pair that is a result or is taken apart fails at once without one of its members, which teaches nothing."""
    return (
        not isinstance(node, ast.Tuple)
        or len(node.elts) > 2
        or all(isinstance(each, ast.Constant) for each in node.elts)
    )


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int)


def _is_sentence(text: str) -> bool:
    """Wording is judged by its reader."""
    return any(mark in text for mark in "。，；！？") or len(text.split()) > 3
