"""What people of one trade do, use and solve: a file of `trades/` holds the words that make a studio's records concrete."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Annotated

from pydantic import Field

from laomo.records.models import vocabulary
from laomo.records.models.base import Name, OneOf, Record, Slug, Text, Whole
from laomo.tools.demo import data

Range = tuple[float, float]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


class TradeMeasure(Record):
    """Ranges of the figure before and after."""

    indicator: Name
    unit: Text
    before: Range
    after: Range
    decimals: Whole = 0


class TradeBenefit(Record):
    """Range of a benefit's amount."""

    kind: Annotated[str, OneOf(vocabulary.BENEFIT_KINDS)]
    amount: Range
    unit: Text


class Result(Record):
    """A kind of result; its texts have slots, and every combination of the slots' words makes sense."""

    title: Text
    kind: Annotated[str, OneOf(vocabulary.RESULT_KINDS)]
    innovation: tuple[Annotated[str, OneOf(vocabulary.INNOVATION_KINDS)], ...] = Field(min_length=1)
    area: Annotated[str, OneOf(vocabulary.PROBLEM_AREAS)]
    slots: Mapping[str, Texts]
    problem: Text
    solution: Text
    effect: Text
    measure: TradeMeasure | None = None
    benefit: TradeBenefit | None = None
    scope: tuple[Annotated[str, OneOf(vocabulary.PROMOTION_SCOPES)], ...] = ()

    def combination(self, number: int) -> dict[str, str]:
        """The words of the slots; all combinations come by before one returns, all titles before one repeats.

        Digits of `number` to mixed bases, each shifted by those before it, so that neighbours differ in every slot.
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
    results: tuple[Result, ...] = Field(min_length=8)


@dataclass(frozen=True)
class Trade:
    """A trade and the file name that its studios' ids end in."""

    slug: str
    words: _TradeFile

    @property
    def graded(self) -> bool:
        """Whether its people carry skill grades."""
        return data.industries()[self.words.industry].graded

    @property
    def women(self) -> float:
        """The share of women in the industry."""
        return data.industries()[self.words.industry].women / 100


@cache
def trades() -> tuple[Trade, ...]:
    """All trades, in the order of their file names."""
    return tuple(Trade(path.stem, data.read(path, _TradeFile)) for path in _files())


def _files() -> Iterator[Path]:
    yield from sorted((data.HERE / "trades").glob("*.yml"))


def fields(text: str) -> set[str]:
    """The slots and facts that a text speaks of."""
    return {field for _, field, _, _ in Formatter().parse(text) if field}
