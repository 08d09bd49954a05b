"""A built site → a folder of releases: `releases/0001`, `0002` …, and `current`, a link to the one that readers see.

The web server serves `current`. Replacing a link is atomic on every system, so readers see either the old release or the
new one, and a rollback only changes the link. The module `ssh` does the same on a server that is reached by ssh.
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from laomo.problems.errors import CodedError
from laomo.publish import target
from laomo.publish.swap import copy, settle
from laomo.system.edition import MARK, Edition
from laomo.system.lock import exclusive_lock

KEPT = 5
"""Number of releases kept: the current one and earlier ones for a rollback."""


class NoRelease(CodedError):
    """There is no site to publish, or no earlier release to go back to."""


class PlaceTaken(CodedError):
    """The folder already has releases of something else. The fact `place` is the folder."""


@dataclass(frozen=True, slots=True)
class Released:
    """The result of a publication or rollback."""

    number: str
    """The number of the release that readers see now."""
    purged: tuple[str, ...] = ()
    """Numbers of older releases that were deleted because somebody has withdrawn since."""


def release(site: Path, place: Path) -> Released:
    """Make the built site the current release of the folder `place`.

    Releases from before a withdrawal are deleted, so that no rollback shows a withdrawn person again. Raises NoRelease
    without a site, PlaceTaken, Locked, OSError.
    """
    if not (site / "index.html").is_file():
        raise NoRelease("no-site", place=str(site))
    target.check_apart(place, (site,))
    if _numbers(place / "releases") and not _ours(place):
        raise PlaceTaken("place-taken", place=str(place))
    with exclusive_lock(place / ".lock"):
        folder = place / "releases"
        number = f"{max((int(name) for name in _numbers(folder)), default=0) + 1:04d}"
        fresh = folder / ".new"
        shutil.rmtree(fresh, ignore_errors=True)
        folder.mkdir(exist_ok=True)
        try:
            copy(site, fresh)
            settle(fresh)
        except OSError:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        fresh.rename(folder / number)
        _point(place, number)
        (place / MARK).touch()
        purged = tuple(name for name in _numbers(folder) if _withdrawals(folder / name) != _withdrawals(site))
        for name in {*_numbers(folder)[:-KEPT], *purged}:
            shutil.rmtree(folder / name, ignore_errors=True)
    return Released(number, purged)


def _ours(place: Path) -> bool:
    """Whether the releases are ours: they have our mark, or, from versions before there was one, our lock and our link."""
    return (place / MARK).exists() or ((place / ".lock").is_file() and current_release(place) is not None)


def _withdrawals(folder: Path) -> str | None:
    edition = Edition.of(folder)
    return edition.withdrawals if edition else None


def rollback(place: Path) -> Released:
    """Make the release before the current one current again. Raises NoRelease, Locked, OSError."""
    if current_release(place) is None:
        raise NoRelease("no-earlier-release", place=str(place))
    with exclusive_lock(place / ".lock"):
        current = current_release(place)
        earlier = [name for name in _numbers(place / "releases") if current and int(name) < int(current)]
        if not earlier:
            raise NoRelease("no-earlier-release", place=str(place))
        _point(place, earlier[-1])
        shutil.rmtree(place / "releases" / str(current))  # else a rollback after the next release would lead to it
    return Released(earlier[-1])


def current_release(place: Path) -> str | None:
    """The number of the release that readers see; None without one."""
    link = place / "current"
    return link.readlink().name if link.is_symlink() else None


def _numbers(folder: Path) -> list[str]:
    """The numbers of complete releases, oldest first. An interrupted one has another name."""
    names = (path.name for path in folder.iterdir()) if folder.is_dir() else ()
    return sorted((name for name in names if re.fullmatch(r"[0-9]{4,}", name)), key=int)


def _point(place: Path, number: str) -> None:
    beside = place / ".current.new"
    beside.unlink(missing_ok=True)
    beside.symlink_to(Path("releases") / number)
    beside.replace(place / "current")
