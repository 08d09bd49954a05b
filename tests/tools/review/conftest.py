"""A site kept in git, made once."""

from pathlib import Path

import pytest
from tests.conftest import SMALL
from tests.tools.review.gitsite import Clone


@pytest.fixture(scope="session")
def _small_clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    return Clone.begun(SMALL, tmp_path_factory.mktemp("clone"))


@pytest.fixture
def clone(_small_clone: Clone, tmp_path: Path) -> Clone:
    """The small site in git, and a branch for a change."""
    return _small_clone.copied(tmp_path)
