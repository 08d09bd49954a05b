"""The five effects that studios are to have (河南省总工会 2015-02-06 四), each with figures from records; and a year's effects of a union's studios.

A figure adds up what studios state and says how many of them do. A studio that says nothing is in no sum: unknown is not 0.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from laomo.records.models.year import YearRecord
from laomo.registry.statistics.figures import Coverage
from laomo.registry.studio import Studio, Year

EFFECTS = {
    "demonstration": "劳模示范效应",
    "gathering": "人才集聚效应",
    "learning": "学习激励效应",
    "innovation": "创新引领效应",
    "culture": "文化宣传效应",
}
"""Their keys in addresses, and their names in the order of the document."""
_BEYOND = frozenset({"本系统", "本地", "行业", "全国"})
"""Scopes of use beyond the studio's own unit."""


@dataclass(frozen=True, slots=True)
class EffectFigure:
    """A sum over studios: `number` of `unit`, what is counted, and how many studios state it of how many."""

    number: int
    unit: str
    label: str
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Effect:
    """One of the five, with the figures that any studio states; without figures if none does."""

    key: str
    name: str
    figures: tuple[EffectFigure, ...]


@dataclass(frozen=True, slots=True)
class Publicity:
    """What tells of studios beside their own records: the ids of the studios of each event, press mention and story."""

    events: tuple[tuple[str, ...], ...] = ()
    press: tuple[tuple[str, ...], ...] = ()
    stories: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """What is added up: its effect, its unit, its name, and its number for one studio; None if the studio does not state it."""

    effect: str
    unit: str
    label: str
    of: Callable[[Studio], int | None]


def effects(studios: Sequence[Studio], publicity: Publicity = Publicity()) -> tuple[Effect, ...]:
    """The five effects of these active studios; those of which nothing is recorded have no figures."""
    found: dict[str, list[EffectFigure]] = {key: [] for key in EFFECTS}
    for measure in MEASURES:
        numbers = [number for number in map(measure.of, studios) if number]
        if numbers:
            coverage = Coverage(len(numbers), len(studios))
            found[measure.effect].append(EffectFigure(sum(numbers), measure.unit, measure.label, coverage))
    found["culture"] += _publicity(studios, publicity)
    return tuple(Effect(key, EFFECTS[key], tuple(figures)) for key, figures in found.items())


def effects_of_year(studios: Sequence[Studio], year: int) -> tuple[tuple[EffectFigure, ...], Coverage]:
    """What these studios report of one year, and how many of them have reported it."""
    reported = [each for studio in studios for each in studio.years if each.year == year]
    coverage = Coverage(len(reported), len(studios))
    sums = ((unit, label, sum(of(each) for each in reported)) for unit, label, of in _OF_YEAR)
    return tuple(EffectFigure(number, unit, label, coverage) for unit, label, number in sums), coverage


def _publicity(studios: Sequence[Studio], publicity: Publicity) -> Iterator[EffectFigure]:
    ids = {studio.id for studio in studios}
    for unit, label, several in (
        ("场", "报告会、展示和交流", publicity.events),
        ("篇", "媒体报道", publicity.press),
        ("篇", "事迹故事", publicity.stories),
    ):
        told = [named for named in several if ids.intersection(named)]
        if told:
            supplied = len(ids.intersection(studio for named in told for studio in named))
            yield EffectFigure(len(told), unit, label, Coverage(supplied, len(studios)))


def _years(studio: Studio) -> Iterable[YearRecord]:
    return (year.record for year in studio.years)


def _honoured_leaders(studio: Studio) -> int:
    return sum(bool(leader.honours) for leader in studio.leaders)


def _promoted(studio: Studio) -> int:
    return sum(year.members_promoted or 0 for year in _years(studio))


def _attendances(studio: Studio) -> int:
    return sum(training.attendances or 0 for year in _years(studio) for training in year.trainings)


def latest_apprentices(studio: Studio) -> int:
    """The apprentices of the newest year that states them: they stay for several years, so years are not added up."""
    return next((year.record.mentoring.apprentices for year in reversed(studio.years) if year.record.mentoring), 0)


def _outcomes(studio: Studio) -> int:
    return sum(each.count for year in _years(studio) if year.mentoring for each in year.mentoring.outcomes)


def _implemented(studio: Studio) -> int:
    return sum(year.suggestions.implemented or 0 for year in _years(studio) if year.suggestions)


def _projects(studio: Studio) -> int:
    """A project that several years report is one."""
    return len({project.title for year in _years(studio) for project in year.projects})


def _recognised(studio: Studio) -> int:
    return sum(bool(item.record.recognised_by) for item in studio.achievements)


def _granted(studio: Studio) -> int:
    return sum(item.record.ip_state == "授权" for item in studio.achievements)


def _borrowed(studio: Studio) -> int:
    return sum(any(each.scope in _BEYOND for each in item.record.promotion) for item in studio.achievements)


MEASURES: tuple[Measure, ...] = (
    Measure("demonstration", "位", "得过荣誉的领衔人", _honoured_leaders),
    Measure("demonstration", "项", "工作室的集体荣誉", lambda studio: len(studio.honours)),
    Measure(
        "demonstration",
        "家",
        "示范性工作室",
        lambda studio: int(any(title.decision.result == "示范" for title in studio.valid_designations)),
    ),
    Measure("demonstration", "次", "受工会表彰", lambda studio: len(studio.commendations)),
    Measure("gathering", "人", "团队成员", lambda studio: studio.record.team.total if studio.record.team else None),
    Measure("gathering", "人", "成员晋级", _promoted),
    Measure("gathering", "家", "跨单位创建", lambda studio: int(len(studio.record.units) > 1)),
    Measure("learning", "人次", "参加培训", _attendances),
    Measure("learning", "名", "徒弟（最近一年）", latest_apprentices),
    Measure("learning", "人次", "出师、晋级、获奖", _outcomes),
    Measure("learning", "条", "合理化建议已实施", _implemented),
    Measure("innovation", "个", "攻关项目", _projects),
    Measure("innovation", "项", "公开的成果", lambda studio: len(studio.achievements)),
    Measure("innovation", "项", "得到认定的成果", _recognised),
    Measure("innovation", "件", "授权专利", _granted),
    Measure("innovation", "项", "用到本单位以外的成果", _borrowed),
    Measure("culture", "个", "视频和全景", lambda studio: len(studio.record.links)),
)
_OF_YEAR: tuple[tuple[str, str, Callable[[Year], int]], ...] = (
    ("个", "攻关项目", lambda year: len(year.record.projects)),
    ("项", "成果", lambda year: len(year.achievements)),
    ("项", "得到认定", lambda year: sum(bool(item.record.recognised_by) for item in year.achievements)),
    (
        "人次",
        "参加培训",
        lambda year: sum(training.attendances or 0 for training in year.record.trainings),
    ),
    ("名", "徒弟", lambda year: year.record.mentoring.apprentices if year.record.mentoring else 0),
)
"""What a target table shows of a year beside the numbers of studios (河南省总工会 2015-02-06 五·三: 创建数量和创建成效)."""


def by_key(found: Iterable[Effect]) -> Mapping[str, Effect]:
    return {effect.key: effect for effect in found}
