"""A folder of the CMS, as the command makes it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.command import laomo

MakeCms = Callable[..., Path]
"""A site's folder and options of the command → the folder of its CMS."""


@pytest.fixture
def make_cms(tmp_path: Path, form_libraries: Path) -> MakeCms:
    assert form_libraries

    def made(site: Path, *options: str, name: str = "填报网页") -> Path:
        done = laomo("forms", tmp_path / name, "--cms", *options, "--root", site)
        assert (done.returncode, done.stderr) == (0, "")
        return tmp_path / name

    return made
