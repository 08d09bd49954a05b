"""What of two sides the public sees, and whom a summary of their difference may not name."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from laomo.records import models
from laomo.records.models.studio import Quote
from laomo.records.models.year import Pair, ReportRecord
from laomo.registry.studio import Studio
from laomo.text import personal_data
from laomo.tools.review.fields import FieldChange
from laomo.tools.review.sides import Sides

_CONTACTS = frozenset({"landline", "hotline", "address"})
"""Fields that may give a number: how a union is reached."""


def public_parts(studio: Studio) -> Callable[[models.Record], bool]:
    """Whether the public sees a part of a studio's records."""
    leaders = {leader.name for leader in studio.record.leaders}
    pairs = {pair for year in studio.years if year.record.mentoring for pair in year.record.mentoring.pairs}

    def shown(record: models.Record) -> bool:
        match record:
            case models.Leader():
                return record.name in leaders
            case models.Honour():
                return record.status == "有效"
            case models.AchievementRecord():
                return record.disclosure != "不公开"
            case models.Portrait():
                return record.consent is not None
            case Pair():
                return record in pairs
        return studio.record.quote is not None if isinstance(record, Quote) else not isinstance(record, ReportRecord)

    return shown


def hidden_names(sides: Sides) -> frozenset[str]:
    """Who may not be named: whoever has withdrawn before or after, not those whose honours alone were revoked before."""
    ordered = (order.name for order in sides.before.site.withdrawn)
    left = (leader.name for studio in sides.before.studios for leader in studio.unredacted.leaders if leader.withdrawn)
    return frozenset((*sides.after.withdrawn, *ordered, *left))


def without_names(change: FieldChange, hidden: Iterable[str]) -> FieldChange:
    """The change without names that may not be told and without personal numbers, except where a union says how it is reached."""
    contact = change.fields[-1] in _CONTACTS
    place, before, after = (
        _unnamed(text if contact else personal_data.masked(text), hidden)
        for text in (change.place, change.before, change.after)
    )
    return replace(change, place=place, before=before, after=after)


def _unnamed(text: str, hidden: Iterable[str]) -> str:
    for name in hidden:
        text = text.replace(name, "某某")
    return text
