"""Readings of files, remembered by the digest of what was read and of the code that read it: an unchanged file is not read again."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from laomo.assets.attachments import sandbox
from laomo.assets.attachments.readers import image
from laomo.assets.attachments.reading import AttachmentReading
from laomo.assets.pictures.image import MAX_BYTES
from laomo.problems.problem import Finding
from laomo.system import parallel
from laomo.system.cache import read_sealed, write_sealed
from laomo.system.files import open_no_follow, stamp
from laomo.system.fingerprint import program

LIMITS = {"pdf": 20_000_000, "docx": 20_000_000, "xlsx": 20_000_000, "csv": 5_000_000, "txt": 5_000_000}
"""Bytes: what a phone in the street fetches within a minute, and what can be read within one."""
_AT_A_TIME = 8
"""Files for one process: at most these are in memory at once."""


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is now: nobody has touched it as long as its stamp is the same."""

    path: Path
    cache_folder: Path
    stamp: str

    @classmethod
    def of(cls, path: Path, cache_folder: Path) -> "File":
        return cls(path, cache_folder, stamp(path))

    @property
    def kind(self) -> str:
        return self.path.suffix.lower().removeprefix(".")

    @property
    def limit(self) -> int:
        """Bytes."""
        return LIMITS.get(self.kind, MAX_BYTES)

    @property
    def size(self) -> int:
        return self.path.stat().st_size

    @property
    def data(self) -> bytes:
        """As it came."""
        with open_no_follow(self.path) as opened:
            return opened.read()

    @property
    def kept(self) -> Path:
        """Where its reading is remembered."""
        return self.cache_folder / _key(self)


@lru_cache(1 << 12)
def _key(file: File) -> str:
    return sha256(f"{program()} {file.path} ".encode() + file.data).hexdigest()


def read_ahead(files: Iterable[File]) -> None:
    """Have those that nobody has read before read by a process on each core."""
    unread = [file for file in files if file.size <= file.limit and not file.kept.is_file()]
    jobs = parallel.cores()
    with ThreadPoolExecutor(jobs) as pool:  # each waits for a process
        list(pool.map(_read_some, filter(None, (unread[first::jobs] for first in range(jobs)))))


def _read_some(files: Sequence[File]) -> None:
    for start in range(0, len(files), _AT_A_TIME):
        some = files[start : start + _AT_A_TIME]
        for file, reading in zip(some, sandbox.read([(file.kind, file.data) for file in some]), strict=True):
            _keep(file, reading)


@lru_cache(1 << 12)
def findings(file: File) -> tuple[Finding, ...]:
    """What is wrong with a file."""
    if file.size > file.limit:
        size = {"size": f"{file.size / 1e6:.1f} MB", "limit": f"{file.limit // 1_000_000} MB"}
        return (Finding("attachment-too-large", size),)
    return _reading(file).findings


def says(file: File, text: str) -> bool:
    """Whether a text without spaces can be read in it."""
    return text in _reading(file).said


def cleaned(file: File) -> bytes:
    """Its bytes for the site."""
    return _reading(file).cleaned


def _reading(file: File) -> AttachmentReading:
    """What was kept; made once more if somebody has thrown it away."""
    if known := _remembered(file.kept):
        return known
    if file.kind in image.FORMATS:
        reading = image.read(file.path, file.data, file.kind)
    else:
        (reading,) = sandbox.read([(file.kind, file.data)])
    _keep(file, reading)
    return reading


def _keep(file: File, reading: AttachmentReading) -> None:
    write_sealed(file.kept, reading.to_bytes())


def _remembered(file: Path) -> AttachmentReading | None:
    """The reading of an earlier run; None if there is none, or if it cannot be relied on."""
    try:
        payload = read_sealed(file)
        return AttachmentReading.from_bytes(payload) if payload else None
    except (ValueError, TypeError):
        return None
