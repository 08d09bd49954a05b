"""Outputs → files: made only when what they are made of has changed, written only when their bytes have."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from laomo.system.cache import read_sealed, write_sealed
from laomo.system.files import digest, stamp, write_new


@dataclass(frozen=True, slots=True)
class Output:
    """One file to be, by its path below the folder that it is made for, and how its bytes are made."""

    path: PurePosixPath
    make: Callable[[], bytes]
    source: PurePosixPath | None = None
    """The record that it shows, below `studios/`: where “edit this page” leads."""
    fingerprint: Callable[[], str] = str
    """What it is made of, as a digest: of the same fingerprint come the same bytes. An empty one is that of no other."""

    @classmethod
    def ready(cls, path: PurePosixPath, data: bytes) -> "Output":
        """A file whose bytes are there already."""
        return cls(path, lambda: data)

    @property
    def data(self) -> bytes:
        return self.make()


class WrittenFile(NamedTuple):
    """An output that lies in its folder: its path and its record's as text, because there are tens of thousands."""

    path: str
    source: str | None
    fingerprint: str
    digest: str
    """Of its bytes."""
    stamp: str


@dataclass(frozen=True, slots=True)
class OutputWriter:
    """Puts outputs into a folder. One of a fingerprint that is known is not made again, as long as it lies there untouched."""

    folder: Path
    known: Mapping[str, WrittenFile] = field(default_factory=dict)

    def __call__(self, output: Output) -> WrittenFile:
        path, fingerprint = str(output.path), output.fingerprint()
        source = str(output.source) if output.source else None
        known = self.known.get(path)
        if known and fingerprint and known.fingerprint == fingerprint and stamp(f"{self.folder}/{path}") == known.stamp:
            return known._replace(source=source)
        file = self.folder / path
        data = output.make()
        if not file.is_file() or file.read_bytes() != data:
            write_new(file, data)
        return WrittenFile(path, source, fingerprint, digest(data), stamp(file))


def load_written(file: Path) -> dict[str, WrittenFile]:
    """What the last run wrote; nothing if there is no such cache, or if it cannot be relied on."""
    try:
        facts = json.loads(read_sealed(file) or b"[]")
        found = [WrittenFile(path, None, *map(str, rest)) for path, *rest in facts]
    except (ValueError, TypeError, RecursionError):
        return {}
    return {written.path: written for written in found}


def save_written(file: Path, written: Iterable[WrittenFile]) -> None:
    """Keep what was written for the next run; only what has a fingerprint can spare it anything."""
    facts = [[each.path, each.fingerprint, each.digest, each.stamp] for each in written if each.fingerprint]
    write_sealed(file, json.dumps(facts).encode())
