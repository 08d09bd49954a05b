"""The board of the host's own goal: how many studios there are of how many wanted, over the years, by type, trade and alliance (河南省总工会 2015-02-06 二).

A host that has stated no goal has no such page.
"""

from collections.abc import Iterator

from laomo.pages import breadcrumbs, time_charts
from laomo.pages.context import Context
from laomo.registry import statistics, urls
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    registry, studios = context.registry, statistics.studios
    if not registry.site.goals:
        return
    goals = sorted(registry.site.goals, key=lambda goal: -goal.year)
    growth = studios.growth(registry)
    members = [
        (alliance, urls.alliance(alliance.id), sum(each in registry.studio_by_id for each in alliance.members))
        for alliance in registry.alliances
    ]
    yield context.page(
        "goal.md",
        urls.GOAL,
        trail=breadcrumbs.to(breadcrumbs.GOAL),
        counts=context.counts,
        goals=goals,
        growth=growth,
        goal_line=[(year, goals[0].studios) for year, _ in growth.created],
        curves=time_charts.curves,
        type=studios.by_type(registry),
        industry=studios.by_industry(registry),
        union=studios.by_union(registry),
        alliances=members,
        targets=[table.year for table in registry.targets],
    )
