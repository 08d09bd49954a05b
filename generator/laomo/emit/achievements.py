"""Achievements: newest first, by kind, by year, and a page for each that has a story or pictures."""

from collections import Counter
from collections.abc import Iterator

from laomo import urls
from laomo.emit.context import Context
from laomo.models import words
from laomo.write import Output

_Group = tuple[str, str, int]
"""Label, section and number of achievements."""


def emit(context: Context) -> Iterator[Output]:
    achievements = context.registry.achievements
    by_kind = Counter(item.record.kind for item in achievements)
    by_year = Counter(item.year for item in achievements)
    kinds = [
        (kind, f"achievements/{slug}", by_kind[kind]) for kind, slug in words.RESULT_KINDS.items() if by_kind[kind]
    ]
    years = [(f"{year}年", f"achievements/{year}", by_year[year]) for year in sorted(by_year, reverse=True)]

    def listing(section: str, heading: str, chosen: str) -> Iterator[Output]:
        of_group = [item for item in achievements if chosen in ("", item.record.kind, f"{item.year}年")]
        shown = {"kinds": _linked(kinds), "years": _linked(years), "heading": heading, "chosen": chosen}
        return context.pages("achievements.md", section, of_group, **shown)

    yield from listing("achievements", "创新成果", "")
    for label, section, _ in kinds + years:
        yield from listing(section, label if label in by_kind else f"{label}创新成果", label)
    for item in achievements:
        if item.has_page:
            yield context.page("achievement.md", item.url, source=item.path, item=item)


def _linked(groups: list[_Group]) -> list[_Group]:
    return [(label, urls.listing(section), count) for label, section, count in groups]
