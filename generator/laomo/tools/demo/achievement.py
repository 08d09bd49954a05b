"""An achievement of a studio: a template from its trade, with words in its slots and random figures."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import prod
from random import Random

from laomo.records.yaml.writer import Value
from laomo.tools.demo import data
from laomo.tools.demo.choice import chance, pick, scale
from laomo.tools.demo.plan import CityPlan
from laomo.tools.demo.trades import Result, TradeBenefit, TradeMeasure, trades

PATENTS = ("发明专利", "实用新型专利", "外观设计专利")
DISTRICTS = ("yuxin", "yubei", "lankou", "ouwan", "yuxi", "yudong")


@dataclass(frozen=True)
class AchievementDraft:
    """An achievement that a studio works on. `number` is the index of `result` among the trade's templates."""

    plan: CityPlan
    number: int
    result: Result

    def rng(self, purpose: str) -> Random:
        """A random generator for one purpose, independent of the year."""
        return self.plan.rng(f"{self.number}:{purpose}")

    @cached_property
    def _usage(self) -> tuple[int, int]:
        """How often the trade's studios have used all combinations of words, and the number of this combination."""
        combinations = prod(map(len, self.result.slots.values()))
        start = chance(self.plan.seed, self.plan.trade.slug, self.number).randrange(combinations)
        return divmod(start + self.plan.ordinal, combinations)

    @property
    def slots(self) -> Mapping[str, str]:
        """Slot → word. Studios of a trade share a combination only after all combinations have been used."""
        return self.result.combination(self._usage[1])

    @cached_property
    def figures(self) -> Mapping[str, str]:
        """The figures `before` and `after`, the `aim` of the project, which is slightly exceeded, and the `unit`; empty without a measure.

        Equal texts get different figures.
        """
        measure = self.result.measure
        if measure is None:
            return {}
        rounds, combination = self._usage
        text, place, equal = repeated_texts(self.plan.trade.slug, self.number)[combination]
        rng = chance(self.plan.seed, self.plan.trade.slug, self.number, text)
        pair = pick(
            rng, rounds * equal + place, scale(measure.before, measure.decimals), scale(measure.after, measure.decimals)
        )
        before, after = (f"{figure:.{measure.decimals}f}" for figure in pair)
        aim = float(after) + (float(before) - float(after)) * 0.12
        return {"before": before, "after": after, "aim": f"{aim:.{measure.decimals}f}", "unit": measure.unit}

    @property
    def title(self) -> str:
        """The title."""
        return self.result.title.format(**self.slots)

    @property
    def problem(self) -> str:
        """The problem to solve."""
        return self.result.problem.format(**self.slots)

    @property
    def aim(self) -> str | None:
        """The project's goal, as a phrase; None without a measure."""
        if self.result.measure is None:
            return None
        falling = float(self.figures["after"]) < float(self.figures["before"])
        phrase = "由{before}{unit}降至{aim}{unit}以内" if falling else "由{before}{unit}提高到{aim}{unit}以上"
        return self.result.measure.indicator + phrase.format(**self.figures)


@cache
def repeated_texts(trade: str, number: int) -> Sequence[tuple[str, int, int]]:
    """For each combination of words: the text of title and solution, its index among equal texts, and the number of equal texts.

    Combinations that differ only in a word of the problem have the same title and solution.
    """
    result = next(each for each in trades() if each.slug == trade).words.results[number]
    combinations = (result.combination(n) for n in range(prod(map(len, result.slots.values()))))
    texts = [f"{result.title} {result.solution}".format(**slots) for slots in combinations]
    seen, places = Counter[str](), []
    for text in texts:
        places.append(seen[text])
        seen[text] += 1
    return [(text, place, seen[text]) for text, place in zip(texts, places, strict=True)]


def record(rng: Random, draft: AchievementDraft, year: int, order: int, *, recognised: bool) -> Mapping[str, Value]:
    """The achievement as an entry of a year's record; `order` is its number within the year."""
    result, figures = draft.result, draft.figures
    patent = result.kind in PATENTS
    return {
        "id": f"{year}-{order:02d}",
        "title": draft.title,
        "kind": result.kind,
        "disclosure": "专利已申请" if patent else "可公开",
        "innovation": result.innovation,
        "problem": draft.problem,
        "solution": result.solution.format(**draft.slots),
        "effect": result.effect.format(**{**draft.slots, **figures}),
        "measures": [_measure(result.measure, figures)] if result.measure else [],
        "benefits": [_benefit(rng, result.benefit, year)] if result.benefit and rng.random() < 0.7 else [],
        "recognised_by": [_recognition(rng, draft.plan, year)] if recognised else [],
        "ip": _property(rng, draft, year) if patent or result.kind == "软件著作权" else None,
        "promotion": _promotion(rng, result, year) if rng.random() < 0.3 + 0.2 * draft.plan.richness else [],
    }


def _measure(measure: TradeMeasure, figures: Mapping[str, str]) -> Mapping[str, Value]:
    return {
        "indicator": measure.indicator,
        "before": figures["before"],
        "after": figures["after"],
        "unit": measure.unit,
    }


def _benefit(rng: Random, benefit: TradeBenefit, year: int) -> Mapping[str, Value]:
    """About half of the amounts are approximate, like published ones; these are rarely for a single year."""
    amount = rng.uniform(*benefit.amount)
    exact = rng.random() < 0.45
    period = "年度" if exact else rng.choice(("年均", "自应用以来", "累计"))
    return {
        "kind": benefit.kind,
        "amount": (_exact(amount, benefit.unit) if exact else _vague(rng, amount)) + benefit.unit,
        "period": period,
        "as_of": f"{year}-12" if period in ("自应用以来", "累计") else None,
        "source": rng.choice(data.phrases().sources) if benefit.unit.endswith("元") and rng.random() < 0.6 else None,
    }


def _exact(amount: float, unit: str) -> str:
    return (
        f"{round(amount, 1 if amount < 40 and unit.startswith(('万', '吨')) else 0):g}"
        if amount < 10_000
        else _wan(amount)
    )


def _vague(rng: Random, amount: float) -> str:
    if amount < 10:
        return f"约{max(round(amount), 1)}"
    step = 10 ** (len(str(int(amount))) - 1)
    near, about = int(-(-amount // step) * step), round(amount / step * 2) * step // 2
    if amount >= 10_000:
        return rng.choice((f"近{_wan(near)}", f"约{_wan(about)}"))
    return rng.choice((f"{int(amount // step * step)}余", f"近{near}", f"约{about}"))


def _wan(amount: float) -> str:
    return f"{round(amount / 10_000, 2):g}万"


def _recognition(rng: Random, plan: CityPlan, year: int) -> Mapping[str, Value]:
    """A recognition, mostly by the unit itself, less often by the unions of the city or the province."""
    shares = {
        "企业级": 60,
        "区级": 20 * (plan.union in DISTRICTS),
        "市级": 14 + 10 * plan.richness,
        "省级": 4 * plan.richness,
    }
    level = rng.choices(list(shares), list(shares.values()))[0]
    bodies = {"企业级": plan.unit, "区级": f"{plan.region}总工会", "市级": "云屿市总工会", "省级": "东澜省总工会"}
    return {"body": bodies[level], "level": level, "year": year, "award": rng.choice(data.phrases().awards[level])}


def _property(rng: Random, draft: AchievementDraft, year: int) -> Mapping[str, Value]:
    """The state of a patent: filed, accepted or granted. Software copyrights are registered, and get no number here."""
    date = f"{year}-{rng.randint(11, 12)}"
    if draft.result.kind not in PATENTS:
        return {"state": "登记", "date": date, "owner": draft.plan.unit}
    granted = 15 if draft.result.kind == "发明专利" else 50
    state = rng.choices(("申请", "受理", "授权"), (35, 15, granted))[0]
    number = f"示例专利{year}-{draft.plan.index * 20 + draft.number + 1:04d}"
    return {"state": state, "number": number, "date": date, "owner": draft.plan.unit}


def _promotion(rng: Random, result: Result, year: int) -> Sequence[Mapping[str, Value]]:
    scope = rng.choice(result.scope) if result.scope else "本单位"
    count = {"班组": f"{rng.randint(2, 8)}个班组", "本系统": f"{rng.randint(2, 6)}家单位"}.get(scope)
    place = rng.choice(data.phrases().places[scope])
    return [{"place": place, "scope": scope, "year": year, "count": count if rng.random() < 0.5 else None}]
