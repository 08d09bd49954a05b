"""A cache of drawings. A file's name is a hash of everything in the drawing. Several processes draw in parallel."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

from laomo.system import parallel
from laomo.system.cache import read_sealed, write_sealed
from laomo.system.files import prune

T = TypeVar("T")


def name_of(*facts: object, suffix: str) -> str:
    """The cache file name of a drawing. `facts` must include the version of the design and of the drawing libraries."""
    return f"{sha256(repr(facts).encode()).hexdigest()[:24]}.{suffix}"


def drawn(cache_folder: Path, name: str, facts: T, draw: Callable[[T], bytes]) -> bytes:
    """One of the wanted drawings; made once more if what was kept cannot be relied on."""
    kept = read_sealed(cache_folder / name)
    if kept is None:
        kept = draw(facts)
        write_sealed(cache_folder / name, kept)
    return kept


def draw_once(cache_folder: Path, wanted: Mapping[str, T], draw: Callable[[T], bytes]) -> None:
    """Make `cache_folder` hold exactly the wanted drawings (file name → input of `draw`). Only missing ones are drawn."""
    missing = [(name, facts) for name, facts in wanted.items() if not os.path.isfile(f"{cache_folder}/{name}")]  # noqa: PTH113 (thousands)
    for _ in parallel.parallel_map(_Drawing(cache_folder, draw), missing):
        pass
    prune(cache_folder, wanted)


@dataclass(frozen=True, slots=True)
class _Drawing(Generic[T]):
    cache_folder: Path
    draw: Callable[[T], bytes]

    def __call__(self, wanted: tuple[str, T]) -> None:
        name, facts = wanted
        write_sealed(self.cache_folder / name, self.draw(facts))
