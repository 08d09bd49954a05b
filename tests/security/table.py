"""One table at the end of a run: which attacks were tried, and what came of them."""

import re
from collections import defaultdict
from collections.abc import Callable

import pytest

Score = Callable[[str, int, int], None]
"""Section, attacks tried, attacks succeeded."""


ELSEWHERE = {
    "records that are bombs, or not what they seem": "yaml/test_reader.py::test_(each_slip|other_encodings|nothing_is_typed)",
    "pictures that are bombs, none, or say too much": "test_pictures.py::test_(upright|what_is_no|a_sound|a_bomb)",
    "pictures that are too many or too heavy": "test_size_limits.py::test_(too_many|pictures_too_heavy|no_file|a_site)",
    "workbooks that unfold, reach out or run": "test_bad_input.py::test_(a_bomb|a_sheet|one_merged|declarations|macros|what_is_no)",
    "changes that are not their author's to make": "test_ownership.py::test_(refused|without_a_map)",
    "changes that only their merge shows": "test_merging.py::test_(what_the_merge|neither)",
    "numbers in earlier commits": "test_history.py::test_(a_number|full_width|a_large|attachments|an_attachment|notes|numbers_in|a_clerks|a_merged)",
    "a stranger's change, by the workflow of a new site": "test_ci.py::test_(a_hostile|hostile_text|a_changes_own|nothing_that|results_are|attributes)",
}
"""Attacks that stand among the tests of what they attack: each is tried once, and succeeded where its test failed."""


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
            for section in (name for name, tests in ELSEWHERE.items() if re.search(tests, report.nodeid)):
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
