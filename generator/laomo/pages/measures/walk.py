"""The measures that the home page shows, one a screen: the newest, of as many industries and kinds of picture as there are.

The same records give the same choice; nothing changes by the day.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from laomo.pages.measures import picture
from laomo.records.models.year import MeasureRecord
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement

_STOPS = 6
_LOOKED_AT = 200
"""So many of the newest achievements with a drawing are compared: thousands would take seconds."""


@dataclass(frozen=True, slots=True)
class WalkStop:
    """A measure and the achievement that it belongs to."""

    item: Achievement
    measure: MeasureRecord
    kind: str
    """The kind of its picture, see `picture`."""


def stops(registry: Registry, suits: Callable[[MeasureRecord], object] = bool) -> list[WalkStop]:
    """At most six measures that can be drawn, of as many active studios, newest first. Those that do not suit are left out.

    Those of an industry and with a kind of picture that are not there yet go before those that repeat the kind, and these before
    those that repeat the industry; within a year, those told in plain words and those with a page of their own go first.
    """
    newest = sorted(registry.achievements, key=lambda item: (-item.year, not _is_told(item), not item.has_page))
    drawn = list(islice(_drawn(newest, suits), _LOOKED_AT))
    chosen: list[WalkStop] = []
    for differs in (_in_both, _in_unit, _in_industry, _in_studio):
        for stop in drawn:
            if len(chosen) == _STOPS:
                break
            if all(_in_studio(stop, other) and differs(stop, other) for other in chosen):
                chosen.append(stop)
    return sorted(chosen, key=lambda stop: -stop.item.year)


def _is_told(item: Achievement) -> bool:
    return any(measure.says for measure in item.record.measures)


def _drawn(items: list[Achievement], suits: Callable[[MeasureRecord], object]) -> Iterator[WalkStop]:
    """The first measure of each achievement that can be drawn."""
    for item in items:
        for measure in sorted(item.record.measures, key=lambda each: not each.says):
            drawn = picture.of(measure)
            if drawn and measure.before != measure.after and suits(measure):
                yield WalkStop(item, measure, drawn.kind)
                break


def _in_both(one: WalkStop, other: WalkStop) -> bool:
    return _in_industry(one, other) and one.kind != other.kind


def _in_unit(one: WalkStop, other: WalkStop) -> bool:
    return _in_industry(one, other) and one.measure.unit != other.measure.unit


def _in_industry(one: WalkStop, other: WalkStop) -> bool:
    return one.item.studio.record.industry != other.item.studio.record.industry


def _in_studio(one: WalkStop, other: WalkStop) -> bool:
    return one.item.studio is not other.item.studio
