"""A site kept in git with a remote on disk, as a union's is on a platform: a bare repository, and clones of it."""

import copy
import os
import shutil
import subprocess
from pathlib import Path

OWNERS = "stewards: [chief]\nunions:\n  north: [North-Clerk]\n  south: [south-clerk]\n"
WHO = {"NAME": "clerk", "EMAIL": "clerk@example.org", "DATE": "2026-01-01T00:00:00+08:00"}
IDENTITY = "11010519491231002X"
"""The example of GB 11643 itself; nobody's."""


def git(folder: Path, *arguments: str | Path, given: bytes | None = None) -> str:
    environment = {
        **os.environ,
        **{f"GIT_{role}_{what}": told for role in ("AUTHOR", "COMMITTER") for what, told in WHO.items()},
        "GIT_CONFIG_GLOBAL": "/dev/null",
    }
    command = ["git", "-C", str(folder), *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, input=given, env=environment)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode("utf-8", "replace").strip()


class Clone:
    """A working copy whose `main` is the site and whose remote is a bare repository."""

    def __init__(self, site: Path, remote: Path) -> None:
        self.folder, self.remote = site, remote
        (site / "studios/owners.yml").write_text(OWNERS, encoding="utf-8")
        git(remote.parent, "init", "--quiet", "--bare", "--initial-branch=main", remote)
        git(site, "init", "--quiet", "--initial-branch=main")
        git(site, "remote", "add", "origin", remote)
        self.commit("first")
        git(site, "push", "--quiet", "origin", "main")

    @classmethod
    def begun(cls, site: Path, folder: Path) -> "Clone":
        """A copy of a site in git, below a folder, and a branch for a change."""
        made = cls(Path(shutil.copytree(site, folder / "site")), folder / "remote.git")
        made.branch("work")
        return made

    def copied(self, folder: Path) -> "Clone":
        """The same in another folder: a tenth of the work of making it."""
        made = copy.copy(self)
        made.folder = Path(shutil.copytree(self.folder, folder / "site"))
        made.remote = Path(shutil.copytree(self.remote, folder / "remote.git"))
        git(made.folder, "remote", "set-url", "origin", made.remote)
        return made

    def branch(self, name: str) -> None:
        git(self.folder, "switch", "--quiet", "--force-create", name, "main")

    def write(self, path: str, text: str | bytes) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def commit(self, message: str = "change") -> str:
        git(self.folder, "add", "--all")
        git(self.folder, "commit", "--quiet", "--no-verify", "-m", message)
        return git(self.folder, "rev-parse", "HEAD")

    def push(self, name: str) -> None:
        git(self.folder, "push", "--quiet", "origin", name)

    def plant(self, *entries: tuple[str, str, str]) -> str:
        """Commit entries that no clerk's git would write: (mode, blob or commit, path)."""
        for mode, blob, path in entries:
            git(self.folder, "update-index", "--add", "--cacheinfo", f"{mode},{blob},{path}")
        return self.bare_commit(git(self.folder, "write-tree"))

    def bare_commit(self, tree: str) -> str:
        """A commit of a tree, on the branch at hand, without touching files."""
        made = git(self.folder, "commit-tree", tree, "-p", "HEAD", "-m", "planted")
        git(self.folder, "update-ref", "HEAD", made)
        return made

    def blob(self, text: str) -> str:
        return git(self.folder, "hash-object", "-w", "--stdin", given=text.encode())
