"""`laomo demo`: a sample site of any size with invented studios, plainly marked as sample.

`seats` says to which union each studio belongs, `plan` settles what its records agree on, `profile` and `annual` write
them with the words of its trade (`trades/`), `decisions` adds what the union decided. Same arguments, same bytes.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from laomo.records.yaml import writer
from laomo.system.files import write_atomic
from laomo.tools.demo import annual, data, profile
from laomo.tools.demo.decisions import Decisions
from laomo.tools.demo.plan import plans

__all__ = ["generate", "write"]

STUDIOS = PurePosixPath("studios")
Files = Iterable[tuple[PurePosixPath, bytes]]
"""Paths below a site's folder, each with the contents of the file."""


def generate(studios: int, seed: int) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yields the files of a city with so many studios."""
    copied: dict[Path, PurePosixPath] = {data.STARTER: PurePosixPath(), data.CITY: STUDIOS}
    for source, place in copied.items():
        for file in sorted(file for file in source.rglob("*") if file.is_file()):
            yield place / file.relative_to(source).as_posix(), file.read_bytes()
    decisions = Decisions()
    for plan in plans(studios, seed):
        folder = STUDIOS / plan.union / plan.id
        yield folder / "studio.yml", writer.write(profile.record(plan))
        for year, record in annual.records(plan):
            yield folder / f"{year}.yml", writer.write(record)
        decisions.note(plan)
    for name, record in decisions.records():
        yield STUDIOS / "decisions" / name, writer.write(record)


def write(target: Path, files: Files) -> int:
    """Write the files below the target folder, each atomically; returns their number."""
    count = 0
    for path, content in files:
        write_atomic(target / path, content)
        count += 1
    return count
