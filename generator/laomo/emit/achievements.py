"""Achievements: newest first, by kind, year, benefit and innovation, and a page for each that has a story or pictures."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from laomo import urls
from laomo.emit import linked
from laomo.emit.context import Context
from laomo.models import words
from laomo.studio import Achievement
from laomo.write import Output

_Group = tuple[str, str, list[Achievement]]
"""Label, section and what belongs to it."""


def emit(context: Context) -> Iterator[Output]:
    achievements = context.registry.achievements
    years = sorted({item.year for item in achievements}, reverse=True)
    groups = {
        "kinds": _groups(achievements, words.RESULT_KINDS, "", lambda item: [item.record.kind]),
        "years": [(f"{y}年", f"achievements/{y}", [item for item in achievements if item.year == y]) for y in years],
        "benefits": _groups(achievements, words.BENEFIT_KINDS, "benefits/", _benefits),
        "innovation": _groups(achievements, words.INNOVATION_KINDS, "innovation/", lambda item: item.record.innovation),
    }
    headings = {"kinds": "{}", "years": "{}创新成果", "benefits": "{}效益", "innovation": "创新方向：{}"}
    chips = {name: [(label, urls.listing(at), len(items)) for label, at, items in of] for name, of in groups.items()}

    def listing(section: str, heading: str, items: Collection[Achievement]) -> Iterator[Output]:
        facts: dict[str, Any] = {"heading": heading, "chosen": urls.listing(section), **chips}
        return context.pages("achievements.md", section, tuple(items), entry=_entry, **facts)

    yield from listing("achievements", "创新成果", achievements)
    for name, of_name in groups.items():
        for label, section, items in of_name:
            yield from listing(section, headings[name].format(label), items)
    for item in achievements:
        if item.has_page:
            about = linked.achievement(context.address, item) if context.address else ()
            yield context.page("achievement.md", item.url, source=item.path, linked=about, item=item)


def _entry(item: Achievement) -> tuple[str, str]:
    return item.record.title, item.url


def _groups(
    achievements: Collection[Achievement],
    labels: Mapping[str, str],
    below: str,
    labels_of: Callable[[Achievement], Collection[str]],
) -> list[_Group]:
    """A group for each word of a list that some achievement bears, in the order of the list."""
    groups = (
        (label, f"achievements/{below}{slug}", [item for item in achievements if label in labels_of(item)])
        for label, slug in labels.items()
    )
    return [group for group in groups if group[2]]


def _benefits(item: Achievement) -> list[str]:
    return [benefit.kind for benefit in item.record.benefits]
