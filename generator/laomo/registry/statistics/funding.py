"""How the work is funded: by source, and what unions granted in each year (河南省总工会 2015-02-06 五·二; 厦工办〔2013〕6号 四·1)."""

from collections import defaultdict
from decimal import Decimal

from laomo.records.models import vocabulary
from laomo.records.models.decisions import DecisionStudio
from laomo.registry.registry import Registry
from laomo.registry.statistics.figures import Figure, tally


def by_source(registry: Registry) -> Figure:
    """Studios by source of their funds. A studio may have several, so the lines may sum to more than there are."""
    found = (
        (studio.id, source)
        for studio in registry.active_studios
        if studio.record.funding
        for source in dict.fromkeys(studio.record.funding.sources)
    )
    return tally("funding-source", found, vocabulary.FUNDING_SOURCES, len(registry.active_studios))


def grants(registry: Registry) -> tuple[tuple[int, int, Decimal], ...]:
    """Grants of unions by the year of their decision: year, number of studios, and the sum of the exact amounts in 万元."""
    given: dict[int, list[DecisionStudio]] = defaultdict(list)
    for _, decision in registry.announced:
        given[decision.date.year] += [each for each in decision.studios if each.support]
    sums = (
        (year, several, sum(map(_wan_yuan, several), Decimal(0))) for year, several in sorted(given.items()) if several
    )
    return tuple((year, len(several), Decimal(f"{total.normalize():f}")) for year, several, total in sums)


def _wan_yuan(named: DecisionStudio) -> Decimal:
    amount = named.support
    return (amount.in_wan_yuan() if amount and amount.qualifier == "exact" else None) or Decimal(0)
