"""Which tests are tried for a fault: those that run its line, the cheapest first, then others of its room."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.mutants.memory import Test
from benchmarks.mutants.scopes import Scopes
from benchmarks.mutants.sites import Mutant
from benchmarks.mutants.workshop import PACKAGE

_FIRST = 4.0
"""Seconds of the processor for the first tests."""
_WALKS = 6.0
"""Seconds of the processor for tests of a whole."""
_OF_A_WHOLE = re.compile("approved|committed|dataclasses")
"""How tests are called that hold tables and classes together: they run no line of what stands at the top of a module, and yet they notice."""
_OF_A_FILE = 10
"""At most so many of one file among the first."""
_IN_BROWSER = 4.0
"""Seconds for one test in a browser."""
_COLLECTING = 0.3
"""Seconds until the tests of one more file are ready."""

Lines = dict[str, int]
"""Lines of each file of the package, as bits."""


class Choice:
    """Chooses among all tests that are known."""

    def __init__(self, tests: Sequence[Test], in_browser: Sequence[str], checkout: Path) -> None:
        self.tests, self.in_browser = sorted(tests, key=lambda test: test.cost), in_browser
        self.scopes = Scopes(checkout / PACKAGE)

    def stages(self, mutant: Mutant, seconds: float, browser: float) -> Iterator[list[Test]]:
        """The first tests, then more, as many as `seconds` allow; last those in a browser, as many as `browser` seconds allow."""
        covering, others = self.found(mutant)
        room = _room(mutant)
        near = [test for test in covering if test.file.startswith(room)]
        ranked = [*near, *(test for test in covering if not test.file.startswith(room))]
        first = list(_within(_few(near), _FIRST / 2))
        first += _within(_few(test for test in covering if test not in first), _FIRST / 2)
        if first:
            yield first
        taken = {test.name for test in first}
        if walks := list(_within((test for test in self._walks(mutant) if test.name not in taken), _WALKS)):
            yield walks
        taken |= {test.name for test in walks}
        if more := list(_within((test for test in [*ranked, *others] if test.name not in taken), seconds)):
            yield more
        shown = sorted(self.in_browser, key=lambda name: not name.startswith(room))
        if last := list(_within((Test(name, _IN_BROWSER, {}) for name in shown), browser)):
            yield last

    def found(self, mutant: Mutant) -> tuple[list[Test], list[Test]]:
        """The tests that run its line, and those that run another line of its file; cheap ones first."""
        file = Path(mutant.file).relative_to(PACKAGE).as_posix()
        lines = self._lines(file, mutant.line)
        covering = [test for test in self.tests if _runs(test, lines)]
        names = {test.name for test in covering}
        others = [test for test in self.tests if file in test.lines and test.name not in names]
        return covering, others

    def _walks(self, mutant: Mutant) -> list[Test]:
        """Of a line at the top of a module: the tests of a whole, in its room and over all rooms."""
        path = Path(mutant.file).relative_to(PACKAGE)
        if not self.scopes.at_top(path.as_posix(), mutant.line):
            return []
        room = _room(mutant)
        near = (test for test in self.tests if test.file.startswith(room) or test.file.count("/") == 1)
        return [test for test in near if _OF_A_WHOLE.search(test.name)]

    @functools.cache  # noqa: B019
    def _lines(self, file: str, line: int) -> Lines:
        """The lines whose tests would notice: its own, or those that use what stands at the top of a module."""
        own, whole = self.scopes.lines(file, line)
        return own if any(_runs(test, own) for test in self.tests) else whole


def _room(mutant: Mutant) -> str:
    """How the paths of the tests of its room begin. Those of the top level lie at the top."""
    path = Path(mutant.file).relative_to(PACKAGE)
    return f"tests/{path.parts[0]}/" if len(path.parts) > 1 else str(Path("tests", "test_"))


def _runs(test: Test, lines: Lines) -> bool:
    return any(test.lines.get(file, 0) & bits for file, bits in lines.items())


def _few(tests: Iterable[Test]) -> Iterator[Test]:
    """Not too many of the same file."""
    counts: dict[str, int] = {}
    for test in tests:
        counts[test.file] = counts.get(test.file, 0) + 1
        if counts[test.file] <= _OF_A_FILE:
            yield test


def _within(tests: Iterable[Test], seconds: float) -> Iterator[Test]:
    files: set[str] = set()
    for test in tests:
        cost = test.cost + (0 if test.file in files else _COLLECTING)
        if cost <= seconds:
            seconds -= cost
            files.add(test.file)
            yield test
