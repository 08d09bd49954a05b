"""Reads a repository from its objects only, without checking out a file, to see what a change does.

The only module that runs git. Nothing in the repository is executed: no hooks, filters, pagers or text conversions.
"""

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from laomo.problems.errors import CodedError

LINK, MODULE, PROGRAM, FILE, NOTHING = "120000", "160000", "100755", "100644", "000000"
"""Modes of git's tree entries: symbolic link, submodule, executable, regular file, and no file."""

_SAFE = ("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "--no-pager", "--literal-pathspecs")


class UnknownCommit(CodedError):
    """A name is not a commit of the repository, or two commits have no common ancestor."""


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """A file of a commit's tree; `size` in bytes, 0 for a submodule."""

    path: str
    mode: str
    blob: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository, bare or not."""

    folder: Path

    def commit(self, name: str) -> str:
        """The id of the commit of a branch, tag or id. Raises UnknownCommit."""
        return self._text("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}", revision=name)

    def fork(self, base: str, head: str) -> str:
        """The id of the merge base of two commits. Raises UnknownCommit without one."""
        return self._text("merge-base", base, head, revision=f"{base} {head}")

    def commits(self, base: str, head: str) -> list[str]:
        """The ids of the commits of `head` that `base` lacks, oldest first. Raises UnknownCommit."""
        return self._text("rev-list", "--reverse", f"{base}..{head}", revision=head).split()

    def message(self, commit: str) -> str:
        """The message of a commit."""
        return self._run("show", "--no-patch", "--format=%B", commit).decode("utf-8", "replace")

    def tree(self, commit: str) -> list[TreeEntry]:
        """All files of a commit."""
        entries = []
        for line in self._run("ls-tree", "-r", "-z", "-l", "--full-tree", commit).split(b"\0")[:-1]:
            facts, _, path = line.partition(b"\t")
            mode, _, blob, size = facts.decode().split()
            entries.append(TreeEntry(_name(path), mode, blob, int(size) if size.isdigit() else 0))
        return entries

    def changes(self, base: str, head: str) -> list[tuple[TreeEntry, str]]:
        """The files that differ: the entry in `head`, and the mode in `base`. A rename is a deletion and an addition."""
        output = self._run("diff-tree", "-r", "-z", "--no-renames", "--full-index", base, head)
        return list(_changes(output.split(b"\0")))

    def steps(self, commit: str) -> list[TreeEntry]:
        """The files that one commit added or changed, compared with each of its parents; all files of a root commit."""
        output = self._run(
            "diff-tree", "-r", "-z", "-m", "--root", "--no-commit-id", "--no-renames", "--full-index", commit
        )
        return [entry for entry, _ in _changes(output.split(b"\0")) if entry.mode != NOTHING]

    def read(self, blobs: Iterable[str]) -> dict[str, bytes]:
        """The bytes of blobs by their ids."""
        wanted = list(dict.fromkeys(blobs))
        output, found = self._run("cat-file", "--batch", stdin="".join(f"{blob}\n" for blob in wanted).encode()), {}
        for blob in wanted:
            head, _, output = output.partition(b"\n")
            size = int(head.split()[2])
            found[blob], output = output[:size], output[size + 1 :]
        return found

    def _text(self, *arguments: str, revision: str) -> str:
        """The output of a command, stripped. Raises UnknownCommit, which names `revision`, if git fails."""
        try:
            return self._run(*arguments).decode().strip()
        except subprocess.CalledProcessError as error:
            raise UnknownCommit("no-commit", name=revision) from error

    def _run(self, *arguments: str, stdin: bytes = b"") -> bytes:
        command = ["git", "-C", str(self.folder), *_SAFE, *arguments]
        return subprocess.run(command, input=stdin, capture_output=True, check=True).stdout  # noqa: S603 (no shell, no option from outside)


def _changes(fields: list[bytes]) -> Iterator[tuple[TreeEntry, str]]:
    for facts, path in zip(fields[::2], fields[1::2], strict=False):
        before, mode, _, blob, _ = facts.decode().lstrip(":").split()
        yield TreeEntry(_name(path), mode, blob), before


def _name(path: bytes) -> str:
    return path.decode("utf-8", "surrogateescape")
