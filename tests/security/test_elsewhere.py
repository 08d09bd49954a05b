"""The build needs no network, and gives the same bytes wherever and whenever it runs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from laomo import pipeline
from laomo.project import Project
from tests.conftest import SMALL, tree
from tests.security.fence import fenced
from tests.security.table import Score

LAOMO = Path(sys.executable).with_name("laomo")


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The small site, built in this process."""
    root = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("here") / "small"))
    pipeline.build(Project(root), root / "site")
    return tree(root / "site")


def build(root: Path, **environment: str) -> dict[str, bytes]:
    command = [LAOMO, "build", "--root", root]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})
    assert run.returncode == 0, run.stderr
    return tree(root / "site")


def test_the_build_needs_no_network(here: dict[str, bytes], tmp_path: Path, score: Score) -> None:
    """The kernel gives it no socket to the outside; where this user may, it stands in a network of its own besides."""
    alone = Path(shutil.copytree(SMALL, tmp_path / "alone"))
    leaving = ["unshare", "-rn"]
    if subprocess.run([*leaving, "true"], capture_output=True, check=False).returncode:
        leaving = []
    asking = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"
    assert "Permission denied" in fenced("network", *leaving, sys.executable, "-c", asking).stderr
    run = fenced("network", *leaving, LAOMO, "build", "--root", alone)
    assert run.returncode == 0, run.stderr
    assert tree(alone / "site") == here
    score("builds without a network", 1, 0)


def test_the_same_bytes_in_another_place_zone_language_and_order(
    here: dict[str, bytes], tmp_path: Path, score: Score
) -> None:
    elsewhere = Path(shutil.copytree(SMALL, tmp_path / "另一个 folder" / "deep"))
    other = build(elsewhere, TZ="WEST+11", LC_ALL="C", LANG="C", PYTHONHASHSEED="77", HOME=str(tmp_path))
    differing = [name for name, data in here.items() if other.get(name) != data]
    score("files that differ between machines", len(other), len(differing))
    assert (differing, sorted(other)) == ([], sorted(here))
