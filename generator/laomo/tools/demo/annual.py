"""`<year>.yml`: a studio's annual record."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple

from laomo.records.yaml.writer import Value
from laomo.tools.demo import achievement, data, honours, projects, summary
from laomo.tools.demo.achievement import AchievementDraft
from laomo.tools.demo.choice import in_turn
from laomo.tools.demo.plan import CityPlan
from laomo.tools.demo.texts import Told

RESULTS = ((1, 1, 1, 2), (1, 1, 2, 2), (1, 2, 2, 3))
"""The possible numbers of achievements in a year, by richness. Each achievement belongs to a project."""
STOPPED = 0.08
"""The share of years with a project that was stopped."""
OUTCOMES = {
    True: ("出师", "晋升高级工", "晋升技师", "竞赛获奖", "独立顶岗"),
    False: ("独立顶岗", "晋升中级", "竞赛获奖", "取得资格", "公开课获奖"),
}
"""The outcomes of apprenticeships, in trades with skill grades and in trades without them."""


def records(plan: CityPlan, told: Told) -> Iterator[tuple[int, Mapping[str, Value]]]:
    """Yield the years on file and their records, and add their achievements to what is `told`.

    No template of an achievement is used twice. A project under way is finished in the next year if that year is on file.
    """
    counts = _counts(plan)
    drafts, spare = _drafts(plan, told, sum(counts))
    started: Sequence[AchievementDraft] = ()
    for year, count in zip(plan.life.reports, counts, strict=True):
        rng, carried = plan.rng(year), started
        done, drafts = drafts[:count], drafts[count:]
        ahead = drafts[:2] if year + 1 in plan.life.reports else [spare.pop() for _ in range(min(2, len(spare)))]
        started = ahead[:1] if len(done) < 3 and rng.random() < 0.45 else ()
        work = [*projects.finished(rng, done, year, carried), *projects.started(started, year)]
        if spare and len(work) < 4 and rng.random() < STOPPED:
            work.append(projects.stopped(spare.pop(), year))
        yield year, _record(rng, plan, _YearPlan(year, work, done, ahead[len(started) :]), told)


def _counts(plan: CityPlan) -> list[int]:
    """How many achievements each year has; together fewer than the trade has templates, so that some remain for projects."""
    most = (len(plan.trade.words.results) - 1) // len(plan.life.reports)
    return [min(plan.rng(f"results:{year}").choice(RESULTS[plan.richness]), most) for year in plan.life.reports]


def _drafts(plan: CityPlan, told: Told, count: int) -> tuple[list[AchievementDraft], list[AchievementDraft]]:
    """Drafts of this many achievements, from the templates that were used least, and drafts of all other templates."""
    results = plan.trade.words.results
    uses = [told.uses(plan.trade.slug, number) for number in range(len(results))]
    mixed = plan.rng("drafts").sample(range(len(results)), len(results))
    numbers = sorted(mixed, key=lambda number: uses[number])
    drafts = [AchievementDraft(plan, number, results[number], uses[number]) for number in numbers]
    return drafts[:count], drafts[count:]


class _YearPlan(NamedTuple):
    number: int
    work: Sequence[Value]
    done: Sequence[AchievementDraft]
    ahead: Sequence[AchievementDraft]


def _record(rng: Random, plan: CityPlan, year_plan: _YearPlan, told: Told) -> Mapping[str, Value]:
    rich = plan.richness
    year, work, done, ahead = year_plan
    return {
        "sample": "是",
        "summary": summary.text(plan, year, len(work), done),
        "projects": work,
        "achievements": [
            achievement.record(
                rng, draft, draft.tell(told), (year, order), recognised=rng.random() < (0.92 if order == 1 else 0.6)
            )
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
    topics = in_turn(plan.ordinal + year, plan.trade.words.trainings, rng.randint(1, 2 + plan.richness))
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
    """Proposed, adopted and implemented suggestions; each number is smaller than the previous one."""
    proposed = rng.randint(6, 60)
    adopted = rng.randint(proposed // 4 + 1, proposed * 4 // 5)
    implemented = rng.randint(adopted // 2, adopted - 1)
    benefit = f"约{rng.randint(2, 20)}万元" if implemented and rng.random() < 0.3 else None
    return {"proposed": proposed, "adopted": adopted, "implemented": implemented, "benefit": benefit}


def _plan_next(rng: Random, plan: CityPlan, ahead: Sequence[AchievementDraft]) -> str | None:
    if not ahead:
        return None
    training = rng.choice(plan.trade.words.trainings)
    return rng.choice(data.phrases().plan_next).format(
        project=data.quotable(projects.title(ahead[0])), training=training
    )
