"""Every file below a folder with its stamp, without opening any: how a command knows that nothing has changed since its last run.

Looking again at what was found takes half the time of walking: a new file changes its folder, which is looked at too.
"""

import os
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
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


@dataclass(frozen=True, slots=True)
class WalkedTree:
    """A folder, or a single file, whose files are known by what `stamped` makes of their status."""

    top: Path
    stamped: Callable[[os.stat_result], str] = stamp_of

    def files(self) -> list[StampedFile]:
        """Itself and every file and folder below it, sorted. Raises OSError for a missing place and for an endless one."""
        start = str(self.top)
        top = os.lstat(start)
        found = [self._file("", top)]
        waiting = [""] if stat.S_ISDIR(top.st_mode) else []
        while waiting:
            below = waiting.pop()
            if below.count("/") > DEEPEST + 1:
                raise OSError(f"{start}{below}")
            for entry in entries(f"{start}{below}"):
                path = f"{below}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(path)
                found.append(self._file(path, entry.stat(follow_symlinks=False)))
        return sorted(found)

    def digest(self, paths: Iterable[str]) -> str:
        """One digest of these files below it and of their stamps of now. Raises OSError if one is gone."""
        start, stamped, digest = str(self.top), self.stamped, sha256()
        for path in paths:
            digest.update(f"{path}\n{stamped(os.lstat(start + path))}\n".encode("utf-8", "surrogateescape"))
        return digest.hexdigest()

    def _file(self, path: str, found: os.stat_result) -> StampedFile:
        """A symbolic link counts as changed just now, so that no result is kept for it: its target is not examined."""
        link = stat.S_ISLNK(found.st_mode)
        changed = float("inf") if link else max(found.st_mtime_ns, found.st_ctime_ns)
        return StampedFile(path, self.stamped(found), changed)


def digest_of(files: Iterable[StampedFile]) -> str:
    """What `WalkedTree.digest` gives as long as none of them has changed."""
    digest = sha256()
    for path, stamp, _ in files:
        digest.update(f"{path}\n{stamp}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What lay at some places at some time: of each, the paths of its files and the digest of their stamps."""

    places: tuple[tuple[tuple[str, ...], str], ...]

    @classmethod
    def of(cls, places: Iterable[Iterable[StampedFile]]) -> "Snapshot":
        """The snapshot of files that were found, place by place."""
        found = [tuple(each) for each in places]
        return cls(tuple((tuple(file.path for file in files), digest_of(files)) for files in found))

    def holds(self, places: Iterable[WalkedTree]) -> bool:
        """Whether the same still lies at the same places, with nothing beside it."""
        try:
            return [place.digest(paths) for place, (paths, _) in zip(places, self.places, strict=True)] == [
                digest for _, digest in self.places
            ]
        except (OSError, ValueError):  # gone, or other places
            return False
