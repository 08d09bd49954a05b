"""The libraries of the form and the CMS, made once by `make forms`, whichever test process comes first."""

import fcntl
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def form_libraries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`theme/forms/libraries`, by its lock."""
    folder = ROOT / "theme" / "forms" / "libraries"
    with (tmp_path_factory.getbasetemp().parent / "forms.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "cms" / "LICENSES.txt").is_file():
            if shutil.which("npm") is None:
                pytest.fail("没有 npm：apt-get install nodejs npm（测试用，网站本身不用）")
            subprocess.run(["make", "forms"], cwd=ROOT, check=True, timeout=300, capture_output=True)
    return folder
