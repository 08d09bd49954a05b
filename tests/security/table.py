"""One table at the end of a run: which attacks were tried, and what came of them."""

from collections import defaultdict
from collections.abc import Callable

import pytest

from tests.security import attacks

Score = Callable[[str, int, int], None]
"""Section, attacks tried, attacks succeeded."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--attacks", action="store_true", help="only tests that stand in the table of attacks")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With `--attacks`, leave out what has no row."""
    if config.getoption("attacks"):
        others = [each for each in items if not any(attacks.rows_of(each.nodeid)) and not _counts(each)]
        items[:] = [each for each in items if each not in others]
        config.hook.pytest_deselected(items=others)


def _counts(item: pytest.Item) -> bool:
    """Whether a test counts its attacks itself."""
    return not {"score", "say"}.isdisjoint(getattr(item, "fixturenames", ()))


@pytest.fixture
def score(record_property: Callable[[str, object], None]) -> Score:
    """Notes a line for the table, and fails the test if an attack succeeded."""

    def note(section: str, tried: int, succeeded: int) -> None:
        record_property("attack", (section, tried, succeeded))

    return note


@pytest.fixture
def say(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Notes a line to stand below the table."""
    return lambda line: record_property("attack line", line)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The table."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    lines = []
    for reports in terminalreporter.stats.values():
        for report in (each for each in reports if getattr(each, "when", "") == "call"):
            for section in attacks.rows_of(report.nodeid):
                sums[section][0] += 1
                sums[section][1] += report.failed
            for name, fact in report.user_properties:
                if name == "attack":
                    sums[fact[0]][0] += fact[1]
                    sums[fact[0]][1] += fact[2]
                elif name == "attack line":
                    lines.append(fact)
    if sums:
        terminalreporter.section("attacks")
        terminalreporter.write_line(f"{'tried':>9}  {'succeeded':>9}  section")
        for section, (tried, succeeded) in sums.items():
            terminalreporter.write_line(f"{tried:>9,}  {succeeded:>9,}  {section}")
        for line in lines:
            terminalreporter.write_line(line)
