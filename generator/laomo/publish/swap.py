"""The finished site → the place that readers see, swapped in whole.

Where the system can exchange two folders in one step (Linux: renameat2), there is no moment without a site, and whatever
kills the process leaves the old one or the new one. Elsewhere two renames follow one another, with a moment between them;
there `laomo publish`, which swaps a link, is the way to a place that must never be empty (see `releases`).

What the two sites share stays beside, as `.<name>.old`, and becomes the next one: most of it is as it shall be. What they do
not share is deleted at once, so that no copy of a page outlives the edition that showed it.
"""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from laomo.publish import target
from laomo.system.lock import Locked, exclusive_lock

_HERE = -100
"""AT_FDCWD of <fcntl.h>: paths count from the current folder."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of <linux/fs.h>."""
_FOLDER, _FILE = 0o755, 0o644
"""Modes of what a web server reads."""
_CANNOT = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}
"""A file system or a kernel that does not exchange."""


def publish(finished: Path, out: Path, adapt: Callable[[Path], None] | None = None, *, withdrawals: str = "") -> None:
    """Make `out` a copy of `finished` (by hard links where the disk allows): readers see the old site or the new one.

    `adapt` may change the copy before anybody sees it. A link as `out` stays; the folder that it leads to is replaced.
    `withdrawals` goes into the edition's list (see `target`). Raises TargetRefused for a folder with other things in it, and
    while another process publishes to it; OSError.
    """
    out = out.resolve()
    try:
        with exclusive_lock(out.with_name(f".{out.name}.lock")):
            target.check(out)
            _publish(finished, out, adapt, withdrawals)
    except Locked as error:
        raise target.TargetRefused("target-busy", place=str(out)) from error


def _publish(finished: Path, out: Path, adapt: Callable[[Path], None] | None, withdrawals: str) -> None:
    fresh, old = out.with_name(f".{out.name}.new"), out.with_name(f".{out.name}.old")
    out.parent.mkdir(parents=True, exist_ok=True)
    if not _is_folder(fresh):
        fresh.unlink(missing_ok=True)
        if _is_folder(old):
            old.rename(fresh)
    try:
        copy(finished, fresh)
        if adapt:
            adapt(fresh)
        target.mark(fresh, withdrawals)
        settle(fresh)
    except OSError:
        _remove(fresh)  # a full disk needs the room
        raise
    if not out.exists():
        fresh.rename(out)
    elif _exchanged(fresh, out):
        _remove(old)
        fresh.rename(old)
        _keep_shared(old, out)
    else:
        _remove(old)
        _renamed(fresh, out, old)
        _keep_shared(old, out)


def _keep_shared(old: Path, new: Path) -> None:
    """Delete of `old` every file that is not the same file in `new`."""
    for entry in list(os.scandir(old)):
        there = new / entry.name
        if entry.is_dir(follow_symlinks=False) and _is_folder(there):
            _keep_shared(Path(entry.path), there)
        elif not there.exists() or not os.path.samestat(os.lstat(there), os.lstat(entry.path)):
            _remove(Path(entry.path))


def copy(source: Path, to: Path) -> None:
    """Make `to` a copy, by hard links where the disk allows; what of it is such a link already stays.

    Files of a site are only ever replaced, so none changes under a copy. A web server may read all of it, whatever the umask.
    """
    there = {}
    try:
        to.mkdir()
        to.chmod(_FOLDER)
    except FileExistsError:
        there = {place.name: place for place in to.iterdir()}
    for entry in os.scandir(source):
        place, found = to / entry.name, there.pop(entry.name, None)
        if entry.is_dir(follow_symlinks=False):
            if found and not _is_folder(found):
                found.unlink()
            copy(Path(entry.path), place)
        elif not found or not os.path.samestat(os.lstat(found), os.lstat(entry.path)):
            if found:
                _remove(found)
            _link(Path(entry.path), place)
    for stray in there.values():
        _remove(stray)


def settle(folder: Path) -> None:
    """Return when the disk itself has all of the folder: after a power cut what is swapped in next is whole. Raises OSError."""
    call = _system("syncfs", ctypes.c_int)
    if call is None:
        getattr(os, "sync", lambda: None)()  # Windows has neither
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        if call(held):
            raise _error(folder)
    finally:
        os.close(held)


def _exchanged(one: Path, other: Path) -> bool:
    """Give each of two folders the other's name in one step; False where that cannot be done."""
    call = _system("renameat2", ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    if call is None:
        return False
    if call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    if ctypes.get_errno() in _CANNOT:
        return False
    raise _error(other)


@cache
def _system(name: str, *arguments: type) -> Any:
    """A call of Linux, as glibc and musl name it; None where there is none."""
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None) if sys.platform == "linux" else None
    if call is not None:
        call.argtypes = arguments
    return call


def _error(place: Path) -> OSError:
    """Why the last call of the system failed."""
    number = ctypes.get_errno()
    return OSError(number, os.strerror(number), str(place))


def _renamed(fresh: Path, out: Path, old: Path) -> None:
    out.rename(old)
    try:
        fresh.rename(out)
    except OSError:
        old.rename(out)
        raise


def _is_folder(place: Path) -> bool:
    """Whether it is a folder of its own, not a link to one."""
    return place.is_dir() and not place.is_symlink()


def _remove(place: Path) -> None:
    if _is_folder(place):
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def _link(source: Path, to: Path) -> None:
    mode = source.stat().st_mode
    if mode & _FILE != _FILE:
        source.chmod(mode | _FILE)
    try:
        to.hardlink_to(source)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise
        shutil.copy2(source, to)  # another disk, or one without hard links
