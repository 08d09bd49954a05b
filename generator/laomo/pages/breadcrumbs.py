"""Breadcrumbs: the path from the home page to a page, shown above its heading and written as JSON-LD."""

from typing import Final

from laomo.records.models import UnionRecord
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.registry.urls import DATA, STATISTICS, union

Step = tuple[str, str]
"""Name and address of a page; the address is relative to the site's root."""
Trail = tuple[Step, ...]
"""Home first, the page itself last."""

HOME: Final[Trail] = (("首页", ""),)

STUDIOS: Final = ("工作室", "studios/")
ACHIEVEMENTS: Final = ("创新成果", "achievements/")
PEOPLE: Final = ("领衔人", "people/")
UNIONS: Final = ("工会名录", "unions/")
DECISIONS: Final = ("验收、命名、复核文件", "decisions/")
NOTICES: Final = ("公示与通知", "notices/")
ALLIANCES: Final = ("工作室联盟", "alliances/")
HONOURS: Final = ("荣誉", "honours/")
STANDARDS: Final = ("创建标准", "standards/")
PROJECTS: Final = ("攻关项目", "achievements/projects/")
BORROWABLE: Final = ("可推广成果", "achievements/borrowable/")
ADOPTED: Final = ("新技术新材料", "achievements/adopted/")
SUGGESTIONS: Final = ("合理化建议", "achievements/suggestions/")
RIGHTS: Final = ("知识产权", "achievements/rights/")
ASSISTANCE: Final = ("技术协作", "achievements/assistance/")
LEADER_TRAININGS: Final = ("带头人培训", "people/trainings/")
ACCEPTANCE: Final = ("验收与补助", "decisions/acceptance/")
GOAL: Final = ("创建目标", "targets/goal/")
EVENTS: Final = ("宣传展示", "events/")
RECENT: Final = ("最近更新", "data/changes/")
UNITS: Final = ("跨单位创建", "studios/units/")
FUNDING: Final = ("经费", "statistics/funding/")
EFFECTS: Final = ("五个效应", "statistics/effects/")
FIGURES: Final = ("统计", STATISTICS)
STORIES: Final = ("劳模故事", "stories/")
ABOUT: Final = ("关于", "about/")
HELP: Final = ("填报指南", "help/")
OPEN_DATA: Final = ("开放数据", DATA)
SEARCH: Final = ("查找", "search/")


def to(*steps: Step) -> Trail:
    """The trail from the home page through these steps."""
    return *HOME, *steps


def to_union(registry: Registry, of: UnionRecord) -> Trail:
    """The trail to a union's page, through its parent unions. Stops if the records contain a cycle of parents."""
    above: list[Step] = []
    parent = registry.union_by_id.get(of.parent or "")
    while parent and len(above) < len(registry.unions):
        above.insert(0, (parent.name, union(parent.id)))
        parent = registry.union_by_id.get(parent.parent or "")
    return to(UNIONS, *above, (of.name, union(of.id)))


def to_studio(of: Studio, *below: Step) -> Trail:
    """The trail to a studio's page through its union, and further to `below`, the pages under the studio's."""
    return to(STUDIOS, (of.union.name, union(of.union.id)), (of.name, of.url), *below)
