"""The faults of a room in the order in which they are tried, of Python and of scripts alike."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.mutants import rooms, scripts, sites
from benchmarks.mutants.sites import Mutant


def of(checkout: Path, room: str, seed: int) -> Iterator[Mutant]:
    """One fault at each place of a room, or of a path below the checkout, in the random order of a seed."""
    return _sound(checkout, sites.picked(_places(checkout, room), seed))


def at(checkout: Path, place: str) -> Iterator[Mutant]:
    """Every fault of one line: `FILE:LINE`."""
    file, _, line = place.rpartition(":")
    return _sound(checkout, (each for found in _places(checkout, file) for each in found if each.line == int(line)))


def _places(checkout: Path, room: str) -> list[list[Mutant]]:
    names = rooms.files(checkout, room)
    python = [name for name in names if name.endswith(".py")]
    script = [name for name in names if name.endswith(".js")]
    found = [place for name in python for place in sites.sites(name, (checkout / name).read_bytes())]
    return [*found, *(scripts.sites(checkout, script) if script else [])]


def _sound(checkout: Path, mutants: Iterable[Mutant]) -> Iterator[Mutant]:
    """Without those that are no code, or the same code."""
    for mutant in mutants:
        text = (checkout / mutant.file).read_bytes()
        if sites.differs(mutant, text) if mutant.file.endswith(".py") else scripts.differs(mutant, text):
            yield mutant
