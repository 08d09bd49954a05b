"""A cache of the last check's result, valid until a file that the check reads is changed.

A file is identified by its path and its stamp (`system.files.stamp`). The result is not stored if a file was changed a moment ago, because
another edit within the resolution of the disk's clock would not be noticed.
"""

import os
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem, facts_from_json
from laomo.project import Project
from laomo.system import cache
from laomo.system.clock import today
from laomo.system.files import DEEPEST, stamp_of
from laomo.system.fingerprint import program

SETTLED = 2_000_000_000
"""Nanoseconds after a change in which another one may get the same time: the coarsest file system (FAT) counts in two seconds."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The number of valid records, and all problems, with positions and sorted."""

    records: int
    problems: tuple[Problem, ...]


def cached_check(root: Path, check: Callable[[], CheckResult]) -> CheckResult:
    """The result of `check` for the site in `root`; the stored result if no file has changed since. A new day counts as a change."""
    project = Project(root)
    start, file = time.time_ns(), project.cache_folder / "verdict.json"
    try:
        project.refuse_unsafe()
        files = sorted(_files(project))
    except BuildFailed as fault:
        return CheckResult(0, fault.problems)
    except OSError:  # the check reports what is missing
        return check()
    version = f"{program()} {today()} {project.settings_values} {files}"
    if stored := cache.load(file, version):
        return CheckResult(stored["records"], tuple(_problem(**parts) for parts in stored["problems"]))
    result = check()
    if all(changed < start - SETTLED for *_, changed in files):
        cache.save(file, version, asdict(result), {})
    return result


def _problem(loc: list[str | int], facts: dict[str, Any], **parts: Any) -> Problem:
    return Problem(loc=tuple(loc), facts=facts_from_json(facts), **parts)


def _files(project: Project) -> Iterator[tuple[str, str, float]]:
    """Every file that a check reads: its path, its stamp, and the time of its last change in nanoseconds."""
    for name in ("studios", "content"):
        yield from _below(str(project.root / name), name)
    for file in project.settings_files:
        yield _identity(str(file), file.lstat())


def _below(folder: str, path: str) -> Iterator[tuple[str, str, float]]:
    if path.count("/") > DEEPEST + 1:
        raise OSError(path)
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{path}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, name)
            else:
                yield _identity(name, entry.stat(follow_symlinks=False))


def _identity(path: str, found: os.stat_result) -> tuple[str, str, float]:
    """A symbolic link counts as changed just now, so that its result is never stored: its target is not examined."""
    link = stat.S_ISLNK(found.st_mode)
    return path, stamp_of(found), float("inf") if link else max(found.st_mtime_ns, found.st_ctime_ns)
