"""A build that would change nothing does not begin; one that would change anything does."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from laomo import pipeline
from laomo.assets import fonts
from laomo.cli import build_gate
from laomo.cli.build_gate import BuildGate
from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.render.incremental import Rendered
from laomo.system import walk
from tests.cli.command import laomo
from tests.conftest import edit, tree

CRANE = "studios/north/crane/studio.yml"
Change = Callable[[Path], object]


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site of which no file was changed in the last seconds."""
    monkeypatch.setattr(walk, "SETTLED", -(10**12))


def gate(site: Path, *, strict: bool = False, compress: bool = False) -> BuildGate:
    return BuildGate(Project(site), site / "site", strict=strict, compress=compress)


def remembered(site: Path, folders: tuple[Path, ...] | None = ()) -> BuildGate:
    before = gate(site)
    before.remember(Rendered(site / ".build/html", (), 7, (Problem("here", "no-address"),), theme_folders=folders))
    return before


@pytest.mark.usefixtures("settled")
def test_a_second_build_does_not_begin_and_says_the_same(built: Path) -> None:
    honest, builds = tree(built / "site"), [laomo("build", "--root", built)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "build", None)
        builds.append(laomo("build", "--root", built))
    (built / "site/index.html").unlink()
    (built / "site/index.html").write_text("planted", encoding="utf-8")
    builds.append(laomo("build", "--root", built))
    assert [build.returncode for build in builds] == [0, 0, 0], builds
    assert builds[0].stderr == builds[1].stderr
    assert "no-address" in builds[1].stderr
    pages = builds[0].stdout.partition("，")[0]
    assert pages.endswith(" 页")
    assert builds[1].stdout.startswith(f"{pages}，其中 0 页有变化")
    assert tree(built / "site") == honest


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_command_that_may_find_nothing_to_do_imports_nothing_that_takes_long(command: str) -> None:
    code = f"import sys, laomo.cli.{command}; print(*{{'pydantic', 'mkdocs', 'jinja2', 'lxml', 'PIL'}} & sys.modules.keys())"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_files_changed_a_moment_ago_are_not_relied_on(built: Path) -> None:
    (built / CRANE).touch()
    assert remembered(built).unchanged() is None


@pytest.mark.usefixtures("settled")
def test_what_was_said_is_kept(built: Path) -> None:
    kept = remembered(built).unchanged()
    assert kept
    assert (kept.pages, [problem.code for problem in kept.warnings]) == (7, ["no-address"])


@pytest.mark.usefixtures("settled")
def test_with_hooks_or_plugins_nothing_is_kept(built: Path) -> None:
    (built / "hook.py").write_text("def on_pre_build(config): pass\n", encoding="utf-8")
    edit(built / "mkdocs.yml", "plugins:", "hooks: [hook.py]\nplugins:")
    rendered = pipeline.build(Project(built), built / "site")
    assert rendered.theme_folders is None
    assert remembered(built, rendered.theme_folders).unchanged() is None


def same_size_and_time(site: Path) -> None:
    file, before = site / CRANE, (site / CRANE).stat()
    data = file.read_bytes()
    file.write_bytes(data.replace(b"a", b"b", 1))
    assert file.stat().st_size == before.st_size
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def older_copy(site: Path) -> None:
    file = site / CRANE
    copy = Path(shutil.copy2(file, site / "copy"))
    copy.rename(file)


def moved(site: Path) -> None:
    (site / "studios/north/crane").rename(site / "studios/north/crane-2")


CHANGES: list[Change] = [
    lambda site: edit(site / CRANE, "name: ", "name: 新"),
    same_size_and_time,
    older_copy,
    moved,
    lambda site: (site / CRANE).unlink(),
    lambda site: (site / "studios/north/crane/.hidden").touch(),
    lambda site: (site / "studios/none").mkdir(),
    lambda site: edit(site / "mkdocs.yml", "site_name: ", "site_name: 新"),
    lambda site: (site / "content/more.md").write_text("# 新\n", encoding="utf-8"),
    lambda site: (site / "content/about/index.md").unlink(),
    lambda site: shutil.rmtree(site / "content"),
    lambda site: (site / "mkdocs.yml").unlink(),
    lambda site: (site / "look/main.html").write_text("2", encoding="utf-8"),
    lambda site: (site / "look/main.html").unlink(),
    lambda site: (site / "look/.icons").mkdir(),
    lambda site: shutil.rmtree(site / "look"),
    lambda site: (site / "site/index.html").write_text("planted", encoding="utf-8"),
    lambda site: (site / "site/index.html").unlink(),
    lambda site: (site / "site/more.html").write_text("foreign", encoding="utf-8"),
    lambda site: shutil.rmtree(site / "site"),
    lambda site: (site / ".build/memory/build.json").write_bytes(b"damaged"),
    lambda site: (site / ".build/memory/build.json").unlink(),
]


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("change", CHANGES)
def test_any_change_lets_a_build_begin(built: Path, change: Change) -> None:
    (built / "look").mkdir()
    (built / "look/main.html").write_text("1", encoding="utf-8")
    before = remembered(built, (built / "look",))
    assert before.unchanged(), "as long as nothing is changed"
    change(built)
    assert before.unchanged() is None


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SOURCE_DATE_EPOCH", "1767340000"),
        ("LAOMO_MKDOCS", "properdocs"),
        (fonts.FONT_VARIABLE, ""),
        ("UNION", "another"),
    ],
)
def test_so_does_another_environment(built: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    settings = built / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "\nextra:\n  union: !ENV UNION\n", encoding="utf-8")
    before = remembered(built)
    assert before.unchanged()
    monkeypatch.setenv(name, value)
    assert before.unchanged() is None


@pytest.mark.usefixtures("settled")
def test_so_do_other_options(built: Path) -> None:
    remembered(built)
    assert gate(built).unchanged()
    assert gate(built, strict=True).unchanged() is None
    assert gate(built, compress=True).unchanged() is None
    elsewhere = BuildGate(Project(built), built / "elsewhere", strict=False, compress=False)
    assert elsewhere.unchanged() is None


@pytest.mark.usefixtures("settled")
def test_another_edition_with_the_same_files_is_no_change(built: Path, tmp_path: Path) -> None:
    before = remembered(built)
    (tmp_path / "twin.html").hardlink_to(built / "site/index.html")
    assert before.unchanged()


@pytest.mark.usefixtures("settled")
def test_a_link_in_the_caches_is_refused_all_the_same(built: Path, tmp_path: Path) -> None:
    before = remembered(built)
    (built / ".build/memory/link").symlink_to(tmp_path)
    with pytest.raises(BuildFailed):
        before.unchanged()


@pytest.mark.usefixtures("settled")
def test_a_published_name_that_is_no_text_is_no_obstacle(built: Path) -> None:
    name = os.fsdecode(b"\xff.html")
    (built / "site" / name).touch()
    before = remembered(built)
    assert before.unchanged()
    (built / "site" / name).unlink()
    assert before.unchanged() is None


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("name", ["program", "installed", "today"])
def test_so_do_another_program_other_libraries_and_another_day(
    built: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = remembered(built)
    monkeypatch.setattr(build_gate, name, lambda: "another")
    assert before.unchanged() is None
