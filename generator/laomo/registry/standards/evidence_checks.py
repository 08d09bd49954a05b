"""The checks that a standard's item may use. Each is a function of one studio's records in one year.

A check finds proofs, which are links to the records on the site, never tick boxes (domain notes §7 rule 1). To add one,
write the function and add its name to `EVIDENCE_CHECKS`, `vocabulary.STANDARD_CHECKS` and `models.standard.PARAMETERS`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from laomo.records.models import vocabulary
from laomo.records.models.standard import ItemCheck
from laomo.registry.standards import fields
from laomo.registry.standards.fields import Proof
from laomo.registry.studio import Studio, Year


@dataclass(frozen=True, slots=True)
class FoundEvidence:
    """The proofs that one check found. `enough` is None if only the union can judge."""

    proofs: tuple[Proof, ...] = ()
    enough: bool | None = False
    recommended: bool | None = None
    """Whether the recommended number was reached; None if none is recommended."""


EvidenceCheck = Callable[[ItemCheck, Studio, int], FoundEvidence]


def run_check(check: ItemCheck, studio: Studio, year: int) -> FoundEvidence:
    """Run one check on a studio's records for a year."""
    return EVIDENCE_CHECKS[check.kind](check, studio, year)


def _of_year(studio: Studio, year: int) -> Year | None:
    return next((each for each in studio.years if each.year == year), None)


def _page(studio: Studio, year: int, section: str) -> str:
    return studio.section_of_year(year, section)


def _counted(check: ItemCheck, proofs: Iterator[Proof], count: int | None = None) -> FoundEvidence:
    found = tuple(proofs)
    count = len(found) if count is None else count
    least = 1 if check.minimum is None else max(check.minimum, 1)
    return FoundEvidence(found, count >= least, None if check.recommended is None else count >= check.recommended)


def _projects(check: ItemCheck, studio: Studio, year: int) -> FoundEvidence:
    """厦工办〔2013〕6号 三·4: at least one a year, two recommended."""
    of_year = _of_year(studio, year)
    projects = of_year.record.projects if of_year else ()
    return _counted(check, (Proof(p.title, _page(studio, year, f"project-{n}")) for n, p in enumerate(projects, 1)))


def _achievements(check: ItemCheck, studio: Studio, year: int) -> FoundEvidence:
    achievements = studio.achievements_by_year.get(year, ())
    return _counted(check, (Proof(a.record.title, a.url) for a in achievements))


def _recognised(check: ItemCheck, studio: Studio, year: int) -> FoundEvidence:
    """厦工办〔2013〕6号 三·7: results that a competent body has recognised."""
    achievements = (a for a in studio.achievements_by_year.get(year, ()) if a.record.recognised_by)
    return _counted(check, (Proof(a.record.title, a.url) for a in achievements))


def _awards(check: ItemCheck, studio: Studio, year: int) -> FoundEvidence:
    of_year = _of_year(studio, year)
    won = (
        Proof(a.record.title, a.url)
        for a in studio.achievements_by_year.get(year, ())
        if a.record.kind == "获奖" or any(each.award for each in a.record.recognised_by)
    )
    honours = of_year.record.honours if of_year else ()
    page = _page(studio, year, "honours")
    named = [*(each.title for each in studio.commendations if each.decision.date.year == year and of_year)]
    return _counted(check, chain(won, (Proof(name, page) for name in [*(h.name for h in honours), *named])))


def _goals(check: ItemCheck, studio: Studio, year: int) -> FoundEvidence:
    """河南省总工会 2015-02-06 四, 六有之四: goals and a plan for the problems to be solved."""
    of_year, before = _of_year(studio, year), _of_year(studio, year - 1)
    proofs = [
        Proof(project.title, _page(studio, year, f"project-{n}"))
        for n, project in enumerate(of_year.record.projects if of_year else (), 1)
        if project.goal or project.plan
    ]
    if before and before.record.plan_next:
        proofs.append(Proof(f"{year - 1}年写下的计划", _page(studio, year - 1, "plan-next")))
    return _counted(check, iter(proofs))


def _trainings(check: ItemCheck, studio: Studio, year: int) -> FoundEvidence:
    """Counts sessions. A training that does not state their number counts as one."""
    of_year = _of_year(studio, year)
    trainings = of_year.record.trainings if of_year else ()
    count = sum(1 if training.sessions is None else training.sessions for training in trainings)
    proofs = [Proof(f"培训 {count} 场", _page(studio, year, "trainings"))] if trainings else []
    return _counted(check, iter(proofs), count)


def _leader_honour(check: ItemCheck, studio: Studio, year: int) -> FoundEvidence:
    """厦工办〔2013〕6号 三·1: a valid honour, received by that year, of somebody who led the studio in that year."""
    rank = list(vocabulary.LEVELS)
    lowest = rank.index(check.level) if check.level else len(rank)
    proofs = tuple(
        Proof(f"{leader.name}：{honour.name}", f"{studio.url}#leaders")
        for leader in studio.record.leaders
        if (leader.start is None or leader.start.year <= year) and (leader.end is None or leader.end.year >= year)
        for honour in leader.honours
        if honour.year <= year and rank.index(honour.level) <= lowest
        if not check.names or any(name in honour.name for name in check.names)
    )
    return FoundEvidence(proofs, bool(proofs))


def _fields(check: ItemCheck, studio: Studio, year: int) -> FoundEvidence:
    def proofs(paths: tuple[str, ...]) -> list[Proof]:
        return [proof for path in paths if (proof := fields.find(path, studio, year))]

    every, some = proofs(check.all_of), proofs(check.any_of)
    enough = len(every) == len(check.all_of) and (bool(some) or not check.any_of)
    return FoundEvidence(tuple(dict.fromkeys([*every, *some])), enough and bool(every or some))


def _plaque(_: ItemCheck, studio: Studio, year: int) -> FoundEvidence:
    plaque = studio.record.plaque
    if plaque is None or plaque.year > year:
        return FoundEvidence()
    return FoundEvidence((Proof(f"{plaque}挂牌", f"{studio.url}#timeline"),), enough=True)


def _frontline(check: ItemCheck, studio: Studio, _: int) -> FoundEvidence:
    """河南省总工会 2015-02-06 四, 六有之三: front-line workers belong to the team."""
    count = (studio.record.team.frontline or 0) if studio.record.team else 0
    return _counted(check, iter([Proof(f"一线职工 {count} 人", f"{studio.url}#team")] if count else []), count)


def _manual(_: ItemCheck, __: Studio, ___: int) -> FoundEvidence:
    return FoundEvidence(enough=None)


EVIDENCE_CHECKS: dict[str, EvidenceCheck] = {
    "projects-in-year": _projects,
    "achievements-in-year": _achievements,
    "recognised-achievements-in-year": _recognised,
    "awards-in-year": _awards,
    "goals-in-year": _goals,
    "trainings-in-year": _trainings,
    "leader-honour": _leader_honour,
    "fields-present": _fields,
    "plaque": _plaque,
    "frontline-member": _frontline,
    "manual": _manual,
}
