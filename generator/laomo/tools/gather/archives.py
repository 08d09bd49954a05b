"""A house as an archive that somebody brings: zip, or tar however it is compressed. It may be a bomb in any of its parts."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from laomo.tools.gather.refusal import HouseRefused

MOST_FILES = 500_000
MOST_BYTES = 4_000_000_000
"""Of an archive, unpacked."""
MOST_OF_FILE = 64_000_000
"""Of one file in it: twice the largest that a house gives."""


def unpack(archive: Path, folder: Path) -> None:
    """Only regular files that a house gives, below the folder, within the limits. Raises HouseRefused."""
    counted = _Counted(archive.name)
    try:
        if zipfile.is_zipfile(archive):
            with zipfile.ZipFile(archive) as packed:
                for each in packed.infolist():
                    if (
                        counted.takes(each.file_size)
                        and not each.is_dir()
                        and (place := _inside(folder, each.filename))
                    ):
                        _write(place, packed.read(each))
        else:
            with _unpressed(archive) as bytes_of_tape, tarfile.open(fileobj=bytes_of_tape, mode="r:") as tape:
                for member in tape:
                    data = tape.extractfile(member) if counted.takes(member.size) and member.isreg() else None
                    if data and (place := _inside(folder, member.name)):
                        _write(place, data.read())
    except (
        OSError,
        ValueError,
        EOFError,
        RuntimeError,
        NotImplementedError,
        lzma.LZMAError,
        zlib.error,
        zipfile.BadZipFile,
        tarfile.TarError,
    ) as error:
        raise HouseRefused("house-archive", place=archive.name) from error


@dataclass(slots=True)
class _Counted:
    """Counts what an archive says that it holds, before any of it is read."""

    name: str
    files: int = 0
    bytes: int = 0

    def takes(self, size: int) -> bool:
        """Count a file of so many bytes; whether it is not too large to be anything that a house gives. Raises HouseRefused."""
        self.files += 1
        self.bytes += max(size, 0)
        if self.files > MOST_FILES or self.bytes > MOST_BYTES:
            raise HouseRefused("house-too-large", file=self.name, most=MOST_BYTES)
        return 0 <= size <= MOST_OF_FILE


@contextmanager
def _unpressed(archive: Path) -> Iterator[IO[bytes]]:
    """The bytes of a tar file, whichever way it is compressed."""
    with archive.open("rb") as file:
        begins = file.read(6)
        file.seek(0)
        opened: Any = file
        if begins.startswith(b"\x1f\x8b"):
            opened = gzip.GzipFile(fileobj=file)
        elif begins.startswith(b"BZh"):
            opened = bz2.BZ2File(file)
        elif begins.startswith(b"\xfd7zXZ\0"):
            opened = lzma.LZMAFile(file)  # noqa: SIM115 (closes nothing that `file` does not)
        yield cast("IO[bytes]", _Tape(opened))


class _Tape(io.RawIOBase):
    """A tar file that gives no more at once than a file may have: what describes a file may be a bomb, too."""

    def __init__(self, file: Any) -> None:
        super().__init__()
        self._file = file

    def read(self, size: int = -1) -> bytes:
        """Raises ValueError for more than that."""
        if not 0 <= size <= MOST_OF_FILE:
            raise ValueError(size)
        data: bytes = self._file.read(size)
        return data

    def tell(self) -> int:
        """As the file's."""
        place: int = self._file.tell()
        return place

    def seek(self, offset: int, whence: int = 0) -> int:
        """As the file's."""
        place: int = self._file.seek(offset, whence)
        return place


def _inside(folder: Path, name: str) -> Path | None:
    """The place of a packed file, if it is one that a house gives; None for all the others of its site, and for paths that lead out."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
    if ".." in parts or not {"data", "pictures"} & {*parts[:2]}:
        return None
    return folder.joinpath(*parts)


def _write(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
