"""What git may be like on somebody's machine, with real git: each case is a sentence that says what to do, or makes no difference."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.command import laomo
from tests.conftest import SMALL, some
from tests.tools.review.gitsite import OWNERS, Clone, git

from laomo.system.git import Repository
from laomo.tools.review import ownership

Prepared = tuple[Path, str, str]
"""The folder in which the command runs, and the two names that it is given."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """A site with one change on the branch `work`, pushed."""
    folder = tmp_path_factory.mktemp("states")
    clone = Clone(Path(shutil.copytree(SMALL, folder / "site")), folder / "remote.git")
    clone.branch("work")
    clone.write("content/about/x.md", "# 页\n")
    clone.commit()
    clone.push("work")
    return clone


def shallow(made: Clone, folder: Path, _: pytest.MonkeyPatch) -> Prepared:
    git(folder, "clone", "--quiet", "--depth=1", "--no-single-branch", f"file://{made.remote}", "shallow")
    return folder / "shallow", "origin/main", "origin/work"


def another_owner(made: Clone, _: Path, patch: pytest.MonkeyPatch) -> Prepared:
    patch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    return made.remote, "main", "work"


def no_repository(_: Clone, folder: Path, patch: pytest.MonkeyPatch) -> Prepared:
    patch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    return folder, "main", "work"


def no_git(made: Clone, folder: Path, patch: pytest.MonkeyPatch) -> Prepared:
    patch.setenv("PATH", str(folder))
    return made.remote, "main", "work"


def unrelated(made: Clone, folder: Path, _: pytest.MonkeyPatch) -> Prepared:
    git(folder, "clone", "--quiet", made.remote, "unrelated")
    git(folder / "unrelated", "switch", "--quiet", "--orphan", "other")
    git(folder / "unrelated", "commit", "--quiet", "--allow-empty", "-m", "other")
    return folder / "unrelated", "origin/main", "other"


def unknown(made: Clone, _: Path, __: pytest.MonkeyPatch) -> Prepared:
    return made.remote, "main", "wrok"


@pytest.mark.parametrize(
    ("prepare", "sentence"),
    [
        (shallow, "请先运行 git fetch --unshallow"),
        (another_owner, "git config --global --add safe.directory"),
        (no_repository, "不是资料库（git 没有管着它）"),
        (no_git, "没有装 git"),
        (unrelated, "没有共同的来历"),
        (unknown, "资料库里找不到“wrok”"),
    ],
)
def test_a_sentence_says_what_to_do(
    made: Clone,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    prepare: Callable[[Clone, Path, pytest.MonkeyPatch], Prepared],
    sentence: str,
) -> None:
    folder, base, head = prepare(made, tmp_path, monkeypatch)
    for command in (["changes"], ["ownership", "--author", "chief"]):
        run = laomo(*command, "--root", folder, "--base", base, "--head", head)
        assert (run.returncode, sentence in run.stderr) == (2, True), run.stderr


def test_records_with_windows_line_endings_are_no_change_to_readers(made: Clone) -> None:
    made.branch("crlf")
    for file in some((made.folder / "studios").rglob("*.yml")):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    made.commit()
    assert "读者看不到变化" in laomo("changes", "--root", made.folder, "--base", "main", "--head", "crlf").stdout
    owners = ownership.owners(Repository(made.folder), "crlf")
    assert owners
    assert owners.stewards == ("chief",)
    made.branch("work")


def test_a_record_marked_as_a_program_is_refused_with_the_command_that_mends_it(made: Clone) -> None:
    made.branch("marked")
    (made.folder / "studios/north/weld/studio.yml").chmod(0o755)
    made.commit()
    run = laomo("ownership", "--root", made.folder, "--base", "main", "--head", "marked", "--author", "north-clerk")
    assert run.returncode == 1
    assert "git update-index --chmod=-x" in run.stdout
    assert "core.fileMode false" in run.stdout


@pytest.mark.parametrize("owners", ["{}\n", "stewards: []\n", "unions: {north: []}\n", "# 以后再写\n"])
def test_owners_without_an_account_explain_themselves_in_the_first_refusal(made: Clone, owners: str) -> None:
    made.branch("empty")
    made.write("studios/owners.yml", owners)
    made.commit()
    made.write("content/about/x.md", "# 页\n")
    made.commit()
    (problem,) = ownership.check(Repository(made.folder), "empty~1", "empty", "chief")
    assert problem.code == "empty-owners"
    made.write("studios/owners.yml", OWNERS)
    made.commit()


def test_scripts_that_bash_cannot_run(tmp_path: Path) -> None:
    (tmp_path / "studios").mkdir()
    script = tmp_path / "ci/review"
    script.parent.mkdir()
    script.write_bytes(b"#!/usr/bin/env bash\nset -e\n")
    assert "– ci 里的脚本没有“可以运行”的标记：review。" in laomo("doctor", "--root", tmp_path).stdout
    script.chmod(0o755)
    assert "✓ ci 里的脚本能运行" in laomo("doctor", "--root", tmp_path).stdout
    script.write_bytes(b"#!/usr/bin/env bash\r\nset -e\r\n")
    assert "✗ ci 里的脚本是 Windows 的换行（CRLF）" in laomo("doctor", "--root", tmp_path).stdout
