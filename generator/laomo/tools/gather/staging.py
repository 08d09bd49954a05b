"""One house, fetched and read into a folder of its own, as it is to lie below `studios/`; nothing of it counts before it is checked."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from laomo.assets.pictures import image
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.records import loader, models
from laomo.records.layout import shown
from laomo.records.models.houses import PARTS, MemberHouse
from laomo.records.tree import tree_of
from laomo.records.yaml import writer
from laomo.registry import houses
from laomo.system import files
from laomo.tools.gather import edition as editions
from laomo.tools.gather import paper as papers
from laomo.tools.gather import references, sources, withdrawn
from laomo.tools.gather.edition import HouseEdition
from laomo.tools.gather.keeping import Fetched
from laomo.tools.gather.offered import workplace
from laomo.tools.gather.paper import HousePaper
from laomo.tools.gather.refusal import HouseRefused
from laomo.tools.gather.unit import HouseUnit, parse

_OF_UNIT = frozenset({"house-malformed", "house-path", "house-other-id", "house-withdrawn", "house-withdrawn-in-paper"})
"""Faults of one file, which cost the house that studio only; after all others the edition is not what it says."""


@dataclass(slots=True)
class StagedHouse:
    """A house's new folder. `units` are the studios that are still to be taken."""

    house: MemberHouse
    edition: HouseEdition
    root: Path
    """The folder with `<house>/` in it."""
    units: dict[str, HouseUnit] = field(default_factory=dict)
    papers: dict[str, HousePaper] = field(default_factory=dict)
    """Events and notices by folder and id."""
    gone: frozenset[str] = frozenset()
    """Names of people who have withdrawn, as far as they are known."""
    problems: list[Problem] = field(default_factory=list)
    others: set[str] = field(default_factory=set)
    """The houses because of which something is left out."""
    records: dict[PurePosixPath, models.Record] = field(default_factory=dict)
    pictures: set[PurePosixPath] = field(default_factory=set)

    @property
    def folder(self) -> Path:
        return self.root / self.house.id

    @property
    def whole(self) -> bool:
        """Whether all was taken that houses.yml wants."""
        return all(problem.code == "house-twin-stated" for problem in self.problems)

    def sign(self) -> None:
        """Write which edition this is. One of which something was not taken has no terms, so the next gather does not pass it over."""
        record = self.edition.record if self.whole else self.edition.record.model_copy(update={"terms": None})
        files.write_atomic(self.folder / "house.yml", writer.write(tree_of(record)))

    @property
    def parts(self) -> dict[str, str]:
        """The place of each studio, and of each event and notice, as messages name it → its id at home."""
        studios = {PurePosixPath(self.house.id, houses.here(self.house.id, each)): each for each in self.units}
        papers = {PurePosixPath(self.house.id, each.file): each.name for each in self.papers.values()}
        return {shown(path): part for path, part in (*studios.items(), *papers.items())}

    def put(self, paper: HousePaper | None) -> None:
        """Take an event or a notice; nothing if there is none."""
        if paper:
            self.papers[paper.name] = paper
            files.write_atomic(self.folder / paper.file, paper.data)

    def drop(self, part: str, problem: Problem) -> None:
        """Leave a studio, an event or a notice (its id at home) out, and say why."""
        self.problems.append(problem)
        if paper := self.papers.pop(part, None):
            mine = PurePosixPath(self.house.id, paper.file)
            (self.root / mine).unlink()
        else:
            self.units.pop(part, None)
            mine = PurePosixPath(self.house.id, houses.here(self.house.id, part))
            shutil.rmtree(self.root / mine, ignore_errors=True)
        self.records = {path: record for path, record in self.records.items() if not path.is_relative_to(mine)}
        self.pictures = {path for path in self.pictures if not path.is_relative_to(mine)}

    def forget_dropped(self) -> None:
        """Take references to studios that are left out from all others."""
        gone = {houses.here(self.house.id, each) for each in self.edition.units if each not in self.units}
        for path, record in self.records.items() if gone else ():
            kept = references.without(record, gone)
            if kept is not record:
                self.records = {**self.records, path: kept}
                files.write_atomic(self.root / path, writer.write(tree_of(kept)))


def stage(project: Project, house: MemberHouse, edition: HouseEdition, source: sources.HouseSource) -> StagedHouse:
    """Fetch and read all that the edition lists. Raises HouseRefused if the edition is not what it says."""
    place = workplace(project, house)
    fetched, staged = Fetched(place / "files"), StagedHouse(house, edition, place / "new")
    shutil.rmtree(staged.root, ignore_errors=True)
    fetched.forget_all_but(edition)
    gone = withdrawn.here(project, house, edition) if edition.withdrawn else {}
    for studio, path in edition.units.items():
        data, without = fetched.get(source, path, edition, editions.MOST_OF_UNIT), gone.get(studio, frozenset())
        try:
            unit = parse(data, studio, edition, house, without)
        except HouseRefused as refused:
            if refused.code not in _OF_UNIT:
                raise
            staged.drop(studio, Problem(f"{house.id} › {studio}", refused.code, facts=refused.facts))
            _keep(project, staged, studio)
            continue
        pictures = dict(_pictures(staged, unit, fetched, source))
        if lost := [at for name, at in unit.pictures.items() if f"photos/{name}" not in pictures]:
            unit = parse(data, studio, edition, house, without, lost)
        staged.units[studio] = unit
        _write(staged, unit, pictures)
    _papers(project, staged, fetched, source)
    staged.sign()
    _load(project, staged)
    return staged


def _keep(project: Project, staged: StagedHouse, studio: str) -> None:
    """Take over what lies here of a studio whose file is not right, unless somebody it names has withdrawn."""
    mine = houses.here(staged.house.id, studio)
    record = loader.read_one(project.studios, PurePosixPath(staged.house.id, mine, "studio.yml"), models.StudioRecord)
    if record is None:
        return
    people = {houses.mark_of(leader.name, unit) for leader in record.leaders for unit in record.units}
    if not people & staged.edition.withdrawn:
        shutil.copytree(project.studios / staged.house.id / mine, staged.folder / mine)
        staged.units[studio] = HouseUnit(studio, record, {})


def _papers(project: Project, staged: StagedHouse, fetched: Fetched, source: sources.HouseSource) -> None:
    """Fetch and read the events and notices that houses.yml takes of this house."""
    house, edition = staged.house, staged.edition
    left = {PARTS[part] for part in house.without}
    wanted = {name: path for name, path in edition.papers.items() if name.partition("/")[0] not in left}
    units = (fetched.get(source, path, edition, editions.MOST_OF_UNIT) for path in edition.units.values())
    if wanted and edition.withdrawn:
        staged.gone = withdrawn.names(project, house, edition, units)
    for name, path in wanted.items():
        data = fetched.get(source, path, edition, editions.MOST_OF_UNIT)
        try:
            staged.put(papers.parse(data, name, edition, staged.gone))
        except HouseRefused as refused:
            if refused.code not in _OF_UNIT:
                raise
            staged.problems.append(Problem(f"{house.id} › {name}", refused.code, facts=refused.facts))
            keep(project, staged, name)


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
    loaded, parts = loader.load(staged.root), staged.parts
    about = shown(PurePosixPath(staged.house.id, "house.yml"))
    if wrong := next((each for each in loaded.problems if each.path == about and each.severity == "error"), None):
        raise HouseRefused(wrong.code, **wrong.facts)
    for problem in loaded.problems:
        part = parts.get(problem.path) or parts.get("/".join(problem.path.split("/")[:3]), "")
        if problem.severity == "error" and (part in staged.units or part in staged.papers):
            staged.drop(part, problem)
            keep(project, staged, part)
    if staged.problems:
        loaded = loader.load(staged.root)
    staged.records, staged.pictures = dict(loaded.records), set(loaded.pictures)


def keep(project: Project, staged: StagedHouse, part: str) -> None:
    """Take over what lies here of a studio, an event or a notice that is left out, if it may still be shown."""
    if part in staged.edition.units:
        _keep(project, staged, part)
    else:
        staged.put(papers.here(project, staged.house, part, staged.gone))


def reload(staged: StagedHouse) -> None:
    """Read again what lies in its folder."""
    loaded = loader.load(staged.root)
    staged.records, staged.pictures = dict(loaded.records), set(loaded.pictures)
