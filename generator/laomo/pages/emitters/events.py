"""Events that make studios known and what the press wrote: all, by kind, and a page for each (河南省总工会 2015-02-06 五·一). None without records."""

from collections.abc import Iterator
from typing import Any

from laomo.pages import breadcrumbs
from laomo.pages.context import Context
from laomo.records.models import EventRecord, UnionRecord, vocabulary
from laomo.registry import urls
from laomo.registry.houses import PaperHome
from laomo.registry.studio import Studio
from laomo.system.output import Output

_Entry = tuple[str, EventRecord, list[Studio], UnionRecord | None, PaperHome | None]
"""Its id, the record, the active studios that it names, the union that organised it, and the member's house that it came from."""
_HEADING = "走出去讲，请进来看"


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    entries: list[_Entry] = [
        (
            name,
            event,
            [registry.studio_by_id[i] for i in event.studios if i in registry.studio_by_id],
            registry.union_by_id.get(event.union or ""),
            registry.paper_homes.get(urls.event(name)),
        )
        for name, event in registry.events
    ]
    kinds = [
        (kind, f"{urls.EVENTS}/{slug}", [each for each in entries if each[1].kind == kind])
        for kind, slug in vocabulary.EVENT_KINDS.items()
    ]
    groups = [(kind, urls.listing(section), len(found)) for kind, section, found in kinds if found]
    if entries:
        trail = breadcrumbs.to(breadcrumbs.EVENTS)
        yield from context.pages(
            "events.md", urls.EVENTS, entries, trail=trail, entry=_entry, heading=_HEADING, chosen=None, groups=groups
        )
    for name, event, studios, union, home in entries:
        trail = breadcrumbs.to(breadcrumbs.EVENTS, (event.title, urls.event(name)))
        facts: dict[str, Any] = {"event": event, "studios": studios, "union": union, "home": home}
        yield context.page("event.md", urls.event(name), trail=trail, **facts)
    for kind, section, found in kinds:
        if found:
            own = breadcrumbs.to(breadcrumbs.EVENTS, (kind, urls.listing(section)))
            yield from context.pages(
                "events.md", section, found, trail=own, entry=_entry, heading=kind, chosen=kind, groups=groups
            )


def _entry(each: _Entry) -> breadcrumbs.Step:
    return each[1].title, urls.event(each[0])
