"""Where a site may be put: into an empty folder, or over an edition of ours with nothing else in it.

Every edition carries a list of its own files. What else lies in a folder is somebody's, so the folder is left alone.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from laomo.problems.errors import CodedError
from laomo.system.files import write_new

MARK = ".laomo"
"""The list: a line that says what it is, then the path of each file of the edition."""
_HEAD = "laomo edition 1"
_SHOWN = 3
"""Foreign files that a message names."""


class TargetRefused(CodedError):
    """The folder holds, or is, something else than an edition of ours. The fact `place` is the folder."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What the list in a folder says."""

    withdrawals: str
    """Changes with every withdrawal; says nothing of a person (see `registry.Registry.withdrawal_mark`)."""
    files: frozenset[str]

    @classmethod
    def of(cls, folder: Path) -> "Edition | None":
        """The edition in a folder; None where none of ours lies."""
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
    """Raises TargetRefused for a folder that an edition must not replace: one with files that are not ours, or a file."""
    if not place.exists():
        return
    if not place.is_dir():
        raise TargetRefused("target-taken", place=str(place), names=(place.name,), count=1)
    edition = Edition.of(place)
    foreign = sorted(_files(place) - (edition.files | {MARK} if edition else frozenset()))
    if foreign:
        raise TargetRefused("target-taken", place=str(place), names=tuple(foreign[:_SHOWN]), count=len(foreign))


def check_apart(place: Path, sources: Iterable[Path]) -> None:
    """Raises TargetRefused for a folder that is, holds, or lies in one of the sources that a site is made from."""
    real = place.resolve()
    for source in map(Path.resolve, sources):
        if real == source or source.is_relative_to(real) or real.is_relative_to(source):
            raise TargetRefused("target-source", place=str(place), source=str(source))


def _files(folder: Path) -> set[str]:
    """All files of a folder by their path in it, whatever they are; links are files."""
    found: set[str] = set()
    start = len(os.path.join(folder, ""))  # noqa: PTH118 (a province has 16,000 files)
    for parent, folders, names in os.walk(folder):
        path = f"{parent}{os.sep}"[start:].replace(os.sep, "/")
        found.update(f"{path}{name}" for name in names)
        found.update(f"{path}{name}" for name in folders if Path(parent, name).is_symlink())
    return found
