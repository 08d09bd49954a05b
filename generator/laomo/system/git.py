"""Reads a repository from its objects only, without checking out a file, to see what a change does.

The only module that runs git. Nothing in the repository is executed: no hooks, filters, merge drivers, pagers or text conversions.
"""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from laomo.problems.errors import CodedError

LINK, MODULE, PROGRAM, FILE, NOTHING = "120000", "160000", "100755", "100644", "000000"
"""Modes of git's tree entries: symbolic link, submodule, executable, regular file, and no file."""

_SAFE = (
    *("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.attributesFile=/dev/null"),
    *("--no-pager", "--literal-pathspecs", "--no-replace-objects"),
)
_ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_ATTR_NOSYSTEM": "1"}
"""Variables that keep the machine's settings and attributes away."""
_NOBODY = {f"GIT_{role}_{what}": "nobody" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
_CLONED_IN = 1_800
"""Seconds."""
_CONFLICT = _NONE = 1
"""What `git merge-tree` exits with when files are in conflict, and `git grep` when it finds nothing."""


_FOLDER_TROUBLES = ("no-repository", "unsafe-repository")


class UnknownCommit(CodedError):
    """A name is not a commit of the repository, or two commits have no common ancestor; `code` is the reason.

    That may lie in the repository: `no-git`, `no-repository`, `unsafe-repository` (see `Repository.state`) or `shallow-repository`.
    """


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """A file of a commit's tree; `size` in bytes, 0 for a submodule."""

    path: str
    mode: str
    blob: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Merge:
    """The tree that a merge makes, and the files in conflict, for which the tree has no proper content."""

    tree: str
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository, bare or not."""

    folder: Path
    variables: Mapping[str, str] | None = field(default=None, repr=False)
    """The environment that git runs in; None for that of this process."""

    @contextmanager
    def scratch(self) -> Iterator["Repository"]:
        """An empty bare repository that borrows the objects of this one, for as long as the context lasts.

        Merges are made there: this repository's settings, attributes, merge drivers and work tree have no say in them, and
        nothing is written to it. With the object ids of this one, names of branches are unknown.
        """
        objects = self._run("rev-parse", "--path-format=absolute", "--git-path", "objects")
        shallow = Path(self._text("rev-parse", "--path-format=absolute", "--git-path", "shallow", revision=""))
        kind = self._text("rev-parse", "--show-object-format", revision="")
        with TemporaryDirectory() as folder:
            inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
            scratch = Repository(Path(folder), {**inherited, **_ALONE, **_NOBODY})
            scratch._run("init", "--quiet", "--bare", "--template=", f"--object-format={kind}")
            Path(folder, "objects/info/alternates").write_bytes(objects)
            if shallow.is_file():
                Path(folder, "shallow").write_bytes(shallow.read_bytes())
            yield scratch

    @property
    def state(self) -> Literal["ready", "none", "unsafe", "no-git"]:
        """Whether git works here: it refuses a repository of another user (`safe.directory` in git-config(1)), and may be missing."""
        try:
            self._run("rev-parse", "--git-dir")
        except FileNotFoundError:
            return "no-git"
        except subprocess.CalledProcessError as error:
            return "unsafe" if b"safe.directory" in (error.stderr or b"") else "none"
        return "ready"

    @property
    def origin(self) -> str:
        """The address from which the repository was cloned, that of the remote `origin`; empty without one, and without git."""
        try:
            return self._run("config", "--get", "remote.origin.url").decode().strip()
        except (FileNotFoundError, subprocess.CalledProcessError):
            return ""

    def commit(self, name: str) -> str:
        """The id of the commit of a branch, tag or id. Raises UnknownCommit."""
        return self._text("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}", revision=name)

    def fork(self, base: str, head: str) -> str:
        """The id of the merge base of two commits. Raises UnknownCommit without one."""
        return self._text("merge-base", base, head, revision=f"{base} {head}", otherwise="unrelated-commits")

    def commits(self, base: str, head: str) -> list[str]:
        """The ids of the commits of `head` that `base` lacks, oldest first. Raises UnknownCommit."""
        return self._text("rev-list", "--reverse", f"{base}..{head}", revision=head).split()

    def plain_commits(self, base: str, head: str) -> list[tuple[str, str]]:
        """The commits of `commits` that are no merges, each with its parent: what a rebase of `head` onto `base` repeats."""
        rows = self._text(
            "rev-list", "--reverse", "--topo-order", "--no-merges", "--parents", f"{base}..{head}", revision=head
        )
        return [(commit, parents[0]) for commit, *parents in map(str.split, rows.splitlines()) if parents]

    def merge(self, ours: str, theirs: str, rules: Iterable[str] = ()) -> Merge:
        """The merge of two commits by settings such as `merge.renames=false`; to be made in a `scratch` repository."""
        settings = [part for rule in rules for part in ("-c", rule)]
        command = [*settings, "merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", ours, theirs]
        tree, *conflicts = self._run(*command, fine=_CONFLICT).split(b"\0")[:-1]
        return Merge(tree.decode(), tuple(map(_name, conflicts)))

    def repeat(self, commit: str, parent: str, onto: str, rules: Iterable[str] = ()) -> Merge:
        """What a commit changed since its parent, done again to the commit or tree `onto`, as a rebase does; also for a `scratch`."""
        root = self._commit_tree(parent)
        return self.merge(self._commit_tree(onto, root), self._commit_tree(commit, root), rules)

    def _commit_tree(self, tree: str, *parents: str) -> str:
        given = [part for parent in parents for part in ("-p", parent)]
        return self._text("commit-tree", *given, "-m", "-", f"{tree}^{{tree}}", revision=tree)

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
        """The files that one commit brought or changed, all of them for a first commit; of a merge those that no parent has so."""
        output = self._run(
            "diff-tree", "-r", "-z", "-c", "--root", "--no-commit-id", "--no-renames", "--full-index", commit
        )
        return [entry for entry, _ in _changes(output.split(b"\0")) if entry.mode != NOTHING]

    def containing(self, commit: str, text: str) -> set[str]:
        """The paths of the files of a commit in which a text stands."""
        command = ["grep", "--name-only", "-z", "--full-name", "--text", "--fixed-strings", "-e", text, commit]
        rows = self._run(*command, fine=_NONE).split(b"\0")[:-1]
        return {_name(row).partition(":")[2] for row in rows}

    def sizes(self, blobs: Iterable[str]) -> dict[str, int]:
        """The bytes of files by their ids; nothing for what is not there, such as a submodule's commit."""
        given = "".join(f"{blob}\n" for blob in dict.fromkeys(blobs)).encode()
        rows = self._run("cat-file", "--batch-check", stdin=given).decode().splitlines()
        return {blob: int(size) for blob, kind, size in (row.split() for row in rows if row.count(" ") > 1)}

    def read(self, blobs: Iterable[str]) -> dict[str, bytes]:
        """The bytes of files, or of commits as git keeps them, by their ids."""
        wanted = list(dict.fromkeys(blobs))
        answer = BytesIO(self._run("cat-file", "--batch", stdin="".join(f"{blob}\n" for blob in wanted).encode()))
        found = {}
        for blob in wanted:
            size = int(answer.readline().split()[2])
            found[blob] = answer.read(size)
            answer.read(1)
        return found

    def _text(self, *arguments: str, revision: str, otherwise: str = "no-commit") -> str:
        """The output of a command, stripped. If git fails, raises UnknownCommit, which says why: by itself that is the code `otherwise`."""
        try:
            return self._run(*arguments).decode().strip()
        except (FileNotFoundError, subprocess.CalledProcessError) as error:
            code = self._trouble() or otherwise
            facts = {"folder": str(self.folder.resolve())} if code in _FOLDER_TROUBLES else {"name": revision}
            raise UnknownCommit(code, **facts) from error

    def _trouble(self) -> str:
        """The code of what is wrong with the whole repository; empty if nothing is."""
        state = self.state
        if state != "ready":
            return {"no-git": "no-git", "none": "no-repository", "unsafe": "unsafe-repository"}[state]
        return "shallow-repository" if self._run("rev-parse", "--is-shallow-repository").strip() == b"true" else ""

    def running(self, *arguments: str) -> subprocess.Popen[bytes]:
        """A command that goes on, to be asked and heard by its pipes."""
        return subprocess.Popen(  # noqa: S603 (no shell, no option from outside)
            self._command(*arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self.variables,
        )

    def _command(self, *arguments: str) -> list[str]:
        return ["git", "-C", str(self.folder), *_SAFE, *arguments]

    def _run(self, *arguments: str, stdin: bytes = b"", fine: int = 0) -> bytes:
        """The output of a command. Raises CalledProcessError for an exit status that is neither 0 nor `fine`."""
        command = self._command(*arguments)
        done = subprocess.run(command, input=stdin, capture_output=True, check=False, env=self.variables)  # noqa: S603 (no shell, no option from outside)
        if done.returncode != fine:
            done.check_returncode()
        return done.stdout


class CloneFailed(CodedError):
    """A repository could not be cloned: `code` is git's own last line."""


def shallow_clone(address: str, branch: str, folder: Path) -> Repository:
    """Clone the last commit of a branch (empty: the default one) into a new folder: no work tree, no submodules, no redirects. Raises CloneFailed."""
    options = [
        "--bare",
        "--depth=1",
        "--no-tags",
        "--single-branch",
        "--quiet",
        "--template=",
        *([f"--branch={branch}"] if branch else []),
    ]
    settings = ("-c", "protocol.ext.allow=never", "-c", "http.followRedirects=false")
    command = ["git", *_SAFE, *settings, "clone", *options, "--", address, str(folder)]
    variables = {**os.environ, **_ALONE, "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=variables, timeout=_CLONED_IN)  # noqa: S603 (no shell, the address after --)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CloneFailed(type(error).__name__) from error
    if done.returncode:
        raise CloneFailed((done.stderr.decode("utf-8", "replace").strip().splitlines() or [""])[-1][:200])
    return Repository(folder)


def version() -> tuple[int, ...]:
    """The version of the installed git, such as (2, 39, 5); empty without git."""
    try:
        said = subprocess.run(["git", "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S607 (the user's own git)
    except FileNotFoundError:
        return ()
    found = re.search(r"(?<!\d)(\d+)\.(\d+)(?:\.(\d+))?", said)
    return tuple(int(part) for part in found.groups() if part) if found else ()


def _changes(fields: list[bytes]) -> Iterator[tuple[TreeEntry, str]]:
    """Of git's raw output: modes of the parents, mode, blobs of the parents, blob, status; then the path. A colon for each parent."""
    for facts, path in zip(fields[::2], fields[1::2], strict=False):
        parents, words = facts.count(b":"), facts.decode().lstrip(":").split()
        yield TreeEntry(_name(path), words[parents], words[2 * parents + 1]), words[0]


def _name(path: bytes) -> str:
    return path.decode("utf-8", "surrogateescape")
