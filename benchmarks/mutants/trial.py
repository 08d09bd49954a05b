"""One fault on trial: the copy is changed, the tests are run stage by stage, and the verdict is kept."""

import functools
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.mutants.inside import chosen
from benchmarks.mutants.memory import Test
from benchmarks.mutants.sites import Mutant
from benchmarks.mutants.workshop import QUIET, Copy, Died, TimedOut, run

_PATIENCE = 10
"""The tests may take so many times as long as without the fault."""
_START = 20
"""Seconds of the processor to begin with."""
_ALONE = 20
"""Seconds of the processor for one test by itself."""
_BUSY = 8
"""On a machine that others use, each second of the processor may take so many."""

NOTICED, MISSED, LATE, BROKEN, EQUIVALENT = "noticed", "missed", "timeout", "not importable", "equivalent"


@dataclass(frozen=True)
class Verdict:
    """What came of a fault: `by` is the test that noticed it, `tried` how many ran, `covered` how many run its line."""

    file: str
    line: int
    kind: str
    before: str
    after: str
    outcome: str
    by: str = ""
    tried: int = 0
    covered: int = 0


def judge(copy: Copy, mutant: Mutant, stages: Iterable[list[Test]], covered: int) -> Verdict:
    """Try the tests of each stage until one notices."""
    text = (copy.root / mutant.file).read_bytes()
    before, after = mutant.shown(text)
    verdict = functools.partial(Verdict, mutant.file, mutant.line, mutant.kind, before, after, covered=covered)
    tried = 0
    with copy.changed(mutant.file, mutant.applied(text)):
        for tests in stages:
            try:
                told = _run(copy, _module(mutant.file), tests)
            except TimedOut:
                return verdict(LATE, tried=tried)
            except Died as death:
                return verdict(NOTICED, by=f"the process died: {str(death)[-200:]}", tried=tried)
            tried += told["ran"]
            if not told["imported"]:
                return verdict(BROKEN, by=told["failed"])
            if told["failed"]:
                return verdict(NOTICED, by=told["failed"], tried=tried)
    return verdict(MISSED, tried=tried)


@functools.cache
def sound(copy: Copy, test: str) -> bool:
    """Whether a test passes by itself without any fault."""
    try:
        return not _run(copy, "laomo", [Test(test, _ALONE, {})])["failed"]
    except (TimedOut, Died):
        return False


def equivalents(file: Path) -> dict[tuple[str, str, str], str]:
    """File, lines before, lines after → the reason."""
    marked = tomllib.loads(file.read_text(encoding="utf-8")).get("equivalent", [])
    return {(each["file"], each["before"], each["after"]): each["reason"] for each in marked}


def _run(copy: Copy, module: str, tests: list[Test]) -> dict[str, Any]:
    seconds = _START + _PATIENCE * sum(test.cost for test in tests)
    arguments = (*QUIET, f"--basetemp={copy.scratch / 'tmp' / 'pytest'}")
    names = [test.name for test in tests]
    return run(copy, functools.partial(chosen.run, module, names, int(seconds), arguments), seconds * _BUSY)


def _module(file: str) -> str:
    """What must be importable: a script is not imported."""
    if not file.endswith(".py"):
        return "laomo"
    return file.removeprefix("generator/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")
