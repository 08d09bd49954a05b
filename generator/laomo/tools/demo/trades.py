"""Trades: a file of `trades/` has the wording for the records of one trade's studios, such as jobs, equipment and achievements."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Annotated

from pydantic import Field

from laomo.records.models import vocabulary
from laomo.records.models.base import Name, OneOf, Record, Slug, Text, Whole, YesNo
from laomo.tools.demo import data

Range = tuple[float, float]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


class TradeMeasure(Record):
    """An indicator with the ranges of its figures before and after."""

    indicator: Name
    unit: Text
    before: Range
    after: Range
    decimals: Whole = 0


class TradeBenefit(Record):
    """A kind of benefit with the range of its amount."""

    kind: Annotated[str, OneOf(vocabulary.BENEFIT_KINDS)]
    amount: Range
    unit: Text


class Result(Record):
    """A template of an achievement: a fault of the trade and what can be done about it.

    Its texts have slots; every combination of the slots' words makes sense, and so does each problem with each solution and effect.
    """

    title: Text
    kind: Annotated[str, OneOf(vocabulary.RESULT_KINDS)]
    innovation: tuple[Annotated[str, OneOf(vocabulary.INNOVATION_KINDS)], ...] = Field(min_length=1)
    area: Annotated[str, OneOf(vocabulary.PROBLEM_AREAS)]
    slots: Mapping[str, Texts]
    problems: Texts
    solutions: Texts
    effects: Texts
    measure: TradeMeasure
    benefit: TradeBenefit | None = None
    scope: tuple[Annotated[str, OneOf(vocabulary.PROMOTION_SCOPES)], ...] = ()

    def combination(self, number: int) -> dict[str, str]:
        """Slot → word, for the combination with this number.

        Consecutive numbers give all combinations before one is repeated, and all titles before one is repeated. The number is
        written in a mixed radix, and each digit is shifted by those before it, so that neighbours differ in every slot.
        """
        chosen, shift = {}, 0
        for slot in sorted(self.slots, key=lambda slot: slot not in fields(self.title)):
            number, digit = divmod(number, len(self.slots[slot]))
            shift += digit
            chosen[slot] = self.slots[slot][shift % len(self.slots[slot])]
        return chosen


class _TradeFile(Record):
    label: Name
    industry: Annotated[str, OneOf(vocabulary.INDUSTRIES)]
    women: Whole | None = None
    graded: YesNo | None = None
    unions: tuple[Slug, ...] = Field(min_length=1)
    units: Texts
    jobs: Texts
    titles: tuple[Text, ...] = ()
    specialities: Texts
    hosts: tuple[Annotated[str, OneOf(vocabulary.HOST_PLACES)], ...] = Field(min_length=1)
    equipment: Texts
    rules: Texts
    trainings: Texts
    slogans: Texts
    intros: Texts
    bios: Texts
    summaries: Texts
    sites: Texts
    trials: Texts
    remains: Texts
    results: tuple[Result, ...] = Field(min_length=8)


@dataclass(frozen=True, slots=True)
class Trade:
    """A trade. `slug` is its file's name, with which the ids of its studios end."""

    slug: str
    words: _TradeFile

    @property
    def graded(self) -> bool:
        """Whether its workers have skill grades: as usual in its industry, unless the trade says otherwise."""
        own = self.words.graded
        return data.industries()[self.words.industry].graded if own is None else own

    @property
    def women(self) -> float:
        """The share of women, 0 to 1: as usual in its industry, unless the trade says otherwise."""
        own = self.words.women
        return (data.industries()[self.words.industry].women if own is None else own) / 100


@cache
def trades() -> tuple[Trade, ...]:
    """All trades, ordered by file name."""
    return tuple(Trade(path.stem, data.read(path, _TradeFile)) for path in _files())


def _files() -> Iterator[Path]:
    yield from sorted((data.HERE / "trades").glob("*.yml"))


@cache
def fields(text: str) -> frozenset[str]:
    """The names of the placeholders in a text."""
    return frozenset(field for _, field, _, _ in Formatter().parse(text) if field)
