"""Outputs → disk. A file is touched only when its bytes change; what readers might see is always whole, written beside and moved over."""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath


@dataclass(frozen=True, slots=True)
class Output:
    """One file to be, by its path below the folder that it is made for, and how its bytes are made."""

    path: PurePosixPath
    make: Callable[[], bytes]
    source: PurePosixPath | None = None
    """The record that it shows, below `studios/`: where “edit this page” leads."""
    recipe: Callable[[], str] = str
    """What it is made of, as a digest: of the same recipe come the same bytes. An empty one is that of no other."""

    @classmethod
    def ready(cls, path: PurePosixPath, data: bytes) -> "Output":
        """A file whose bytes are there already."""
        return cls(path, lambda: data)

    @property
    def data(self) -> bytes:
        return self.make()


@dataclass(frozen=True, slots=True)
class Placed:
    """An output that lies in its folder."""

    path: PurePosixPath
    source: PurePosixPath | None
    recipe: str
    digest: str
    """Of its bytes."""
    stamp: str


@dataclass(frozen=True, slots=True)
class Placing:
    """Puts outputs into a folder. One of a recipe that is known is not made again, as long as it lies there untouched."""

    folder: Path
    known: Mapping[PurePosixPath, Placed] = field(default_factory=dict)

    def __call__(self, output: Output) -> Placed:
        file, known, recipe = self.folder / output.path, self.known.get(output.path), output.recipe()
        if known and recipe and known.recipe == recipe and stamp(file) == known.stamp:
            return Placed(output.path, output.source, recipe, known.digest, known.stamp)
        data = output.make()
        if not file.is_file() or file.read_bytes() != data:
            put(file, data)
        return Placed(output.path, output.source, recipe, digest(data), stamp(file))


def remembered(file: Path) -> dict[PurePosixPath, Placed]:
    """What the last run placed; nothing if there is no such memory, or if it cannot be relied on."""
    try:
        facts = json.loads(file.read_bytes()) if mine(file) else []
        found = [Placed(PurePosixPath(path), None, *map(str, told)) for path, *told in facts]
    except (OSError, ValueError, TypeError, RecursionError):
        return {}
    return {placed.path: placed for placed in found}


def remember(file: Path, placed: Iterable[Placed]) -> None:
    """Keep what was placed for the next run; only what has a recipe can spare it anything."""
    facts = [[str(each.path), each.recipe, each.digest, each.stamp] for each in placed if each.recipe]
    replace(file, json.dumps(facts).encode())


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


def mine(file: Path) -> bool:
    """Whether a file is this user's own. Raises OSError if there is none."""
    return not hasattr(os, "geteuid") or file.stat().st_uid == os.geteuid()


def put(file: Path, data: bytes) -> None:
    """Put `data` at `file`, in a folder that no reader sees. Other names of the old file keep the old bytes."""
    try:
        file.unlink()
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def replace(file: Path, data: bytes | Iterable[bytes]) -> None:
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
