"""The tests themselves: none may hold only because what it walks over is empty."""

import ast
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT
from tests.reports import tells

_PASSES_ON = frozenset(
    {"enumerate", "zip", "sorted", "reversed", "list", "tuple", "set", "dict", "map", "filter", "product", "iter"}
)
"""Functions that give as much as they get."""
_VIEWS = frozenset({"items", "values", "keys", "splitlines", "split"})


def _is_of_problems(walked: ast.expr) -> bool:
    """Whether it is what was found wrong: that there is nothing is as it should be."""
    match walked:
        case ast.Attribute(attr="problems") | ast.Name(id="problems"):
            return True
        case ast.Call(func=ast.Name(id="found" | "problems")):
            return True
        case ast.Call(func=ast.Attribute(attr="items" | "values", value=inner)):
            return _is_of_problems(inner)
    return False


def _walks(function: ast.AST) -> Iterator[tuple[ast.stmt, ast.expr]]:
    """Each statement that asserts something of every item, and what it walks over."""
    for node in ast.walk(function):
        match node:
            case ast.For(iter=walked) if any(isinstance(each, ast.Assert) for each in ast.walk(node)):
                yield node, walked
            case ast.Assert(test=ast.Call(func=ast.Name(id="all"), args=[argument])):
                yield node, _walked(argument)
            case ast.Assert(test=ast.UnaryOp(op=ast.Not(), operand=ast.Call(func=ast.Name(id="any"), args=[argument]))):
                yield node, _walked(argument)
            case ast.Assert(
                test=ast.UnaryOp(op=ast.Not(), operand=(ast.ListComp() | ast.SetComp() | ast.DictComp()) as made)
            ):
                yield node, _walked(made)
            case ast.Assert(
                test=ast.Compare(
                    left=(ast.ListComp() | ast.SetComp() | ast.DictComp()) as made,
                    ops=[ast.Eq()],
                    comparators=[(ast.List(elts=[]) | ast.Dict(keys=[]) | ast.Call(func=ast.Name(id="set"), args=[]))],
                )
            ):
                yield node, _walked(made)


def _walked(argument: ast.expr) -> ast.expr:
    match argument:
        case (
            ast.GeneratorExp(generators=[first, *_])
            | ast.ListComp(generators=[first, *_])
            | ast.SetComp(generators=[first, *_])
        ):
            return first.iter
        case ast.DictComp(generators=[first, *_]):
            return first.iter
        case ast.Call(func=ast.Name(id="map" | "filter"), args=[_, walked, *_]):
            return walked
    return argument


def _is_full(walked: ast.expr, constants: frozenset[str]) -> bool:  # noqa: C901, PLR0911, PLR0912 (a case for each form)
    """Whether something surely has an item: written down as it stands, a constant of a module, or made of such."""
    match walked:
        case ast.Tuple(elts=[*elts]) | ast.List(elts=[*elts]) | ast.Set(elts=[*elts]):
            return any(not isinstance(each, ast.Starred) or _is_full(each.value, constants) for each in elts)
        case ast.Dict(keys=[*keys], values=[*values]):
            return any(key is not None or _is_full(value, constants) for key, value in zip(keys, values, strict=True))
        case ast.Constant(value=str() | bytes() as text):
            return bool(text)
        case ast.Name(id=name):
            return name in constants or name.isupper()
        case ast.Attribute(attr=name, value=inner):
            return name.isupper() or (name in _VIEWS and _is_full(inner, constants))
        case ast.IfExp(body=body, orelse=other):
            return _is_full(body, constants) and _is_full(other, constants)
        case ast.BinOp(left=left, op=ast.Add() | ast.BitOr() | ast.Mult(), right=right):
            return _is_full(left, constants) or (not isinstance(walked.op, ast.Mult) and _is_full(right, constants))
        case ast.Call(func=ast.Name(id="range"), args=arguments):
            names = [each.id for argument in arguments for each in ast.walk(argument) if isinstance(each, ast.Name)]
            return all(map(str.isupper, names))
        case ast.Call(func=ast.Name(id="filter")):
            return False
        case ast.Call(func=ast.Name(id="some")):
            return True
        case ast.Call(func=ast.Name(id="map"), args=[_, *rest]):
            return all(_is_full(each, constants) for each in rest)
        case ast.Call(func=ast.Name(id=name), args=[*arguments]) if name in _PASSES_ON and arguments:
            strict = any(each.arg == "strict" and ast.unparse(each.value) == "True" for each in walked.keywords)
            return (any if strict else all)(_is_full(each, constants) for each in arguments)
        case ast.Call(func=ast.Attribute(attr=name, value=inner)) if name in _VIEWS:
            return _is_full(inner, constants)
    return False


def _guarded(function: ast.FunctionDef, statement: ast.stmt, walked: ast.expr) -> bool:
    """Whether another statement asserts something of what is walked over, or unpacks it."""
    names = {ast.unparse(walked)}
    inner = walked
    while True:
        match inner:
            case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in _PASSES_ON:
                inner = first
            case ast.Call(func=ast.Attribute(attr=name, value=value)) if name in _VIEWS:
                inner = value
            case _:
                break
        names.add(ast.unparse(inner))
    inside = {id(each) for each in ast.walk(statement)}
    for node in ast.walk(function):
        if isinstance(node, ast.Assert) and id(node) not in inside:
            said = {ast.unparse(each) for each in ast.walk(node.test) if isinstance(each, ast.expr)}
            if names & said and not any(other is node for other, _ in _walks(node)):
                return True
    return False


def _written_down(function: ast.FunctionDef) -> Iterator[str]:
    """The names in a function that are bound to something written down as it stands."""
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if _is_full(value, frozenset()):
                yield name
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)) if len(names) == len(values):
                for each, value in zip(names, values, strict=True):
                    if isinstance(each, ast.Name) and _is_full(value, frozenset()):
                        yield each.id


def weak(source: str) -> Iterator[ast.expr]:
    """What assertions walk over, and would hold if there were nothing in it."""
    tree = ast.parse(source)
    for function in (
        each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")
    ):
        arguments = (each.arg for each in (*function.args.args, *function.args.kwonlyargs))
        given = frozenset((*arguments, *_written_down(function)))
        walks = [*_walks(function)]
        within = {
            id(inner) for each, _ in walks if isinstance(each, ast.For) for inner in ast.walk(each) if inner is not each
        }
        for statement, walked in walks:
            if id(statement) in within or _is_of_problems(walked) or _is_full(walked, given):
                continue
            if not _guarded(function, statement, walked):
                yield walked


def test_no_assertion_holds_for_nothing() -> None:
    """What a loop or `all(…)` walks over is written down, asserted to hold something, or wrapped in `some(…)` of `tests/conftest.py`."""
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    assert len(files) > 100
    found = {file.relative_to(ROOT).as_posix(): [*weak(file.read_text("utf-8"))] for file in files}
    assert {
        path: [(walked.lineno, ast.unparse(walked)) for walked in each] for path, each in found.items() if each
    } == {}
    assert len(found) == len(files)


FOUND = """
for x in files(): assert x
for x in page.rglob("*"): assert x
for x in enumerate(files()): assert x
for x in [y for y in files()]: assert x
for x in filter(None, (1, 2)): assert x
for x in range(count()): assert x
for x in [*files()]: assert x
for x in zip((1, 2), files()): assert x
assert all(x for x in files())
assert all(files())
assert all(map(str.isdigit, files()))
assert not any(x for x in files())
assert not any(files())
assert [x for x in files() if x] == []
assert {x: x for x in files()} == {}
assert {x for x in files()} == set()
assert not [x for x in files()]
""".strip().split("\n")
LEFT = """
for x in (1, 2): assert x
for x in [*files(), 1]: assert x
for x in "ab": assert x
for x in "a b".split(): assert x
for x in {1: 2}.items(): assert x
for x in ROWS: assert x
for x in sorted(module.ROWS.items()): assert x
for x in enumerate(ROWS): assert x
for x in zip(files(), ROWS, strict=True): assert x
for x in map(str, ROWS): assert x
for x in range(3): assert x
for x in range(ROUNDS): assert x
for x in range(1, ROUNDS + 3): assert x
for x in given: assert x
for x in given.values(): assert x
for x in some(files()): assert x
for x in files(): print(x)
for x in ROWS:⏎    for y in x.parts: assert y
made = files()⏎assert len(made) == 3⏎for x in made: assert x
made = files()⏎assert made⏎assert all(made.values())
assert all(x for x in ROWS)
assert [x for x in plan.problems if x.code == "a"] == []
assert files() == []
assert not files()
""".strip().split("\n")


def _in_a_test(line: str) -> str:
    return "def test_it(given):\n" + "".join(f"    {each}\n" for each in line.split("⏎"))


@pytest.mark.parametrize("line", FOUND)
def test_what_is_found(line: str) -> None:
    assert len([*weak(_in_a_test(line))]) == 1


@pytest.mark.parametrize("line", LEFT)
def test_what_is_left(line: str) -> None:
    assert [*weak(_in_a_test(line))] == []


def test_what_processes_of_a_run_tell_of() -> None:
    """Whatever fails, is left out or says something, and each test once: what is not told is not missed."""
    quiet = {"outcome": "passed", "sections": []}
    told = [
        ("testreport", {**quiet, "when": "call"}),
        ("testreport", {**quiet, "when": "setup", "outcome": "failed"}),
        ("testreport", {**quiet, "when": "setup", "outcome": "skipped"}),
        ("testreport", {**quiet, "when": "teardown", "outcome": "failed"}),
        ("testreport", {**quiet, "when": "teardown", "sections": [["Captured stdout", "x"]]}),
        ("runtest_protocol_complete", None),
        ("workerfinished", None),
    ]
    untold = [("logstart", None), ("logfinish", None)]
    untold += [("testreport", {**quiet, "when": when}) for when in ("setup", "teardown")]
    assert [each for each in told if not tells(*each)] == []
    assert [each for each in untold if tells(*each)] == []
