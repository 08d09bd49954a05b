"""Registry → problems, a module per rule. To add a check, write its module and name it here.

Imports from `registry` and what stands below it; knows nothing of `assets`.
"""

from collections.abc import Callable, Iterable

from laomo.checks import (
    addresses,
    bounds,
    chronology,
    counts,
    document_numbers,
    duplicates,
    formats,
    links,
    lookalikes,
    notices,
    patents,
    pictures,
    recognition,
    references,
    spans,
    standards,
    target_totals,
    uniqueness,
    withdrawals,
)
from laomo.problems.problem import Problem
from laomo.registry.registry import Registry

Check = Callable[[Registry], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    references.check,
    uniqueness.check,
    target_totals.check,
    chronology.check,
    counts.check,
    pictures.check,
    addresses.check,
    standards.check,
    spans.check,
    bounds.check,
    recognition.check,
    document_numbers.check,
    patents.check,
    duplicates.check,
    links.check,
    lookalikes.check,
    notices.check,
    withdrawals.check,
    formats.check,
)


def run(registry: Registry) -> list[Problem]:
    """All problems that records have with one another."""
    return [problem for check in CHECKS for problem in check(registry)]
