"""A cache of the last check's result, valid until a file that the check reads is changed.

A file is identified by its path and its stamp (`system.walk`). The result is not stored if a file was changed a moment ago, because
another edit within the resolution of the disk's clock would not be noticed.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Any

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
    version = f"{program()} {today()} {project.settings_values}"
    places = inputs(project)
    try:
        project.refuse_links(project.cache_folder)
        stored = cache.load(file, version)
        if stored and snapshot_of(stored["files"]).holds(places):
            return CheckResult(stored["records"], tuple(problem_of(**parts) for parts in stored["problems"]))
        project.refuse_unsafe()
        files = [place.files() for place in places]
    except BuildFailed as fault:
        return CheckResult(0, fault.problems)
    except OSError:  # the check reports what is missing
        return check()
    result = check()
    if all(each.settled(start) for each in chain.from_iterable(files)):
        cache.save(file, version, {**asdict(result), "files": asdict(walk.Snapshot.of(files))}, {})
    return result


def inputs(project: Project) -> list[walk.WalkedTree]:
    """The places of all that a check reads."""
    return [
        *(walk.WalkedTree(project.root / name) for name in ("studios", "content")),
        *map(walk.WalkedTree, project.settings_files),
    ]


def snapshot_of(facts: Mapping[str, Any]) -> walk.Snapshot:
    """A snapshot that was kept as JSON."""
    return walk.Snapshot(tuple((tuple(paths), digest) for paths, digest in facts["places"]))
