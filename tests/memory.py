"""Temporary files of the tests in memory, where there is enough: they write some hundred thousand, which a disk takes longer to delete."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

_MEMORY = Path("/dev/shm")  # noqa: S108 (Linux's file system in memory)
_ENOUGH = 6 << 30
"""Bytes that must be free, of that file system and of the memory: several times what a run takes."""


def pytest_configure(config: pytest.Config) -> None:
    """Before the first temporary folder is made. Processes of a run inherit it; `TMPDIR` says otherwise."""
    if "TMPDIR" in os.environ or config.option.basetemp or not _MEMORY.is_dir() or _free() < _ENOUGH:
        return
    folder = _MEMORY / f"laomo-tests-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid == os.getuid():
        os.environ["TMPDIR"] = tempfile.tempdir = str(folder)


def _free() -> int:
    lines = Path("/proc/meminfo").read_text(encoding="utf-8").splitlines()
    kilobytes = next((int(line.split()[1]) for line in lines if line.startswith("MemAvailable:")), 0)
    return min(shutil.disk_usage(_MEMORY).free, kilobytes << 10)
