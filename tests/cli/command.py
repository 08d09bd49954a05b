"""The `laomo` command: within the tests' own process, or in one of its own where the process is what is tested."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from laomo import cli

LAOMO = Path(sys.executable).with_name("laomo")


def laomo(*arguments: str | Path, lang: str = "C.UTF-8") -> subprocess.CompletedProcess[str]:
    """What the command does, says and ends with, by its own `main`, without the second that a process takes to begin."""
    command, code = ["laomo", *map(str, arguments)], 0
    environment = {name: None if name.startswith("LC_") else told for name, told in os.environ.items()}
    with pytest.MonkeyPatch.context() as patch, CliRunner().isolation(env={**environment, "LANG": lang}) as streams:
        patch.setattr(sys, "argv", command)
        try:
            cli.main()
        except SystemExit as end:
            code = int(end.code or 0)
        sys.stdout.flush()
        sys.stderr.flush()
        said, complained, _ = (stream.getvalue().decode() for stream in streams)
    return subprocess.CompletedProcess(command, code, said, complained)


def process(*arguments: str | Path, lang: str = "C.UTF-8") -> subprocess.CompletedProcess[str]:
    """The same as a program of its own."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("LC_")}
    return subprocess.run(
        [LAOMO, *map(str, arguments)], capture_output=True, text=True, env={**environment, "LANG": lang}, check=False
    )
