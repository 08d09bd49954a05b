"""Files read and written safely: a contributor's file is never opened through a link, and what readers might see is always whole."""

import errno
import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import BinaryIO

_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
"""No link is followed, and nothing waits for whoever writes into a pipe."""


def open_no_follow(file: Path) -> BinaryIO:
    """The file, open for reading; the caller closes it. Raises OSError, for a link one that `is_link` knows, and for a pipe, a
    device or a socket one that `is_special` knows.
    """
    held = os.open(file, _FLAGS)
    if not stat.S_ISREG(os.fstat(held).st_mode):
        os.close(held)
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), str(file))
    return os.fdopen(held, "rb")


def open_below(folder: Path, path: PurePosixPath) -> BinaryIO:
    """A file by its path below a folder, which may be a link itself, but nothing below it. As `open_no_follow` otherwise."""
    file = folder / path
    if file.parent.resolve() != folder.resolve() / path.parent:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(file))
    return open_no_follow(file)


def is_link(error: OSError) -> bool:
    """Whether a file could not be opened because it is a link."""
    return error.errno == errno.ELOOP


def is_special(error: OSError) -> bool:
    """Whether a file could not be opened because it is none: a pipe, a device, a socket, a folder."""
    return error.errno in (errno.ENODEV, errno.ENXIO, errno.EISDIR)


def digest(data: bytes) -> str:
    """What bytes are known by."""
    return sha256(data).hexdigest()


def stamp(file: Path | str) -> str:
    """What a file is known by without reading it; another one as soon as anybody has touched it. Nothing for one that is not there.

    The time of the last change is the system's own: nobody sets it back, as `cp -p` and `rsync -t` do with the time of writing.
    """
    try:
        return stamp_of(os.stat(file))  # noqa: PTH116 (asked of ten thousands of files, often by their text)
    except OSError:
        return ""


def stamp_of(found: os.stat_result) -> str:
    """The same of a file that was looked at already."""
    return f"{found.st_mode}-{found.st_size}-{found.st_mtime_ns}-{found.st_ctime_ns}-{found.st_ino}"


def linked_stamp(file: Path | str) -> str:
    """The same for a file of ours that gets other names (hard links) when it is published, which changes the system's time."""
    try:
        return linked_stamp_of(os.lstat(file))
    except OSError:
        return ""


def linked_stamp_of(found: os.stat_result) -> str:
    """The same of a file that was looked at already."""
    return f"{found.st_size}-{found.st_mtime_ns}-{found.st_ino}"


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
    """Put `data` at `file`, so that a reader or a stop half-way sees the old bytes or the new ones. Raises OSError that names the file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    _write(beside, (data,) if isinstance(data, bytes) else data, file)
    beside.replace(file)


def _write(beside: Path, data: Iterable[bytes], file: Path) -> None:
    """Write what is to become `file`; nothing is left of it if that fails."""
    try:
        with beside.open("wb") as written:
            written.writelines(data)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        error.filename = str(file)  # a full disk names none
        raise


def write_all(files: Mapping[Path, bytes | Callable[[], bytes]]) -> None:
    """Put every file in its place, or none: all are written beside their places before the first takes its own. Raises OSError.

    A function gives its file's bytes when they are needed.
    """
    beside = {file.with_name(f".{file.name}.new"): file for file in files}
    made: list[Path] = []
    try:
        for new, file in beside.items():
            made += _make_parents(file.parent)
            data = files[file]
            _write(new, (data if isinstance(data, bytes) else data(),), file)
        for new, file in beside.items():
            new.replace(file)
    except OSError:
        for new in beside:
            with suppress(OSError):
                new.unlink()
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def _make_parents(folder: Path) -> list[Path]:
    """Make the folder; gives those that were not there, the outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def prune(folder: Path, wanted: Collection[str]) -> list[PurePosixPath]:
    """Remove every file below `folder` whose path there is not among those wanted, and the folders that this leaves empty."""
    removed: list[PurePosixPath] = []
    if folder.is_dir():
        _pruned(str(folder), "", frozenset(wanted), removed)
    return sorted(removed)


def _pruned(folder: str, path: str, names: frozenset[str], removed: list[PurePosixPath]) -> bool:
    """Whether nothing is left in the folder, whose own path ends in a slash unless it is empty."""
    empty = True
    for entry in entries(folder):
        if entry.is_dir(follow_symlinks=False):
            if _pruned(entry.path, f"{path}{entry.name}/", names, removed):
                Path(entry.path).rmdir()
            else:
                empty = False
        elif path + entry.name in names:
            empty = False
        else:
            Path(entry.path).unlink()
            removed.append(PurePosixPath(path + entry.name))
    return empty


def entries(folder: str | Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, which is closed again before anything can go wrong. Raises OSError."""
    with os.scandir(folder) as found:
        return list(found)


DEEPEST = 12
"""Folders below one another that are looked into; records lie at most four deep."""


def unusual(folder: Path) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every file below a folder, by the parts of its path, hidden ones left out, with the code of what stands against reading it, if
    anything does: a link, a pipe or a device, a folder that is too deep or that cannot be looked into. Nothing is opened.
    """
    return _unusual(str(folder), ())


def _unusual(folder: str, parts: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield parts, "unreadable-file"
        return
    for entry in entries:
        here = (*parts, entry.name)
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            yield here, "symlink"
        elif not entry.name.isprintable() and _is_bytes(entry.name):
            yield here, "file-name-encoding"
        elif not entry.is_dir(follow_symlinks=False):
            yield here, "" if entry.is_file(follow_symlinks=False) else "special-file"
        elif len(here) > DEEPEST:
            yield here, "folders-too-deep"
        else:
            yield from _unusual(entry.path, here)


def _is_bytes(name: str) -> bool:
    """Whether a name is not UTF-8: Python then keeps its bytes as lone surrogates."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return True
    return False


def links(place: Path) -> Iterator[str]:
    """The place itself if it is a link, else every link below it. Raises OSError for a folder that cannot be looked into."""
    if place.is_symlink():
        yield str(place)
    elif place.is_dir():
        yield from _links_below(str(place))


def _links_below(folder: str) -> Iterator[str]:
    folders = [folder]
    while folders:
        for entry in entries(folders.pop()):
            if entry.is_symlink():
                yield entry.path
            elif entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
