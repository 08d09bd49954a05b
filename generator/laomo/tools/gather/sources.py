"""Where a house's files come from: its site on the web, or, without a network path, a folder, an archive or a git repository."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from laomo.system import files
from laomo.system.git import CloneFailed, shallow_clone
from laomo.system.git_files import CommitFiles
from laomo.tools.gather import archives
from laomo.tools.gather.http import WebSource
from laomo.tools.gather.refusal import HouseRefused


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


@dataclass(frozen=True, slots=True)
class GitSource:
    """A clone without a work tree: a file in it, or a folder of folders, may be a bomb, so that only what is asked for is unpacked."""

    address: str
    files: CommitFiles

    def read(self, path: str, most: int, tag: str = "") -> tuple[bytes | None, str]:
        """As `WebSource.read`; a repository has no tags. A link is its own text. Raises HouseRefused."""
        try:
            found = self.files.find(path)
            if found is None:
                raise HouseRefused("house-file-missing", file=path)
            if found.size > most:
                raise HouseRefused("house-too-large", file=path, most=most)
            return self.files.read(found), tag
        except OSError as error:
            raise HouseRefused("house-down", address=self.address, reason=str(error)) from error


@contextmanager
def opened(place: str, root: Path) -> Iterator[HouseSource]:
    """The source that a line of houses.yml names; paths are below the site's folder. Raises HouseRefused."""
    if place.startswith("git+"):
        with TemporaryDirectory() as folder:
            address, _, branch = place.removeprefix("git+").partition("#")
            try:
                clone = shallow_clone(address, branch, Path(folder, "site"))
            except CloneFailed as error:
                raise HouseRefused("house-down", address=address, reason=str(error)) from error
            with CommitFiles.of(clone, "HEAD") as found:
                yield GitSource(address, found)
    elif "://" in place:
        yield WebSource.of(place)
    elif (root / place).is_file():
        with TemporaryDirectory() as folder:
            archives.unpack(root / place, Path(folder))
            yield FolderSource(_top(Path(folder)))
    elif (root / place).is_dir():
        yield FolderSource(root / place)
    else:
        raise HouseRefused("house-nothing-there", place=place)


def _top(folder: Path) -> Path:
    """Where the site begins: people pack the folder `site` or what is in it."""
    return next((found.parents[1] for found in sorted(folder.glob("*/data/edition.json"))), folder)
