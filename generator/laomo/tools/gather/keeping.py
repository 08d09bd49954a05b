"""What is fetched of a house, kept by digest in `.build/`, so that a gather that was stopped goes on, and fetches only what has changed."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from laomo.system import files
from laomo.tools.gather.edition import HouseEdition
from laomo.tools.gather.refusal import HouseRefused
from laomo.tools.gather.sources import HouseSource

MOST_OF_HOUSE = 4_000_000_000
"""Bytes of all that is taken of a house."""


@dataclass(slots=True)
class Fetched:
    """The files of one house by their digests."""

    folder: Path
    size: int = 0
    """Bytes of all that was asked for."""

    def get(self, source: HouseSource, path: str, edition: HouseEdition, most: int) -> bytes:
        """A file that the edition lists, kept or fetched. Raises HouseRefused if it is not the one that is listed, or if all are too much."""
        wanted = edition.files[path]
        place = self.folder / wanted[:2] / wanted
        if place.is_file() and not place.is_symlink() and sha256(data := place.read_bytes()).hexdigest() == wanted:
            self._count(path, data)
            return data
        fetched, _ = source.read(path, most)
        if fetched is None or sha256(fetched).hexdigest() != wanted:
            raise HouseRefused("house-digest", file=path)
        self._count(path, fetched)
        files.write_atomic(place, fetched)
        return fetched

    def _count(self, path: str, data: bytes) -> None:
        self.size += len(data)
        if self.size > MOST_OF_HOUSE:
            raise HouseRefused("house-too-large", file=path, most=MOST_OF_HOUSE)

    def forget_all_but(self, edition: HouseEdition) -> None:
        """Delete what the edition does not list: no copy of a page outlives its withdrawal."""
        wanted = set(edition.files.values())
        for place in self.folder.glob("*/*"):
            if place.name not in wanted:
                place.unlink()
