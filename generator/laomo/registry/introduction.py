"""How a studio is introduced: who leads it, in what trade, what they say, and one figure that they changed.

Heads of pages, covers, share cards and sheets all show this, so that a person is the same everywhere. Nothing is made up: what no record
states is None.
"""

import re
from dataclasses import dataclass

from laomo.records import models
from laomo.registry.studio import Achievement, Studio

_MOST = 3
"""The most leaders that are named on a cover."""
_UPRIGHT = re.compile(r"[\u3007\u3400-\u9fff\U00020000-\U0003ffff·]{1,12}")
"""Words that can stand in a column: Chinese characters, and the dot in names of other peoples of China."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A studio in a few words."""

    columns: tuple[str, ...]
    """What is written large: the names of at most three leaders; without any, the studio's own words or its name."""
    people: bool
    """Whether `columns` are names of people."""
    more: int
    """The number of further leaders."""
    trade: str | None
    """The leader's trade and skill grade; None if unknown, or if there are several leaders."""
    title: str | None
    """The highest valid title: 省级示范."""
    level: str | None
    """The level of that title: 省级."""
    sentence: str | None
    """A quote, else the slogan."""
    speaker: str | None
    """Who said the sentence, and on what occasion; None for a slogan."""
    portrait: models.Portrait | None
    measured: Achievement | None
    """The achievement with the most weight that has figures with numbers before and after."""
    measure: models.MeasureRecord | None
    """The first such figure of `measured`."""

    @property
    def upright(self) -> bool:
        """Whether the words can be written from top to bottom."""
        return all(_UPRIGHT.fullmatch(column) for column in self.columns)

    @property
    def longest(self) -> int:
        """The number of characters of the longest column."""
        return max(map(len, self.columns))


def introduce(studio: Studio) -> Introduction:
    """The introduction of a studio by its public records."""
    record, leaders = studio.record, studio.leaders
    names = tuple(leader.name for leader in leaders[:_MOST])
    only = leaders[0] if len(leaders) == 1 else None
    best = studio.valid_designations[0].decision if studio.valid_designations else None
    quote = record.quote
    measured = [(item, each) for item in studio.achievements_by_weight for each in item.record.measures if _known(each)]
    item, measure = measured[0] if measured else (None, None)
    return Introduction(
        columns=_columns(names) if names else (studio.name_parts.own,),
        people=bool(names),
        more=len(leaders) - len(names),
        trade=" · ".join(filter(None, (only.job, only.skill_grade))) or None if only else None,
        title=best.level + best.result if best else None,
        level=best.level if best else None,
        sentence=quote.text if quote else record.slogan,
        speaker="，".join(filter(None, (quote.speaker, quote.occasion))) if quote else None,
        portrait=only.portrait if only else None,
        measured=item,
        measure=measure,
    )


def _columns(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names as columns; one with a dot takes two: 阿依古丽· 买买提."""
    if len(names) == 1 and "·" in names[0]:
        first, _, last = names[0].partition("·")
        return f"{first}·", last
    return names


def _known(measure: models.MeasureRecord) -> bool:
    return measure.before.value is not None and measure.after.value is not None
