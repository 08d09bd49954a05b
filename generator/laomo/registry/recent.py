"""What changed lately, by the dates in the records alone: neither the time of a build nor git has a say.

Only dates that are known to the day count; a year alone does not say whether something is new.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from laomo.records.models import PartialDate
from laomo.registry import urls
from laomo.registry.registry import Registry

LATELY = (30, 365)
"""Days before the date of the data that the page looks back."""


@dataclass(frozen=True, slots=True)
class DatedChange:
    """Something that happened on a day: what it is, its title, and its page."""

    date: PartialDate
    kind: str
    title: str
    url: str
    sample: bool = False


def changes(registry: Registry, days: int) -> tuple[DatedChange, ...]:
    """What the records date within so many days before `as_of`, that day included, newest first."""
    last = date.fromisoformat(registry.site.as_of.first_day)
    first = (last - timedelta(days=days)).isoformat()
    found = (each for each in _all(registry) if each.date.day and first < each.date.iso <= last.isoformat())
    return tuple(sorted(found, key=lambda each: (each.date, each.url), reverse=True))


def _all(registry: Registry) -> Iterator[DatedChange]:
    for studio in registry.active_studios:
        record = studio.record
        for day, kind in ((record.founded, "成立"), (record.plaque, "挂牌"), (record.updated, "更新档案")):
            if day:
                yield DatedChange(day, kind, studio.name, studio.url, record.sample)
    for studio in registry.studios:
        if studio.ended and studio.record.ended_on:
            yield DatedChange(
                studio.record.ended_on, studio.ending or "", studio.name, studio.url, studio.record.sample
            )
    for path, decision in registry.announced:
        yield DatedChange(decision.date, decision.result, decision.title, urls.decision(path.stem), decision.sample)
    for name, notice in registry.notices:
        yield DatedChange(notice.date, notice.kind, notice.title, urls.notice(name), notice.sample)
    for name, event in registry.events:
        yield DatedChange(event.date, event.kind, event.title, urls.event(name), event.sample)
