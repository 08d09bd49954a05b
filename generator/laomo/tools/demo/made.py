"""The files of one sample city."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from laomo.records.yaml import writer
from laomo.tools.demo import annual, data, profile
from laomo.tools.demo.decisions import Decisions
from laomo.tools.demo.plan import plans
from laomo.tools.demo.texts import Told

STUDIOS = PurePosixPath("studios")


def generate(studios: int, seed: int) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield the files of a sample city with this number of studios, as paths below the site's folder with their contents."""
    copied: dict[Path, PurePosixPath] = {data.STARTER: PurePosixPath(), data.CITY: STUDIOS}
    for source, place in copied.items():
        for file in sorted(file for file in source.rglob("*") if file.is_file()):
            yield place / file.relative_to(source).as_posix(), file.read_bytes()
    decisions, told = Decisions(), Told()
    for plan in plans(studios, seed):
        folder = STUDIOS / plan.union / plan.id
        yield folder / "studio.yml", writer.write(profile.record(plan))
        for year, record in annual.records(plan, told):
            yield folder / f"{year}.yml", writer.write(record)
        decisions.add(plan)
    for name, record in decisions.records():
        yield STUDIOS / "decisions" / name, writer.write(record)
