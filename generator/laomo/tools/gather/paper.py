"""One event, press mention or notice of a house, read as hostile input."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import ValidationError

from laomo.project import Project
from laomo.records import loader, models
from laomo.records.models.houses import MemberHouse
from laomo.records.tree import tree_of
from laomo.records.yaml import writer
from laomo.registry import houses
from laomo.registry.urls import house_paper, house_unit
from laomo.text.person_names import stands_in
from laomo.tools.gather.edition import HouseEdition, mapping, said
from laomo.tools.gather.plain import texts, tree_in
from laomo.tools.gather.refusal import HouseRefused

Paper = models.EventRecord | models.NoticeRecord
_MODELS: Mapping[str, type[Paper]] = {"events": models.EventRecord, "notices": models.NoticeRecord}


@dataclass(frozen=True, slots=True)
class HousePaper:
    """An event or a notice as it is to lie in `studios/<house>/`."""

    name: str
    """Folder and id: events/2025-01."""
    record: Paper

    @property
    def file(self) -> PurePosixPath:
        """Its place below the house's folder."""
        return PurePosixPath(f"{self.name}.yml")

    @property
    def data(self) -> bytes:
        """What validated is written anew: no name of a key, and no layout, is the house's."""
        return writer.write(tree_of(self.record))


def parse(data: bytes, name: str, edition: HouseEdition, gone: Collection[str]) -> HousePaper:
    """The paper of a house by its folder and id. `gone` are the names of people who have withdrawn. Raises HouseRefused, which names the file."""
    file = house_paper(name)
    facts = mapping(data, file)
    if facts.get("house") != edition.house or facts.get("id") != name:
        told = f"{said(facts.get('house'))}/{said(facts.get('id'))}"
        raise HouseRefused("house-other-id", value=told, house=f"{edition.house}/{name}")
    try:
        tree = tree_in(facts.get("record"))
        here = [
            houses.here(edition.house, each) for each in texts(tree.get("studios")) if house_unit(each) in edition.files
        ]
        tree |= {"studios": list(here), "union": edition.house if tree.get("union") == edition.house else ""}
        record = _MODELS[name.partition("/")[0]].model_validate({key: value for key, value in tree.items() if value})
    except (ValueError, RecursionError) as error:
        place = ".".join(map(str, error.errors()[0]["loc"])) if isinstance(error, ValidationError) else ""
        raise HouseRefused("house-malformed", file=file, field=place[:80]) from error
    paper = HousePaper(name, record)
    if named(record, gone):
        raise HouseRefused("house-withdrawn-in-paper", file=file)
    return paper


def here(project: Project, house: MemberHouse, name: str, gone: Collection[str]) -> HousePaper | None:
    """The paper of this name that lies here from an earlier gather; None if there is none, or if it names people who have withdrawn."""
    path = PurePosixPath(house.id, f"{name}.yml")
    record = loader.read_one(project.studios, path, _MODELS[name.partition("/")[0]])
    return HousePaper(name, record) if record and not named(record, gone) else None


def named(record: Paper, people: Collection[str]) -> bool:
    """Whether any text of it names one of these people."""
    said = [value for value in dict(record).values() if isinstance(value, str)]
    return any(stands_in(name, text) for name in people for text in said)
