"""The list of its own files that every finished site carries: any other file in its folder belongs to somebody else."""

import os
from dataclasses import dataclass
from pathlib import Path

from laomo.system.files import write_new

MARK = ".laomo"
"""File name of the list: a header line, then the path of each file of the edition."""
_HEAD = "laomo edition 1"


@dataclass(frozen=True, slots=True)
class Edition:
    """The contents of the list in a folder."""

    withdrawals: str
    """A mark that changes with every withdrawal and reveals nobody (see `registry.Registry.withdrawal_mark`)."""
    files: frozenset[str]

    @classmethod
    def of(cls, folder: Path) -> "Edition | None":
        """The edition in a folder; None if there is none."""
        try:
            head, *files = (folder / MARK).read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError):
            return None
        if not head.startswith(_HEAD):
            return None
        return cls(head.removeprefix(_HEAD).strip(), frozenset(files))


def mark(folder: Path, withdrawals: str) -> None:
    """Write the list of an edition into its folder."""
    lines = [f"{_HEAD} {withdrawals}".rstrip(), *sorted(files(folder) - {MARK})]
    write_new(folder / MARK, "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"))


def files(folder: Path) -> set[str]:
    """The paths of all files in a folder, relative to it, with `/` as separator; links count as files. Raises OSError without a folder."""
    found: set[str] = set()
    _collect(str(folder), "", found)
    return found


def _collect(folder: str, path: str, found: set[str]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _collect(entry.path, f"{path}{entry.name}/", found)
            else:
                found.add(path + entry.name)
