"""Files read and written safely: a contributor's file is never opened through a link, and what readers might see is always whole."""

import errno
import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import BinaryIO

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def open_no_follow(file: Path) -> BinaryIO:
    """The file, open for reading; the caller closes it. Raises OSError, for a link one that `is_link` knows."""
    return os.fdopen(os.open(file, _FLAGS), "rb")


def open_below(folder: Path, path: PurePosixPath) -> BinaryIO:
    """A file by its path below a folder, which may be a link itself, but nothing below it. As `open_no_follow` otherwise."""
    file = folder / path
    if file.parent.resolve() != folder.resolve() / path.parent:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(file))
    return open_no_follow(file)


def is_link(error: OSError) -> bool:
    """Whether a file could not be opened because it is a link."""
    return error.errno == errno.ELOOP


def digest(data: bytes) -> str:
    """What bytes are known by."""
    return sha256(data).hexdigest()


def stamp(file: Path) -> str:
    """Size and time of a file: tells whether anybody has touched it since. Nothing for one that is not there."""
    try:
        found = file.stat()
    except OSError:
        return ""
    return f"{found.st_size}-{found.st_mtime_ns}"


def owned_by_user(file: Path) -> bool:
    """Whether a file is this user's own. Raises OSError if there is none."""
    return not hasattr(os, "geteuid") or file.stat().st_uid == os.geteuid()


def write_new(file: Path, data: bytes) -> None:
    """Put `data` at `file`, in a folder that no reader sees. Other names of the old file keep the old bytes."""
    try:
        file.unlink()
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def write_atomic(file: Path, data: bytes | Iterable[bytes]) -> None:
    """Put `data` at `file`, so that a reader or a stop half-way sees the old bytes or the new ones."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    with beside.open("wb") as written:
        written.writelines((data,) if isinstance(data, bytes) else data)
    beside.replace(file)


def prune(folder: Path, wanted: set[PurePosixPath]) -> list[PurePosixPath]:
    """Remove every file below `folder` that is not wanted, and the folders that this leaves empty."""
    names, removed, kept = set(map(str, wanted)), [], set()
    for parent, below, files in os.walk(folder, topdown=False):
        here = Path(parent)
        path = here.relative_to(folder).as_posix()
        stray = [name for name in files if (f"{path}/{name}" if path != "." else name) not in names]
        for name in stray:
            (here / name).unlink()
            removed.append(PurePosixPath(path, name))
        if len(stray) < len(files) or any(f"{parent}{os.sep}{name}" in kept for name in below) or here == folder:
            kept.add(parent)
        else:
            here.rmdir()
    return sorted(removed)
