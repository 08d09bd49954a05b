"""同一份档案里的数字对得上：团队各部分相加等于总人数，建议提出 ≥ 采纳 ≥ 实施，成效人数不多于带徒人数。

Passes: total: 12，by_grade: {技师: 5, 高级工: 7}；提出 30，采纳 20，实施 18。
Fails: total: 12，by_grade: {技师: 5, 高级工: 6}；采纳 20，实施 22。
"""

from collections.abc import Iterator
from itertools import pairwise

from laomo.problems.problem import Facts, Problem
from laomo.records.layout import shown
from laomo.records.models.studio import Team
from laomo.records.models.year import Mentoring, Suggestions
from laomo.registry.registry import Registry


def check(registry: Registry) -> Iterator[Problem]:
    for studio in registry.studios:
        if studio.record.team:
            yield from _team(shown(studio.path), studio.record.team)
        for year in studio.years:
            if year.record.suggestions:
                yield from _suggestions(shown(year.path), year.record.suggestions)
            if year.record.mentoring:
                yield from _mentoring(shown(year.path), year.record.mentoring)


def _team(path: str, team: Team) -> Iterator[Problem]:
    for key in ("by_grade", "by_age", "by_education"):
        parts = getattr(team, key)
        if parts and sum(parts.values()) != team.total:
            facts = {"field": _title(key), "sum": sum(parts.values()), "total": team.total}
            yield Problem(path, "team-parts", ("team", key), facts)
    for key in ("frontline", "female"):
        part = getattr(team, key)
        if part is not None and part > team.total:
            facts = {"field": _title(key), "value": part, "total": team.total}
            yield Problem(path, "more-than-team", ("team", key), facts)


def _title(key: str) -> str:
    return Team.model_fields[key].title or key


def _suggestions(path: str, suggestions: Suggestions) -> Iterator[Problem]:
    steps = [
        (key, Suggestions.model_fields[key].title or key, getattr(suggestions, key))
        for key in ("proposed", "adopted", "implemented")
    ]
    known = [step for step in steps if step[2] is not None]
    for (_, earlier, less), (key, later, more) in pairwise(known):
        if more > less:
            facts = {"later": later, "earlier": earlier, "more": more, "less": less}
            yield Problem(path, "suggestions-order", ("suggestions", key), facts)


def _mentoring(path: str, mentoring: Mentoring) -> Iterator[Problem]:
    for n, outcome in enumerate(mentoring.outcomes):
        if outcome.count > mentoring.apprentices:
            facts: Facts = {"value": outcome.kind, "count": outcome.count, "apprentices": mentoring.apprentices}
            yield Problem(path, "outcomes-over-apprentices", ("mentoring", "outcomes", n, "count"), facts)
