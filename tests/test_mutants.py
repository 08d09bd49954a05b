"""The tool that makes small faults: which it makes, what it leaves alone, and that it tells a test that notices from one that does not."""

import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest
from benchmarks.mutants import faults, patterns, sites, trial
from benchmarks.mutants.choice import Choice
from benchmarks.mutants.memory import Memory
from benchmarks.mutants.sites import Mutant
from benchmarks.mutants.workshop import Copy, TimedOut, run

MODULE = "generator/laomo/text/limits.py"
CODE = '''"""A docstring is not code."""

_LIMIT = 10
_FINE = {"省", "市"}


def allowed(n: int) -> bool:
    return n < _LIMIT


def is_fine(place: str) -> bool:
    return place in _FINE
'''
TESTS = """
from laomo.text.limits import allowed, is_fine

def test_below(): assert allowed(9)
def test_far_above(): assert not allowed(99)
def test_fine(): assert is_fine("省")
"""


def _endless() -> dict[str, Any]:
    os.kill(os.getpid(), signal.SIGXCPU)  # as the system does when the limit of the processor is reached
    raise AssertionError


def _faults(code: str) -> list[tuple[str, str]]:
    """Kind and what stands there then, of each fault in the last line of a module."""
    text = code.encode()
    found = (each for place in sites.sites("x.py", text) for each in place if sites.differs(each, text))
    return [(each.kind, each.shown(text)[1]) for each in found]


@pytest.mark.parametrize(
    ("code", "kind", "after"),
    [
        ("x = a < b", "comparison flipped", "x = a <= b"),
        ("x = a not in b", "comparison flipped", "x = a in b"),
        ("x = a and b", "operator flipped", "x = a or b"),
        ("x = not a", "not removed", "x = (a)"),
        ("if a: b()", "condition negated", "if not (a): b()"),
        ("if a: b()", "branch lost", "if ((a) and False): b()"),
        ("if a: b()", "condition lost", "if ((a) or True): b()"),
        ("if a: b()", "call dropped", "if a: pass"),
        ("x = [a for a in b if c]", "filter lost", "x = [a for a in b if ((c) or True)]"),
        ("def f(): return x", "return None", "def f(): return None"),
        ("def f(): yield x", "yield dropped", "def f(): if 0: yield"),
        ("def f():\n    yield x", "yield dropped", "if 0: yield"),
        ("for a in b: break", "loop goes on", "for a in b: continue"),
        ("for a in b: continue", "loop ends", "for a in b: break"),
        ("x = 3", "constant changed", "x = 4"),
        ("x = True", "constant changed", "x = False"),
        ("x = '省'", "text changed", "x = '省X'"),
        ("x = {'京', '津'}", "member dropped", "x = {'津'}"),
        ("x = {'京', '津'}", "member dropped", "x = {'京'}"),
        ("x = {'京': 11, '津': 12}", "member dropped", "x = {'津': 12}"),
        ("x = '京 津'.split()", "member dropped", "x = '津'.split()"),
        ("f(a, b)", "arguments swapped", "f(b, a)"),
        ("x = a[b:c]", "bound lost", "x = a[:c]"),
        ("x = min(a, b)", "call exchanged", "x = max(a, b)"),
        ("x = sorted(a)", "order lost", "x = list(a)"),
        ("x = a.strip()", "call dropped", "x = a"),
        ("raise f", "raise dropped", "pass"),
        ("x.y = a", "assignment dropped", "pass"),
        ("x += a", "assignment dropped", "pass"),
        ("try: a()\nexcept E: b()", "handler lost", "except E: raise"),
        ("@a\ndef f(): b", "decorator lost", ""),
        ("x: Annotated[int, Field(ge=1)]", "constant changed", "x: Annotated[int, Field(ge=2)]"),
    ],
)
def test_faults_that_are_made(code: str, kind: str, after: str) -> None:
    if kind == "yield dropped" and "\n" not in code:
        assert kind not in dict(_faults(code))  # it would be no code
    else:
        assert (kind, after) in _faults(code)


@pytest.mark.parametrize(
    "code",
    [
        '"""Says what it is."""',
        "import a",
        "__all__ = ['a', 'b']",
        "if TYPE_CHECKING: f(1)",
        "if __name__ == '__main__': f(1)",
        "log.warning('%s', a, 3)",
        "x: Literal['a', 'b']",
        "def f(a: dict[str, Literal['b', 'c']]) -> None: ...",
        "x = Field(description='a')",
        "x = '请填写名称。'",
        "return_type = Callable[[int, str], bool]",
        "x = zip(strict=True)",
        "@lru_cache(1 << 12)\ndef f(): yield",
    ],
)
def test_what_is_left_alone(code: str) -> None:
    assert _faults(code) == []


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("京|津|沪", ["津|沪", "京|沪", "京|津"]),
        ("a(?:b|c)?", ["a(?:c)?", "a(?:b)?", "a(?:b|c)", "a"]),
        (r"^\d{2,3}\b", [r"\d{2,3}\b", r"^\d{3,3}\b", r"^\d{1,3}\b", r"^\d{2,4}\b", r"^\d{2,2}\b", r"^\d{2,3}"]),
        ("[^省市]", ["[省市]", "[^市]", "[^省]"]),
        ("(?<!a)b+", ["(?<=a)b+", "(?<!a)b"]),
        (r"\|[|]", []),
    ],
)
def test_faults_in_patterns(pattern: str, expected: list[str]) -> None:
    assert [pattern[:start] + after + pattern[end:] for start, end, after, _ in patterns.cuts(pattern)] == expected


def test_a_seed_gives_the_same_faults_spread_over_lines() -> None:
    places = sites.sites(MODULE, CODE.encode())
    assert [*sites.picked(places, 7)] == [*sites.picked(places, 7)]
    assert {each.line for each in [*sites.picked(places, 7)][:4]} == {3, 4, 8, 12}


def test_a_fault_is_noticed_or_not(tmp_path: Path) -> None:
    checkout = tmp_path / "house"
    for name, text in {MODULE: CODE, "tests/text/test_limits.py": TESTS, "generator/laomo/__init__.py": ""}.items():
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        (checkout / name).write_text(text, encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=checkout, check=True)
    copy, memory = Copy.of(checkout, tmp_path / "copy"), Memory(tmp_path / "map", checkout)
    assert memory.learn(copy, "tests/text/test_limits.py") is None
    choice = Choice(memory.tests(["tests/text/test_limits.py"]), [], checkout)

    def outcome(mutant: Mutant) -> tuple[str, str]:
        covering, _ = choice.found(mutant)
        verdict = trial.judge(copy, mutant, choice.stages(mutant, 5, 0), len(covering))
        assert (copy.root / MODULE).read_text(encoding="utf-8") == CODE
        return verdict.after, verdict.outcome

    assert [test.name.partition("::")[2] for test in choice.found(next(faults.at(checkout, f"{MODULE}:4")))[0]] == [
        "test_fine"
    ]
    assert {outcome(each) for each in faults.at(checkout, f"{MODULE}:8")} == {
        ("return n <= _LIMIT", trial.MISSED),
        ("return n >= _LIMIT", trial.NOTICED),
        ("return None", trial.NOTICED),
    }
    with pytest.raises(TimedOut):
        run(copy, _endless, 9)
    broken = Mutant(MODULE, 3, "text changed", CODE.index("10"), CODE.index("10") + 2, "missing")
    assert outcome(broken) == ("_LIMIT = missing", trial.BROKEN)
