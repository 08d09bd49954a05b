"""Caches and links that came with a contribution: nothing that another machine wrote is believed, nothing goes through a link."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from laomo import generate, pipeline
from laomo.cli import check_cache
from laomo.problems.errors import BuildFailed
from laomo.project import Project
from laomo.records.parse_cache import ParseCache
from laomo.render.cache import RenderCache
from laomo.system import cache, walk
from laomo.system.files import digest, linked_stamp, stamp
from laomo.system.output import WrittenFile, load_written, save_written
from tests.cli.command import laomo
from tests.conftest import edit, tree

NAME, OTHER = "江一舟岸桥劳模创新工作室", "别的工作室"
Machine = Callable[[str], None]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    """Go on with the key of a machine."""

    def chosen(name: str) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / name))
        cache._key.cache_clear()

    chosen("ours")
    yield chosen
    cache._key.cache_clear()


@pytest.fixture
def addressed(site: Path) -> Path:
    """The small site with an address, so that it has codes and cards too."""
    edit(site / "mkdocs.yml", "site_name", "site_url: https://showcase.example.org/\nsite_name")
    return site


def build(site: Path) -> dict[str, bytes]:
    pipeline.build(Project(site), site / "site")
    return tree(site / "site")


def of_records(project: Project) -> None:
    file = project.cache_folder / "records.trees"
    known = ParseCache.read(file).known
    ParseCache(used={name: said.replace(NAME.encode(), OTHER.encode()) for name, said in known.items()}).write(file)


def of_pages(project: Project) -> None:
    file = project.cache_folder / "pages.json"
    known = load_written(file)
    for path, each in known.items():
        page = project.pages / path
        if path.endswith(".md"):
            page.write_bytes(data := page.read_bytes().replace(NAME.encode(), OTHER.encode()))
            known[path] = WrittenFile(path, each.source, each.fingerprint, digest(data), stamp(page))
    save_written(file, known.values())


def of_rendering(project: Project) -> None:
    file = project.cache_folder / "host.json"
    known = RenderCache.read(file)
    for path in known.results:
        page = project.html / path
        if path.endswith(".html"):
            page.write_bytes(page.read_bytes().replace(NAME.encode(), OTHER.encode()))
            known.results[path] = linked_stamp(page)
    known.write(file)


def of_drawings(project: Project) -> None:
    for file in (project.drawings / "codes").iterdir():
        cache.write_sealed(file, OTHER.encode())
    shutil.rmtree(project.pages)


def of_pictures(project: Project) -> None:
    for file in project.pictures.glob("*.webp"):
        cache.write_sealed(file, OTHER.encode())
    shutil.rmtree(project.pages)


CACHES = [of_records, of_pages, of_rendering, of_drawings, of_pictures]


@pytest.mark.parametrize("planted", CACHES)
def test_a_cache_of_another_machine_is_not_believed(
    addressed: Path, machine: Machine, planted: Callable[[Project], None]
) -> None:
    site = addressed
    honest = build(site)
    planted(Project(site))
    assert build(site) != honest, "this machine believes what it wrote itself"
    machine("another")
    shutil.rmtree(site / "site")
    assert build(site) == honest


def test_a_verdict_of_another_machine_is_not_believed(
    site: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk, "SETTLED", -(10**12))
    sound = check_cache.CheckResult(1, ())
    assert check_cache.cached_check(site, lambda: sound) == sound
    faulty = check_cache.CheckResult(2, ())
    assert check_cache.cached_check(site, lambda: faulty) == sound
    machine("another")
    assert check_cache.cached_check(site, lambda: faulty) == faulty


def read_back(folder: Path) -> bytes | None:
    """What the next run finds of a cache."""
    cache.write_sealed(folder / "facts", b"facts")
    cache._key.cache_clear()
    return cache.read_sealed(folder / "facts")


def test_a_key_in_the_checkout_is_none(site: Path, monkeypatch: pytest.MonkeyPatch, machine: Machine) -> None:
    machine("ours")
    folder = Project(site).cache_folder
    assert read_back(folder) == b"facts"
    monkeypatch.setenv("XDG_CACHE_HOME", str(site / ".cache"))
    cache._key.cache_clear()
    assert read_back(folder) is None
    assert not (site / ".cache").exists()


@pytest.mark.usefixtures("machine")
def test_a_key_that_others_can_read_is_none(site: Path, tmp_path: Path) -> None:
    folder, key = Project(site).cache_folder, tmp_path / "ours/laomo/key"
    assert read_back(folder) == b"facts"
    assert key.stat().st_mode & 0o777 == 0o600
    key.chmod(0o644)
    cache._key.cache_clear()
    assert read_back(folder) is None


def test_without_a_home_nothing_is_believed(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    cache._key.cache_clear()
    assert read_back(Project(site).cache_folder) is None
    cache._key.cache_clear()


LINKS = [
    ".build",
    ".build/pages",
    ".build/html",
    ".build/memory",
    ".build/lock",
    ".build/html/studios/crane",
    ".build/memory/records.trees",
]


@pytest.mark.parametrize("place", LINKS)
def test_nothing_goes_through_a_link(built: Path, tmp_path: Path, place: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(built / "studios", elsewhere)
    link, before = built / place, tree(elsewhere)
    if link.is_dir():
        shutil.rmtree(link)
    else:
        link.unlink()
    link.symlink_to(elsewhere / "site.yml" if link.name in {"lock", "records.trees"} else elsewhere)
    shown = tree(built / "site")
    for command in (["check"], ["build"], ["build", "--clean"], ["report"], ["export", built / "x.xlsx"]):
        run = laomo(*command, "--root", built)
        assert run.returncode in (1, 2), (command, run.stdout)
        assert run.returncode == 2 or f"{place}:" in run.stdout, (command, run.stdout, run.stderr)
        assert "Traceback" not in run.stderr
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "-f", built / "mkdocs.yml", "-d", tmp_path / "out"]
    assert place in subprocess.run(mkdocs, capture_output=True, text=True, check=False).stderr
    with pytest.raises(BuildFailed):
        generate.check(Project(built))
    assert tree(elsewhere) == before
    assert tree(built / "site") == shown
