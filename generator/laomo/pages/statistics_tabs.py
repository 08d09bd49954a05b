"""The pages of statistics that a site has, for the tabs on each of them."""

from laomo.pages import breadcrumbs
from laomo.pages.breadcrumbs import Step
from laomo.pages.context import Context
from laomo.registry import effects, statistics
from laomo.registry.urls import STATISTICS


def tabs(context: Context) -> tuple[Step, ...]:
    """Label and address of each; those without records are left out."""
    registry = context.registry
    shown = any(each.figures for each in effects.effects(registry.active_studios, context.publicity))
    funded = statistics.funding.by_source(registry) or statistics.funding.grants(registry)
    return (
        ("工作室", STATISTICS),
        ("成果与效益", f"{STATISTICS}achievements/"),
        ("队伍与传承", f"{STATISTICS}people/"),
        *((breadcrumbs.EFFECTS,) if shown else ()),
        *((breadcrumbs.FUNDING,) if funded else ()),
    )
