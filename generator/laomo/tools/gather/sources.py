"""Where a house's files come from: its site on the web, or, without a network path, a folder, an archive or a git repository."""

import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from laomo.system import files
from laomo.system.git import CloneFailed, shallow_clone
from laomo.tools.gather.http import WebSource
from laomo.tools.gather.refusal import HouseRefused

MOST_FILES = 500_000
MOST_BYTES = 4_000_000_000
"""Of an archive, unpacked."""


class HouseSource(Protocol):
    """Something that gives a house's files."""

    def read(self, path: str, most: int, tag: str = "") -> tuple[bytes | None, str]:
        """As `WebSource.read`."""
        ...


@dataclass(frozen=True, slots=True)
class FolderSource:
    """A folder with the finished site of a house. Links in it are not followed."""

    folder: Path

    def read(self, path: str, most: int, tag: str = "") -> tuple[bytes | None, str]:
        """As `WebSource.read`; a folder has no tags. Raises HouseRefused."""
        place = self.folder
        for part in path.split("/"):
            place /= part
            if place.is_symlink():
                raise HouseRefused("house-link", file=path)
        try:
            with files.open_no_follow(place) as opened:
                data: bytes = opened.read(most + 1)
        except OSError as error:
            raise HouseRefused("house-file-missing", file=path) from error
        if len(data) > most:
            raise HouseRefused("house-too-large", file=path, most=most)
        return data, tag


@contextmanager
def opened(place: str, root: Path) -> Iterator[HouseSource]:
    """The source that a line of houses.yml names; paths are below the site's folder. Raises HouseRefused."""
    if place.startswith("git+"):
        with TemporaryDirectory() as folder:
            address, _, branch = place.removeprefix("git+").partition("#")
            try:
                shallow_clone(address, branch, Path(folder, "site"))
            except CloneFailed as error:
                raise HouseRefused("house-down", address=address, reason=str(error)) from error
            yield FolderSource(Path(folder, "site"))
    elif "://" in place:
        yield WebSource.of(place)
    elif (root / place).is_file():
        with TemporaryDirectory() as folder:
            _unpack(root / place, Path(folder))
            yield FolderSource(_top(Path(folder)))
    elif (root / place).is_dir():
        yield FolderSource(root / place)
    else:
        raise HouseRefused("house-nothing-there", place=place)


def _top(folder: Path) -> Path:
    """Where the site begins: people pack the folder `site` or what is in it."""
    return next((found.parents[1] for found in sorted(folder.glob("*/data/edition.json"))), folder)


def _unpack(archive: Path, folder: Path) -> None:
    """Only regular files that a house gives, below the folder, within the limits."""
    try:
        if zipfile.is_zipfile(archive):
            with zipfile.ZipFile(archive) as packed:
                _check_size([each.file_size for each in packed.infolist()], archive)
                for each in packed.infolist():
                    if not each.is_dir() and (place := _inside(folder, each.filename)):
                        _write(place, packed.read(each))
        else:
            with tarfile.open(archive) as tape:
                members = tape.getmembers()
                _check_size([each.size for each in members], archive)
                for member in members:
                    data = tape.extractfile(member) if member.isreg() else None
                    if data and (place := _inside(folder, member.name)):
                        _write(place, data.read())
    except (
        OSError,
        ValueError,
        EOFError,
        RuntimeError,
        NotImplementedError,
        zipfile.BadZipFile,
        tarfile.TarError,
    ) as error:
        raise HouseRefused("house-archive", place=archive.name) from error


def _check_size(sizes: list[int], archive: Path) -> None:
    if len(sizes) > MOST_FILES or sum(sizes) > MOST_BYTES:
        raise HouseRefused("house-too-large", file=archive.name, most=MOST_BYTES)


def _inside(folder: Path, name: str) -> Path | None:
    """The place of a packed file, if it is one that a house gives; None for all the others of its site, and for paths that lead out."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
    if ".." in parts or not {"data", "pictures"} & {*parts[:2]}:
        return None
    return folder.joinpath(*parts)


def _write(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
