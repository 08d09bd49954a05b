"""Files of a commit, asked for one after the other, as real git gives them."""

import os
import random
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from laomo.system.git import Repository
from laomo.system.git_files import CommitFiles

CONTENTS = {
    "a.txt": b"",
    "data/weld.json": b"{}\n",
    "甲 乙/b.bin": random.Random(1).randbytes(300_000),
    "lines": b"\n\n blob 3\n",
    "x blob 5": b"five\0",
}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    folder = tmp_path_factory.mktemp("files")
    for path, data in CONTENTS.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / "link").symlink_to("a.txt")
    git = ["git", "-C", str(folder), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "files"]):
        subprocess.run([*git, *command], check=True)
    return Repository(folder)


@pytest.fixture
def files(repository: Repository) -> Iterator[CommitFiles]:
    with CommitFiles.of(repository, "HEAD") as found:
        yield found


def test_each_file_in_any_order(files: CommitFiles) -> None:
    for path in (*CONTENTS, *reversed(CONTENTS)):
        found = files.find(path)
        assert found
        assert (found.size, files.read(found)) == (len(CONTENTS[path]), CONTENTS[path])


def test_a_link_is_its_own_text(files: CommitFiles) -> None:
    found = files.find("link")
    assert found
    assert files.read(found) == b"a.txt"


@pytest.mark.parametrize(
    "path",
    [
        "none",
        "data",
        "data/",
        "",
        "x",
        "x blob 9",
        "data/weld.json/x",
        "../a.txt",
        "./a.txt",
        "data//weld.json",
        "/a.txt",
        "a.txt\n",
        "a.txt\0",
        "a\nHEAD:b",
    ],
)
def test_what_is_no_file_of_the_commit(files: CommitFiles, path: str) -> None:
    """And the next question has its own answer."""
    assert files.find(path) is None
    assert files.find("data/weld.json") is not None


def test_a_commit_that_is_not_there(repository: Repository) -> None:
    with CommitFiles.of(repository, "branch") as files:
        assert files.find("a.txt") is None


def test_git_ends_in_between(repository: Repository) -> None:
    with CommitFiles.of(repository, "HEAD") as files:
        found = files.find("data/weld.json")
        assert found
        (process,) = Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split()[-1:]
        os.kill(int(process), signal.SIGKILL)
        with pytest.raises(OSError, match=r"git|pipe"):
            files.read(found)
