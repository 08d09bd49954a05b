"""The present and former leaders of a studio."""

import re
from collections.abc import Mapping, Sequence
from random import Random

from laomo.records.yaml.writer import Value
from laomo.tools.demo import honours
from laomo.tools.demo.choice import in_turn
from laomo.tools.demo.people import DemoPerson
from laomo.tools.demo.plan import CityPlan

KINDS = {"工匠": "工匠", "技能大师": "技能人才", "技能人才": "技能人才", "职工": "技能人才"}
"""Category of a studio → kind of its leader; for other categories a model worker (劳动模范)."""
PROFESSIONS = {"医师": "医师", "护师": "护"}
"""A title that contains the key is possible only for jobs that contain the value."""


def record(rng: Random, plan: CityPlan) -> Sequence[Mapping[str, Value]]:
    """The leaders, in chronological order."""
    founded, until = plan.life.founded_year, plan.life.reports[-1]
    if not plan.successor:
        return [_leader(rng, plan, plan.leader, (founded, until))]
    handover = plan.handed_over
    return [
        {**_leader(rng, plan, plan.leader, (founded, handover)), "start": founded, "end": handover, "bio": None},
        {**_leader(rng, plan, plan.successor, (handover, until)), "start": handover},
    ]


def _leader(rng: Random, plan: CityPlan, person: DemoPerson, period: tuple[int, int]) -> Mapping[str, Value]:
    """A leader for a period (first and last year), with an honour from before it, described as of its end."""
    trade = plan.trade.words
    first, until = period
    kind = KINDS.get(plan.category, "劳动模范")
    district = None if plan.life.accepted else plan.region
    job = rng.choice(trade.jobs)
    grade = _grade(rng, kind, job) if plan.trade.graded else None
    titles = _titles(trade.titles, job)
    years = until - first + rng.randint(12, 19)
    has_bio = plan.richness or rng.random() < 0.4
    return {
        "name": person.name,
        "role": None,
        "kind": kind,
        "start": None,
        "end": None,
        "job": job,
        "skill_grade": grade,
        "title": rng.choice(titles) if titles and rng.random() < (0.2 if grade else 0.9) else None,
        "specialities": in_turn(plan.ordinal, trade.specialities, 2 + plan.richness // 2),
        "frontline": "是" if rng.random() < 0.85 else None,
        "honours": honours.of_leader(rng, kind, district, first, until),
        "bio": _bio(plan, person, job, years) if has_bio else None,
    }


def _titles(titles: Sequence[str], job: str) -> Sequence[str]:
    """At most two titles that a leader may have: of their own profession, and not a junior one."""
    own = [title for title in titles if all(mark not in title or word in job for mark, word in PROFESSIONS.items())]
    return [title for title in own if not title.startswith(("助理", "初级"))][:2]


def _grade(rng: Random, kind: str, job: str) -> str:
    if "技师" in job:
        return "高级技师" if "高级技师" in job else "技师"
    if kind == "劳动模范":
        return rng.choices(("高级技师", "技师", "高级工"), (40, 40, 20))[0]
    return rng.choices(("首席技师", "高级技师", "技师"), (10, 60, 30))[0]


def _bio(plan: CityPlan, person: DemoPerson, job: str, years: int) -> str:
    """A biography from the trade's texts, with the right pronoun (他 or 她)."""
    bios = plan.trade.words.bios
    text = bios[plan.ordinal % len(bios)].format(**plan.facts(plan.life.reports[-1]), job=job, years=years)
    return re.sub(r"(?<![其吉])[他她](?![人们])", "她" if person.female else "他", text)
