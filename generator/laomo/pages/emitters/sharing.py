"""Lists of what studios give to others and take up: results in use, new technology, suggestions, who owns what, technical help, trainings for
leaders. A list without items is not made.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from laomo.pages import breadcrumbs, facets
from laomo.pages.breadcrumbs import Step
from laomo.pages.context import Context
from laomo.records.models import vocabulary
from laomo.registry import sharing, urls
from laomo.registry.projects import projects
from laomo.registry.registry import Registry
from laomo.registry.sharing import Activity, Suggested
from laomo.registry.studio import Achievement
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    borrowable = sharing.borrowable(registry)
    if borrowable:
        items = [(item, sharing.contact(registry, item.studio)) for item in borrowable]
        trail = breadcrumbs.to(breadcrumbs.ACHIEVEMENTS, breadcrumbs.BORROWABLE)
        owned = bool(sharing.rights(registry))
        yield from context.pages(
            "borrowable.md", urls.BORROWABLE, items, trail=trail, entry=lambda each: _achievement(each[0]), owned=owned
        )
    if adopted := sharing.adopted(registry):
        kinds = {kind: sum(kind in item.record.adopted for item in adopted) for kind in vocabulary.ADOPTIONS}
        yield from _list(context, "adopted.md", urls.ADOPTED, adopted, breadcrumbs.ADOPTED, kinds=kinds)
    if suggested := _in_order(registry, sharing.suggestions(registry)):
        trail = breadcrumbs.to(breadcrumbs.ACHIEVEMENTS, breadcrumbs.SUGGESTIONS)
        yield from context.pages("suggestions.md", urls.SUGGESTIONS, suggested, trail=trail, entry=_studio)
    if rights := sharing.rights(registry):
        states: dict[str, int] = {}
        for item in rights:
            states[item.record.ip_state or ""] = states.get(item.record.ip_state or "", 0) + 1
        unstated = sum(not (item.record.ip and item.record.ip.owner) for item in rights)
        yield from _list(
            context, "rights.md", urls.RIGHTS, rights, breadcrumbs.RIGHTS, states=states, unstated=unstated
        )
    for section, step, activities in (
        (urls.ASSISTANCE, breadcrumbs.ASSISTANCE, sharing.assistance(registry)),
        (urls.LEADER_TRAININGS, breadcrumbs.LEADER_TRAININGS, sharing.leader_trainings(registry)),
    ):
        if activities:
            studios = len({each.studio.id for each in activities})
            home = breadcrumbs.ACHIEVEMENTS if section == urls.ASSISTANCE else breadcrumbs.PEOPLE
            yield from context.pages(
                "activities.md",
                section,
                activities,
                trail=breadcrumbs.to(home, step),
                entry=_activity,
                heading=step[0],
                studios=studios,
            )


def _in_order(registry: Registry, found: Sequence[Suggested]) -> list[Suggested]:
    """What studios say, in the order of the directory."""
    by_studio = {each.studio.id: each for each in found}
    return [by_studio[studio.id] for studio in facets.listed(registry) if studio.id in by_studio]


def lists(registry: Registry) -> tuple[Step, ...]:
    """The lists beside that of all achievements, as far as they have items: label and address."""
    found = (
        (breadcrumbs.PROJECTS, projects(registry)),
        (breadcrumbs.BORROWABLE, sharing.borrowable(registry)),
        (breadcrumbs.ADOPTED, sharing.adopted(registry)),
        (breadcrumbs.SUGGESTIONS, sharing.suggestions(registry)),
        (breadcrumbs.RIGHTS, sharing.rights(registry)),
        (breadcrumbs.ASSISTANCE, sharing.assistance(registry)),
    )
    return tuple(step for step, items in found if items)


def _list(
    context: Context, template: str, section: str, items: Sequence[Achievement], step: Step, **facts: Any
) -> Iterator[Output]:
    trail = breadcrumbs.to(breadcrumbs.ACHIEVEMENTS, step)
    yield from context.pages(template, section, items, trail=trail, entry=_achievement, **facts)


def _achievement(item: Achievement) -> Step:
    return item.record.title, item.url


def _studio(each: Suggested) -> Step:
    return each.studio.name, each.studio.url


def _activity(each: Activity) -> Step:
    return each.event.topic, each.studio.report_url(each.year)
