"""Records and pages that are not what they seem: links out of the tree, and files that no reader expects."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from laomo import pipeline
from laomo.pipeline import Project
from tests.attack.conftest import Score
from tests.conftest import ROOT


def test_mutated_records_raise_nothing(score: Score) -> None:
    """A short walk; `make fuzz` takes a long one."""
    command = [sys.executable, "-m", "tests.attack.fuzzing", "5"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    told = re.match(r"(\d+) inputs, (\d+) exceptions", run.stdout)
    assert told, f"crashed: {run.returncode} {run.stderr}"
    score("mutated records", int(told[1]), int(told[2]))
    assert (int(told[2]), run.returncode) == (0, 0)
    assert int(told[1]) > 100


@pytest.mark.parametrize(
    "place",
    [
        "content/about/secret.png",
        "content/about/secret.md",
        "content/secret",
        "studios/north/crane/2014.yml",
        "studios/north/crane/photos/secret.png",
        "studios/north/secret",
    ],
)
@pytest.mark.parametrize("target", ["file", "folder", "nowhere", "itself"])
def test_a_link_is_never_followed(site: Path, tmp_path: Path, place: str, target: str, score: Score) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/secret").write_text("token 13800138000", encoding="utf-8")
    leads = {
        "file": tmp_path / "out/secret",
        "folder": tmp_path / "out",
        "nowhere": tmp_path / "no",
        "itself": site / place,
    }
    (site / place).symlink_to(leads[target])
    problems = pipeline.check(Project(site)).problems
    score("links out of the tree", 1, int(all(problem.code != "symlink" for problem in problems)))
    assert [(problem.path, problem.code) for problem in problems] == [(place, "symlink")]


@pytest.mark.parametrize(
    ("folder", "code"),
    [
        ("раураl", "folder-name"),  # Cyrillic letters that look Latin
        ("crane\n", "folder-name"),
        ("CRANE", "folder-name"),
        ("ｃrane", "folder-name"),
        ("cafe\u0301", "folder-name"),
        ("a" * 65, "folder-name"),
        ("-crane", "folder-name"),
        ("con", "reserved-name"),
        ("lpt1", "reserved-name"),
        ("assets", "reserved-name"),
        ("page-2", "reserved-name"),
    ],
)
def test_an_id_that_could_be_taken_for_another_is_none(site: Path, folder: str, code: str, score: Score) -> None:
    shutil.copytree(site / "studios/north/weld", site / "studios/north" / folder)
    codes = {problem.code for problem in pipeline.check(Project(site)).problems}
    score("ids that mislead", 1, int(code not in codes))
    assert code in codes
