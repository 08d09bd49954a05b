"""数字说得通：前后对比有变化，合格率、占比不超过100%，金额、面积和数量不是负数。温度、偏差可以是负数，完成率、产能利用率可以超过100%。

Passes: 指标“一次合格率” 92 → 98，单位 %；指标“库温” -18 → -20，单位 ℃。
Fails: 指标“一次合格率” 92 → 108，单位 %；改进前、改进后都是 18 分钟；经济效益 -5万元。
"""

import re
from collections.abc import Iterator

from laomo.problems.problem import Facts, Loc, Problem
from laomo.records import models
from laomo.records.layout import shown
from laomo.records.models.quantity import Quantity
from laomo.records.models.year import AchievementRecord, MeasureRecord
from laomo.records.validation import title
from laomo.registry.registry import Registry

_PER_CENT = frozenset({"%", "％", "百分比"})
_SHARE = re.compile(
    "(?:合格|良品?|正品|成品|优等品|优良|准确|正确|满意|成功|覆盖|普及|废品|次品|不良|返工|差错|完好|及时|准点|正点|通过|治愈|感染|出勤|到课|回收|成活)率|满意度|覆盖面"
    "|占比|比重"
)
"""Names of shares of a whole, which no more than the whole can have."""
_WHOLE = 100


def check(registry: Registry) -> Iterator[Problem]:
    for path, record in registry.records.items():
        if isinstance(record, models.YearRecord):
            for a, achievement in enumerate(record.achievements):
                for m, measure in enumerate(achievement.measures):
                    yield from _measure(shown(path), ("achievements", a, "measures", m), measure)
        for loc, amount in _amounts(record):
            if amount and amount.value is not None and amount.value < 0:
                facts = {"field": title(type(record), loc), "value": amount.text}
                yield Problem(shown(path), "negative-amount", loc, facts, severity="warning")


def _measure(path: str, loc: Loc, measure: MeasureRecord) -> Iterator[Problem]:
    before, after = measure.before, measure.after
    if (before.value, before.qualifier) == (after.value, after.qualifier) != (None, "vague"):
        facts: Facts = {"value": measure.indicator, "amount": f"{after.text} {measure.unit}"}
        yield Problem(path, "measure-unchanged", loc, facts, severity="notice")
    if measure.unit.strip() in _PER_CENT and _SHARE.search(measure.indicator):
        for key, amount in (("before", before), ("after", after)):
            if amount.value is not None and amount.value > _WHOLE:
                facts = {"value": measure.indicator, "amount": amount.text}
                yield Problem(path, "share-over-100", (*loc, key), facts, severity="warning")


def _amounts(record: models.Record) -> Iterator[tuple[Loc, Quantity | None]]:
    """Amounts that count or measure something, and so are never below nothing."""
    if isinstance(record, models.StudioRecord):
        yield ("place", "area"), record.place.area if record.place else None
        yield ("funding", "amount"), record.funding.amount if record.funding else None
    elif isinstance(record, models.DecisionRecord):
        yield from ((("studios", n, "support"), named.support) for n, named in enumerate(record.studios))
    elif isinstance(record, models.YearRecord):
        yield ("suggestions", "benefit"), record.suggestions.benefit if record.suggestions else None
        for a, achievement in enumerate(record.achievements):
            if achievement.benefits or achievement.promotion:
                yield from _of_achievement(("achievements", a), achievement)


def _of_achievement(loc: Loc, achievement: AchievementRecord) -> Iterator[tuple[Loc, Quantity | None]]:
    for n, benefit in enumerate(achievement.benefits):
        if benefit.amount:
            yield (*loc, "benefits", n, "amount"), benefit.amount
    for n, promotion in enumerate(achievement.promotion):
        if promotion.count:
            yield (*loc, "promotion", n, "count"), promotion.count
