"""The program as a stranger has it."""

import site as python_site
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def wheel_program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`laomo` of a wheel in an environment of its own; its libraries are those of the tests, which saves their installation."""
    folder = tmp_path_factory.mktemp("wheel")
    wheel = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, ROOT]
    subprocess.run([sys.executable, "-m", "pip", *wheel], check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    (wheel_file,) = folder.glob("laomo-*.whl")
    python = folder / "venv/bin/python"
    command = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", wheel_file]
    subprocess.run([python, *command], check=True, capture_output=True)
    (packages,) = (folder / "venv").glob("lib/python*/site-packages")
    theirs = "\n".join(path for path in python_site.getsitepackages() if Path(path).is_dir())
    (packages / "libraries.pth").write_text(theirs, encoding="utf-8")
    return folder / "venv/bin/laomo"
