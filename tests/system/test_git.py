"""A repository as real git keeps it: commits, trees, merges and what stands in files."""

import os
import subprocess
from pathlib import Path

import pytest

from laomo.system import git
from laomo.system.git import FILE, LINK, MODULE, NOTHING, PROGRAM, Repository, UnknownCommit


def run(folder: Path, *arguments: str) -> str:
    who = {f"GIT_{role}_{what}": "clerk" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", "-C", folder, *arguments],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **alone, **who},
    )
    return done.stdout.strip()


def commit(folder: Path, message: str) -> str:
    run(folder, "add", "--all")
    run(folder, "commit", "--quiet", "--allow-empty", "-m", message)
    return run(folder, "rev-parse", "HEAD")


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> tuple[Repository, dict[str, str]]:
    """main: one → two; branch from one: three → four; merged as five."""
    folder = tmp_path_factory.mktemp("git") / "repo"
    folder.mkdir()
    run(folder, "init", "--quiet", "--initial-branch=main")
    ids = {}
    (folder / "a.txt").write_text("一\n二\n三\n", encoding="utf-8")
    (folder / "甲 乙").mkdir()
    (folder / "甲 乙/b.txt").write_text("b", encoding="utf-8")
    ids["one"] = commit(folder, "one")
    (folder / "a.txt").write_text("一\n二\n三\n四\n", encoding="utf-8")
    ids["two"] = commit(folder, "two")
    run(folder, "checkout", "--quiet", "-b", "branch", ids["one"])
    (folder / "run.sh").write_text("x", encoding="utf-8")
    (folder / "run.sh").chmod(0o755)
    (folder / "link").symlink_to("a.txt")
    (folder / "甲 乙/b.txt").unlink()
    (folder / "module").mkdir()
    run(folder, "update-index", "--add", "--cacheinfo", f"{MODULE},{ids['one']},module")
    ids["three"] = commit(folder, "three")
    (folder / "a.txt").write_text("零\n一\n二\n三\n", encoding="utf-8")
    ids["four"] = commit(folder, "four")
    run(folder, "merge", "--quiet", "--no-edit", ids["two"])
    ids["five"] = run(folder, "rev-parse", "HEAD")
    run(folder, "tag", "v1", ids["two"])
    return Repository(folder), ids


History = tuple[Repository, dict[str, str]]


def test_a_commit_has_many_names(history: History) -> None:
    repository, ids = history
    assert repository.state == "ready"
    names = ("main", "v1", ids["two"], ids["two"][:12], "branch^2")
    assert [repository.commit(name) for name in names] == [ids["two"]] * 5
    for name in ("none", "--all", "-h", "main:a.txt", ""):
        with pytest.raises(UnknownCommit) as raised:
            repository.commit(name)
        assert (raised.value.code, raised.value.facts) == ("no-commit", {"name": name})


def test_commits_are_listed_from_the_fork(history: History) -> None:
    repository, ids = history
    assert repository.fork("main", "branch~1") == ids["one"]
    assert repository.commits(ids["one"], ids["four"]) == [ids["three"], ids["four"]]
    assert repository.commits(ids["four"], ids["one"]) == []
    plain = repository.plain_commits(ids["one"], ids["five"])
    assert sorted(plain) == sorted(
        [(ids["two"], ids["one"]), (ids["three"], ids["one"]), (ids["four"], ids["three"])]
    ), "no merge"
    assert plain.index((ids["three"], ids["one"])) < plain.index((ids["four"], ids["three"]))
    assert repository.plain_commits(ids["five"], ids["five"]) == []
    with pytest.raises(UnknownCommit):
        repository.commits("none", ids["one"])


def test_two_histories_without_a_common_commit_have_no_fork(history: History) -> None:
    repository, ids = history
    other = run(repository.folder, "commit-tree", "-m", "alone", f"{ids['one']}^{{tree}}")
    with pytest.raises(UnknownCommit) as raised:
        repository.fork(ids["one"], other)
    assert raised.value.facts == {"name": f"{ids['one']} {other}"}


def test_a_tree_has_every_file_with_mode_and_size(history: History) -> None:
    repository, ids = history
    found = {entry.path: (entry.mode, entry.size) for entry in repository.tree(ids["three"])}
    assert found == {
        "a.txt": (FILE, 12),
        "link": (LINK, 5),
        "module": (MODULE, 0),
        "run.sh": (PROGRAM, 1),
    }
    assert {entry.path for entry in repository.tree(ids["one"])} == {"a.txt", "甲 乙/b.txt"}


def test_changes_and_steps_name_each_file(history: History) -> None:
    repository, ids = history
    changed = {entry.path: (before, entry.mode) for entry, before in repository.changes(ids["one"], ids["three"])}
    assert changed == {
        "link": (NOTHING, LINK),
        "module": (NOTHING, MODULE),
        "run.sh": (NOTHING, PROGRAM),
        "甲 乙/b.txt": (FILE, NOTHING),
    }
    assert {entry.path for entry in repository.steps(ids["three"])} == {"link", "module", "run.sh"}, "no deletion"
    assert {entry.path for entry in repository.steps(ids["one"])} == {"a.txt", "甲 乙/b.txt"}
    merged = repository.steps(ids["five"])
    assert [entry.path for entry in merged] == ["a.txt"], "what no parent has so"
    assert repository.read([merged[0].blob]) == {merged[0].blob: "零\n一\n二\n三\n四\n".encode()}


def test_a_text_is_found_in_files_of_a_commit(history: History) -> None:
    repository, ids = history
    assert repository.containing(ids["two"], "四") == {"a.txt"}
    assert repository.containing(ids["one"], "四") == set()
    assert repository.containing(ids["one"], "b") == {"甲 乙/b.txt"}
    assert repository.containing(ids["one"], "-b") == repository.containing(ids["one"], ".") == set()


def test_sizes_and_bytes_are_known_by_id(history: History) -> None:
    repository, ids = history
    blobs = {entry.path: entry.blob for entry in repository.tree(ids["one"])}
    wanted = [blobs["a.txt"], blobs["甲 乙/b.txt"], blobs["a.txt"]]
    assert repository.sizes([*wanted, "0" * 40]) == {wanted[0]: 12, wanted[1]: 1}
    assert repository.read(wanted) == {wanted[0]: "一\n二\n三\n".encode(), wanted[1]: b"b"}
    assert repository.read([]) == repository.sizes([]) == {}


def test_a_merge_is_made_aside_with_its_conflicts(history: History) -> None:
    repository, ids = history
    before = sorted(path.as_posix() for path in repository.folder.rglob("*"))
    with repository.scratch() as scratch:
        clean = scratch.merge(ids["two"], ids["four"])
        assert clean.conflicts == ()
        assert {entry.path for entry in scratch.tree(clean.tree)} == {"a.txt", "link", "module", "run.sh"}
        root = repository._run("hash-object", "-w", "--stdin", stdin="五\n二\n三\n".encode()).decode().strip()
        tree = repository._run("mktree", stdin=f"100644 blob {root}\ta.txt\n".encode()).decode().strip()
        other = run(repository.folder, "commit-tree", "-p", ids["one"], "-m", "six", tree)
        assert scratch.merge(ids["four"], other).conflicts == ("a.txt",)
        repeated = scratch.repeat(ids["four"], ids["three"], ids["two"])
        assert repeated.conflicts == ()
        [file] = [entry for entry in scratch.tree(repeated.tree) if entry.path == "a.txt"]
        assert scratch.read([file.blob])[file.blob].decode() == "零\n一\n二\n三\n四\n"
        assert {entry.path for entry in scratch.tree(repeated.tree)} == {"a.txt", "甲 乙/b.txt"}
        folder = scratch.folder
    assert not folder.exists()
    after = sorted(path.as_posix() for path in repository.folder.rglob("*") if "/objects/" not in path.as_posix())
    assert after == [path for path in before if "/objects/" not in path]


def test_what_is_no_repository_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert Repository(tmp_path).state == "none"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert Repository(tmp_path).state == "no-git"
    assert git.version() == ()


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ("git version 2.39.5", (2, 39, 5)),
        ("git version 2.39.5 (Apple Git-154)", (2, 39, 5)),
        ("git version 2.43.0.windows.1", (2, 43, 0)),
        ("git version 3.0", (3, 0)),
        ("git version 2.10.0-rc1", (2, 10, 0)),
        ("git version unknown", ()),
    ],
)
def test_the_version_is_that_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, version: tuple[int, ...]
) -> None:
    program = tmp_path / "git"
    program.write_text(f"#!/bin/sh\necho '{said}'\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert git.version() == version
