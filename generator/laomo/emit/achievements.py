"""Achievements: newest first, by kind, by year, and a page for each that has a story or pictures."""

from collections import Counter
from collections.abc import Iterator

from laomo.emit.context import Context
from laomo.models import words
from laomo.write import Output


def emit(context: Context) -> Iterator[Output]:
    achievements = context.registry.achievements
    by_kind = Counter(item.record.kind for item in achievements)
    by_year = Counter(item.year for item in achievements)
    groups = {
        "kinds": [(kind, f"achievements/{slug}/", by_kind[kind]) for kind, slug in words.RESULT_KINDS.items() if by_kind[kind]],
        "years": [(year, f"achievements/{year}/", by_year[year]) for year in sorted(by_year, reverse=True)],
    }
    yield from context.pages("achievements.md", "achievements", achievements, heading="创新成果", chosen=None, **groups)
    for kind, url, _ in groups["kinds"]:
        of_kind = [item for item in achievements if item.record.kind == kind]
        yield from context.pages("achievements.md", url.rstrip("/"), of_kind, heading=kind, chosen=kind, **groups)
    for year, url, _ in groups["years"]:
        of_year = [item for item in achievements if item.year == year]
        heading = f"{year}年创新成果"
        yield from context.pages("achievements.md", url.rstrip("/"), of_year, heading=heading, chosen=year, **groups)
    for item in achievements:
        if item.has_page:
            source = next(year.path for year in item.studio.years if year.year == item.year)
            yield context.page("achievement.md", item.url, source=source, item=item)
