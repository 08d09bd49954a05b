"""数字对得上：团队各部分相加等于总人数，现任领衔人、晋级的成员不多于团队人数；建议提出 ≥ 采纳 ≥ 实施；培训人次不少于场次；成效人数、结对的徒弟不多于带徒人数，师傅和徒弟是两个人。

Passes: total: 12，by_grade: {技师: 5, 高级工: 7}；提出 30，采纳 20，实施 18。
Fails: total: 12，by_grade: {技师: 5, 高级工: 6}；采纳 20，实施 22。
"""

from collections.abc import Iterator
from itertools import pairwise

from laomo.problems.problem import Facts, Problem
from laomo.records.layout import shown
from laomo.records.models.studio import Team
from laomo.records.models.year import Mentoring, Suggestions, Training
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.text.person_names import key


def check(registry: Registry) -> Iterator[Problem]:
    for studio in registry.studios:
        if studio.record.team:
            yield from _team(shown(studio.path), studio.record.team)
            yield from _members(studio, studio.record.team.total)
        for year in studio.years:
            for n, training in enumerate(year.record.trainings):
                yield from _training(shown(year.path), n, training)
            if year.record.suggestions:
                yield from _suggestions(shown(year.path), year.record.suggestions)
            if year.record.mentoring:
                yield from _mentoring(shown(year.path), year.record.mentoring)
            if year.unredacted.mentoring:
                yield from _pairs(shown(year.path), year.unredacted.mentoring)


def _team(path: str, team: Team) -> Iterator[Problem]:
    for name in ("by_grade", "by_age", "by_education"):
        parts = getattr(team, name)
        if parts and sum(parts.values()) != team.total:
            facts = {"field": _title(name), "sum": sum(parts.values()), "total": team.total}
            yield Problem(path, "team-parts", ("team", name), facts)
    if (crossed := sum(cell.count for cell in team.by_grade_and_age)) and crossed != team.total:
        facts = {"field": _title("by_grade_and_age"), "sum": crossed, "total": team.total}
        yield Problem(path, "team-parts", ("team", "by_grade_and_age"), facts)
    for name in ("frontline", "female"):
        part = getattr(team, name)
        if part is not None and part > team.total:
            facts = {"field": _title(name), "value": part, "total": team.total}
            yield Problem(path, "more-than-team", ("team", name), facts)


def _members(studio: Studio, total: int) -> Iterator[Problem]:
    leading = sum(leader.end is None for leader in studio.unredacted.leaders)
    if leading > total and not studio.ended:
        facts: Facts = {"field": "present-leaders", "value": leading, "total": total}
        yield Problem(shown(studio.path), "more-than-team", ("team", "total"), facts, severity="warning")
    for year in studio.years:
        promoted = year.record.members_promoted or 0
        if promoted > total:  # in an earlier year the team may have been larger
            facts = {"field": "members-promoted", "value": promoted, "total": total}
            yield Problem(shown(year.path), "more-than-team", ("members_promoted",), facts, severity="notice")


def _title(name: str) -> str:
    return Team.model_fields[name].title or name


def _suggestions(path: str, suggestions: Suggestions) -> Iterator[Problem]:
    steps = [
        (name, Suggestions.model_fields[name].title or name, getattr(suggestions, name))
        for name in ("proposed", "adopted", "implemented")
    ]
    known = [step for step in steps if step[2] is not None]
    for (_, earlier, less), (name, later, more) in pairwise(known):
        if more > less:
            facts = {"later": later, "earlier": earlier, "more": more, "less": less}
            yield Problem(path, "suggestions-order", ("suggestions", name), facts)


def _training(path: str, n: int, training: Training) -> Iterator[Problem]:
    """At each session there is somebody."""
    if training.attendances is not None and training.attendances < (training.sessions or 0):
        facts: Facts = {"sessions": training.sessions or 0, "attendances": training.attendances}
        yield Problem(path, "fewer-than-sessions", ("trainings", n, "attendances"), facts, severity="warning")


def _mentoring(path: str, mentoring: Mentoring) -> Iterator[Problem]:
    for n, outcome in enumerate(mentoring.outcomes):
        if outcome.count > mentoring.apprentices:
            facts: Facts = {"value": outcome.kind, "count": outcome.count, "apprentices": mentoring.apprentices}
            yield Problem(path, "outcomes-over-apprentices", ("mentoring", "outcomes", n, "count"), facts)


def _pairs(path: str, mentoring: Mentoring) -> Iterator[Problem]:
    for n, pair in enumerate(mentoring.pairs):
        if key(pair.mentor) == key(pair.apprentice):
            loc = ("mentoring", "pairs", n, "apprentice")
            yield Problem(path, "own-apprentice", loc, {"value": pair.apprentice}, severity="warning")
    paired = len({key(pair.apprentice) for pair in mentoring.pairs})
    if paired > mentoring.apprentices:
        facts = {"pairs": paired, "apprentices": mentoring.apprentices}
        yield Problem(path, "pairs-over-apprentices", ("mentoring", "apprentices"), facts, severity="warning")
