"""写到别的工会的工作室或网页上的（共同完成、关系、共建、兼任领衔、别的工会的表彰），对方的档案里也写了才算数；还没写的，提醒一次，写明请谁写什么。

Passes: 成果的 shared_with 写了别的工会的工作室 nurse，nurse 的档案里写了 took_part_in: [crane/anti-sway]。
Fails: relations 写了别的工会的工作室，对方的档案里没有写这个关系。
"""

from collections.abc import Iterator

from laomo.problems.problem import Facts, Loc, Problem
from laomo.records.layout import shown
from laomo.records.models import UnionRecord
from laomo.registry.claims import Claim, claims
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio
from laomo.text.person_names import key


def check(registry: Registry) -> Iterator[Problem]:
    told = set()
    for claim in claims(registry):
        both = (claim.kind, claim.what, frozenset((claim.by.id, claim.page.id)))
        if not claim.agreed and (claim.kind != "likeness" or both not in told):
            told.add(both)
            code = "maybe-one-person" if claim.kind == "likeness" else "not-yet-agreed"
            yield Problem(shown(claim.path), code, claim.loc, _facts(claim), severity="notice")
    for studio in registry.studios:
        yield from _unasked(registry, studio)
    for n, union in enumerate(registry.unions):
        for m, each in enumerate(union.co_studios):
            guest = _readable(registry, each)
            named = guest.record.co_unions if guest else ()
            misspelt = any(other not in registry.union_by_id for other in named)  # which is an error of its own
            if guest and union.id not in named and not misspelt:
                loc = ("unions", n, "co_studios", m)
                yield _nothing(("studios/unions.yml", loc), "co-studio", each, guest, f"co_unions: [{union.id}]")


def _facts(claim: Claim) -> Facts:
    union = claim.page.name if isinstance(claim.page, UnionRecord) else claim.page.union.name
    return {
        "field": claim.kind,
        "value": claim.what,
        "union": union,
        "other": claim.page.name,
        "file": shown(claim.file),
        "entry": claim.entry,
        "own": f"also_leads: [{claim.page.id}]",
    }


def _unasked(registry: Registry, studio: Studio) -> Iterator[Problem]:
    """What a profile agrees to and the other's record does not say."""
    for n, each in enumerate(studio.record.took_part_in):
        reporter, _, achievement = each.partition("/")
        other = _readable(registry, reporter)
        if other and each not in {f"{item.studio.id}/{item.record.id}" for item in _naming(other, studio)}:
            entry = f"id: {achievement} … shared_with: [{studio.id}]"
            yield _nothing((shown(studio.path), ("took_part_in", n)), "took-part", each, other, entry)
    shown_leaders = {leader.name for leader in studio.record.leaders}
    for n, leader in enumerate(studio.unredacted.leaders):
        for m, each in enumerate(leader.also_leads if leader.name in shown_leaders else ()):
            other = _readable(registry, each)
            if other and key(leader.name) not in {key(one.name) for one in other.record.leaders}:
                loc = ("leaders", n, "also_leads", m)
                yield _nothing((shown(studio.path), loc), "leader", each, other, f"name: {leader.name}")


def _readable(registry: Registry, studio: str) -> Studio | None:
    """A studio all of whose files could be read: a broken one may say what is missed."""
    return None if registry.unreadable(studio) else registry.studio_by_id.get(studio)


def _naming(reporter: Studio, partner: Studio) -> Iterator[Achievement]:
    return (item for item in reporter.achievements if partner in item.named)


def _nothing(place: tuple[str, Loc], field: str, value: str, other: Studio, entry: str) -> Problem:
    facts = {"field": field, "value": value, "other": other.name, "file": shown(other.path.parent), "entry": entry}
    return Problem(place[0], "nothing-to-agree", place[1], facts, severity="notice")
