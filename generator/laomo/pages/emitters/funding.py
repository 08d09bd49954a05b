"""How the work is funded, by source and by grants of unions. None without records."""

from collections.abc import Iterator
from decimal import Decimal

from laomo.pages import breadcrumbs, time_charts
from laomo.pages.context import Context
from laomo.pages.statistics_tabs import tabs
from laomo.registry import acceptance, urls
from laomo.registry.statistics import funding
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    source, grants = funding.by_source(registry), funding.grants(registry)
    if not source and not grants:
        return
    total = sum((total for _, _, total in grants), Decimal(0))
    yield context.page(
        "funding.md",
        urls.FUNDING,
        trail=breadcrumbs.to(breadcrumbs.FIGURES, breadcrumbs.FUNDING),
        tabs=tabs(context),
        sources=source,
        grants=grants,
        granted=sum(number for _, number, _ in grants),
        sum=Decimal(f"{total.normalize():f}"),
        chart=time_charts.columns([(year, total) for year, _, total in grants]) if len(grants) > 1 else None,
        accepted=bool(acceptance.batches(registry)),
    )
