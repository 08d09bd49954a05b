"""Caches that are damaged between two runs, and disks that fail: only the records decide, and the site stays complete."""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from laomo import generate, pipeline
from laomo.problems.errors import BuildFailed
from laomo.project import Project
from laomo.records import parse_cache
from laomo.records.parse_cache import ParseCache
from tests.conftest import edit, tree

LAOMO = Path(sys.executable).with_name("laomo")
NAME = "江一舟岸桥劳模创新工作室"


def names(site: Path) -> set[str]:
    registry = generate.check(Project(site)).registry
    assert registry
    return {studio.name for studio in registry.studios}


def build(site: Path) -> dict[str, bytes]:
    pipeline.build(Project(site), site / "site")
    return tree(site / "site")


def falsified(site: Path) -> None:
    """The parse cache contradicts the records."""
    file = Project(site).cache_folder / "records.trees"
    memory = ParseCache.read(file)
    known = {digest: tree.replace(NAME.encode(), "别的工作室".encode()) for digest, tree in memory.known.items()}
    assert known != memory.known
    ParseCache(used=known).write(file)


def test_a_memory_is_used(site: Path) -> None:
    assert NAME in names(site)
    falsified(site)
    assert "别的工作室" in names(site)


def test_a_memory_of_another_version_is_not_used(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert NAME in names(site)
    with monkeypatch.context() as other:
        other.setattr(parse_cache, "program", lambda: "0")
        names(site)
        falsified(site)
    assert NAME in names(site)


def test_a_memory_of_another_user_is_not_used(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert NAME in names(site)
    falsified(site)
    owner = (Project(site).cache_folder / "records.trees").stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    assert NAME in names(site)


@pytest.mark.parametrize("damage", [b"", b"[]", b"\xff", b"[" * 200_000, b"0" * 64 + b"\n{}"])
def test_a_damaged_memory_is_not_used(site: Path, damage: bytes) -> None:
    assert NAME in names(site)
    (Project(site).cache_folder / "records.trees").write_bytes(damage)
    assert NAME in names(site)


def test_a_memory_with_one_letter_changed_is_not_used(site: Path) -> None:
    assert NAME in names(site)
    file = Project(site).cache_folder / "records.trees"
    file.write_bytes(file.read_bytes().replace(NAME.encode(), "别的工作室".encode()))
    assert "别的工作室" in file.read_text(encoding="utf-8")
    assert NAME in names(site)


def test_a_problem_is_told_on_every_run(site: Path) -> None:
    edit(site / "studios/north/crane/studio.yml", "name: ", "# 13800138000\nname: ")
    first = generate.check(Project(site)).problems
    assert first
    assert generate.check(Project(site)).problems == first


def test_a_second_build_at_the_same_time_waits_for_another_day(built: Path) -> None:
    before = tree(built / "site")
    edit(built / "studios/site.yml", "演示数据", "演示站")
    holding = "import sys; from pathlib import Path; from laomo.system.lock import exclusive_lock\nwith exclusive_lock(Path(sys.argv[1])): print('held', flush=True); input()"
    command = [sys.executable, "-c", holding, str(Project(built).lock)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(BuildFailed) as caught:
            build(built)
        assert [problem.code for problem in caught.value.problems] == ["busy"]
        Project(built).forget()
        assert tree(built / "site") == before
        other.communicate(b"\n")
    assert build(built) != before


def small_files() -> None:
    """Like a full disk: a file can be created but not written completely."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (12_000, 12_000))


def test_a_full_disk_leaves_the_site_as_it_was(built: Path) -> None:
    before = tree(built / "site")
    edit(built / "studios/site.yml", "演示数据", "演示站")
    command = [LAOMO, "--lang", "zh", "build", "--root", built]
    run = subprocess.run(command, capture_output=True, text=True, preexec_fn=small_files, check=False)
    assert run.returncode == 1, run.stderr
    assert "写不进去" in run.stdout
    assert tree(built / "site") == before
    assert build(built) != before


def test_a_place_that_cannot_be_written_is_named(site: Path) -> None:
    shutil.rmtree(site / ".build")
    (site / ".build").write_text("in the way", encoding="utf-8")
    run = subprocess.run([LAOMO, "--lang", "zh", "build", "--root", site], capture_output=True, text=True, check=False)
    assert run.returncode == 1, run.stderr
    assert "写不进去" in run.stdout
    assert not (site / "site").exists()
    check = subprocess.run([LAOMO, "check", "--root", site], capture_output=True, text=True, check=False)
    assert check.returncode == 0, check.stderr
