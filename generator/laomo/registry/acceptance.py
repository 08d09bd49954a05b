"""Acceptances and grants (厦工办〔2013〕6号 四·1): each batch with its studios, its money and its unions, and their totals."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePosixPath

from laomo.records.models import DecisionRecord, UnionRecord
from laomo.records.models.decisions import DecisionStudio
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio

ACCEPTED = "达标"


@dataclass(frozen=True, slots=True)
class Grants:
    """Grants added up: studios with an amount, how many have a date of payment, and both sums in 万元; None if an amount is no exact money."""

    studios: int
    paid: int
    total: Decimal | None
    paid_total: Decimal | None


@dataclass(frozen=True, slots=True)
class Batch:
    """One decision with its studios on this site, their grants, and how many are of each union, in the order of the unions."""

    id: str
    decision: DecisionRecord
    studios: tuple[tuple[Studio, DecisionStudio], ...]
    grants: Grants
    unions: tuple[tuple[UnionRecord, int], ...]


def batch(registry: Registry, path: PurePosixPath, decision: DecisionRecord) -> Batch:
    """A decision as a batch. Ids without a studio are left out; the checks report them."""
    known = registry.studio_by_id
    named = tuple((known[each.studio], each) for each in decision.studios if each.studio in known)
    counts = Counter(studio.union.id for studio, _ in named)
    unions = tuple((union, counts[union.id]) for union in registry.unions if counts[union.id])
    return Batch(path.stem, decision, named, _grants(each for _, each in named), unions)


def batches(registry: Registry) -> tuple[Batch, ...]:
    """The acceptances, newest first."""
    return tuple(batch(registry, *item) for item in registry.announced if item[1].result == ACCEPTED)


def total(found: Iterable[Batch]) -> Grants:
    """The grants of several batches added up."""
    return _grants(each for one in found for _, each in one.studios)


def _grants(named: Iterable[DecisionStudio]) -> Grants:
    given = [each for each in named if each.support]
    paid = [each for each in given if each.granted]
    return Grants(len(given), len(paid), _sum(given), _sum(paid))


def _sum(given: Iterable[DecisionStudio]) -> Decimal | None:
    amounts = [
        each.support.in_wan_yuan() if each.support and each.support.qualifier == "exact" else None for each in given
    ]
    if None in amounts:
        return None
    added = sum((amount for amount in amounts if amount is not None), Decimal(0))
    return Decimal(f"{added.normalize():f}")
