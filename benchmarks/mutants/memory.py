"""Which test runs which line: computed once for each file of tests, and again when that file has changed.

When only the code has changed, lines are found again by comparing the two texts.
"""

import difflib
import functools
import hashlib
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.mutants.inside import trace
from benchmarks.mutants.workshop import PACKAGE, QUIET, Copy, Died, TimedOut, run

_LIMIT = 900
"""Seconds for the tests of one file."""


@dataclass(frozen=True)
class Test:
    """One test: its name for pytest, the seconds that it takes with its fixtures, its lines as bits of a number per file of the package."""

    name: str
    cost: float
    lines: dict[str, int]

    @property
    def file(self) -> str:
        return self.name.partition("::")[0]


class Memory:
    """The map in a folder of its own: one file for each file of tests, and the texts of the code that they ran."""

    def __init__(self, folder: Path, checkout: Path) -> None:
        self.folder, self.checkout = folder, checkout
        (folder / "texts").mkdir(parents=True, exist_ok=True)

    def entry(self, test: str) -> dict[str, Any] | None:
        """What is known of a file of tests: as it is now, or as it was when its lines were last looked at."""
        path = self._path(test)
        if not path.exists():
            older = self.folder.glob(f"{_slug(test)}.*.json")
            path = max(older, key=lambda each: each.stat().st_mtime, default=path)
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None

    def stale(self, tests: Iterable[str]) -> list[str]:
        """Those that are new or have changed."""
        return [test for test in tests if not self._path(test).exists()]

    def learn(self, copy: Copy, test: str) -> str | None:
        """Run the tests of one file; what went wrong, or None."""
        log = copy.scratch / "lines.txt"
        log.write_bytes(b"")
        environment = {trace.LOG: str(log), trace.CODE: str(copy.root / PACKAGE)}
        try:
            told = run(
                copy, functools.partial(_mapped, test, str(copy.scratch / "tmp" / "pytest")), _LIMIT, environment
            )
        except (TimedOut, Died) as fault:
            return f"{type(fault).__name__}: {fault}"
        files = {file for each in told["tests"].values() for file in each["lines"]}
        told["texts"] = {file: self._keep(copy.root / PACKAGE / file) for file in sorted(files)}
        path = self._path(test)
        half = path.with_suffix(f".{os.getpid()}")
        half.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        half.rename(path)
        return f"{len(told['failed'])} fail without any fault or are skipped" if told["failed"] else None

    def tests(self, files: Iterable[str]) -> list[Test]:
        """All tests of these files that are known, with lines of the code as it is now."""
        found = []
        for entry in filter(None, map(self.entry, files)):
            for name, each in entry["tests"].items():
                lines = {
                    file: self._moved(file, entry["texts"][file], int(bits, 16)) for file, bits in each["lines"].items()
                }
                found.append(Test(name, each["cost"], lines))
        return found

    def in_browser(self, files: Iterable[str]) -> list[str]:
        """The names of the tests that need a browser: which lines they run is not looked at."""
        return [name for entry in filter(None, map(self.entry, files)) for name in entry["browser"]]

    def _path(self, test: str) -> Path:
        return self.folder / f"{_slug(test)}.{_digest((self.checkout / test).read_bytes() + test.encode())}.json"

    def _keep(self, file: Path) -> str:
        text = file.read_bytes()
        if not (kept := self.folder / "texts" / _digest(text)).exists():
            kept.write_bytes(text)
        return kept.name

    def _moved(self, file: str, text: str, bits: int) -> int:
        shift = self._shift(file, text)
        return bits if shift is None else sum(1 << new for old, new in shift if bits >> old & 1)

    @functools.cache  # noqa: B019
    def _shift(self, file: str, text: str) -> list[tuple[int, int]] | None:
        """Old and new number of each line that is still there; None if the text is the same."""
        now = self.checkout / PACKAGE / file
        if not now.exists():
            return []
        if _digest(now.read_bytes()) == text:
            return None
        old = (self.folder / "texts" / text).read_text(encoding="utf-8").splitlines()
        matcher = difflib.SequenceMatcher(None, old, now.read_text(encoding="utf-8").splitlines(), autojunk=False)
        return [(a + i + 1, b + i + 1) for a, b, size in matcher.get_matching_blocks() for i in range(size)]


def _mapped(test: str, temporary: str) -> dict[str, Any]:
    import pytest  # noqa: PLC0415
    from benchmarks.mutants.inside.mapping import Mapping  # noqa: PLC0415

    plugin = Mapping()
    pytest.main([test, *QUIET, f"--basetemp={temporary}"], plugins=[plugin])
    return plugin.result()


def _slug(test: str) -> str:
    return test.removesuffix(".py").replace("/", "-")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data + sys.version[:4].encode()).hexdigest()[:20]
