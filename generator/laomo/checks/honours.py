"""荣誉说得通：工作室得的工人先锋号不多于当年授予的总数；劳动模范由区县级以上的政府或工会授予，企业评的另有名称；现任领衔人的荣誉不早于他能工作的年份。

Passes: 云屿市劳动模范，授予单位云屿市人民政府；某某公司先进工作者，级别企业级。
Fails: 某某公司劳动模范；现任领衔人得了 1958 年的荣誉。
"""

import re
from collections import Counter
from collections.abc import Iterator

from laomo.problems.problem import Facts, Loc, Problem
from laomo.records.layout import shown
from laomo.records.models import Honour
from laomo.registry.honour_kinds import kind_of
from laomo.registry.honours import held_honours
from laomo.registry.registry import Registry

_PIONEER = "工人先锋号"
_MODEL_WORKER = "劳动模范"
_ENTERPRISE = re.compile("公司|集团|企业|(?:厂|矿|店|银行|医院|学校|学院|大学)(?:工会|党委|行政|委员会)*$")
_PUBLIC = re.compile("总工会|政府")
"""Bodies that make somebody a 劳动模范, whatever else their name contains."""
_WORKING_LIFE = 50
"""So many years after an honour nobody still leads a studio, even if they got it at eighteen."""


def check(registry: Registry) -> Iterator[Problem]:
    yield from _pioneers(registry)
    newest = registry.present.year
    for studio in registry.studios:
        for n, leader in enumerate(studio.unredacted.leaders):
            for h, honour in enumerate(leader.honours):
                place = (shown(studio.path), ("leaders", n, "honours", h))
                yield from _by_enterprise(*place, honour)
                if leader.end is None and not studio.ended and newest - honour.year > _WORKING_LIFE:
                    yield _too_early(*place, honour, newest)
        for h, honour in enumerate(studio.unredacted.honours):
            yield from _by_enterprise(shown(studio.path), ("honours", h), honour)
        for year in studio.years:
            for h, honour in enumerate(year.unredacted.honours):
                yield from _by_enterprise(shown(year.path), ("honours", h), honour)


def _pioneers(registry: Registry) -> Iterator[Problem]:
    if not registry.site.pioneers:
        return
    won = Counter(
        (each.honour.level, each.honour.year)
        for each in held_honours(registry)
        if not each.person and kind_of(each.honour.name, each.honour.level) == _PIONEER
    )
    for n, total in enumerate(registry.site.pioneers):
        studios = won[total.level, total.year]
        if studios > total.total:
            facts: Facts = {"year": total.year, "level": total.level, "studios": studios, "total": total.total}
            yield Problem("studios/site.yml", "more-than-awarded", ("pioneers", n, "total"), facts, severity="warning")


def _by_enterprise(path: str, loc: Loc, honour: Honour) -> Iterator[Problem]:
    before, found, _ = honour.name.partition(_MODEL_WORKER)
    body = honour.body or before
    if found and (honour.level == "企业级" or (_ENTERPRISE.search(body) and not _PUBLIC.search(body))):
        facts: Facts = {"value": honour.name, "body": body or honour.level}
        yield Problem(path, "model-worker-of-enterprise", (*loc, "name"), facts, severity="notice")


def _too_early(path: str, loc: Loc, honour: Honour, newest: int) -> Problem:
    facts: Facts = {"value": honour.name, "year": honour.year, "years": newest - honour.year}
    return Problem(path, "honour-too-early", (*loc, "year"), facts, severity="notice")
