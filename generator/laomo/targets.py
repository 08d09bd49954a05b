"""Targets of the unions beside what their records show (厦工办〔2013〕6号 附件; domain notes §7 rule 2)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from laomo import models
from laomo.models.city import TargetRow
from laomo.studio import Studio


@dataclass(frozen=True, slots=True)
class Row:
    """One union's targets and counts, both cumulative to the end of the year."""

    union: models.UnionRecord
    target: TargetRow
    created: int
    qualified: int


@dataclass(frozen=True, slots=True)
class Targets:
    """The target table of one year with the actual counts, rows in the order of the document."""

    year: int
    record: models.TargetRecord
    rows: tuple[Row, ...]
    undated: int
    """Studios whose founding date is unknown: in no count, and said so."""

    @property
    def created(self) -> int:
        return sum(row.created for row in self.rows)

    @property
    def qualified(self) -> int:
        return sum(row.qualified for row in self.rows)


def compare(
    year: int,
    table: models.TargetRecord,
    unions: Mapping[str, models.UnionRecord],
    studios_of: Callable[[str], tuple[Studio, ...]],
) -> Targets:
    """Count what each union of the table had created and had accepted by the end of `year`."""
    rows = []
    undated = 0
    for target in (row for row in table.rows if row.union in unions):
        studios = studios_of(target.union)
        created = sum(1 for studio in studios if studio.created and studio.created.year <= year)
        qualified = sum(1 for studio in studios if studio.qualified and studio.qualified.year <= year)
        undated += sum(1 for studio in studios if studio.created is None)
        rows.append(Row(unions[target.union], target, created, qualified))
    return Targets(year, table, tuple(rows), undated)
