"""A year's summary in one sentence: from the trade's texts for the last year on file, from the year's figures for earlier ones."""

import re
from collections.abc import Sequence

from laomo.tools.demo import data
from laomo.tools.demo.achievement import AchievementDraft
from laomo.tools.demo.plan import CityPlan
from laomo.tools.demo.trades import fields


def text(plan: CityPlan, year: int, projects: int, done: Sequence[AchievementDraft]) -> str | None:
    """The summary of a year; None for a year of which nothing is adopted, or an earlier one without a good result. The studios of a trade use its sentences in turn."""
    counts = {"projects": projects, "results": sum(draft.figures.outcome != "failed" for draft in done)}
    if not counts["results"]:
        return None
    if year != plan.life.reports[-1]:
        return _of_results(plan, year, counts, done)
    sentences = plan.trade.words.summaries
    first = plan.ordinal % len(sentences)
    texts = [*sentences[first:], *sentences[:first]]
    fitting = next((text for text in texts if _fits(text, counts)), texts[0])
    return fitting.format(**{**plan.facts(year), **counts})


def _of_results(plan: CityPlan, year: int, counts: dict[str, int], done: Sequence[AchievementDraft]) -> str | None:
    """A sentence about the first achievement that met its aim; None if there is none."""
    best = next((draft for draft in done if draft.figures.outcome == "met"), None)
    if best is None:
        return None
    several = counts["results"] > 1 and counts["projects"] > 1
    fitting = [form for form in data.phrases().summaries if several or not {"results", "projects"} & fields(form)]
    form = plan.rng(f"summary:{year}").choice(fitting)
    return form.format(year=year, title=data.quotable(best.title), **counts, **best.figures.words)


def _fits(text: str, counts: dict[str, int]) -> bool:
    """Whether the counts fit a sentence: one that says “all” or “some” (都, 多数, …) needs a count above one."""
    if "其中" in text and counts["results"] < 3:
        return False
    single = [name for name, count in counts.items() if count == 1]
    return not any(
        re.search(rf"{{{name}}}[^。；]*?(都|均|各|分别|多数|大多|多半|彼此|中有|课题中)", text) for name in single
    )
