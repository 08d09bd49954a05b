"""`laomo demo`: a sample site of any size with invented studios, plainly marked as sample.

`seats` says to which union each studio belongs, `plan` settles what its records agree on, `profile` and `annual` write
them with the words of its trade (`trades/`), `decisions` adds what the union decided. Same arguments, same bytes.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from laomo.demo import annual, data, profile, yamltext
from laomo.demo.decisions import Decisions
from laomo.demo.plan import plans

__all__ = ["generate", "write"]

STUDIOS = PurePosixPath("studios")
Files = Iterable[tuple[PurePosixPath, bytes]]
"""Paths below a site's folder and what the files hold."""


def generate(studios: int, seed: int) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The files of a city with so many studios, one at a time."""
    for path in sorted(path for path in data.CITY.rglob("*") if path.is_file()):
        yield STUDIOS / path.relative_to(data.CITY).as_posix(), path.read_bytes()
    decisions = Decisions()
    for plan in plans(studios, seed):
        folder = STUDIOS / plan.union / plan.id
        yield folder / "studio.yml", yamltext.write(profile.record(plan))
        for year, record in annual.records(plan):
            yield folder / f"{year}.yml", yamltext.write(record)
        decisions.note(plan)
    for name, record in decisions.records():
        yield STUDIOS / "decisions" / name, yamltext.write(record)


def write(target: Path, files: Files) -> None:
    """Put the files below the target folder, each one whole or not at all."""
    for path, content in files:
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f".{file.name}.new")
        beside.write_bytes(content)
        beside.replace(file)
