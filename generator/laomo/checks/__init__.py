"""Registry → problems, one module for each rule. To add a check, write its module and list it here.

Imports from `registry` and the rooms below it; never from `assets`.
"""

from collections.abc import Callable, Iterable

from laomo.checks import (
    addresses,
    agreements,
    bounds,
    chronology,
    counts,
    decision_order,
    document_numbers,
    documents,
    duplicates,
    figures,
    formats,
    honours,
    houses,
    lifetime,
    links,
    lookalikes,
    notices,
    patent_dates,
    patents,
    person_names,
    pictures,
    recognition,
    references,
    region_map,
    report_years,
    spans,
    standards,
    target_totals,
    uniqueness,
    unstated,
    volume,
    withdrawals,
)
from laomo.problems.problem import Problem
from laomo.registry.registry import Registry

Check = Callable[[Registry], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    references.check,
    uniqueness.check,
    target_totals.check,
    region_map.check,
    chronology.check,
    counts.check,
    pictures.check,
    addresses.check,
    standards.check,
    spans.check,
    bounds.check,
    recognition.check,
    lifetime.check,
    report_years.check,
    decision_order.check,
    document_numbers.check,
    documents.check,
    patents.check,
    patent_dates.check,
    figures.check,
    honours.check,
    duplicates.check,
    links.check,
    agreements.check,
    lookalikes.check,
    person_names.check,
    notices.check,
    withdrawals.check,
    unstated.check,
    houses.check,
    formats.check,
    volume.check,
)


def run(registry: Registry) -> list[Problem]:
    """The problems that all checks find in the joined records, in the order of the checks."""
    return [problem for check in CHECKS for problem in check(registry)]
