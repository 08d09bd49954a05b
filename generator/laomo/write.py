"""Outputs → disk. A file is touched only when its bytes change, and is always whole: written beside, then moved over."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath


@dataclass(frozen=True, slots=True)
class Output:
    """One file to be, by its path below the folder that it is made for."""

    path: PurePosixPath
    data: bytes
    source: PurePosixPath | None = None
    """The record that it shows, below `studios/`: where “edit this page” leads."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a write changed."""

    changed: tuple[PurePosixPath, ...]
    removed: tuple[PurePosixPath, ...]


def write(outputs: Iterable[Output], folder: Path) -> Written:
    """Make `folder` hold exactly the outputs."""
    changed, wanted = [], set()
    for output in outputs:
        wanted.add(output.path)
        file = folder / output.path
        if not file.is_file() or file.read_bytes() != output.data:
            replace(file, output.data)
            changed.append(output.path)
    return Written(tuple(changed), tuple(prune(folder, wanted)))


def replace(file: Path, data: bytes) -> None:
    """Put `data` at `file`, so that a reader or a stop half-way sees the old bytes or the new ones."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(data)
    beside.replace(file)


def prune(folder: Path, wanted: set[PurePosixPath]) -> list[PurePosixPath]:
    """Remove every file below `folder` that is not wanted, and the folders that this leaves empty."""
    removed = []
    for parent, folders, files in os.walk(folder, topdown=False):
        here = Path(parent)
        for name in files:
            path = PurePosixPath((here / name).relative_to(folder).as_posix())
            if path not in wanted:
                (here / name).unlink()
                removed.append(path)
        if here != folder and not any(here.iterdir()):
            here.rmdir()
        del folders
    return sorted(removed)
