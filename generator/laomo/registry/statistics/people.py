"""People, only as sums: teams, apprentices, trainings, suggestions, honours. Groups of fewer than three are not shown."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from laomo.records.models import vocabulary
from laomo.records.models.site import PioneerTotal
from laomo.records.models.studio import Team
from laomo.records.models.year import YearRecord
from laomo.registry import urls
from laomo.registry.honour_kinds import kind_of
from laomo.registry.honours import HeldHonour, held_honours
from laomo.registry.registry import Registry
from laomo.registry.statistics import suppression
from laomo.registry.statistics.figures import (
    Count,
    Coverage,
    Figure,
    Share,
    by_year,
    discreet,
    linked,
    percent,
    share,
    tally,
)
from laomo.registry.statistics.suppression import CrossCell

_GRADES = (*vocabulary.SKILL_GRADES, "其他")
PIONEER = "工人先锋号"


@dataclass(frozen=True, slots=True)
class Pioneers:
    """How many of the 工人先锋号 awarded in a year went to studios (河南省总工会 2015-02-06 五·二)."""

    record: PioneerTotal
    studios: int

    @property
    def percent(self) -> int | None:
        return percent(self.studios, self.record.total)


def by_grade(registry: Registry) -> Figure:
    """Skill grades of all teams together, highest grade first."""
    return _structure("grade", registry, (*vocabulary.SKILL_GRADES, "其他"), lambda team: team.by_grade)


def by_age(registry: Registry) -> Figure:
    """Age bands of all teams together."""
    return _structure("age", registry, vocabulary.AGE_BANDS, lambda team: team.by_age)


def by_education(registry: Registry) -> Figure:
    """Education of all teams together."""
    return _structure("education", registry, vocabulary.EDUCATIONS, lambda team: team.by_education)


def frontline(registry: Registry) -> Share:
    """Front-line workers in all teams that supply their number."""
    pairs = ((team.frontline, team.total) for team in _teams(registry) if team.frontline is not None)
    return share("frontline", pairs, len(registry.active_studios))


def women(registry: Registry) -> Share:
    """Women in all teams that supply their number."""
    pairs = ((team.female, team.total) for team in _teams(registry) if team.female is not None)
    return share("women", pairs, len(registry.active_studios))


def sessions(registry: Registry) -> Figure:
    """Training sessions (场) by year. A training without their number is left out."""
    return _yearly("sessions", registry, lambda year: [training.sessions for training in year.trainings])


def attendances(registry: Registry) -> Figure:
    """Attendances (人次) by year. A person who comes twice counts twice, so they are never added to 人 or 场."""
    return _yearly("attendances", registry, lambda year: [training.attendances for training in year.trainings])


def apprentices(registry: Registry) -> Figure:
    """Apprentices (人) by year. An apprentice stays for several years, so years are not added up."""
    return _yearly("apprentices", registry, lambda year: [year.mentoring.apprentices] if year.mentoring else [])


def outcomes(registry: Registry) -> Figure:
    """Outcomes (人次) by year: one apprentice may both pass a grade and win a prize."""
    return _yearly(
        "outcomes", registry, lambda year: [each.count for each in year.mentoring.outcomes] if year.mentoring else []
    )


@dataclass(frozen=True, slots=True)
class CrossedTeams:
    """Skill grades by age bands: for each grade its cells in the order of `ages`, hidden ones as words."""

    ages: tuple[str, ...]
    rows: tuple[tuple[str, tuple[CrossCell, ...]], ...]
    coverage: Coverage


def crossed(registry: Registry) -> CrossedTeams | None:
    """Grades and ages of all teams together (河南省总工会 2015-02-06 三·一); None without data, or if nothing can be shown.

    The sums of rows and columns may be known from other tables, so no line has a single hidden cell.
    """
    teams = [team for team in _teams(registry) if team.by_grade_and_age]
    sums: Counter[tuple[str, str]] = Counter()
    for team in teams:
        for cell in team.by_grade_and_age:
            sums[cell.grade, cell.age] += cell.count
    ages = tuple(age for age in vocabulary.AGE_BANDS if any(sums[grade, age] for grade in _GRADES))
    grades = [grade for grade in _GRADES if any(sums[grade, age] for age in ages)]
    counts = {(grade, age): sums[grade, age] for grade in grades for age in ages}
    hidden = suppression.hidden_cells(counts)
    rows = tuple((grade, tuple(_cell(counts, hidden, grade, age) for age in ages)) for grade in grades)
    known = any(cell.count for _, cells in rows for cell in cells)
    return CrossedTeams(ages, rows, Coverage(len(teams), len(registry.active_studios))) if known else None


def _cell(
    counts: Mapping[tuple[str, str], int], hidden: Mapping[tuple[str, str], str], grade: str, age: str
) -> CrossCell:
    words = hidden.get((grade, age))
    return CrossCell(age, None, words) if words else CrossCell(age, counts[grade, age])


def advanced(registry: Registry) -> Figure:
    """Apprentices by the grade before and after, as far as reports state both."""
    counts: Counter[str] = Counter()
    studios = set()
    for studio in registry.active_studios:
        for year in studio.years:
            for each in year.record.mentoring.outcomes if year.record.mentoring else ():
                if each.before and each.after and each.count:
                    counts[f"{each.before}→{each.after}"] += each.count
                    studios.add(studio.id)
    grades = list(vocabulary.SKILL_GRADES)
    order = sorted(counts, key=lambda label: [grades.index(part) for part in reversed(label.split("→"))])
    lines = tuple(Count(label, counts[label]) for label in order)
    return Figure("advanced", lines, Coverage(len(studios), len(registry.active_studios)))


def assessed(registry: Registry) -> tuple[int, int]:
    """How many studios say how mentoring is assessed, and how many how it is rewarded."""
    mentoring = [
        [year.record.mentoring for year in studio.years if year.record.mentoring] for studio in registry.active_studios
    ]
    return (
        sum(any(each.assessment for each in several) for several in mentoring),
        sum(any(each.incentive for each in several) for several in mentoring),
    )


def promoted(registry: Registry) -> Figure:
    """Team members (人) who were promoted to a higher skill grade, by year."""
    return _yearly("promoted", registry, lambda year: [year.members_promoted])


def suggestions(registry: Registry) -> tuple[Figure, Figure, Figure]:
    """提出, 采纳, 实施: three figures, each with its own coverage."""
    return (
        _yearly("proposed", registry, lambda year: [year.suggestions.proposed] if year.suggestions else []),
        _yearly("adopted", registry, lambda year: [year.suggestions.adopted] if year.suggestions else []),
        _yearly("implemented", registry, lambda year: [year.suggestions.implemented] if year.suggestions else []),
    )


def honours(registry: Registry) -> Figure:
    """All honours by kind, with links to the lists of the wall of honours."""
    found = ((each.studio.id, kind_of(each.honour.name, each.honour.level)) for each in held_honours(registry))
    lists = {kind: urls.listing(f"honours/{slug}") for kind, slug in vocabulary.HONOUR_KINDS.items()}
    return linked(tally("honours-kind", found, vocabulary.HONOUR_KINDS, len(registry.active_studios)), lists)


def leader_honours(registry: Registry) -> Figure:
    """Honours of leaders by level and kind. Somebody who leads two studios is counted once."""
    return _by_level("leader-honours", registry, [each for each in held_honours(registry) if each.person])


def studio_honours(registry: Registry) -> Figure:
    """Honours of the studios themselves by level and kind, from profiles and annual reports."""
    return _by_level("studio-honours", registry, [each for each in held_honours(registry) if not each.person])


def pioneers(registry: Registry) -> tuple[Pioneers, ...]:
    """One entry for each total in `site.yml` if the records show at least one studio among the winners."""
    found = [
        (each.honour.level, each.honour.year)
        for each in held_honours(registry)
        if not each.person and kind_of(each.honour.name, each.honour.level) == PIONEER
    ]
    counts = ((record, found.count((record.level, record.year))) for record in registry.site.pioneers)
    return tuple(Pioneers(record, studios) for record, studios in counts if studios)


def _by_level(key: str, registry: Registry, items: list[HeldHonour]) -> Figure:
    found = ((each.studio.id, f"{each.honour.level}{kind_of(each.honour.name, each.honour.level)}") for each in items)
    order = [f"{level}{kind}" for kind in vocabulary.HONOUR_KINDS for level in vocabulary.LEVELS]
    return tally(key, found, order, len(registry.active_studios))


def _teams(registry: Registry) -> Iterator[Team]:
    return (studio.record.team for studio in registry.active_studios if studio.record.team)


def _structure(
    key: str, registry: Registry, order: Collection[str], parts: Callable[[Team], Mapping[str, int] | None]
) -> Figure:
    """The breakdowns of all teams that supply one, added up."""
    breakdowns = [found for team in _teams(registry) if (found := parts(team))]
    counter: Counter[str] = Counter()
    for each in breakdowns:
        counter.update(each)
    counts = {label: counter[label] for label in order if counter[label]}
    return discreet(key, counts, Coverage(len(breakdowns), len(registry.active_studios)))


def _yearly(key: str, registry: Registry, numbers: Callable[[YearRecord], Iterable[int | None]]) -> Figure:
    found = (
        (studio.id, year.year, number)
        for studio in registry.active_studios
        for year in studio.years
        for number in numbers(year.record)
        if number is not None
    )
    return by_year(key, found, len(registry.active_studios))
