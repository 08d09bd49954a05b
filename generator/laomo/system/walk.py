"""Every file below a folder with its stamp, without opening any: how a command knows that nothing has changed since its last run."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from laomo.system.files import DEEPEST, entries, stamp_of

SETTLED = 2_000_000_000
"""Nanoseconds after a change in which another one may get the same time: the coarsest file system (FAT) counts in two seconds."""


class StampedFile(NamedTuple):
    """A file or folder: its path below the place that was walked, its stamp, and the time of its last change in nanoseconds."""

    path: str
    stamp: str
    changed: float

    def settled(self, start: int) -> bool:
        """Whether it was last changed so long before `start` that no later change can have the same stamp."""
        return self.changed < start - SETTLED


def files_below(
    folder: Path, name: str, stamped: Callable[[os.stat_result], str] = stamp_of, *, folders: bool = False
) -> Iterator[StampedFile]:
    """Every file below a folder that is called `name`, and with `folders` every folder too, which changes when something in it is
    deleted. Raises OSError for a missing folder and for an endless one.
    """
    return _below(str(folder), name, stamped, folders=folders)


def seen(file: Path) -> StampedFile:
    """One file. Raises OSError if there is none."""
    return _identity(str(file), file.lstat(), stamp_of)


def _below(folder: str, name: str, stamped: Callable[[os.stat_result], str], *, folders: bool) -> Iterator[StampedFile]:
    waiting = [(folder, name)]
    while waiting:
        place, path = waiting.pop()
        if path.count("/") > DEEPEST + 1:
            raise OSError(path)
        for entry in entries(place):
            here = f"{path}/{entry.name}"
            below = entry.is_dir(follow_symlinks=False)
            if below:
                waiting.append((entry.path, here))
            if folders or not below:
                yield _identity(here, entry.stat(follow_symlinks=False), stamped)


def _identity(path: str, found: os.stat_result, stamped: Callable[[os.stat_result], str]) -> StampedFile:
    """A symbolic link counts as changed just now, so that no result is kept for it: its target is not examined."""
    link = stat.S_ISLNK(found.st_mode)
    return StampedFile(path, stamped(found), float("inf") if link else max(found.st_mtime_ns, found.st_ctime_ns))
