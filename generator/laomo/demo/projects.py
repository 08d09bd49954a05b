"""The projects of a year: those whose results are at hand, and one still under way."""

from collections.abc import Container, Mapping, Sequence
from random import Random

from laomo.demo import data
from laomo.demo.achievement import Draft
from laomo.demo.yamltext import Value

SOURCES = {"一线发现": 50, "合理化建议": 25, "上级下达": 15, "揭榜": 10}


def finished(rng: Random, done: Sequence[Draft], year: int, carried: Container[Draft]) -> Sequence[Mapping[str, Value]]:
    """Projects of the first results; carried ones were started the year before."""
    work: list[Mapping[str, Value]] = []
    for order, draft in enumerate(done[: rng.choice((1, 2, 2, 3))], 1):
        end = {"end": f"{year}-{rng.randint(7, 10):02d}", "status": "完成", "source": _source(draft)}
        partners = [draft.plan.partner] if rng.random() < 0.06 * draft.plan.richness else []
        start = _midyear(draft, year - 1) if draft in carried else f"{year}-{rng.randint(1, 4):02d}"
        work.append({**_common(draft), "start": start, **end, "partners": partners, "results": [f"{year}-{order:02d}"]})
    return work


def started(drafts: Sequence[Draft], year: int) -> Sequence[Mapping[str, Value]]:
    """Projects under way: they tell the problem, which no result tells yet, and the plan."""
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


def title(draft: Draft) -> str:
    """What the work on a result is called: its title and a word for the work, never the same word twice."""
    forms = data.phrases().project_titles[draft.result.kind]
    titles = [form.format(title=draft.title) for form in forms]
    return draft.rng("title").choice([text for text in titles if text[-2:] not in draft.title] or [draft.title])


def _common(draft: Draft) -> Mapping[str, Value]:
    return {"title": title(draft), "area": draft.result.area, "kinds": draft.result.innovation, "goal": draft.aim}


def _midyear(draft: Draft, year: int) -> str:
    return f"{year}-{draft.rng('start').randint(6, 10):02d}"


def _source(draft: Draft) -> str:
    return draft.rng("source").choices(list(SOURCES), list(SOURCES.values()))[0]
