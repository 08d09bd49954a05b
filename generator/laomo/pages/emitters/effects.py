"""The five effects of the studios, each with figures, who states them, and examples (河南省总工会 2015-02-06 四). None without records."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from laomo.pages import breadcrumbs, time_charts
from laomo.pages.breadcrumbs import Step
from laomo.pages.context import Context
from laomo.pages.emitters.home import latest
from laomo.pages.statistics_tabs import tabs
from laomo.registry import effects, statistics, urls
from laomo.registry.effects import Effect
from laomo.registry.honours import held_honours
from laomo.registry.registry import Registry
from laomo.registry.statistics import Figure
from laomo.registry.studio import Achievement, Studio
from laomo.system.output import Output

_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class EffectExample:
    """Something that happened at a studio: when, what, and where to read it."""

    year: int
    text: str
    studio: Studio
    url: str


@dataclass(frozen=True, slots=True)
class ShownEffect:
    """An effect with its examples, its figure over the years, and the list in which all is found."""

    effect: Effect
    examples: tuple[EffectExample, ...] = ()
    results: tuple[Achievement, ...] = ()
    over_years: tuple[Figure, str, str] | None = field(default=None)
    """A figure by year, what it counts, and its unit."""
    more: Step | None = None


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    found = effects.effects(registry.active_studios, context.publicity)
    if any(each.figures for each in found):
        yield context.page(
            "effects.md",
            urls.EFFECTS,
            trail=breadcrumbs.to(breadcrumbs.FIGURES, breadcrumbs.EFFECTS),
            tabs=tabs(context),
            counts=context.counts,
            columns=time_charts.columns,
            effects=[_SHOWN[each.key](registry, each) for each in found if each.figures],
        )


def _demonstration(registry: Registry, effect: Effect) -> ShownEffect:
    newest = sorted(held_honours(registry), key=lambda each: -each.honour.year)
    examples: dict[str, EffectExample] = {}
    for each in newest:
        text = f"{each.person}，{each.honour.name}" if each.person else each.honour.name
        examples.setdefault(each.studio.id, EffectExample(each.honour.year, text, each.studio, each.studio.url))
    return ShownEffect(effect, _first(examples.values()), more=("荣誉墙", "honours/"))


def _gathering(registry: Registry, effect: Effect) -> ShownEffect:
    promoted = [
        EffectExample(year.year, f"{year.record.members_promoted} 名成员晋级", studio, studio.report_url(year.year))
        for studio in registry.active_studios
        for year in studio.years[-1:]
        if year.record.members_promoted
    ]
    return ShownEffect(effect, _first(promoted), more=("队伍与传承统计", f"{urls.STATISTICS}people/"))


def _learning(registry: Registry, effect: Effect) -> ShownEffect:
    outcomes = [
        EffectExample(
            year.year,
            "，".join(f"{each.kind} {each.count} 人" for each in year.record.mentoring.outcomes if each.count),
            studio,
            studio.report_url(year.year),
        )
        for studio in registry.active_studios
        for year in studio.years[-1:]
        if year.record.mentoring and any(each.count for each in year.record.mentoring.outcomes)
    ]
    attended = statistics.people.attendances(registry)
    drawn = (attended, "培训", "人次") if len(attended.years) > 1 else None
    return ShownEffect(effect, _first(outcomes), (), drawn, ("队伍与传承统计", f"{urls.STATISTICS}people/"))


def _innovation(registry: Registry, effect: Effect) -> ShownEffect:
    measured = latest((item for item in registry.achievements if item.record.measures), _EXAMPLES)
    years = statistics.achievements.per_year(registry)
    drawn = (years, "成果", "项") if len(years.years) > 1 else None
    return ShownEffect(effect, (), tuple(measured), drawn, ("全部成果", "achievements/"))


def _culture(registry: Registry, effect: Effect) -> ShownEffect:
    shown = [
        EffectExample(event.date.year, event.title, registry.studio_by_id[event.studios[0]], urls.event(name))
        for name, event in registry.events
        if event.studios and event.studios[0] in registry.studio_by_id
    ]
    more = ("宣传展示", f"{urls.EVENTS}/") if registry.events else None
    return ShownEffect(effect, _first(shown), more=more)


_SHOWN = {
    "demonstration": _demonstration,
    "gathering": _gathering,
    "learning": _learning,
    "innovation": _innovation,
    "culture": _culture,
}


def _first(examples: Iterable[EffectExample]) -> tuple[EffectExample, ...]:
    """The newest examples; of a year, in the order of the studios."""
    return tuple(sorted(examples, key=lambda each: -each.year)[:_EXAMPLES])
