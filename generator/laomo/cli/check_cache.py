"""What a check found the last time, as long as nobody has touched what it looks at since then.

A file is known by its place, size, times and number on the disk. The time of the last change is the system's own: nobody sets
it back, as one may the time of writing. A verdict on files that were changed a moment ago is not kept: one more edit within
the same tick of the disk's clock would leave no trace.
"""

import os
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from laomo.problems.problem import Problem, facts_from_json
from laomo.system import cache
from laomo.system.clock import today
from laomo.system.fingerprint import program

SETTLED = 2_000_000_000
"""Nanoseconds after a change in which another could look the same: the coarsest disks count in steps of two seconds."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """How many records are sound, and all problems, located and sorted."""

    records: int
    problems: tuple[Problem, ...]


def cached_check(root: Path, check: Callable[[], CheckResult]) -> CheckResult:
    """What `check` finds in a site's folder: what it found before, where that still holds."""
    began, file = time.time_ns(), root / ".build" / "memory" / "verdict.json"
    try:
        seen = sorted(_seen(root))
    except OSError:  # the check will say what is wrong
        return check()
    mark = f"{program()} {today()} {seen}"
    if known := cache.load(file, mark):
        return CheckResult(known["records"], tuple(_problem(**parts) for parts in known["problems"]))
    verdict = check()
    if all(changed < began - SETTLED for *_, changed in seen):
        cache.save(file, mark, asdict(verdict), {})
    return verdict


def _problem(loc: list[str | int], facts: dict[str, Any], **parts: Any) -> Problem:
    return Problem(loc=tuple(loc), facts=facts_from_json(facts), **parts)


def _seen(root: Path) -> Iterator[tuple[str, str, float]]:
    """Every file that a check looks at, what it is known by, and when it was changed."""
    for name in ("studios", "content"):
        yield from _below(str(root / name), name)
    yield _known("mkdocs.yml", (root / "mkdocs.yml").lstat())


def _below(folder: str, path: str) -> Iterator[tuple[str, str, float]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{path}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, name)
            else:
                yield _known(name, entry.stat(follow_symlinks=False))


def _known(path: str, found: os.stat_result) -> tuple[str, str, float]:
    """A link is always as if it had been changed just now: what it leads to is not looked at."""
    stamps = f"{found.st_mode} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
    link = stat.S_ISLNK(found.st_mode)
    return path, stamps, float("inf") if link else max(found.st_mtime_ns, found.st_ctime_ns)
