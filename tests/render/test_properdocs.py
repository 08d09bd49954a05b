"""The same site from MkDocs' successor: by its own command, and by ours."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from laomo import render
from tests.cli.command import LAOMO, laomo
from tests.conftest import tree


def pages(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of a site without what names the program that made it, and without what only `laomo build` adds."""
    generator = re.compile(rb'<meta name="generator" content="mkdocs-[^"]*">')
    return {name: generator.sub(b"", data) for name, data in files.items() if not name.startswith(".")}


def test_properdocs_makes_the_same_site_by_its_command_and_by_ours(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The only difference is the tag that names the generator; a page that the other program rendered is rendered again."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    theirs = Path(shutil.copytree(site, tmp_path / "theirs"))
    assert laomo("build", "--root", site).returncode == 0
    by_mkdocs = tree(site / "site")
    assert b"ProperDocs" not in by_mkdocs["index.html"]
    commands: list[list[str | Path]] = [
        [LAOMO.with_name("properdocs"), "build", "--quiet", "-f", theirs / "mkdocs.yml", "-d", tmp_path / "out"],
        [sys.executable, "-m", "laomo", "build", "--root", site],
    ]
    for command in commands:
        subprocess.run(command, env={**os.environ, render.VARIABLE: "properdocs"}, check=True, capture_output=True)
    assert pages(tree(tmp_path / "out")) == pages(by_mkdocs)
    ours = tree(site / "site")
    assert pages(ours) == pages(by_mkdocs)
    assert b"mkdocs-ProperDocs" in ours["index.html"]
