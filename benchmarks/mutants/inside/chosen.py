"""A plugin of pytest: only the chosen tests, in their order, until one fails."""

import importlib
import resource
from collections.abc import Sequence
from typing import Any

import pytest

_MEMORY = 6 << 30
"""Bytes that a fault may make the tests take."""
_WEIGHED = ("test_what_a_use_loads_is_small",)
"""Tests of how much is loaded: any fault that takes a few letters more would fail them."""


class Chosen:
    """Keeps the tests with these names, in this order, and notes the first that fails.

    The name of a file stands for its tests without a browser, that name and `::` for all of them.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.order = {name: place for place, name in enumerate(names)}
        self.failed: str | None = None
        self.ran = 0

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        placed = [(place, item) for item in items if (place := self._place(item)) is not None]
        items[:] = [item for _, item in sorted(placed, key=lambda each: each[0])]

    def _place(self, item: pytest.Item) -> int | None:
        file = item.nodeid.partition("::")[0]
        whole = self.order.get(f"{file}::", self.order.get(file) if "browser" not in _fixtures(item) else None)
        return None if item.nodeid.endswith(_WEIGHED) else self.order.get(item.nodeid, whole)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.failed = self.failed or report.nodeid

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.ran += report.when == "call"
        if report.failed:
            self.failed = self.failed or report.nodeid


def run(module: str, names: Sequence[str], seconds: int, arguments: Sequence[str]) -> dict[str, Any]:
    """Run the tests within so many seconds of the processor; whether the changed module can be imported, and what failed."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    try:
        importlib.import_module(module)
    except Exception as fault:  # noqa: BLE001
        return {"imported": False, "failed": repr(fault), "ran": 0}
    plugin = Chosen(names)
    pytest.main(
        [*dict.fromkeys(name.partition("::")[0] for name in names), "-x", "--tb=no", *arguments], plugins=[plugin]
    )
    return {"imported": True, "failed": plugin.failed, "ran": plugin.ran}


def _fixtures(item: pytest.Item) -> list[str]:
    return getattr(item, "fixturenames", [])
