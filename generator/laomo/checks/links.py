"""工作室之间的关系有着落：并入、关系、共同完成、联盟成员和公示里的编号都找得到；合并写明并入哪里，迁出写明迁往哪里，有终止时间的不写“正常”，不与自己相关。

Passes: status 写“合并”，merged_into 是另一家工作室的编号；联盟成员写编号，馆外的单位写名称。
Fails: status 写“合并”而没有 merged_into；relations 里的 studio 没有这家工作室。
"""

import difflib
import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from laomo.problems.problem import Loc, Problem
from laomo.records import models
from laomo.records.layout import shown
from laomo.registry.registry import Registry

_ENDINGS = (
    ("合并", "merged_into", "merged-into", "some-studio"),
    ("迁出", "moved_to", "moved-to", "some-union"),
)
"""Status, the key that it needs, and the terms of messages for that key and for an example of it."""
_PREDECESSOR, _SUCCESSOR = "前身", "后续工作室"
_CLOSED = "撤销"
"""The status of a studio that has an end and no successor."""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check(registry: Registry) -> Iterator[Problem]:
    known = {*registry.studio_by_id, *(path.parts[1] for path in registry.broken if path.name == "studio.yml")}
    for path, record in registry.records.items():
        yield from _unknown(registry, known, path, record)
        if isinstance(record, models.StudioRecord):
            yield from _endings(shown(path), record)
            yield from _active(registry, path, record)
            yield from _order(registry, path, record)
            yield from _itself(shown(path), path.parts[1], record)
            yield from _outside(shown(path), record)
        elif isinstance(record, models.YearRecord):
            yield from _shared(registry, path, record)
        elif isinstance(record, models.NoticeRecord) and record.union and record.union not in registry.union_by_id:
            facts = {"field": "union-for-objections", "value": record.union, "suggestion": ""}
            yield Problem(shown(path), "unknown-union", ("union",), facts)
        elif isinstance(record, models.EventRecord) and record.union and record.union not in registry.union_by_id:
            facts = {"field": "union", "value": record.union, "suggestion": ""}
            yield Problem(shown(path), "unknown-union", ("union",), facts)
        elif isinstance(record, models.InspectionRecord):
            yield from _followed(registry, shown(path), record)
        elif isinstance(record, models.AlliancesRecord):
            yield from _alliances(shown(path), record)


def _unknown(
    registry: Registry, known: Collection[str], path: PurePosixPath, record: models.Record
) -> Iterator[Problem]:
    """Studios that are not there. An event or a notice of the host itself stands when a member no longer gives one that it names."""
    hosts = isinstance(record, models.EventRecord | models.NoticeRecord) and len(path.parts) == 2
    for loc, field, studio in _named(record):
        if studio in known:
            continue
        if hosts and registry.is_of_member(studio):
            yield Problem(shown(path), "house-studio-gone", loc, {"value": studio}, severity="warning")
        else:
            close = difflib.get_close_matches(studio, known, 1, 0.6)
            facts = {"field": field, "value": studio, "suggestion": "".join(close)}
            yield Problem(shown(path), "unknown-studio", loc, facts)


def _followed(registry: Registry, path: str, record: models.InspectionRecord) -> Iterator[Problem]:
    """The decisions that follow from an inspection: they exist, and are not earlier."""
    known = {place.stem: decision for place, decision in registry.decisions}
    unread = {place.stem for place in registry.broken if place.parts[0] == "decisions"}
    for n, name in enumerate(record.decisions):
        if name not in known and name not in unread:
            close = difflib.get_close_matches(name, known, 1, 0.6)
            yield Problem(path, "unknown-decision", ("decisions", n), {"value": name, "suggestion": "".join(close)})
        elif name in known and known[name].date.surely_before(record.date):
            facts = {"value": name, "date": known[name].date.iso, "begun": record.date.iso}
            yield Problem(path, "decision-before-inspection", ("decisions", n), facts)


def _named(record: models.Record) -> Iterator[tuple[Loc, str, str]]:
    """Every reference to a studio by its id: its place, the message term for its field, and the id."""
    if isinstance(record, models.StudioRecord):
        yield from _of_profile(record)
    elif isinstance(record, models.YearRecord):
        for a, achievement in enumerate(record.achievements):
            yield from (
                (("achievements", a, "shared_with", n), "partner", s) for n, s in enumerate(achievement.shared_with)
            )
    elif isinstance(record, models.UnionsRecord):
        for u, union in enumerate(record.unions):
            yield from ((("unions", u, "co_studios", n), "co-studio", s) for n, s in enumerate(union.co_studios))
            yield from ((("unions", u, "commends", n), "studio", s) for n, s in enumerate(union.commends))
    elif isinstance(record, models.InspectionRecord):
        yield from ((("studios", n, "studio"), "studio", each.studio) for n, each in enumerate(record.studios))
    elif isinstance(record, models.NoticeRecord | models.EventRecord):
        yield from ((("studios", n), "studio", studio) for n, studio in enumerate(record.studios))
    elif isinstance(record, models.AlliancesRecord):
        yield from _of_alliances(record)


def _of_alliances(record: models.AlliancesRecord) -> Iterator[tuple[Loc, str, str]]:
    for a, alliance in enumerate(record.alliances):
        names: list[tuple[Loc, str]] = [(("alliances", a, "lead"), alliance.lead)]
        names += [(("alliances", a, "members", n), name) for n, name in enumerate(alliance.members)]
        yield from ((loc, "alliance-member", name) for loc, name in names if _SLUG.fullmatch(name))


def _of_profile(record: models.StudioRecord) -> Iterator[tuple[Loc, str, str]]:
    if record.merged_into:
        yield ("merged_into",), "merged-into", record.merged_into
    for n, relation in enumerate(record.relations):
        yield ("relations", n, "studio"), relation.kind, relation.studio
    for n, result in enumerate(record.took_part_in):
        yield ("took_part_in", n), "took-part", result.partition("/")[0]
    for n, leader in enumerate(record.leaders):
        yield from ((("leaders", n, "also_leads", m), "leader", studio) for m, studio in enumerate(leader.also_leads))


def _endings(path: str, record: models.StudioRecord) -> Iterator[Problem]:
    for status, key, field, example in _ENDINGS:
        value = getattr(record, key)
        if record.status == status and not value:
            facts = {"status": status, "key": key, "field": field, "example": example}
            yield Problem(path, "ending-untold", ("status",), facts)
        elif value and record.status != status:
            facts = {"status": status, "key": key, "field": field, "now": record.status}
            yield Problem(path, "ending-unmeant", (key,), facts)


def _active(registry: Registry, path: PurePosixPath, record: models.StudioRecord) -> Iterator[Problem]:
    """A date of the end although neither the profile nor a decision says that the studio has ended."""
    studio = registry.studio_by_id.get(path.parts[1])
    if record.ended_on and studio and not studio.ended:
        facts = {"status": _CLOSED, "key": "ended_on", "field": "closing-date", "now": record.status}
        yield Problem(shown(path), "ending-unmeant", ("ended_on",), facts, severity="warning")


def _order(registry: Registry, path: PurePosixPath, record: models.StudioRecord) -> Iterator[Problem]:
    """A studio merges into one that goes on, and its predecessor is no younger than it."""
    into = registry.studio_by_id.get(record.merged_into or "")
    if into and record.ended_on and into.record.ended_on and into.record.ended_on.surely_before(record.ended_on):
        facts = {"value": into.name, "ended": into.record.ended_on.iso, "merged": record.ended_on.iso}
        yield Problem(shown(path), "merged-into-ended", ("merged_into",), facts, severity="warning")
    for n, relation in enumerate(record.relations):
        other = registry.studio_by_id.get(relation.studio)
        if other and relation.kind in (_PREDECESSOR, _SUCCESSOR):
            pair = ((path.parts[1], record), (other.id, other.record))
            (_, first), (successor, second) = pair if relation.kind == _SUCCESSOR else reversed(pair)
            older, younger = first.founded, second.founded
            merged = first.merged_into == successor  # a young studio may become part of an older one
            if older and younger and younger.surely_before(older) and not merged:
                facts = {"value": relation.kind, "older": older.iso, "younger": younger.iso}
                loc = ("relations", n, "studio")
                yield Problem(shown(path), "predecessor-younger", loc, facts, severity="warning")


def _itself(path: str, studio: str, record: models.StudioRecord) -> Iterator[Problem]:
    if record.merged_into == studio:
        yield Problem(path, "tied-to-itself", ("merged_into",), {"field": "merged-into", "value": studio})
    for n, relation in enumerate(record.relations):
        if relation.studio == studio:
            loc = ("relations", n, "studio")
            yield Problem(path, "tied-to-itself", loc, {"field": relation.kind, "value": studio})


def _outside(path: str, record: models.StudioRecord) -> Iterator[Problem]:
    addresses = [link.address for link in record.links]
    for n, address in enumerate(addresses):
        if address in addresses[:n]:
            yield Problem(path, "duplicate-link", ("links", n, "address"), {"value": address})


def _shared(registry: Registry, path: PurePosixPath, record: models.YearRecord) -> Iterator[Problem]:
    """Each partner is another studio and appears once.

    Also warns if the reporting studio has ended: the site shows its achievements nowhere, not even at its partners.
    """
    owner, place = path.parts[1], shown(path)
    for a, achievement in enumerate(record.achievements):
        for n, partner in enumerate(achievement.shared_with):
            loc = ("achievements", a, "shared_with", n)
            if partner == owner:
                yield Problem(place, "tied-to-itself", loc, {"field": "partner", "value": partner})
            elif partner in achievement.shared_with[:n]:
                yield Problem(place, "duplicate-partner", loc, {"value": partner})
        reporter = registry.studio_by_id.get(owner)
        partners = [each for s in achievement.shared_with if (each := registry.studio_by_id.get(s)) and not each.ended]
        if reporter and reporter.ended and partners:
            facts = {"title": achievement.title, "studio": reporter.name, "partner": partners[0].name}
            yield Problem(place, "shared-but-ended", ("achievements", a, "shared_with"), facts, severity="warning")


def _alliances(path: str, record: models.AlliancesRecord) -> Iterator[Problem]:
    seen = set()
    for n, alliance in enumerate(record.alliances):
        if alliance.id in seen:
            yield Problem(path, "duplicate-alliance", ("alliances", n, "id"), {"value": alliance.id})
        seen.add(alliance.id)
