"""One unit of a house, read as hostile input: its records as the files that the upper house keeps of them, and the pictures they name."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import ValidationError

from laomo.records import models
from laomo.records.models.houses import PARTS, HomeRecord, MemberHouse
from laomo.records.tree import tree_of
from laomo.records.yaml import writer
from laomo.records.yaml.reader import Tree
from laomo.registry import houses
from laomo.registry.urls import house_unit
from laomo.text.person_names import stands_in
from laomo.tools.gather.edition import HouseEdition, mapping, said
from laomo.tools.gather.plain import Item, items, texts, tree_in
from laomo.tools.gather.refusal import HouseRefused

R = TypeVar("R", bound=models.Record)
_DIGITS_OF_WIDTH = 4
_FIRST_YEAR = "1949"
"""Of an annual record. The checks say which have not begun."""


@dataclass(frozen=True, slots=True)
class HouseUnit:
    """A studio as it is to lie in `studios/<house>/<house>-<id>/`."""

    id: str
    record: models.StudioRecord
    files: Mapping[str, bytes]
    """Name → bytes."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """Name in `photos/` → path of the widest one below the house's site."""


def parse(  # noqa: PLR0913, PLR0917 (what is left out of it, and for whom)
    data: bytes,
    studio: str,
    edition: HouseEdition,
    house: MemberHouse,
    gone: Collection[str] = (),
    lost: Collection[str] = (),
) -> HouseUnit:
    """The unit of a studio of the house. `gone` are the names of leaders here who have withdrawn, `lost` the paths of pictures that cannot
    be shown: it names them nowhere. Raises HouseRefused, which names the file.
    """
    reading = _UnitReading(house_unit(studio), edition, studio)
    facts = mapping(data, reading.file)
    if facts.get("house") != edition.house or facts.get("id") != studio:
        told = f"{said(facts.get('house'))}/{said(facts.get('id'))}"
        raise HouseRefused("house-other-id", value=told, house=f"{edition.house}/{studio}")
    facts = {key: value for key, value in facts.items() if key not in {PARTS[part] for part in house.without}}
    given = reading.pictures(facts.get("pictures", {}))
    pictures = {name: path for name, path in given if path not in lost}
    record = reading.record(models.StudioRecord, reading.profile(facts.get("studio"), pictures))
    files = {"studio.yml": _yaml(record)}
    for year, content in reading.years(facts.get("years", {})):
        files[f"{year}.yml"] = _yaml(reading.record(models.YearRecord, reading.year(content, pictures)))
    stated = {key: facts[key] for key in ("page", "union", "titles") if facts.get(key)}
    if region := reading.region(facts.get("studio"), record):
        stated["region"] = region
    reading.refuse_foreign_page(stated.get("page"))
    files["home.yml"] = _yaml(reading.record(HomeRecord, reading.tree({"id": studio, **stated})))
    reading.refuse_withdrawn(facts.get("studio"), files, gone)
    return HouseUnit(studio, record, files, {_name_here(name): path for name, path in pictures.items()})


@dataclass(frozen=True, slots=True)
class _UnitReading:
    """Reads the parts of one file of an edition."""

    file: str
    edition: HouseEdition
    studio: str

    def wrong(self, place: str = "") -> HouseRefused:
        return HouseRefused("house-malformed", file=self.file, field=place[:80])

    def record(self, model: type[R], tree: Item) -> R:
        try:
            return model.model_validate(tree)
        except (ValidationError, RecursionError) as error:
            place = ".".join(map(str, error.errors()[0]["loc"])) if isinstance(error, ValidationError) else ""
            raise self.wrong(place) from error

    def tree(self, value: object) -> Item:
        """A mapping of texts, lists and mappings: what YAML would give. Anything else is refused."""
        try:
            return tree_in(value)
        except ValueError as error:
            raise self.wrong() from error

    def years(self, value: object) -> Iterator[tuple[str, object]]:
        if not isinstance(value, dict) or not all(
            len(year) == 4 and year.isascii() and year.isdecimal() and year >= _FIRST_YEAR for year in value
        ):
            raise self.wrong("years")
        yield from sorted(value.items())

    def pictures(self, value: object) -> Iterator[tuple[str, str]]:
        """Name → path of the widest; those that the edition lists for this studio only."""
        for name, widths in self.tree(value).items():
            paths = widths if isinstance(widths, dict) else {}
            mine = [(int(width), path) for width, path in paths.items() if _is_width(width) and isinstance(path, str)]
            widest = max(mine, default=(0, ""))[1]
            if widest not in self.edition.files or not widest.startswith(f"pictures/{self.studio}/"):
                raise HouseRefused("house-path", value=f"{name}: {widest}"[:80])
            if name != f"{PurePosixPath(widest).stem.rpartition('-')[0]}.webp":
                raise HouseRefused("house-path", value=name[:80])
            yield name, widest

    def profile(self, value: object, pictures: Mapping[str, str]) -> Item:
        """The profile with the ids that its studios have here, without people who have withdrawn, and with the house's place as its region."""
        tree = self.tree(value)
        units = texts(tree.get("units"))
        kept = [each for each in items(tree.get("leaders")) if not self._withdrawn(each.get("name"), units)]
        leaders = [
            {**{key: each for key, each in leader.items() if key != "portrait"}, **_portrait(leader, pictures)}
            for leader in kept
        ]
        quote = tree.get("quote")
        if isinstance(quote, dict) and self._withdrawn(quote.get("speaker"), units):
            tree.pop("quote")
        relations = [
            {**each, "studio": here}
            for each in items(tree.get("relations"))
            if (here := self._here(each.get("studio")))
        ]
        took = [
            f"{here}/{rest}"
            for each in texts(tree.get("took_part_in"))
            for at, _, rest in [each.partition("/")]
            if (here := self._here(at))
        ]
        photos = _shown(tree.get("photos"), pictures)
        changed: Item = {
            "leaders": list(leaders),
            "relations": list(relations),
            "took_part_in": list(took),
            "photos": list(photos),
        }
        changed["merged_into"] = self._here(tree.get("merged_into"))
        changed["region"] = self.edition.place or tree.get("region", "")
        whole = {**{key: each for key, each in tree.items() if key not in ("co_unions", "also_leads")}, **changed}
        return {key: each for key, each in whole.items() if each}

    def region(self, profile: object, record: models.StudioRecord) -> Tree:
        """The region that the house itself states, if the studio has another one here; empty if not."""
        stated = self.tree(profile).get("region", "")
        return stated if stated != record.region else ""

    def year(self, value: object, pictures: Mapping[str, str]) -> Item:
        tree = self.tree(value)
        achievements = []
        for item in items(tree.get("achievements")):
            shared = [here for each in texts(item.get("shared_with")) if (here := self._here(each))]
            photos = _shown(item.get("photos"), pictures)
            whole: Item = {**item, "shared_with": list(shared), "photos": list(photos)}
            achievements.append({key: each for key, each in whole.items() if each})
        whole = {key: each for key, each in tree.items() if key not in ("report", "achievements")}
        return {**whole, **({"achievements": list(achievements)} if achievements else {})}

    def refuse_foreign_page(self, page: object) -> None:
        """Raises HouseRefused for a page that is not below the address of the house: it is called the studio's home."""
        address = self.edition.record.address
        at_home = address and isinstance(page, str) and page.startswith(f"{address.rstrip('/')}/")
        if page is not None and not at_home:
            raise HouseRefused("house-path", value=said(page))

    def refuse_withdrawn(self, profile: object, files: Mapping[str, bytes], gone: Collection[str]) -> None:
        """Raises HouseRefused if other text of the unit still names a leader who has withdrawn, in the unit itself or here (`gone`)."""
        tree = self.tree(profile)
        units = texts(tree.get("units"))
        names = [str(each["name"]) for each in items(tree.get("leaders")) if self._withdrawn(each.get("name"), units)]
        if any(stands_in(name, data.decode()) for name in {*names, *gone} for data in files.values()):
            raise HouseRefused("house-withdrawn", file=self.file)

    def _here(self, studio: object) -> str:
        """The id that a studio of the house has here; empty for one that it does not give."""
        known = isinstance(studio, str) and house_unit(studio) in self.edition.files
        return houses.here(self.edition.house, str(studio)) if known else ""

    def _withdrawn(self, name: object, units: list[str]) -> bool:
        return isinstance(name, str) and any(houses.mark_of(name, unit) in self.edition.withdrawn for unit in units)


def _is_width(text: str) -> bool:
    return len(text) <= _DIGITS_OF_WIDTH and text.isascii() and text.isdecimal()


def _yaml(record: models.Record) -> bytes:
    """What validated is written anew: no name of a key, and no layout, is the house's."""
    tree: Any = tree_of(record)
    return writer.write(tree)


def _shown(photos: object, pictures: Mapping[str, str]) -> list[Item]:
    """The photos whose pictures the house gives, by their names here."""
    known = (each for each in items(photos) if each.get("file") in pictures)
    return [{**each, "file": _name_here(str(each["file"]))} for each in known]


def _portrait(leader: Item, pictures: Mapping[str, str]) -> Item:
    found = _shown([leader.get("portrait")], pictures)
    return {"portrait": found[0]} if found else {}


def _name_here(name: str) -> str:
    """A picture's name in letters: twelve hexadecimal digits may seem to be somebody's number."""
    stem, _, kind = name.partition(".")
    return f"{houses.lettered(stem)}.{kind}"
