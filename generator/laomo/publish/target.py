"""Checks where a site may be published: in an empty folder, or over an earlier edition without foreign files.

Every edition contains a list of its own files. If a folder has any other file, it belongs to somebody and is left alone.
"""

from collections.abc import Iterable
from pathlib import Path

from laomo.problems.errors import CodedError
from laomo.system.edition import MARK, Edition, files

_SHOWN = 3
"""How many foreign files a message names."""


class TargetRefused(CodedError):
    """The folder must not be replaced, because it is, or contains, something other than an edition. The fact `place` names it."""


def check(place: Path) -> None:
    """Raises TargetRefused if `place` is a file, or a folder with files that are not of an edition."""
    if not place.exists():
        return
    if not place.is_dir():
        raise TargetRefused("target-taken", place=str(place), names=(place.name,), count=1)
    edition = Edition.of(place)
    foreign = sorted(files(place) - (edition.files | {MARK} if edition else frozenset()))
    if foreign:
        raise TargetRefused("target-taken", place=str(place), names=tuple(foreign[:_SHOWN]), count=len(foreign))


def check_apart(place: Path, sources: Iterable[Path]) -> None:
    """Raises TargetRefused if `place` is, contains, or is inside one of the folders that a site is made from."""
    real = place.resolve()
    for source in map(Path.resolve, sources):
        if real == source or source.is_relative_to(real) or real.is_relative_to(source):
            raise TargetRefused("target-source", place=str(place), source=str(source))
