"""Swaps the finished site into the folder that readers see.

Where the system can exchange two folders atomically (Linux: renameat2), there is always a complete site, the old or the new
one, even if the process is killed. Elsewhere the folders are renamed one after the other, and for a moment there is no site.
To avoid that, use `laomo publish`, which swaps a link (see `releases`).

Files that both sites share are kept in `.<name>.old`, from which the next publication starts: most of them will not change.
The other files are deleted at once, so that no copy of a page outlives the edition that contained it.
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
from laomo.system import edition
from laomo.system.files import entries
from laomo.system.lock import Locked, exclusive_lock

_HERE = -100
"""AT_FDCWD of <fcntl.h>: paths are relative to the current folder."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of <linux/fs.h>."""
_FOLDER, _FILE = 0o755, 0o644
"""Permissions of published folders and files, which a web server must be able to read."""
_UNSUPPORTED = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}
"""Errors of a file system or a kernel that cannot exchange folders."""


def publish(finished: Path, out: Path, adapt: Callable[[Path], None] | None = None, *, withdrawals: str = "") -> None:
    """Replace `out` by a copy of `finished` (hard links where possible): readers see either the old site or the new one.

    `adapt` may change the copy before it becomes visible. If `out` is a link, the folder it points to is replaced.
    `withdrawals` is written to the edition's list (see `target`). Raises TargetRefused for a folder with foreign files, and
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
        edition.mark(fresh, withdrawals)
        settle(fresh)
    except OSError:
        _remove(fresh)  # frees the space if the disk is full
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


def put(fresh: Path, place: Path) -> None:
    """Put a folder in the place of another of the same file system, which is deleted: at each moment there is the old or the new one. Raises OSError."""
    settle(fresh)
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.exists():
        fresh.rename(place)
    elif _exchanged(fresh, place):
        _remove(fresh)
    else:
        old = fresh.with_name(f"{fresh.name}.old")
        _remove(old)
        _renamed(fresh, place, old)
        _remove(old)


def _keep_shared(old: Path, new: Path) -> None:
    """Delete every file in `old` that is not the same file in `new`."""
    twins = {entry.name: entry for entry in entries(new)}
    for entry in entries(old):
        twin = twins.get(entry.name)
        if twin and entry.is_dir(follow_symlinks=False) and twin.is_dir(follow_symlinks=False):
            _keep_shared(Path(entry.path), Path(twin.path))
        elif not twin or entry.inode() != twin.inode():
            _remove(Path(entry.path))


def copy(source: Path, to: Path) -> None:
    """Make `to` a copy of `source`, by hard links where possible; existing links to the right files are kept.

    Hard links are safe because files of a site are replaced, never modified. The copy is readable by a web server, whatever
    the umask.
    """
    existing = {}
    try:
        to.mkdir()
        to.chmod(_FOLDER)
    except FileExistsError:
        existing = {found.name: found for found in entries(to)}
    here, there = os.lstat(source).st_dev, os.lstat(to).st_dev
    for entry in entries(source):
        found = existing.pop(entry.name, None)
        if entry.is_dir(follow_symlinks=False):
            if found and not found.is_dir(follow_symlinks=False):
                Path(found.path).unlink()
            copy(Path(entry.path), to / entry.name)
        elif not found or here != there or found.inode() != entry.inode():
            if found:
                _remove(Path(found.path))
            _link(Path(entry.path), to / entry.name)
    for stray in existing.values():
        _remove(Path(stray.path))


def settle(folder: Path) -> None:
    """Flush the folder to disk, so that the site swapped in next is complete even after a power cut. Raises OSError."""
    call = _system("syncfs", ctypes.c_int)
    if call is None:
        getattr(os, "sync", lambda: None)()  # Windows has neither
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if call(descriptor):
            raise _error(folder)
    finally:
        os.close(descriptor)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange the names of two folders atomically; False if the system cannot do that."""
    call = _system("renameat2", ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    if call is None:
        return False
    if call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    if ctypes.get_errno() in _UNSUPPORTED:
        return False
    raise _error(other)


@cache
def _system(name: str, *arguments: type) -> Any:
    """A Linux system call, under its name in glibc and musl; None if it is not available."""
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None) if sys.platform == "linux" else None
    if call is not None:
        call.argtypes = arguments
    return call


def _error(place: Path) -> OSError:
    """The error of the last system call."""
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
    """Whether it is a folder, not a link to one."""
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
        shutil.copy2(source, to)  # on another file system, or on one without hard links
