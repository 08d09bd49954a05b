"""The same site from MkDocs' successor: by its own command, and by ours."""

import os
import re
import runpy
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


@pytest.mark.parametrize(
    ("variable", "mkdocs", "replaced"),
    [("properdocs", True, True), ("mkdocs", True, False), ("", True, False), (None, True, False), (None, False, True)],
)
def test_when_mkdocs_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str | None, *, mkdocs: bool, replaced: bool
) -> None:
    """A package of that name that only says that it was loaded stands for ProperDocs."""
    (tmp_path / "properdocs").mkdir()
    (tmp_path / "properdocs/__init__.py").touch()
    (tmp_path / "properdocs/replacement.py").write_text("import sys\nsys.replaced = True\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    for name in [name for name in sys.modules if name.partition(".")[0] == "properdocs"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "replaced", False, raising=False)
    monkeypatch.delenv("LAOMO_MKDOCS", raising=False)
    if variable is not None:
        monkeypatch.setenv("LAOMO_MKDOCS", variable)
    if not mkdocs:
        monkeypatch.setitem(sys.modules, "mkdocs", None)
    runpy.run_path(str(render.__file__))
    assert sys.replaced is replaced  # type: ignore[attr-defined]
    for name in [name for name in sys.modules if name.partition(".")[0] == "properdocs"]:
        del sys.modules[name]
