"""A site kept in git, made once."""

import shutil
from pathlib import Path

import pytest
from tests.conftest import SMALL
from tests.tools.review.gitsite import Clone


@pytest.fixture(scope="session")
def _small_clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    folder = tmp_path_factory.mktemp("clone")
    made = Clone(Path(shutil.copytree(SMALL, folder / "site")), folder / "remote.git")
    made.branch("work")
    return made


@pytest.fixture
def clone(_small_clone: Clone, tmp_path: Path) -> Clone:
    """The small site in git, and a branch for a change."""
    return _small_clone.copied(tmp_path)
