"""The program as a stranger has it."""

import site as python_site
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def wheel_program(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`laomo` of a wheel in an environment of its own; its libraries are those of the tests, which saves their installation."""
    venv = tmp_path_factory.mktemp("wheel") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    (wheel,) = dist.glob("laomo-*.whl")
    pip = [sys.executable, "-m", "pip", "--python", venv, "--disable-pip-version-check"]
    command = [*pip, "install", "--quiet", "--no-index", "--no-deps", wheel]
    subprocess.run(command, check=True, capture_output=True)
    (packages,) = venv.glob("lib/python*/site-packages")
    theirs = "\n".join(path for path in python_site.getsitepackages() if Path(path).is_dir())
    (packages / "libraries.pth").write_text(theirs, encoding="utf-8")
    return venv / "bin/laomo"
