"""Faults in the scripts that readers run, and the tests for them: those in node first, then the others of the folder."""

import json
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.mutants import patterns
from benchmarks.mutants.memory import Test
from benchmarks.mutants.sites import Mutant

_TYPESCRIPT = Path("tests/node_modules/typescript")
_TESTS = {"theme/scripts": "pages/search", "theme/forms/cms": "tools/cms", "theme/forms": "tools/forms"}
"""Folder of scripts → its tests beside those in node; what lies deeper comes first."""
_IN_NODE = "scripts"
_RUNS_NODE = re.compile(r"\b(?:node|tsc|npm_packages)\b")
"""What a file of tests says that runs or reads scripts without a browser."""
_COST = 15.0
"""Seconds of the processor that a file of such tests may take."""


def sites(checkout: Path, names: Sequence[str]) -> list[list[Mutant]]:
    """The faults that can be made at each place of these scripts."""
    command: list[str | Path] = [
        "node",
        Path(__file__).with_suffix(".cjs"),
        (checkout / _TYPESCRIPT).absolute(),
        *names,
    ]
    told = json.loads(subprocess.run(command, cwd=checkout, capture_output=True, check=True).stdout)
    places: dict[tuple[str, int], list[Mutant]] = defaultdict(list)
    for name, changes in zip(names, told, strict=True):
        for mutant in _mutants(name, (checkout / name).read_text(encoding="utf-8"), changes):
            places[name, mutant.start].append(mutant)
    return [places[place] for place in sorted(places)]


def differs(mutant: Mutant, text: bytes) -> bool:
    """Whether it is still a script."""
    kind = "module" if b"\nimport " in text or b"\nexport " in text else "commonjs"
    command = ["node", f"--input-type={kind}", "--check", "-"]
    return subprocess.run(command, input=mutant.applied(text), capture_output=True, check=False).returncode == 0


def stages(checkout: Path, mutant: Mutant, browser: float) -> Iterator[list[Test]]:
    """Whole files of tests: in node, then the others, then those in a browser if they may take so many seconds."""
    folder = next((tests for scripts, tests in _TESTS.items() if mutant.file.startswith(scripts)), "browser")
    for each in (_IN_NODE, folder):
        every = sorted((checkout / "tests" / each).glob("test_*.py"))
        if found := [path for path in every if _RUNS_NODE.search(path.read_text(encoding="utf-8"))]:
            yield [Test(path.relative_to(checkout).as_posix(), _COST, {}) for path in found]
    if browser:
        every = [path for each in (folder, "browser") for path in sorted((checkout / "tests" / each).glob("test_*.py"))]
        names = dict.fromkeys(f"{path.relative_to(checkout).as_posix()}::" for path in every)
        yield [Test(name, _COST, {}) for name in list(names)[: max(1, int(browser / _COST))]]


def _mutants(name: str, text: str, changes: Iterable[tuple[int, int, str, str]]) -> Iterator[Mutant]:
    wide = text.encode("utf-16-le")

    def place(units: int) -> int:
        """In bytes of UTF-8."""
        return len(wide[: 2 * units].decode("utf-16-le").encode())

    data = text.encode()
    for first, last, after, kind in changes:
        start = place(first)
        line = data.count(b"\n", 0, start) + 1
        if kind == "pattern":
            for left, right, other, lost in patterns.cuts(after[1 : after.rindex("/")]):
                before = start + len(after[: 1 + left].encode())
                end = start + len(after[: 1 + right].encode())
                yield Mutant(name, line, lost, before, end, other)
        else:
            yield Mutant(name, line, kind, start, place(last), after)
