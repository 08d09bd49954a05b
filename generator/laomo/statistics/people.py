"""People, only in sums: teams, apprentices, trainings, suggestions, honours. Groups under three are not printed."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from laomo.models import words
from laomo.models.city import PioneerTotal
from laomo.models.common import Honour
from laomo.models.studio import Team
from laomo.models.year import YearRecord
from laomo.registry import Registry
from laomo.statistics.figures import Count, Coverage, Figure, Share, by_year, discreet, percent, share, tally

_HONOUR_KINDS = {
    "劳动模范": "劳动模范",
    "先进工作者": "劳动模范",
    "五一劳动奖章": "五一劳动奖章",
    "五一劳动奖状": "五一劳动奖状",
    "工人先锋号": "工人先锋号",
    "技术能手": "技术能手",
    "工匠": "工匠",
}
"""Words in an honour's name → its kind; 先进工作者 is what 劳动模范 is called outside enterprises."""
_PIONEER = "工人先锋号"


@dataclass(frozen=True, slots=True)
class Pioneers:
    """Of the 工人先锋号 awarded in a year, how many went to studios (河南省总工会 2015-02-06 五·二)."""

    record: PioneerTotal
    studios: int

    @property
    def percent(self) -> int | None:
        return percent(self.studios, self.record.total)


def by_grade(registry: Registry) -> Figure:
    """Highest grade first: the pyramid of all teams together."""
    return _structure("grade", registry, (*words.SKILL_GRADES, "其他"), lambda team: team.by_grade)


def by_age(registry: Registry) -> Figure:
    return _structure("age", registry, words.AGE_BANDS, lambda team: team.by_age)


def by_education(registry: Registry) -> Figure:
    return _structure("education", registry, words.EDUCATIONS, lambda team: team.by_education)


def frontline(registry: Registry) -> Share:
    pairs = ((team.frontline, team.total) for team in _teams(registry) if team.frontline is not None)
    return share("frontline", pairs, len(registry.standing))


def women(registry: Registry) -> Share:
    pairs = ((team.female, team.total) for team in _teams(registry) if team.female is not None)
    return share("women", pairs, len(registry.standing))


def sessions(registry: Registry) -> Figure:
    """场. A training without the number is in no sum."""
    return _yearly("sessions", registry, lambda year: [training.sessions for training in year.trainings])


def attendances(registry: Registry) -> Figure:
    """人次: one who comes twice counts twice, so it is never added to 人 or 场."""
    return _yearly("attendances", registry, lambda year: [training.attendances for training in year.trainings])


def apprentices(registry: Registry) -> Figure:
    """人 a year. The same apprentice stays for years, so years are not added."""
    return _yearly("apprentices", registry, lambda year: [year.mentoring.apprentices] if year.mentoring else [])


def outcomes(registry: Registry) -> Figure:
    """人次: one apprentice may have passed a grade and won a prize."""
    return _yearly(
        "outcomes", registry, lambda year: [each.count for each in year.mentoring.outcomes] if year.mentoring else []
    )


def promoted(registry: Registry) -> Figure:
    return _yearly("promoted", registry, lambda year: [year.members_promoted])


def suggestions(registry: Registry) -> tuple[Figure, Figure, Figure]:
    """提出, 采纳, 实施: three figures, each with its own coverage."""
    return (
        _yearly("proposed", registry, lambda year: [year.suggestions.proposed] if year.suggestions else []),
        _yearly("adopted", registry, lambda year: [year.suggestions.adopted] if year.suggestions else []),
        _yearly("implemented", registry, lambda year: [year.suggestions.implemented] if year.suggestions else []),
    )


def leader_honours(registry: Registry) -> Figure:
    """Valid honours of those who lead now; one who leads two studios is counted once."""
    seen: dict[tuple[str, str, str, int], str] = {}
    for leader, studio in registry.people:
        for honour in leader.honours:
            if honour.status == "有效":
                seen.setdefault((leader.name, honour.name, honour.level, honour.year), studio.id)
    found = ((studio, _label(name, level)) for (_, name, level, _), studio in seen.items())
    return tally("leader-honours", found, _honour_order(), len(registry.standing))


def studio_honours(registry: Registry) -> Figure:
    """Valid honours of the studios themselves, of the profile and of the years."""
    found = ((studio, _label(honour.name, honour.level)) for studio, honour in _studio_honours(registry))
    return tally("studio-honours", found, _honour_order(), len(registry.standing))


def pioneers(registry: Registry) -> tuple[Pioneers, ...]:
    """Only where the site says how many were awarded and the records show studios among them."""
    found = []
    for record in registry.site.pioneers:
        studios = {
            studio
            for studio, honour in _studio_honours(registry)
            if _PIONEER in honour.name and (honour.level, honour.year) == (record.level, record.year)
        }
        if studios:
            found.append(Pioneers(record, len(studios)))
    return tuple(found)


def _studio_honours(registry: Registry) -> Iterator[tuple[str, Honour]]:
    """An honour that stands both in the profile and in a year is one honour."""
    for studio in registry.standing:
        named = (*studio.record.honours, *(honour for year in studio.years for honour in year.record.honours))
        for honour in {(each.name, each.level, each.year): each for each in named if each.status == "有效"}.values():
            yield studio.id, honour


def _label(name: str, level: str) -> str:
    return f"{level}{next((kind for word, kind in _HONOUR_KINDS.items() if word in name), '其他荣誉')}"


def _honour_order() -> list[str]:
    kinds = dict.fromkeys((*_HONOUR_KINDS.values(), "其他荣誉"))
    return [f"{level}{kind}" for kind in kinds for level in words.LEVELS]


def _teams(registry: Registry) -> Iterator[Team]:
    return (studio.record.team for studio in registry.standing if studio.record.team)


def _structure(
    key: str, registry: Registry, order: Collection[str], parts: Callable[[Team], Mapping[str, int] | None]
) -> Figure:
    """Parts of all teams that give them, added up."""
    given = [found for team in _teams(registry) if (found := parts(team))]
    counter: Counter[str] = Counter()
    for each in given:
        counter.update(each)
    counts = tuple(Count(label, counter[label]) for label in order if counter[label])
    return discreet(Figure(key, counts, Coverage(len(given), len(registry.standing))))


def _yearly(key: str, registry: Registry, numbers: Callable[[YearRecord], Iterable[int | None]]) -> Figure:
    found = (
        (studio.id, year.year, number)
        for studio in registry.standing
        for year in studio.years
        for number in numbers(year.record)
        if number is not None
    )
    return by_year(key, found, len(registry.standing))
