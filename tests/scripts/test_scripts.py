"""The theme's scripts without a browser: every `*.test.js` below this folder, in one process of node."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from laomo.pages import theme
from tests.conftest import SMALL
from tests.scripts import records

ALL = Path(__file__).with_name("all.js")


@pytest.fixture(scope="module")
def fixture(_built_small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages of the small site, and beside them the indexes of other records."""
    folder = tmp_path_factory.mktemp("scripts")
    shutil.copytree(_built_small / "site", folder / "site")
    shutil.copy(theme.folder() / "offline/assets/javascripts/kiosk.js", folder / "site/assets/javascripts")
    records.write(Path(shutil.copytree(SMALL, folder / "records")))
    records.write_index(folder / "records", folder)
    return folder


def test_the_scripts_do_what_their_tests_say(fixture: Path, npm_packages: Path) -> None:
    assert npm_packages
    command = ["node", "--max-semi-space-size=64", "--test-reporter=spec", ALL]
    run = subprocess.run(
        command, env={**os.environ, "LAOMO_SCRIPTS": str(fixture)}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout.partition("failing tests:")[2] or run.stdout + run.stderr
    passed = re.search(r"^. pass (\d+)", run.stdout, re.MULTILINE)
    assert passed
    assert int(passed[1]) > 200
