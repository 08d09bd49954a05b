"""The demo's data files, each read once: names of people and units, facts of industries, wording for all trades."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, TypeVar

from laomo.records.models import vocabulary
from laomo.records.models.base import Name, OneOf, Record, Slug, Text, Whole, YesNo
from laomo.records.yaml import reader

HERE = Path(__file__).parent
STARTER = HERE / "starter"
"""What a site has beside its records: mkdocs.yml and a first hand-written page."""
CITY = HERE / "city"
"""The records that belong to no studio (site, unions, targets, standards); copied unchanged."""

Model = TypeVar("Model", bound=Record)


def read(path: Path, model: type[Model]) -> Model:
    """One data file as a record. Raises when it is faulty, as that is an error of the program."""
    tree, problems = reader.read(path.read_bytes(), path.name)
    if problems:
        raise ValueError(f"{path}: {problems}")
    return model.model_validate(tree)


class Pools(Record):
    """Characters for given names: alone, first of two, second of two."""

    single: str
    first: str
    second: str


class Given(Record):
    """The pools of the two sexes."""

    male: Pools
    female: Pools


class People(Record):
    """Names of invented people."""

    surnames: Mapping[str, tuple[str, Whole]]
    given: Given
    avoid: tuple[str, ...]


class Units(Record):
    """Names of invented units, and the regions of each union's units."""

    brands: tuple[str, ...]
    regions: Mapping[Slug, tuple[Name, ...]]


class Industry(Record):
    """Women in percent; whether people carry skill grades."""

    women: Whole
    graded: YesNo


class Phrases(Record):
    """Wording by kind of result, level or scope."""

    project_titles: Mapping[Annotated[str, OneOf(vocabulary.RESULT_KINDS)], tuple[Text, ...]]
    plans: tuple[Text, ...]
    plan_next: tuple[Text, ...]
    summaries: tuple[Text, ...]
    awards: Mapping[Annotated[str, OneOf(vocabulary.LEVELS)], tuple[Text, ...]]
    places: Mapping[Annotated[str, OneOf(vocabulary.PROMOTION_SCOPES)], tuple[Name, ...]]
    exchanges: tuple[Text, ...]
    assistance: tuple[Text, ...]
    leader_trainings: tuple[Name, ...]
    sources: tuple[Text, ...]


class Industries(Record):
    """By label of the word list."""

    industries: Mapping[Annotated[str, OneOf(vocabulary.INDUSTRIES)], Industry]


def quotable(text: str) -> str:
    """The text with the quotation marks that are used inside a quotation."""
    return text.translate({ord("“"): "‘", ord("”"): "’"})


@cache
def people() -> People:
    """Surnames and given-name characters."""
    return read(HERE / "words/people.yml", People)


@cache
def units() -> Units:
    """Brand words and regions."""
    return read(HERE / "words/units.yml", Units)


@cache
def phrases() -> Phrases:
    """Wording for all trades."""
    return read(HERE / "words/phrases.yml", Phrases)


@cache
def industries() -> Mapping[str, Industry]:
    """Facts of industries."""
    return read(HERE / "words/industries.yml", Industries).industries
