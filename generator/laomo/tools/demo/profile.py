"""`studio.yml`: the profile of a studio."""

from collections.abc import Mapping, Sequence
from random import Random

from laomo.records.models import vocabulary
from laomo.records.yaml.writer import Value
from laomo.tools.demo import honours, leaders, life, team
from laomo.tools.demo.choice import in_turn, some
from laomo.tools.demo.plan import CityPlan

NAMES = {
    "劳模": ("{leader}劳模创新工作室",) * 5 + ("{leader}{label}劳模创新工作室",) * 3 + ("{leader}创新工作室",),
    "巾帼": ("{leader}巾帼创新工作室", "{leader}劳模创新工作室"),
    "劳模和工匠人才": ("{leader}劳模和工匠人才创新工作室", "{leader}{label}劳模工匠创新工作室"),
    "工匠": ("{leader}工匠创新工作室", "{leader}{label}工匠创新工作室"),
    "技能大师": ("{leader}技能大师工作室", "{leader}{label}技能大师工作室"),
    "技能人才": ("{leader}技能人才创新工作室", "{leader}{label}创新工作室"),
    "职工": ("{leader}职工创新工作室", "{leader}{label}职工创新工作室"),
}
"""Category → possible names of the studio, as on its plaque; repeated ones are more likely."""
FUNDING = (("单位行政拨款",), ("单位行政拨款", "工会经费"), ("工会经费", "上级工会补助"), ("单位行政拨款", "项目经费"))


def record(plan: CityPlan) -> Mapping[str, Value]:
    """The profile of a studio, as of its last annual record."""
    rng, trade, rich = plan.rng("profile"), plan.trade.words, plan.richness
    founded, until = plan.life.founded_year, plan.life.reports[-1]
    studio_leaders = leaders.record(rng, plan)
    grade = studio_leaders[-1]["skill_grade"]
    return {
        "sample": "是",
        "name": rng.choice(NAMES[plan.category]).format(leader=plan.leader.name, label=trade.label),
        "category": plan.category,
        "leaders": studio_leaders,
        "units": [plan.unit, plan.joint] if plan.joint else [plan.unit],
        "region": plan.region,
        "former_names": _former_names(plan),
        "types": _types(rng),
        "kinds": _kinds(rng, plan),
        "industry": trade.industry,
        "founded": life.month(rng, plan.life.founded) if rich else founded,
        "plaque": life.month(rng, plan.life.plaque),
        "status": "撤销" if plan.life.closed else None,
        "slogan": trade.slogans[plan.ordinal % len(trade.slogans)] if rich or rng.random() < 0.5 else None,
        "intro": _intro(plan),
        "place": {
            "host": rng.choice(trade.hosts),
            "area": rng.choice(("{}平方米", "约{}平方米", "{}余平方米")).format(rng.randint(4, 24) * 10),
            "equipment": in_turn(plan.ordinal, trade.equipment, 2 + rich + rich // 2),
        },
        "rules": [
            {"name": name, "year": min(until, founded + rng.choice((0, 0, 1, 2))) if rich else None}
            for name in in_turn(plan.ordinal, trade.rules, 2 + rich)
        ],
        "ledger": "有" if plan.life.accepted or rng.random() < 0.7 else None,
        "funding": _funding(rng, plan),
        "team": team.record(rng, plan, grade if isinstance(grade, str) else None),
        "honours": honours.of_studio(rng, founded + 1, until)
        if rich == 2 and until > founded and rng.random() < 0.4
        else (),
        "updated": f"{until}-12-{rng.randint(10, 30)}",
    }


def _former_names(plan: CityPlan) -> Sequence[str]:
    """Studios founded before 2017 whose names now mention craftsmen had names with model workers only."""
    renamed = plan.category == "劳模和工匠人才" and plan.life.founded_year < 2017
    return [f"{plan.leader.name}劳模创新工作室"] if renamed else []


def _types(rng: Random) -> Sequence[str]:
    return ["综合"] if rng.random() < 0.15 else some(rng, list(vocabulary.STUDIO_TYPES)[:3], rng.choice((1, 1, 2)))


def _kinds(rng: Random, plan: CityPlan) -> Sequence[str]:
    """Some of the kinds of innovation that occur in the trade's achievements."""
    possible = {kind for result in plan.trade.words.results for kind in result.innovation}
    return some(rng, [kind for kind in vocabulary.INNOVATION_KINDS if kind in possible], 2 + plan.richness // 2)


def _intro(plan: CityPlan) -> str:
    """An introduction from the trade's texts, which its studios use in turn."""
    intros = plan.trade.words.intros
    return intros[plan.ordinal % len(intros)].format(**plan.facts(plan.life.reports[-1]))


def _funding(rng: Random, plan: CityPlan) -> Mapping[str, Value] | None:
    if not (plan.life.accepted or plan.richness):
        return None
    amount = f"{rng.choice(('', '约'))}{rng.randint(2, 30)}万元" if rng.random() < 0.3 else None
    return {"sources": rng.choice(FUNDING), "amount": amount}
