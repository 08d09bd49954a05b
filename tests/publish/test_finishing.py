"""What is done after rendering: for a folder that another program rendered, the same bytes as in our own build."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands import build
from mkdocs.config import load_config

from laomo import pipeline
from laomo.pages import sitemap
from laomo.project import Project
from tests.cli.command import laomo
from tests.conftest import edit, tree


def test_pages_rendered_without_our_hooks_become_those_of_our_build(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "MOST", 20)
    edit(site / "mkdocs.yml", "site_name: 小馆\n", "site_name: 小馆\nsite_url: https://showcase.example.org/\n")
    edit(site / "mkdocs.yml", "plugins: [laomo]", "plugins: [{laomo: {finish: false}}]")
    rendered = tmp_path / "rendered"
    config = load_config(str(site / "mkdocs.yml"), site_dir=str(rendered))
    config.plugins.on_startup(command="build", dirty=False)
    build.build(config)
    raw = tree(rendered)
    assert b"Content-Security-Policy" not in raw["index.html"]
    assert raw["index.html"].count(b'<link rel="stylesheet"') > 15
    assert raw["sitemap.xml"].count(b"<url>") > 20
    assert "robots.txt" not in raw
    run = laomo("finish", rendered, "--root", site, "--out", tmp_path / "finished", "--offline", tmp_path / "stick")
    assert run.returncode == 0, run.stderr
    assert tree(rendered) == raw, "what was rendered is left as it is"
    pipeline.build(Project(site), tmp_path / "ours", without_server=tmp_path / "our-stick")
    ours = tree(tmp_path / "ours")
    assert "sitemap-2.xml" in ours
    assert tree(tmp_path / "finished") == ours
    assert tree(tmp_path / "stick") == tree(tmp_path / "our-stick")
    shutil.rmtree(tmp_path / "finished")
    run = laomo("finish", rendered, "--root", site, "--out", rendered)
    assert run.returncode == 0, run.stderr
    assert tree(rendered) == ours, "in its own place too"


def test_what_is_finished_is_not_finished_twice(built: Path) -> None:
    before = tree(built / "site")
    assert laomo("finish", built / "site", "--root", built).returncode == 0
    assert tree(built / "site") == before


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "no page without records": (lambda folder: (folder / "404.html").unlink(), "404.html"),
    "no home page": (lambda folder: (folder / "index.html").unlink(), "index.html"),
    "a page without a charset": (lambda folder: (folder / "a.html").write_text("<p>"), "a.html"),
    "a page that is no text": (lambda folder: (folder / "a.html").write_bytes(b"\xff"), "a.html"),
    "a link": (lambda folder: (folder / "a.html").symlink_to(folder / "index.html"), "a.html"),
    "a page that links to nowhere": (
        lambda folder: (folder / "a.html").write_text('<meta charset="utf-8"><a href="b.html">'),
        "b.html",
    ),
    "a picture of another site": (
        lambda folder: (folder / "a.html").write_text('<meta charset="utf-8"><img src="https://e.example/b.png">'),
        "e.example",
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_cannot_be_finished_is_named_and_nothing_is_published(built: Path, name: str) -> None:
    spoil, named = SPOILT[name]
    rendered = Path(shutil.copytree(built / "site", built / "rendered"))
    spoil(rendered)
    before = tree(built / "site")
    run = laomo("finish", rendered, "--root", built)
    assert run.returncode == 1
    assert named in run.stdout
    assert "保持原样" in run.stderr
    assert tree(built / "site") == before
