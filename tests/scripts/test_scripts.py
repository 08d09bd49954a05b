"""The theme's scripts without a browser: every `*.test.js` below this folder, in one process of node."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.scripts import index

ALL = Path(__file__).with_name("all.js")
REPORTER = Path(__file__).with_name("first.js") if "LAOMO_FIRST" in os.environ else "spec"


@pytest.fixture(scope="module")
def fixture(_built_small: Path, form_libraries: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages of the small site, the form, and beside them the indexes of other records."""
    assert form_libraries
    folder = tmp_path_factory.mktemp("scripts")
    index.lay(_built_small / "site", folder)
    return folder


def test_the_scripts_do_what_their_tests_say(fixture: Path, npm_packages: Path) -> None:
    assert npm_packages
    command = ["node", "--max-semi-space-size=64", f"--test-reporter={REPORTER}", ALL]
    run = subprocess.run(
        command, env={**os.environ, "LAOMO_SCRIPTS": str(fixture)}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout.partition("failing tests:")[2] or run.stdout + run.stderr
    passed = re.search(r"^. pass (\d+)", run.stdout, re.MULTILINE)
    assert passed
    assert int(passed[1]) > 400
