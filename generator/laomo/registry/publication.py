"""What of the records may leave the house: withdrawn people and revoked honours are taken out before anything can show them.

Pages, listings, search and downloads all read these copies, so one edit of one record removes a person everywhere.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from laomo.records import models

R = TypeVar("R", bound=models.Record)


def same_person(leader: models.Leader, units: Iterable[str], other: models.Leader, others: Iterable[str]) -> bool:
    """Whether two leaders of one name are one person: they share a unit, or an honour of the same year."""
    if leader.name != other.name:
        return False
    honours = {(honour.name, honour.year) for honour in leader.honours}
    return bool(set(units) & set(others)) or any((honour.name, honour.year) in honours for honour in other.honours)


@dataclass(frozen=True)
class PublicView:
    """Makes the public copy of a record; knows everybody who has withdrawn."""

    withdrawn: dict[str, list[tuple[models.Leader, tuple[str, ...]]]]
    """By name: each who withdrew, with the units."""

    @classmethod
    def of(cls, profiles: Iterable[models.StudioRecord]) -> "PublicView":
        withdrawn = defaultdict(list)
        for profile in profiles:
            for leader in profile.leaders:
                if not leader.published:
                    withdrawn[leader.name].append((leader, profile.units))
        return cls(dict(withdrawn))

    def studio(self, unredacted: models.StudioRecord) -> models.StudioRecord:
        """The profile without withdrawn leaders and without revoked honours."""
        leaders = tuple(
            _changed(leader, honours=_valid(leader.honours))
            for leader in unredacted.leaders
            if not self._hidden(leader, unredacted)
        )
        return _changed(unredacted, leaders=leaders, honours=_valid(unredacted.honours))

    def year(self, unredacted: models.YearRecord, studio: models.StudioRecord) -> models.YearRecord:
        """The year without revoked honours and without pairs that name somebody withdrawn, here or at any other studio.

        A pair has no unit or honour to tell namesakes apart, so it goes unless a leader shown here bears the name. The number
        of apprentices stays.
        """
        hidden = self.withdrawn.keys() - {each.name for each in studio.leaders if not self._hidden(each, studio)}
        mentoring = unredacted.mentoring
        if mentoring and hidden:
            pairs = tuple(pair for pair in mentoring.pairs if not hidden & {pair.mentor, pair.apprentice})
            mentoring = _changed(mentoring, pairs=pairs)
        return _changed(unredacted, mentoring=mentoring, honours=_valid(unredacted.honours))

    def _hidden(self, leader: models.Leader, studio: models.StudioRecord) -> bool:
        known = self.withdrawn.get(leader.name, ())
        return any(same_person(leader, studio.units, other, units) for other, units in known)


def _changed(record: R, **values: object) -> R:
    """A copy that has these values; the record itself if it has them: a nation's copies would fill the memory."""
    return record.model_copy(update=values) if any(getattr(record, name) != values[name] for name in values) else record


def _valid(honours: Iterable[models.Honour]) -> tuple[models.Honour, ...]:
    return tuple(honour for honour in honours if honour.status == "有效")
