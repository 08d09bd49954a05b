"""The demo's data files, each read once: names of people and units, facts about industries, phrases for all trades."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, TypeVar

from laomo.records.models import vocabulary
from laomo.records.models.base import Name, OneOf, Record, Slug, Text, Whole, YesNo
from laomo.records.yaml import reader

HERE = Path(__file__).parent
STARTER = HERE / "starter"
"""The files of a site besides its records: mkdocs.yml and a first hand-written page."""
CITY = HERE / "city"
"""Records that belong to no studio (site, unions, targets, standards); they are copied unchanged."""

Model = TypeVar("Model", bound=Record)


def read(path: Path, model: type[Model]) -> Model:
    """A data file as a record. Raises ValueError (pydantic's ValidationError included) if the file is invalid, which is a bug."""
    tree, problems = reader.read(path.read_bytes(), path.name)
    if problems:
        raise ValueError(f"{path}: {problems}")
    return model.model_validate(tree)


class Pools(Record):
    """Characters for given names: of one character, and the first and the second of two."""

    single: str
    first: str
    second: str


class Given(Record):
    """The characters for names of men and of women."""

    male: Pools
    female: Pools


class People(Record):
    """Surnames with their reading and weight, characters for given names, and names to avoid."""

    surnames: Mapping[str, tuple[str, Whole]]
    given: Given
    avoid: tuple[str, ...]


class Units(Record):
    """Brand words for names of units, union id → regions of its units, and → its studios of a hundred, created and accepted by 2013."""

    brands: tuple[str, ...]
    regions: Mapping[Slug, tuple[Name, ...]]
    seats: Mapping[Slug, tuple[Whole, Whole]]


class Industry(Record):
    """Facts about an industry: the percentage of women, and whether workers have skill grades."""

    women: Whole
    graded: YesNo


class Phrases(Record):
    """Phrases for all trades, some by kind of achievement, level or scope; `words/phrases.yml` says what each list is for."""

    project_titles: Mapping[Annotated[str, OneOf(vocabulary.RESULT_KINDS)], tuple[Text, ...]]
    plans: tuple[Text, ...]
    plan_next: tuple[Text, ...]
    summaries: tuple[Text, ...]
    changes: tuple[Text, ...]
    falls: tuple[Text, ...]
    rises: tuple[Text, ...]
    small: tuple[Text, ...]
    missed: tuple[Text, ...]
    failed: tuple[Text, ...]
    goals: tuple[Text, ...]
    goals_up: tuple[Text, ...]
    stopped: tuple[Text, ...]
    awards: Mapping[Annotated[str, OneOf(vocabulary.LEVELS)], tuple[Text, ...]]
    exchanges: tuple[Text, ...]
    assistance: tuple[Text, ...]
    leader_trainings: tuple[Name, ...]
    sources: tuple[Text, ...]
    reckonings: tuple[Text, ...]


class Industries(Record):
    """Industry (its label in the vocabulary) → facts."""

    industries: Mapping[Annotated[str, OneOf(vocabulary.INDUSTRIES)], Industry]


def quotable(text: str) -> str:
    """The text with single quotation marks, for use within double ones."""
    return text.translate({ord("“"): "‘", ord("”"): "’"})


@cache
def people() -> People:
    """The data for names of people."""
    return read(HERE / "words/people.yml", People)


@cache
def units() -> Units:
    """The data for names of units."""
    return read(HERE / "words/units.yml", Units)


@cache
def phrases() -> Phrases:
    """The phrases for all trades."""
    return read(HERE / "words/phrases.yml", Phrases)


@cache
def industries() -> Mapping[str, Industry]:
    """The facts about industries, by label."""
    return read(HERE / "words/industries.yml", Industries).industries
