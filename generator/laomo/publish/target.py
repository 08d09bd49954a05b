"""Checks where a site may be published: in an empty folder, or over an earlier edition without foreign files.

Every edition contains a list of its own files. If a folder has any other file, it belongs to somebody and is left alone.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from laomo.problems.errors import CodedError
from laomo.system.files import write_new

MARK = ".laomo"
"""File name of the list: a header line, then the path of each file of the edition."""
_HEAD = "laomo edition 1"
_SHOWN = 3
"""How many foreign files a message names."""


class TargetRefused(CodedError):
    """The folder must not be replaced, because it is, or contains, something other than an edition. The fact `place` names it."""


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
    lines = [f"{_HEAD} {withdrawals}".rstrip(), *sorted(_files(folder) - {MARK})]
    write_new(folder / MARK, "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"))


def check(place: Path) -> None:
    """Raises TargetRefused if `place` is a file, or a folder with files that are not of an edition."""
    if not place.exists():
        return
    if not place.is_dir():
        raise TargetRefused("target-taken", place=str(place), names=(place.name,), count=1)
    edition = Edition.of(place)
    foreign = sorted(_files(place) - (edition.files | {MARK} if edition else frozenset()))
    if foreign:
        raise TargetRefused("target-taken", place=str(place), names=tuple(foreign[:_SHOWN]), count=len(foreign))


def check_apart(place: Path, sources: Iterable[Path]) -> None:
    """Raises TargetRefused if `place` is, contains, or is inside one of the folders that a site is made from."""
    real = place.resolve()
    for source in map(Path.resolve, sources):
        if real == source or source.is_relative_to(real) or real.is_relative_to(source):
            raise TargetRefused("target-source", place=str(place), source=str(source))


def _files(folder: Path) -> set[str]:
    """The paths of all files in a folder, relative to it, with `/` as separator; links count as files."""
    found: set[str] = set()
    start = len(os.path.join(folder, ""))  # noqa: PTH118 (pathlib is slow for the 16,000 files of a large site)
    for parent, folders, names in os.walk(folder):
        path = f"{parent}{os.sep}"[start:].replace(os.sep, "/")
        found.update(f"{path}{name}" for name in names)
        found.update(f"{path}{name}" for name in folders if Path(parent, name).is_symlink())
    return found
