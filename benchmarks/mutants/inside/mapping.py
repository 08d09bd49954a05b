"""A plugin of pytest: which lines each test runs, and what it costs. Tests that need a browser are left out."""

import functools
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from benchmarks.mutants.inside import trace

Lines = set[str]
"""`room/module.py:12`, below the folder of the package."""
_SLOW = {"browser"}
"""The fixtures whose tests are left out."""
_SHARED = {"session", "package", "module", "class"}


class Mapping:
    """Collects, for each test that passes, its lines and seconds, with those of the fixtures that it shares with others."""

    def __init__(self) -> None:
        self.log = Path(os.environ[trace.LOG])
        self.again: Callable[[], None] = trace.start()
        self.stack: list[Lines] = [set()]
        self.fixtures: dict[int, tuple[Lines, float]] = {}
        self.own: dict[str, tuple[Lines, float]] = {}
        self.closures: dict[str, list[int]] = {}
        self.failed: set[str] = set()
        self.left_out: list[str] = []

    def drain(self) -> None:
        """What was written so far belongs to what runs now."""
        if text := self.log.read_text(encoding="utf-8"):
            self.stack[-1].update(text.split("\n"))
            os.truncate(self.log, 0)
        self.again()

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        self.left_out = [item.nodeid for item in items if _SLOW & set(_fixtures(item))]
        items[:] = [item for item in items if not _SLOW & set(_fixtures(item))]

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.failed.add(report.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        _forget()
        self.stack = [set()]
        self.drain()
        self.stack, shared, begun = [set()], len(self.fixtures), _seconds()
        answer = yield
        self.drain()
        seconds = _seconds() - begun - sum(cost for _, cost in [*self.fixtures.values()][shared:])
        self.own[item.nodeid] = self.stack[0], seconds
        return answer

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[None]:
        if fixturedef.scope not in _SHARED:
            return (yield)
        self.drain()
        self.stack.append(set())
        begun, inner = _seconds(), len(self.fixtures)
        try:
            return (yield)
        finally:
            self.drain()
            seconds = _seconds() - begun - sum(cost for _, cost in [*self.fixtures.values()][inner:])
            self.fixtures[id(fixturedef)] = self.stack.pop(), seconds

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        found: dict[str, Any] = getattr(item, "_fixtureinfo").name2fixturedefs  # noqa: B009
        self.closures[item.nodeid] = [id(each) for defs in found.values() for each in defs]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if not report.passed:
            self.failed.add(report.nodeid)

    def result(self) -> dict[str, Any]:
        """Tests with cost and lines; those that were left out; those that failed or were skipped without any fault in the code."""
        tests = {}
        for name, (lines, seconds) in self.own.items():
            if name not in self.failed:
                shared = [self.fixtures[key] for key in self.closures.get(name, []) if key in self.fixtures]
                cost = seconds + sum(each for _, each in shared)
                tests[name] = {"cost": round(cost, 4), "lines": _packed(lines.union(*(each for each, _ in shared)))}
        return {"tests": tests, "browser": self.left_out, "failed": sorted(self.failed)}


def _seconds() -> float:
    """Of the processor, in this process and its children: a busy machine changes little about it."""
    return sum(os.times()[:4])


def _fixtures(item: pytest.Item) -> list[str]:
    return getattr(item, "fixturenames", [])


def _packed(lines: Lines) -> dict[str, str]:
    """The lines of each file as the bits of a number in hexadecimal digits."""
    bits: dict[str, int] = {}
    for line in lines:
        file, _, number = line.partition(":")
        if number.isdecimal():
            bits[file] = bits.get(file, 0) | 1 << int(number)
    return {file: f"{number:x}" for file, number in sorted(bits.items())}


def _forget() -> None:
    """What a function remembers would hide the lines that its next caller needs."""
    for name, module in list(sys.modules.items()):
        if name.startswith("laomo."):
            for value in list(vars(module).values()):
                if isinstance(value, functools._lru_cache_wrapper):  # noqa: SLF001
                    value.cache_clear()
