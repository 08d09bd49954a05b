"""Three pages of statistics, about studios, achievements and people: two charts on each, all else in tables."""

from collections.abc import Iterator

from laomo.pages import breadcrumbs, charts, time_charts
from laomo.pages.context import Context
from laomo.pages.statistics_tabs import tabs
from laomo.registry import statistics, urls
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    yield _studios(context)
    yield _achievements(context)
    yield _people(context)


def _studios(context: Context) -> Output:
    registry, studios = context.registry, statistics.studios
    return context.page(
        "statistics.md",
        urls.STATISTICS,
        trail=breadcrumbs.to(breadcrumbs.FIGURES),
        tabs=tabs(context),
        counts=context.counts,
        targets=registry.present_targets,
        bars=charts.bars,
        curves=time_charts.curves,
        level=studios.by_level(registry),
        category=studios.by_category(registry),
        type=studios.by_type(registry),
        kind=studios.by_kind(registry),
        industry=studios.by_industry(registry),
        region=studios.by_region(registry),
        union=studios.by_union(registry),
        founded=studios.by_founding(registry),
        named=studios.by_naming(registry),
        growth=studios.growth(registry),
    )


def _achievements(context: Context) -> Output:
    registry, achievements = context.registry, statistics.achievements
    return context.page(
        "statistics_achievements.md",
        f"{urls.STATISTICS}achievements/",
        trail=breadcrumbs.to(breadcrumbs.FIGURES, ("成果与效益", f"{urls.STATISTICS}achievements/")),
        tabs=tabs(context),
        counts=context.counts,
        columns=time_charts.columns,
        result=achievements.by_result(registry),
        innovation=achievements.by_innovation(registry),
        year=achievements.per_year(registry),
        rights=achievements.rights(registry),
        states=achievements.by_state(registry),
        benefit=statistics.benefits.by_kind(registry),
        benefits=statistics.benefits.benefits(registry),
    )


def _people(context: Context) -> Output:
    registry, people = context.registry, statistics.people
    return context.page(
        "statistics_people.md",
        f"{urls.STATISTICS}people/",
        trail=breadcrumbs.to(breadcrumbs.FIGURES, ("队伍与传承", f"{urls.STATISTICS}people/")),
        tabs=tabs(context),
        counts=context.counts,
        columns=time_charts.columns,
        grade=people.by_grade(registry),
        age=people.by_age(registry),
        education=people.by_education(registry),
        frontline=people.frontline(registry),
        women=people.women(registry),
        sessions=people.sessions(registry),
        attendances=people.attendances(registry),
        apprentices=people.apprentices(registry),
        outcomes=people.outcomes(registry),
        crossed=people.crossed(registry),
        advanced=people.advanced(registry),
        assessed=people.assessed(registry),
        promoted=people.promoted(registry),
        suggestions=people.suggestions(registry),
        honours=people.honours(registry),
        leader_honours=people.leader_honours(registry),
        studio_honours=people.studio_honours(registry),
        pioneers=people.pioneers(registry),
    )
