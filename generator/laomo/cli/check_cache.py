"""A cache of the last check's result, valid until a file that the check reads is changed.

A file is identified by its path and its stamp (`system.walk`). The result is not stored if a file was changed a moment ago, because
another edit within the resolution of the disk's clock would not be noticed.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem, problem_of
from laomo.project import Project
from laomo.system import cache, walk
from laomo.system.clock import today
from laomo.system.fingerprint import program


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
        files = sorted(inputs(project))
    except BuildFailed as fault:
        return CheckResult(0, fault.problems)
    except OSError:  # the check reports what is missing
        return check()
    version = f"{program()} {today()} {project.settings_values} {files}"
    if stored := cache.load(file, version):
        return CheckResult(stored["records"], tuple(problem_of(**parts) for parts in stored["problems"]))
    result = check()
    if all(each.settled(start) for each in files):
        cache.save(file, version, asdict(result), {})
    return result


def inputs(project: Project, *, folders: bool = False) -> Iterator[walk.StampedFile]:
    """Every file that a check reads, and with `folders` every folder too. Raises OSError if one is missing."""
    for name in ("studios", "content"):
        yield from walk.files_below(project.root / name, name, folders=folders)
    yield from map(walk.seen, project.settings_files)
