"""The projects of a year: finished ones with their achievements, and perhaps one still under way."""

import re
from collections.abc import Container, Mapping, Sequence
from random import Random

from laomo.records.models.year import ProjectRecord
from laomo.records.yaml.writer import Value
from laomo.tools.demo import data
from laomo.tools.demo.achievement import AchievementDraft

_WORK = re.compile(
    "(研发|开发|研制|改造|治理|整治|攻关|改进|研究|改良|整理|建档|编制|设计|应用|优化|提升|实践|控制|修复|利用|替代|试制)$"
)
_METHOD = re.compile("(工艺|技术|方法)$")
SOURCES = {"一线发现": 50, "合理化建议": 25, "上级下达": 15, "揭榜": 10}


def finished(
    rng: Random, done: Sequence[AchievementDraft], year: int, carried: Container[AchievementDraft]
) -> Sequence[Mapping[str, Value]]:
    """Finished projects, one per achievement; those in `carried` were started in the year before."""
    work: list[Mapping[str, Value]] = []
    for order, draft in enumerate(done, 1):
        end = {"end": f"{year}-{rng.randint(7, 10):02d}", "status": "完成", "source": _source(draft)}
        partners = [draft.plan.partner] if rng.random() < 0.06 * draft.plan.richness else []
        start = _midyear(draft, year - 1) if draft in carried else f"{year}-{rng.randint(1, 4):02d}"
        work.append({**_common(draft), "start": start, **end, "partners": partners, "results": [f"{year}-{order:02d}"]})
    return work


def started(drafts: Sequence[AchievementDraft], year: int) -> Sequence[Mapping[str, Value]]:
    """Projects under way. They have a problem and a plan, because no achievement describes them yet."""
    return [
        {
            "title": title(draft),
            "problem": draft.problem,
            **_common(draft),
            "plan": draft.rng("plan").choice(data.phrases().plans),
            "start": _midyear(draft, year),
            "status": "在研",
            "source": _source(draft),
        }
        for draft in drafts
    ]


def stopped(draft: AchievementDraft, year: int) -> Mapping[str, Value]:
    """A project that was stopped without a result, with the reason."""
    rng = draft.rng("stopped")
    dates = {"start": f"{year}-{rng.randint(1, 5):02d}", "end": f"{year}-{rng.randint(8, 11):02d}"}
    told = {"problem": draft.problem, "plan": rng.choice(data.phrases().stopped)}
    record = {**_common(draft), **told, **dates, "status": "终止", "source": _source(draft)}
    return {key: record[key] for key in ProjectRecord.model_fields if key in record}


def title(draft: AchievementDraft) -> str:
    """The title of an achievement's project: the achievement's title and a word for the work, unless it already ends with one."""
    if _WORK.search(draft.title):
        return draft.title
    if _METHOD.search(draft.title):
        return f"{draft.title}研究"
    forms = data.phrases().project_titles[draft.result.kind]
    titles = [form.format(title=draft.title) for form in forms]
    return draft.rng("title").choice(titles)


def _common(draft: AchievementDraft) -> Mapping[str, Value]:
    return {"title": title(draft), "area": draft.result.area, "kinds": draft.result.innovation, "goal": draft.aim}


def _midyear(draft: AchievementDraft, year: int) -> str:
    return f"{year}-{draft.rng('start').randint(6, 10):02d}"


def _source(draft: AchievementDraft) -> str:
    return draft.rng("source").choices(list(SOURCES), list(SOURCES.values()))[0]
