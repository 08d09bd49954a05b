"""The figures of an achievement: before, after and aimed at, and how far the aim was reached."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from laomo.tools.demo.choice import TENS_FROM
from laomo.tools.demo.trades import TradeMeasure

OUTCOMES = {"met": 60, "small": 14, "missed": 16, "failed": 10}
"""Shares in percent: the aim was met, the difference is small, the aim was missed, or the result was not adopted."""
REACH = {"met": (1, 1), "small": (0.12, 0.3), "missed": (0.4, 0.75), "failed": (-0.06, 0.08)}
"""How much of the usual difference was reached."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures as texts. `words` has them by the names of the placeholders: b, a, aim, u and pct, the percentage of a fall."""

    outcome: str
    falling: bool
    words: Mapping[str, str]

    @property
    def changed(self) -> bool:
        """Whether the figures before and after differ."""
        return self.words["b"] != self.words["a"]


def draw(rng: Random, measure: TradeMeasure) -> Figures:
    """Random figures. An outcome that the rounded figures would contradict counts as met."""
    before, best = rng.uniform(*measure.before), rng.uniform(*measure.after)
    outcome = rng.choices(list(OUTCOMES), list(OUTCOMES.values()))[0]
    after = before + (best - before) * rng.uniform(*REACH[outcome])
    aim = best if outcome in ("missed", "failed") else after + (before - after) * rng.uniform(0, 0.15)
    texts = [_text(figure, measure) for figure in (before, after, aim)]
    if outcome in ("small", "missed") and (texts[0] == texts[1] or texts[1] == texts[2]):
        outcome, texts = "met", [texts[0], _text(best, measure), _text(best, measure)]
    return Figures(outcome, best < before, _words(measure, *texts))


def _text(figure: float, measure: TradeMeasure) -> str:
    """The figure as written: a multiple of ten if the measure's figures are large."""
    large = not measure.decimals and measure.before[1] >= TENS_FROM
    return f"{round(figure, -1) if large else figure:.{measure.decimals}f}"


def _words(measure: TradeMeasure, before: str, after: str, aim: str) -> Mapping[str, str]:
    b = float(before)
    pct = {} if measure.unit in "%‰" or not b else {"pct": (b - float(after)) / b, "aim_pct": (b - float(aim)) / b}
    words = {"i": measure.indicator, "b": before, "a": after, "aim": aim, "u": measure.unit}
    shares = {name: f"{share:.0%}"[:-1] for name, share in pct.items() if 0.02 < share < 0.98}
    return {**words, "before": before, "after": after, "unit": measure.unit, **shares}
