"""The unions' targets compared with their records (厦工办〔2013〕6号 附件; domain notes §7 rule 2)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from laomo.records import models
from laomo.records.models.decisions import TargetRow
from laomo.registry.studio import Studio


@dataclass(frozen=True, slots=True)
class Progress:
    """A count beside its target. `done` is None without records: unknown is not 0."""

    done: int | None
    target: int

    @property
    def gap(self) -> int | None:
        """How many are still missing; None if `done` is unknown."""
        return None if self.done is None else max(0, self.target - self.done)

    @property
    def beyond(self) -> int:
        """How many exceed the target."""
        return max(0, (self.done or 0) - self.target)

    @property
    def percent(self) -> int | None:
        """Whole percent, rounded down so that 100 means done; None without a target or without records."""
        return None if self.done is None or self.target <= 0 else self.done * 100 // self.target


@dataclass(frozen=True, slots=True)
class TargetProgress:
    """One union's targets and counts, both cumulative to the end of the year."""

    union: models.UnionRecord
    target: TargetRow
    created: int
    qualified: int
    recorded: bool
    """Whether the site has a record of at least one studio of this union."""

    @property
    def progress(self) -> tuple[Progress, Progress]:
        """Progress of created and of qualified studios, in this order."""
        created, qualified = (self.created, self.qualified) if self.recorded else (None, None)
        return Progress(created, self.target.created), Progress(qualified, self.target.qualified)


@dataclass(frozen=True, slots=True)
class Targets:
    """The target table of one year with the actual counts, rows in the order of the document."""

    year: int
    record: models.TargetRecord
    rows: tuple[TargetProgress, ...]
    undated: int
    """Number of studios whose founding date is unknown. They are in no count, and the page says so."""

    @property
    def created(self) -> int:
        return sum(row.created for row in self.rows)

    @property
    def qualified(self) -> int:
        return sum(row.qualified for row in self.rows)

    @property
    def progress(self) -> tuple[Progress, Progress]:
        """The sums of all rows, created and qualified, compared with the document's own totals."""
        total = self.record.total
        return Progress(self.created, total.created), Progress(self.qualified, total.qualified)

    @property
    def lines(self) -> tuple[tuple[str, tuple[Progress, Progress]], ...]:
        """Name and progress of each row in document order, then of the total."""
        return (*((row.union.name, row.progress) for row in self.rows), ("合计", self.progress))


def compare(
    year: int,
    table: models.TargetRecord,
    unions: Mapping[str, models.UnionRecord],
    studios_of: Callable[[str], tuple[Studio, ...]],
) -> Targets:
    """Count how many studios of each union in the table were created and qualified by the end of `year`.

    Rows of unions that `unions` lacks are skipped.
    """
    rows = []
    undated = 0
    for target in (row for row in table.rows if row.union in unions):
        studios = studios_of(target.union)
        created = sum(studio.created_by(year) for studio in studios)
        qualified = sum(studio.qualified_by(year) for studio in studios)
        undated += sum(1 for studio in studios if studio.created is None)
        rows.append(TargetProgress(unions[target.union], target, created, qualified, recorded=bool(studios)))
    return Targets(year, table, tuple(rows), undated)
