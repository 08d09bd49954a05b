"""One house, fetched and read into a folder of its own, as it is to lie below `studios/`; nothing of it counts before it is checked."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from laomo.assets.pictures import image
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.records import loader, models
from laomo.records.layout import shown
from laomo.records.models.houses import HousesRecord, MemberHouse
from laomo.records.tree import tree_of
from laomo.records.yaml import writer
from laomo.registry import houses
from laomo.system import clock, files
from laomo.tools.gather import edition as editions
from laomo.tools.gather import signature, sources
from laomo.tools.gather.edition import HouseEdition
from laomo.tools.gather.keeping import Fetched
from laomo.tools.gather.refusal import HouseRefused
from laomo.tools.gather.unit import HouseUnit, parse

_MOST_OF_SIGNATURE = 10_000
_OF_UNIT = frozenset({"house-malformed", "house-path", "house-other-id", "house-withdrawn"})
"""Faults of one file, which cost the house that studio only; after all others the edition is not what it says."""


@dataclass(slots=True)
class StagedHouse:
    """A house's new folder. `units` are the studios that are still to be taken."""

    house: MemberHouse
    edition: HouseEdition
    root: Path
    """The folder with `<house>/` in it."""
    units: dict[str, HouseUnit] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    records: dict[PurePosixPath, models.Record] = field(default_factory=dict)
    pictures: set[PurePosixPath] = field(default_factory=set)

    @property
    def folder(self) -> Path:
        return self.root / self.house.id

    def sign(self) -> None:
        """Write which edition this is. One of which something was not taken is looked at again by the next gather."""
        whole = all(problem.code == "house-twin-stated" for problem in self.problems)
        record = self.edition.record if whole else self.edition.record.model_copy(update={"terms": None})
        files.write_atomic(self.folder / "house.yml", writer.write(tree_of(record)))

    def drop(self, studio: str, problem: Problem) -> None:
        """Leave a studio (its id at home) out, and say why."""
        self.units.pop(studio, None)
        self.problems.append(problem)
        mine = houses.here(self.house.id, studio)
        shutil.rmtree(self.folder / mine, ignore_errors=True)
        self.records = {path: record for path, record in self.records.items() if path.parts[1] != mine}
        self.pictures = {path for path in self.pictures if path.parts[1] != mine}


def workplace(project: Project, house: MemberHouse) -> Path:
    """Where a house is worked on: what was fetched, and its new folder."""
    return project.root / ".build" / "houses" / house.id


def terms(record: HousesRecord, house: MemberHouse) -> str:
    """A digest of all that houses.yml says of a house: what was taken under other terms is taken anew."""
    same = [
        each for each in record.same if any(name.startswith(f"{house.id}/") for name in (each.shown, *each.left_out))
    ]
    said = [tree_of(each) for each in (house.model_copy(update={"source": ""}), *same)]
    return sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def read_edition(
    project: Project, record: HousesRecord, house: MemberHouse, source: sources.HouseSource, *, again: bool = False
) -> HouseEdition | None:
    """The edition that a house offers; None if it lies here as houses.yml wants it, and is not to be taken `again`. Raises HouseRefused."""
    tag_file = workplace(project, house) / "tag"
    here, now = edition_here(project, house), terms(record, house)
    tagged, _, tag = tag_file.read_text("utf-8").partition(" ") if tag_file.is_file() else ("", "", "")
    taken = here.edition if here is not None and here.terms == now and not again else ""
    # of an edition that was not taken, the tag says nothing
    data, new_tag = source.read("data/edition.json", editions.MOST_BYTES, tag if taken == tagged else "")
    if data is None:
        return None
    if house.key:
        verify(source, data, house.key)
    offered = editions.parse(data, house.id)
    if here and offered.record.edition != here.edition and offered.as_of.surely_before(here.as_of):
        raise HouseRefused("house-older", offered=offered.as_of.iso, known=here.as_of.iso)
    if offered.as_of.year > clock.today().year:
        raise HouseRefused("house-ahead", offered=offered.as_of.iso)
    files.write_atomic(tag_file, f"{offered.record.edition} {new_tag}".encode())
    if offered.record.edition == taken:
        return None
    # of an edition that is no newer, a withdrawal is not taken back: its server may be behind
    earlier = frozenset(here.withdrawals) if here and not here.as_of.surely_before(offered.as_of) else frozenset[str]()
    withdrawn = offered.withdrawn | earlier
    record_here = offered.record.model_copy(update={"terms": now, "withdrawals": tuple(sorted(withdrawn))})
    return replace(offered, record=record_here, withdrawn=withdrawn)


def verify(source: sources.HouseSource, data: bytes, key: str) -> None:
    """Raises HouseRefused unless the house has signed its edition with this key."""
    signed, _ = source.read("data/edition.json.sig", _MOST_OF_SIGNATURE)
    signature.verify(data, signed or b"", key)


def edition_here(project: Project, house: MemberHouse) -> models.HouseRecord | None:
    """The edition whose records lie in `studios/`; None if there is none that can be read."""
    return loader.read_one(project.studios, PurePosixPath(house.id, "house.yml"), models.HouseRecord)


def stage(project: Project, house: MemberHouse, edition: HouseEdition, source: sources.HouseSource) -> StagedHouse:
    """Fetch and read all that the edition lists. Raises HouseRefused if the edition is not what it says."""
    place = workplace(project, house)
    fetched, staged = Fetched(place / "files"), StagedHouse(house, edition, place / "new")
    shutil.rmtree(staged.root, ignore_errors=True)
    for studio, path in edition.units.items():
        data = fetched.get(source, path, edition, editions.MOST_OF_UNIT)
        try:
            staged.units[studio] = unit = parse(data, studio, edition, house)
        except HouseRefused as refused:
            if refused.code not in _OF_UNIT:
                raise
            staged.drop(studio, Problem(f"{house.id} › {studio}", refused.code, facts=refused.facts))
            _keep(project, staged, studio)
            continue
        _write(staged, unit, dict(_pictures(staged, unit, fetched, source)))
    staged.sign()
    fetched.forget_all_but(edition)
    _load(project, staged)
    return staged


def _keep(project: Project, staged: StagedHouse, studio: str) -> None:
    """Take over what lies here of a studio whose file is not right, unless somebody it names has withdrawn."""
    mine = houses.here(staged.house.id, studio)
    record = loader.read_one(project.studios, PurePosixPath(staged.house.id, mine, "studio.yml"), models.StudioRecord)
    if record is None:
        return
    people = {houses.person_digest(leader.name, unit) for leader in record.leaders for unit in record.units}
    if not people & staged.edition.withdrawn:
        shutil.copytree(project.studios / staged.house.id / mine, staged.folder / mine)
        staged.units[studio] = HouseUnit(studio, record, {})


def _pictures(
    staged: StagedHouse, unit: HouseUnit, fetched: Fetched, source: sources.HouseSource
) -> Iterator[tuple[str, bytes]]:
    for name, path in unit.pictures.items():
        data = fetched.get(source, path, staged.edition, editions.MOST_OF_PICTURE)
        try:
            yield f"photos/{name}", image.again(data)
        except image.PictureRejected as bad:
            place = f"{staged.house.id} › {unit.id}"
            facts = {"value": path, **bad.facts}
            staged.problems.append(
                Problem(place, "house-picture", facts={**facts, "reason": bad.code}, severity="warning")
            )


def _write(staged: StagedHouse, unit: HouseUnit, pictures: dict[str, bytes]) -> None:
    folder = staged.folder / houses.here(staged.house.id, unit.id)
    for name, data in {**unit.files, **pictures}.items():
        files.write_atomic(folder / name, data)


def _load(project: Project, staged: StagedHouse) -> None:
    """Read what was written as any record is read; of a studio with an error, what lies here is kept."""
    loaded = loader.load(staged.root)
    by_folder = {
        shown(PurePosixPath(staged.house.id, houses.here(staged.house.id, each))): each for each in staged.units
    }
    for problem in loaded.problems:
        folder = "/".join(problem.path.split("/")[:3])
        if problem.severity == "error" and folder in by_folder and by_folder[folder] in staged.units:
            staged.drop(by_folder[folder], problem)
            _keep(project, staged, by_folder[folder])
    if staged.problems:
        loaded = loader.load(staged.root)
    staged.records, staged.pictures = dict(loaded.records), set(loaded.pictures)
