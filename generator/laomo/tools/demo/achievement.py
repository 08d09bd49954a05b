"""An achievement of a studio: a template from its trade, with words in its slots and random figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from laomo.records.yaml.writer import Value
from laomo.tools.demo import data, figures, texts, units
from laomo.tools.demo.figures import Figures
from laomo.tools.demo.plan import CityPlan
from laomo.tools.demo.texts import Material, Told, Wording
from laomo.tools.demo.trades import Result, TradeBenefit, TradeMeasure

PATENTS = ("发明专利", "实用新型专利", "外观设计专利")
DISTRICTS = ("yuxin", "yubei", "lankou", "ouwan", "yuxi", "yudong")


@dataclass(frozen=True)
class AchievementDraft:
    """An achievement that a studio works on. `number` is the index of `result` among the trade's templates, `use` counts its uses."""

    plan: CityPlan
    number: int
    result: Result
    use: int

    def rng(self, purpose: str) -> Random:
        """A random generator for one purpose, independent of the year."""
        return self.plan.rng(f"{self.number}:{purpose}")

    @cached_property
    def figures(self) -> Figures:
        """The figures, and how far the aim was reached."""
        return figures.draw(self.rng("figures"), self.result.measure)

    @cached_property
    def title(self) -> str:
        """The title."""
        return self.result.title.format(**self.result.combination(self.use))

    @property
    def problem(self) -> str:
        """The problem to solve, as a project without an achievement states it."""
        return texts.problem(self.rng("problem"), self.result, self.result.combination(self.use))

    def tell(self, told: Told) -> Wording:
        """Its texts, unlike those told so far."""
        source = Material(self.plan.trade, self.result, self.use, self.figures)
        return told.tell((self.plan.seed, self.plan.index, self.number), self.number, source)

    @property
    def aim(self) -> str | None:
        """The project's goal; some projects have none on file."""
        rng = self.rng("aim")
        return texts.goal(rng, self.figures) if rng.random() < 0.65 else None


def record(
    rng: Random, draft: AchievementDraft, told: Wording, number: tuple[int, int], *, recognised: bool
) -> Mapping[str, Value]:
    """The achievement with its texts as an entry of a year's record; `number` is the year and its place within the year."""
    year, order = number
    result, figures = draft.result, draft.figures
    patent, adopted = result.kind in PATENTS, figures.outcome != "failed"
    return {
        "id": f"{year}-{order:02d}",
        "title": draft.title,
        "kind": result.kind,
        "disclosure": "专利已申请" if patent else "可公开",
        "innovation": result.innovation,
        **told._asdict(),
        "measures": [_measure(result.measure, figures)] if figures.changed else [],
        "benefits": _benefit(rng, draft, year) if figures.outcome == "met" and rng.random() < 0.75 else [],
        "recognised_by": [_recognition(rng, draft.plan, year)] if recognised and adopted else [],
        "ip": _property(rng, draft, year) if patent or result.kind == "软件著作权" else None,
        "promotion": _promotion(rng, draft, year) if adopted and rng.random() < 0.3 + 0.2 * draft.plan.richness else [],
    }


def _measure(measure: TradeMeasure, figures: Figures) -> Mapping[str, Value]:
    before, after = figures.words["b"], figures.words["a"]
    return {"indicator": measure.indicator, "before": before, "after": after, "unit": measure.unit}


def _benefit(rng: Random, draft: AchievementDraft, year: int) -> list[Mapping[str, Value]]:
    """About half of the amounts are approximate, like published ones; these are rarely for a single year."""
    benefit = draft.result.benefit
    if benefit is None:
        return []
    amount = rng.uniform(*benefit.amount)
    if benefit.unit == "万元":
        return [_money(rng, benefit, amount, year)]
    exact = rng.random() < 0.45
    period = "年度" if exact else rng.choice(("年均", "自应用以来", "累计"))
    return [
        {
            "kind": benefit.kind,
            "amount": (_exact(amount, benefit.unit) if exact else _vague(rng, amount)) + benefit.unit,
            "period": period,
            "as_of": f"{year}-12" if period in ("自应用以来", "累计") else None,
        }
    ]


def _money(rng: Random, benefit: TradeBenefit, amount: float, year: int) -> Mapping[str, Value]:
    """An amount for a year with its reckoning, or one since the result is used."""
    source = rng.choice(data.phrases().sources) if rng.random() < 0.7 else None
    if rng.random() < 0.3:
        period = rng.choice(("自应用以来", "累计"))
        about = f"{_vague(rng, amount)}万元"
        return {"kind": benefit.kind, "amount": about, "period": period, "as_of": f"{year}-12", "source": source}
    each = max(round(amount / 12, 1), 0.1)
    parts = {"each": each, "quarter": each * 3, "half": each * 6}
    note = rng.choice(data.phrases().reckonings).format(**{name: f"{part:.1f}" for name, part in parts.items()})
    return {"kind": benefit.kind, "amount": f"{each * 12:.1f}万元", "period": "年度", "source": source, "note": note}


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


def _promotion(rng: Random, draft: AchievementDraft, year: int) -> Sequence[Mapping[str, Value]]:
    """One or two places of use, each with its name: a place of the studio's own unit, or another unit of the trade."""
    scope = rng.choice(draft.result.scope or ("本单位",))
    counts = {"班组": f"{rng.randint(2, 8)}个班组", "本系统": f"{rng.randint(2, 6)}家单位"}
    name = units.site if scope in ("班组", "本单位") else units.invented
    places = {name(rng, draft.plan.trade) for _ in range(rng.choice((1, 1, 2)))}
    count = counts.get(scope) if len(places) == 1 and rng.random() < 0.5 else None
    return [{"place": place, "scope": scope, "year": year, "count": count} for place in sorted(places)]
