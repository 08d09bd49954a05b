"""The published numbers of a team. Groups so small that they identify people are suppressed."""

from dataclasses import dataclass

from laomo.records.models.studio import Team
from laomo.registry.statistics.suppression import CrossCell, cells, part


@dataclass(frozen=True, slots=True)
class ShownTeam:
    """The total, the numbers of frontline workers and of women, and the breakdowns that may be published."""

    total: int
    frontline: CrossCell | None
    female: CrossCell | None
    breakdowns: tuple[tuple[str, tuple[CrossCell, ...]], ...]


def shown_team(team: Team) -> ShownTeam:
    """The numbers of a team that may be published; see `registry/statistics/suppression.py` for the rules."""
    named = (("技能等级", team.by_grade), ("年龄", team.by_age), ("学历", team.by_education))
    breakdowns = tuple((label, shown) for label, parts in named if parts and (shown := cells(parts)))
    return ShownTeam(team.total, part(team.frontline, team.total), part(team.female, team.total), breakdowns)
