"""Checks: each is a module with a function `Registry → Problems`. To add one, write the module and name it here."""

from collections.abc import Callable, Iterable

from laomo.checks import addresses, chronology, counts, pictures, references, standards, target_totals, uniqueness
from laomo.diagnostics import Problem
from laomo.registry import Registry

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
)


def run(registry: Registry) -> list[Problem]:
    """All problems that records have with one another."""
    return [problem for check in CHECKS for problem in check(registry)]
