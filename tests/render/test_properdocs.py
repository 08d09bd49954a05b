"""The same site from MkDocs' successor: by its own command, and by ours."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from laomo import render
from tests.cli.command import LAOMO, laomo
from tests.conftest import tree


def pages(folder: Path) -> dict[str, bytes]:
    """The files of a site without what names the program that made it, and without what only `laomo build` adds."""
    generator = re.compile(rb'<meta name="generator" content="mkdocs-[^"]*">')
    return {name: generator.sub(b"", data) for name, data in tree(folder).items() if not name.startswith(".")}


def test_properdocs_makes_the_same_site_by_its_command_and_by_ours(site: Path, tmp_path: Path) -> None:
    """The only difference is the tag that names the generator."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795000000"}
    copies = {name: shutil.copytree(site, tmp_path / name) for name in ("mkdocs", "properdocs", "ours")}

    def run(command: list[str | Path], folder: Path, **more: str) -> None:
        done = subprocess.run(
            command, cwd=folder, env={**environment, **more}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr

    for name in ("mkdocs", "properdocs"):
        run(
            [LAOMO.with_name(name), "build", "--quiet", "-f", "mkdocs.yml", "-d", tmp_path / "out" / name], copies[name]
        )
    run([sys.executable, "-m", "laomo", "build"], copies["ours"], **{render.VARIABLE: "properdocs"})
    expected = pages(tmp_path / "out/mkdocs")
    assert pages(tmp_path / "out/properdocs") == expected
    assert pages(copies["ours"] / "site") == expected
    assert b"mkdocs-ProperDocs" in (copies["ours"] / "site/index.html").read_bytes()


def test_a_page_that_the_other_program_rendered_is_rendered_again(site: Path) -> None:
    assert laomo("build", "--root", site).returncode == 0
    before = (site / "site/index.html").read_bytes()
    command = [sys.executable, "-m", "laomo", "build", "--root", site]
    subprocess.run(command, env={**os.environ, render.VARIABLE: "properdocs"}, check=True, capture_output=True)
    after = (site / "site/index.html").read_bytes()
    assert (b"ProperDocs" in before, b"ProperDocs" in after) == (False, True)
