"""A team in numbers as the public may see it: no group so small that it points at somebody."""

from dataclasses import dataclass

from laomo.records.models.studio import Team
from laomo.registry.statistics.suppression import CrossCell, cells, part


@dataclass(frozen=True, slots=True)
class ShownTeam:
    """The total, two groups of it, and the breakdowns that can be shown."""

    total: int
    frontline: CrossCell | None
    female: CrossCell | None
    breakdowns: tuple[tuple[str, tuple[CrossCell, ...]], ...]


def shown_team(team: Team) -> ShownTeam:
    """The public face of a team."""
    named = (("技能等级", team.by_grade), ("年龄", team.by_age), ("学历", team.by_education))
    breakdowns = tuple((label, shown) for label, parts in named if parts and (shown := cells(parts)))
    return ShownTeam(team.total, part(team.frontline, team.total), part(team.female, team.total), breakdowns)
