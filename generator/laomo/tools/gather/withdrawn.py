"""Who has withdrawn, by name. An edition lists digests only, so a name is known from what lies here, or from what the house still says."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from laomo.project import Project
from laomo.records import loader, models
from laomo.records.models.houses import MemberHouse
from laomo.registry import houses
from laomo.tools.gather.edition import HouseEdition, mapping
from laomo.tools.gather.plain import items, texts
from laomo.tools.gather.refusal import HouseRefused


def names(project: Project, house: MemberHouse, edition: HouseEdition, units: Iterable[bytes]) -> frozenset[str]:
    """The names, in its studios here or in its files, of leaders whom the edition lists as withdrawn."""
    told = (each for data in units for each in _in(data))
    named = (name for name, unit in told if houses.mark_of(name, unit) in edition.withdrawn)
    return frozenset(named).union(*here(project, house, edition).values())


def here(project: Project, house: MemberHouse, edition: HouseEdition) -> dict[str, frozenset[str]]:
    """By studio (its id at home) the names of leaders who are shown here and whom the edition lists as withdrawn."""
    found: dict[str, frozenset[str]] = {}
    for studio, leaders in _here(project, house):
        found[studio] = frozenset(name for name, unit in leaders if houses.mark_of(name, unit) in edition.withdrawn)
    return found


def _here(project: Project, house: MemberHouse) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for file in sorted((project.studios / house.id).glob("*/studio.yml")):
        path = PurePosixPath(file.relative_to(project.studios).as_posix())
        record = loader.read_one(project.studios, path, models.StudioRecord)
        if record:
            studio = path.parts[1].removeprefix(houses.here(house.id, ""))
            yield studio, [(leader.name, unit) for leader in record.leaders for unit in record.units]


def _in(data: bytes) -> Iterator[tuple[str, str]]:
    try:
        profile = mapping(data, "").get("studio")
    except HouseRefused:  # which is told where the file is read
        return
    if isinstance(profile, dict):
        named = (each.get("name") for each in items(profile.get("leaders")))
        yield from ((name, unit) for name in named if isinstance(name, str) for unit in texts(profile.get("units")))
