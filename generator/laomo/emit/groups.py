"""Studios by region, industry, type and kind of innovation: an overview with counts, and a paged list for each."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from laomo import urls
from laomo.emit.context import Context
from laomo.models import words
from laomo.studio import Studio
from laomo.write import Output


@dataclass(frozen=True, slots=True)
class _Section:
    url: str
    title: str
    slugs: Mapping[str, str]
    """Label → slug, in the order in which they are listed."""
    labels: Callable[[Studio], Iterable[str | None]]


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    for section in (
        _Section("regions", "地区", registry.regions, lambda studio: [studio.record.region]),
        _Section("industries", "行业", registry.industries, lambda studio: [studio.record.industry]),
        _Section("studios/types", "功能类型", words.STUDIO_TYPES, lambda studio: studio.record.types),
        _Section("studios/kinds", "创新方向", words.INNOVATION_KINDS, lambda studio: studio.record.kinds),
    ):
        yield from _pages(context, section)


def _entry(studio: Studio) -> tuple[str, str]:
    return studio.name, studio.url


def _pages(context: Context, section: _Section) -> Iterator[Output]:
    found: dict[str, list[Studio]] = {label: [] for label in section.slugs}
    for studio in context.registry.standing:
        for label in dict.fromkeys(section.labels(studio)):
            if label in found:
                found[label].append(studio)
    groups = [
        (label, urls.listing(f"{section.url}/{section.slugs[label]}"), len(studios))
        for label, studios in found.items()
        if studios
    ]
    shown: dict[str, Any] = {"shelf": section.title, "home": urls.listing(section.url), "groups": groups}
    yield context.page("groups.md", urls.listing(section.url), **shown)
    for label, url, _ in groups:
        yield from context.pages(
            "group.md", url.rstrip("/"), found[label], entry=_entry, heading=label, chosen=url, **shown
        )
