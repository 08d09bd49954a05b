"""What a check found is said again, without a look at the records, only as long as nothing has changed."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from laomo import generate
from laomo.project import Project
from laomo.system import walk
from tests.cli.command import laomo
from tests.conftest import edit

CRANE = "studios/north/crane/studio.yml"


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site of which no file was changed in the last seconds."""
    monkeypatch.setattr(walk, "SETTLED", -(10**12))


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were really checked."""
    asked: list[Path] = []
    check = generate.check

    def counted(project: Project) -> generate.Checked:
        asked.append(project.root)
        return check(project)

    monkeypatch.setattr(generate, "check", counted)
    return asked


def said(site: Path) -> tuple[int, str, str]:
    done = laomo("check", "--root", site)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("faulty", [False, True])
def test_of_the_same_files_the_same_is_said(site: Path, checks: list[Path], *, faulty: bool) -> None:
    if faulty:
        edit(site / CRANE, "category: ", "category: 大师")
        edit(site / "studios/decisions/2013-01.yml", "studio: crane", "studio: crain")
        (site / "studios" / os.fsdecode(b"no-utf-8-\xff.yml")).write_text("x: y\n", encoding="utf-8")
    first = said(site)
    assert first[0] == int(faulty)
    assert said(site) == first
    assert len(checks) == 1


def same_size_and_time(site: Path) -> None:
    file, before = site / CRANE, (site / CRANE).stat()
    file.write_bytes(re.sub(rb"name: ...", b"name: <<<", file.read_bytes(), count=1))
    assert file.stat().st_size == before.st_size
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a record, its size and time of writing as they were": same_size_and_time,
    "a new file": lambda site: (site / "studios/north/crane/notes.txt").write_text("x", encoding="utf-8"),
    "a file that is gone": lambda site: (site / "studios/unions.yml").unlink(),
    "a page": lambda site: (site / "content/about/index.md").write_text("# 关于\n\n13800138000\n", encoding="utf-8"),
    "the memory is damaged": lambda site: (site / ".build/memory/verdict.json").write_text("{", encoding="utf-8"),
    "the settings": lambda site: (site / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8"),
}


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_seen(site: Path, checks: list[Path], change: str) -> None:
    said(site)
    CHANGES[change](site)
    after = said(site)
    assert len(checks) == 2
    (site / ".build/memory/verdict.json").unlink()
    assert said(site) == after


@pytest.mark.usefixtures("settled")
def test_the_next_day_is_another(site: Path, checks: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    for day in ("1700000000", "1700100000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        said(site)
    assert len(checks) == 2


def test_what_was_changed_a_moment_ago_is_looked_at_again(site: Path, checks: list[Path]) -> None:
    """Its next edit may bear the same time."""
    edit(site / CRANE, "category: ", "category:  ")
    said(site)
    said(site)
    assert len(checks) == 2
