"""What of the records may leave the house: withdrawn people and revoked honours are taken out before anything can show them.

Pages, listings, search and downloads all read these copies, so one edit of one record removes a person from all of them.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from laomo.records import models
from laomo.text.person_names import key

R = TypeVar("R", bound=models.Record)


def same_person(leader: models.Leader, units: Iterable[str], other: models.Leader, others: Iterable[str]) -> bool:
    """Whether two leaders of one name, however its dots are written, are one person: they share a unit, or an honour of the same year."""
    if key(leader.name) != key(other.name):
        return False
    honours = {(honour.name, honour.year) for honour in leader.honours}
    return bool(set(units) & set(others)) or any((honour.name, honour.year) in honours for honour in other.honours)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A leader who may not be shown, with the union whose record says so and the units of the studio."""

    leader: models.Leader
    union: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicView:
    """Makes the public copy of a record; knows everybody who has withdrawn.

    A withdrawal acts on the records of its own union. What other unions say of the same person is theirs to change (the checks tell
    them), or the host's: `site.yml` takes a person off every page.
    """

    withdrawn: dict[str, list[Withdrawal]]
    """By the key of the name (`text.person_names`), as in the other two."""
    whole_site: dict[str, set[str]]
    """The units of those whom the host takes off the whole site."""
    names_by_union: dict[str, set[str]]
    """By union the keys of the names that its own records withdraw."""

    @classmethod
    def of(cls, profiles: Iterable[tuple[str, models.StudioRecord]], site: models.SiteRecord) -> "PublicView":
        """The view by all profiles, each with its union's id, and by the host's orders."""
        view = cls(defaultdict(list), defaultdict(set), defaultdict(set))
        for union, profile in profiles:
            for leader in profile.leaders:
                if not leader.published:
                    view.withdrawn[key(leader.name)].append(Withdrawal(leader, union, profile.units))
                    view.names_by_union[union].add(key(leader.name))
        for order in site.withdrawn:
            view.whole_site[key(order.name)].add(order.unit)
        return cls(dict(view.withdrawn), dict(view.whole_site), dict(view.names_by_union))

    def studio(self, unredacted: models.StudioRecord, union: str) -> models.StudioRecord:
        """A union's profile without withdrawn leaders and what they said, revoked honours, and portraits without consent."""
        leaders = tuple(
            _changed(leader, honours=_valid(leader.honours), portrait=_agreed(leader.portrait))
            for leader in unredacted.leaders
            if not self._hidden(leader, unredacted, union)
        )
        quote, shown = unredacted.quote, {key(leader.name) for leader in leaders}
        if quote and key(quote.speaker) in self.names(union) - shown:
            quote = None
        return _changed(unredacted, leaders=leaders, honours=_valid(unredacted.honours), quote=quote)

    def year(self, unredacted: models.YearRecord, studio: models.StudioRecord, union: str) -> models.YearRecord:
        """A union's year without revoked honours and without pairs that name somebody withdrawn, here or at another of its studios.

        A pair has no unit or honour to tell namesakes apart, so it goes unless a leader shown here bears the name. The number
        of apprentices stays.
        """
        hidden, mentoring = self.names(union), unredacted.mentoring
        if mentoring and hidden:
            hidden = hidden - {key(each.name) for each in studio.leaders if not self._hidden(each, studio, union)}
            pairs = tuple(pair for pair in mentoring.pairs if not hidden & {key(pair.mentor), key(pair.apprentice)})
            mentoring = _changed(mentoring, pairs=pairs)
        return _changed(unredacted, mentoring=mentoring, honours=_valid(unredacted.honours))

    def names(self, union: str) -> set[str]:
        """The keys of the names that may not be shown on a union's pages, but for namesakes."""
        return self.whole_site.keys() | self.names_by_union.get(union, set())

    def elsewhere(self, leader: models.Leader, studio: models.StudioRecord, union: str) -> list[str]:
        """The other unions in whose records a leader whom this union shows has withdrawn."""
        if self._hidden(leader, studio, union):
            return []
        others = (each for each in self.withdrawn.get(key(leader.name), ()) if each.union != union)
        return list(dict.fromkeys(each.union for each in others if _is(leader, studio, each)))

    def _hidden(self, leader: models.Leader, studio: models.StudioRecord, union: str) -> bool:
        known = (each for each in self.withdrawn.get(key(leader.name), ()) if each.union == union)
        ordered = self.whole_site.get(key(leader.name), set()) & set(studio.units)
        return bool(ordered) or any(_is(leader, studio, each) for each in known)


def _is(leader: models.Leader, studio: models.StudioRecord, withdrawal: Withdrawal) -> bool:
    return same_person(leader, studio.units, withdrawal.leader, withdrawal.units)


def _changed(record: R, **values: object) -> R:
    """A copy that has these values; the record itself if it has them: a nation's copies would fill the memory."""
    return record.model_copy(update=values) if any(getattr(record, name) != values[name] for name in values) else record


def _valid(honours: Iterable[models.Honour]) -> tuple[models.Honour, ...]:
    return tuple(honour for honour in honours if honour.status == "有效")


def _agreed(portrait: models.Portrait | None) -> models.Portrait | None:
    return portrait if portrait and portrait.consent else None
