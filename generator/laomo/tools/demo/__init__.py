"""`laomo demo`: a sample site of any size with invented studios, which are marked as samples.

`seats` assigns studios to unions; `plan` draws the facts that a studio's records share; `profile` and `annual` write the records
with the wording of its trade (`trades/`, `texts`); `decisions` adds the union's decisions, `papers` what a member's house
tells beside its studios, and `made` gives all of it as files; `province`
makes a province of such cities. The same arguments give the same bytes.
"""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from laomo.system.files import write_atomic
from laomo.tools.demo.made import generate

__all__ = ["generate", "write"]

Files = Iterable[tuple[PurePosixPath, bytes]]
"""Paths below a site's folder, each with the contents of the file."""


def write(target: Path, files: Files) -> int:
    """Write the files below the target folder, each atomically; returns their number."""
    count = 0
    for path, content in files:
        write_atomic(target / path, content)
        count += 1
    return count
