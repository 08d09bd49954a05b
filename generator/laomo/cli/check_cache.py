"""What a check found the last time, as long as nobody has touched what it looks at since then.

A file is known by its place and its stamp (`system.files.stamp`). A verdict on files that were changed a moment ago is not kept: one more edit within
the same tick of the disk's clock would leave no trace.
"""

import os
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.system import cache
from laomo.system.clock import today
from laomo.system.files import DEEPEST, stamp_of
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
    project = Project(root)
    began, file = time.time_ns(), project.cache_folder / "verdict.json"
    try:
        project.refuse_unsafe()
        seen = sorted(_seen(project))
    except BuildFailed as fault:
        return CheckResult(0, fault.problems)
    except OSError:  # the check will say what is wrong
        return check()
    mark = f"{program()} {today()} {project.settings_values} {seen}"
    if known := cache.load(file, mark):
        return CheckResult(known["records"], tuple(_problem(**facts) for facts in known["problems"]))
    verdict = check()
    if all(changed < began - SETTLED for *_, changed in seen):
        cache.save(file, mark, asdict(verdict), {})
    return verdict


def _problem(loc: list[str | int], **facts: Any) -> Problem:
    return Problem(loc=tuple(loc), **facts)


def _seen(project: Project) -> Iterator[tuple[str, str, float]]:
    """Every file that a check looks at, what it is known by, and when it was changed."""
    for name in ("studios", "content"):
        yield from _below(str(project.root / name), name)
    for file in project.settings_files:
        yield _known(str(file), file.lstat())


def _below(folder: str, path: str) -> Iterator[tuple[str, str, float]]:
    if path.count("/") > DEEPEST + 1:
        raise OSError(path)
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{path}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, name)
            else:
                yield _known(name, entry.stat(follow_symlinks=False))


def _known(path: str, found: os.stat_result) -> tuple[str, str, float]:
    """A link is always as if it had been changed just now: what it leads to is not looked at."""
    link = stat.S_ISLNK(found.st_mode)
    return path, stamp_of(found), float("inf") if link else max(found.st_mtime_ns, found.st_ctime_ns)
