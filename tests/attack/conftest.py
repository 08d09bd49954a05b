"""The hostile site, built once, and one table at the end of the run: what was tried, and what came of it."""

import re
import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from laomo import generate
from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.publish import audit
from laomo.records.loader import load
from laomo.registry.registry import Registry
from laomo.render import incremental
from tests.attack.hostile import Hostile
from tests.attack.planting import plant
from tests.conftest import ROOT, SMALL

Score = Callable[[str, int, int], None]
"""Section, attacks tried, attacks succeeded."""


ELSEWHERE = {
    "records that are bombs, or not what they seem": "test_yamlfile.py::test_(each_slip|other_encodings|nothing_is_typed)",
    "pictures that are bombs, none, or say too much": "test_pictures.py::test_(upright|what_is_no|a_sound|a_bomb)",
    "pictures that are too many or too heavy": "test_budget.py::test_(too_many|pictures_too_heavy|no_file|a_site)",
    "workbooks that unfold, reach out or run": "test_bad_input.py::test_(a_bomb|a_sheet|one_merged|declarations|macros|what_is_no)",
    "changes that are not their author's to make": "test_ownership.py::test_(refused|without_a_map)",
    "a stranger's change, by the workflow of a new site": "test_ci.py::test_(a_hostile|hostile_text|a_changes_own)",
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


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """A site whose records hold the whole collection, built past the checks that would have refused most of it."""
    root = tmp_path_factory.mktemp("hostile")
    shutil.copytree(SMALL / "content", root / "content")
    shutil.copytree(SMALL / "studios", root / "studios")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[0]
    (root / "mkdocs.yml").write_text(f"{settings}\nnav:\n  - index.md\n  - studios/index.md\n", encoding="utf-8")
    (root / "theme").symlink_to(ROOT / "theme")
    project = Project(root)
    drawing = project.studios / "north/crane/photos/cover.png"

    def picture(path: PurePosixPath) -> None:
        (project.studios / path).parent.mkdir(parents=True)
        shutil.copy(drawing, project.studios / path)

    loaded, fields = plant(load(project.studios), picture)
    registry = Registry.of(loaded)
    assert registry
    problems: tuple[Problem, ...] = ()
    try:
        incremental.render(project, registry, generate.generate(project, registry))
    except BuildFailed as faulty:
        problems = faulty.problems
    return Hostile(project.html, fields, (*problems, *audit.audit(project.html, project.cache_folder)))
