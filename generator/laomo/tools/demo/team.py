"""The numbers of a team; the parts of each breakdown add up to the total."""

from collections import Counter
from collections.abc import Mapping
from random import Random

from laomo.records.models import vocabulary
from laomo.records.yaml.writer import Value
from laomo.tools.demo.plan import CityPlan

GRADES = {"首席技师": 1, "高级技师": 10, "技师": 20, "高级工": 35, "中级工": 20, "其他": 14}
AGES = {"35岁及以下": 40, "36至45岁": 35, "46至55岁": 20, "56岁及以上": 5}
EDUCATIONS = {"研究生": 5, "本科": 30, "大专": 40, "中专高中及以下": 25}
LEARNED = {"研究生": 25, "本科": 60, "大专": 15, "中专高中及以下": 0}
"""Shares in percent of skill grades, of ages, and of education, in trades with skill grades and (`LEARNED`) in others."""


def record(rng: Random, plan: CityPlan, grade: str | None) -> Mapping[str, Value]:
    """The team including its leader. `grade` is the leader's skill grade, if any."""
    total = plan.members
    graded = plan.trade.graded
    women = sum(rng.random() < plan.trade.women for _ in range(total - 1)) + plan.leader.female
    return {
        "total": total,
        "frontline": round(total * rng.uniform(0.5, 0.9)),
        "female": women,
        "by_grade": _split(rng, total, GRADES, grade, [*vocabulary.SKILL_GRADES, "其他"])
        if graded and plan.richness
        else None,
        "by_age": _split(rng, total, AGES) if plan.richness else None,
        "by_education": _split(rng, total, EDUCATIONS if graded else LEARNED) if plan.richness == 2 else None,
    }


def _split(
    rng: Random, total: int, shares: Mapping[str, int], leader: str | None = None, order: list[str] | None = None
) -> Mapping[str, int]:
    """Distribute `total` people over the parts by their shares; the leader, if given, is in that part. Empty parts are left out."""
    parts = Counter(rng.choices(list(shares), list(shares.values()), k=total - bool(leader)))
    if leader:
        parts[leader] += 1
    return {part: parts[part] for part in order or shares if parts[part]}
