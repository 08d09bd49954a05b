"""The engines: each function builds an index in a folder and returns its cost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from laomo.pages.emitters import scripts
from laomo.pages.handwritten.articles import Article
from laomo.pages.search import index as search_index
from laomo.registry.registry import Registry

HERE = Path(__file__).parent
MODULES = tuple(name for name in scripts.FILES["search-suggest"] if name != "ui/suggestions")
CONFIG = """site_name: bench
site_url: ""
theme: {name: material, language: zh, font: false}
plugins: [{search: {lang: zh}}]
nav: [index.md]
not_in_nav: "*/**"
validation: {links: {not_found: ignore, unrecognized_links: ignore, absolute_links: ignore, anchors: ignore}}
markdown_extensions: [admonition, attr_list, md_in_html, tables]
"""


@dataclass(frozen=True)
class Made:
    """An engine's index: its folder, the processor seconds to build it, and its size."""

    name: str
    folder: Path
    seconds: float
    files: int
    bytes: int
    """The size on disk, uncompressed."""
    note: str = ""


def ours(registry: Registry, articles: tuple[Article, ...], folder: Path) -> Made:
    """Our own index."""
    start = _processor_seconds()
    outputs = list(search_index.outputs(registry, articles))
    seconds = _processor_seconds() - start
    for output in outputs:
        file = folder / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.data)
    (folder / "search-client.js").write_text(scripts.minified("", MODULES, ""), encoding="utf-8")
    late = folder / "assets/javascripts"
    (late / "search").mkdir(parents=True, exist_ok=True)
    for name in scripts.LATE:
        (late / f"{name}.js").write_text(scripts.bundle(name), encoding="utf-8")
    _page(folder, "ours.js")
    return Made("Laomo", folder, seconds, len(outputs), sum(len(output.data) for output in outputs))


def material(pages: Iterable[tuple[str, str]], folder: Path, environment: Path) -> Made:
    """Material for MkDocs with its search plugin for Chinese and jieba, in its own environment.

    Its time is the difference between builds of the same pages with and without the plugin.
    """
    docs = folder / "docs"
    for path, text in pages:
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")
    (docs / "index.md").write_text("# bench\n", encoding="utf-8")
    times = {}
    for plugins, out in (("[]", "plain"), ("[{search: {lang: zh}}]", "site")):
        text = CONFIG.replace("plugins: [{search: {lang: zh}}]", f"plugins: {plugins}")
        (folder / f"{out}.yml").write_text(f"{text}docs_dir: docs\nsite_dir: {out}\n", encoding="utf-8")
        start = _processor_seconds()
        _run(environment / "bin/mkdocs", "build", "-q", "-f", folder / f"{out}.yml")
        times[out] = _processor_seconds() - start
    site = folder / "site"
    worker = next((site / "assets/javascripts/workers").glob("search.*.js"))
    (site / "worker.txt").write_text(worker.relative_to(site).as_posix(), encoding="utf-8")
    _page(site, "material.js")
    index = [*(site / "search").rglob("*"), worker]
    return Made(
        "Material + jieba", site, times["site"] - times["plain"], len(index), sum(file.stat().st_size for file in index)
    )


def pagefind(site: Path, environment: Path) -> Made:
    """Pagefind with its defaults, over the pages that MkDocs built."""
    start = _processor_seconds()
    _run(
        environment / "bin/python",
        "-m",
        "pagefind",
        "--site",
        site,
        "--force-language",
        "zh",
        "--root-selector",
        "article",
    )
    seconds = _processor_seconds() - start
    _page(site, "pagefind.js")
    files = [file for file in (site / "pagefind").rglob("*") if file.is_file()]
    return Made("Pagefind", site, seconds, len(files), sum(file.stat().st_size for file in files))


def _processor_seconds() -> float:
    """The processor seconds of this process and its children so far; unlike wall-clock time, other load does not change it."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _page(folder: Path, script: str) -> None:
    shutil.copy(HERE / "pages" / script, folder / "bench.js")
    text = '<!doctype html><html lang="zh" data-base="/"><meta charset="utf-8"><title>bench</title>'
    source = (folder / "bench.js").read_text(encoding="utf-8")
    (folder / "bench.html").write_text(f"{text}<script>{source}</script></html>", encoding="utf-8")


def _run(*command: object) -> None:
    run = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if run.returncode:
        raise RuntimeError(f"{command[0]}: {run.stderr[-2000:]}{run.stdout[-2000:]}")


def environment(folder: Path, requirements: Path) -> Path:
    """The virtual environment of the other engines, whose packages are no dependencies of ours; created if missing."""
    if not (folder / "bin/mkdocs").is_file():
        _run(sys.executable, "-m", "venv", folder)
        _run(folder / "bin/python", "-m", "pip", "install", "--quiet", "-r", requirements)
    return folder


__all__ = ["Made", "environment", "material", "ours", "pagefind"]
