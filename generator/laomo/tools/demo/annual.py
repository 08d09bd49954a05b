"""`<year>.yml`: a studio's annual record."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple

from laomo.records.yaml.writer import Value
from laomo.tools.demo import achievement, data, honours, projects, summary
from laomo.tools.demo.achievement import AchievementDraft
from laomo.tools.demo.choice import some
from laomo.tools.demo.plan import CityPlan

RESULTS = ((1, 1, 2), (1, 2, 2, 3), (2, 2, 3, 3))
"""The possible numbers of achievements in a year, by richness. Each achievement belongs to a project."""
OUTCOMES = {
    True: ("出师", "晋升高级工", "晋升技师", "岗位技能竞赛获奖"),
    False: ("独立承担岗位工作", "晋升中级职称", "业务竞赛获奖"),
}
"""The outcomes of apprenticeships, in trades with skill grades and in trades without them."""


def records(plan: CityPlan) -> Iterator[tuple[int, Mapping[str, Value]]]:
    """Yield the years on file and their records.

    No template of an achievement is used twice. A project under way is finished in the next year if that year is on file.
    """
    kinds = list(enumerate(plan.trade.words.results))
    drafts = [AchievementDraft(plan, number, result) for number, result in plan.rng("drafts").sample(kinds, len(kinds))]
    most = (len(drafts) - 1) // len(plan.life.reports)
    started: Sequence[AchievementDraft] = ()
    for later, year in zip(range(len(plan.life.reports) - 1, -1, -1), plan.life.reports, strict=True):
        rng, carried = plan.rng(year), started
        done = [drafts.pop() for _ in range(min(rng.choice(RESULTS[plan.richness]), most))]
        ahead = drafts[:-3:-1] if year + 1 in plan.life.reports else _spare(drafts, most * later)
        started = ahead[:1] if len(done) < 3 and rng.random() < 0.45 else ()
        work = [*projects.finished(rng, done, year, carried), *projects.started(started, year)]
        yield year, _record(rng, plan, _YearPlan(year, work, done, ahead[len(started) :]))


def _spare(drafts: list[AchievementDraft], needed: int) -> Sequence[AchievementDraft]:
    """Remove and return up to two drafts that later years do not need: projects whose end is not on file."""
    return [drafts.pop(0) for _ in range(min(2, len(drafts) - needed))]


class _YearPlan(NamedTuple):
    number: int
    work: Sequence[Value]
    done: Sequence[AchievementDraft]
    ahead: Sequence[AchievementDraft]


def _record(rng: Random, plan: CityPlan, year_plan: _YearPlan) -> Mapping[str, Value]:
    rich = plan.richness
    year, work, done, ahead = year_plan
    return {
        "sample": "是",
        "summary": summary.text(plan, year, len(work), done),
        "projects": work,
        "achievements": [
            achievement.record(rng, draft, year, order, recognised=rng.random() < (0.92 if order == 1 else 0.6))
            for order, draft in enumerate(done, 1)
        ],
        "trainings": _trainings(rng, plan, year),
        "mentoring": _mentoring(rng, plan) if rich or rng.random() < 0.4 else None,
        "exchanges": [_event(rng, plan, year, data.phrases().exchanges)] if rng.random() < 0.2 + 0.3 * rich else [],
        "assistance": [_event(rng, plan, year, data.phrases().assistance)] if rng.random() < 0.2 * rich else [],
        "leader_trainings": _leader_trainings(rng, year) if rng.random() < 0.15 * rich else [],
        "suggestions": _suggestions(rng) if rich or rng.random() < 0.3 else None,
        "honours": honours.of_year(rng, year, plan.unit) if rng.random() < 0.06 + 0.06 * rich else [],
        "members_promoted": rng.randint(1, 3) if rng.random() < 0.2 + 0.2 * rich else None,
        "plan_next": _plan_next(rng, plan, ahead) if rng.random() < 0.1 + 0.15 * rich else None,
        "report": {"submitted": f"{year}-12-{rng.randint(8, 31):02d}"} if rng.random() < 0.9 else None,
    }


def _trainings(rng: Random, plan: CityPlan, year: int) -> Sequence[Mapping[str, Value]]:
    topics = some(rng, plan.trade.words.trainings, rng.randint(1, 2 + plan.richness))
    months = sorted(rng.sample(range(1, 13), len(topics)))
    trainings: list[Mapping[str, Value]] = []
    for topic, month in zip(topics, months, strict=True):
        sessions = rng.randint(1, 4)
        people = sessions * rng.randint(8, 30) + rng.randint(0, 7)
        audience = "本单位" if rng.random() < 0.8 else "社会"
        trainings.append(
            {
                "topic": topic,
                "date": f"{year}-{month:02d}",
                "sessions": sessions,
                "attendances": people,
                "audience": audience,
            }
        )
    return trainings


def _mentoring(rng: Random, plan: CityPlan) -> Mapping[str, Value]:
    apprentices = rng.randint(1, 8)
    kind = rng.choice(OUTCOMES[plan.trade.graded])
    count = rng.randint(0, (apprentices + 1) // 2)
    return {"apprentices": apprentices, "outcomes": [{"kind": kind, "count": count}] if count else []}


def _event(rng: Random, plan: CityPlan, year: int, texts: Sequence[str]) -> Mapping[str, Value]:
    trade, text = plan.trade.words, rng.choice(texts)
    topic = text.format(
        training=rng.choice(trade.trainings),
        speciality=rng.choice(trade.specialities),
        label=trade.label,
        partner=plan.partner,
    )
    return {"topic": topic, "date": f"{year}-{rng.randint(3, 11):02d}", "partner": plan.partner}


def _leader_trainings(rng: Random, year: int) -> Sequence[Mapping[str, Value]]:
    return [{"topic": rng.choice(data.phrases().leader_trainings), "date": f"{year}-{rng.randint(4, 11):02d}"}]


def _suggestions(rng: Random) -> Mapping[str, Value]:
    """Proposed, adopted and implemented suggestions; each number is at most the previous one."""
    proposed = rng.randint(6, 60)
    adopted = rng.randint(proposed // 3, proposed)
    implemented = rng.randint(adopted // 2, adopted)
    benefit = f"约{rng.randint(2, 20)}万元" if implemented and rng.random() < 0.3 else None
    return {"proposed": proposed, "adopted": adopted, "implemented": implemented, "benefit": benefit}


def _plan_next(rng: Random, plan: CityPlan, ahead: Sequence[AchievementDraft]) -> str | None:
    if not ahead:
        return None
    training = rng.choice(plan.trade.words.trainings)
    return rng.choice(data.phrases().plan_next).format(
        project=data.quotable(projects.title(ahead[0])), training=training
    )
