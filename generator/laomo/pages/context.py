"""The context that every emitter gets: the records, the pictures, and methods that make pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from math import ceil
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from laomo.assets.pictures.gallery import Picture, Pictures
from laomo.pages import csp, json_ld
from laomo.pages.breadcrumbs import HOME, Step, Trail
from laomo.pages.fingerprint import Fingerprints
from laomo.pages.fragments import Fragments
from laomo.pages.handwritten.articles import Article
from laomo.pages.handwritten.stories import Story
from laomo.pages.json_ld import Node
from laomo.pages.templates import Templates, with_linked_data
from laomo.records.models import EventRecord, Photo, StandardRecord
from laomo.records.models.vocabulary import PRESS
from laomo.registry import urls
from laomo.registry.commendations import Awarding, by_union
from laomo.registry.effects import Publicity
from laomo.registry.registry import Registry
from laomo.registry.relations import Relations
from laomo.registry.studio import Achievement, Studio
from laomo.system.output import Output

T = TypeVar("T")

PAGE_SIZE = 48
"""The most entries on one page of a listing, so that pages stay small however large the site grows."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of active studios, accepted (达标) studios, achievements, leaders, and unions below the top one."""

    studios: int
    qualified: int
    achievements: int
    people: int
    unions: int


@dataclass(frozen=True, slots=True)
class Standards:
    """All standards with their ids. Two values are equal when their fingerprints are."""

    fingerprint: str
    records: tuple[tuple[str, StandardRecord], ...] = field(compare=False)


@dataclass(frozen=True)
class Context:
    """The records and pictures of one run, and the templates that show them."""

    registry: Registry
    pictures: Pictures
    templates: Templates
    handwritten: frozenset[str] = frozenset()
    """The paths of the files below `content/`. Templates use them to link only to hand-written pages that exist."""
    stories: tuple[Story, ...] = ()
    """Hand-written stories in the order of their file names."""
    articles: tuple[Article, ...] = ()
    """The text of the hand-written pages, for the search index."""
    today: date = date.min
    """The day of the build, which chooses the home page's studio of the day."""
    address: str | None = None
    """The site's URL with a trailing slash (`site_url` of mkdocs.yml); None when it is not set."""

    cards: Mapping[str, str] = field(default_factory=dict)
    """Studio id → address of the preview picture of a shared link (og:image)."""
    cache_folder: Path | None = None
    """The folder for caches; None to run without them. Deleting it costs only time."""

    @cached_property
    def events_of(self) -> Mapping[str, list[tuple[str, EventRecord]]]:
        """The events and press mentions of each studio by its id, newest first."""
        found: dict[str, list[tuple[str, EventRecord]]] = {}
        for name, event in self.registry.events:
            for studio in dict.fromkeys(event.studios):
                found.setdefault(studio, []).append((name, event))
        return found

    @cached_property
    def publicity(self) -> Publicity:
        """The studios that events, the press and stories tell of."""
        subjects = (story.about for story in self.stories)
        studios = (each.studio if isinstance(each, Achievement) else each for each in subjects)
        events = [(event.kind == PRESS, event.studios) for _, event in self.registry.events]
        return Publicity(
            tuple(named for press, named in events if not press),
            tuple(named for press, named in events if press),
            tuple((studio.id,) for studio in studios if studio),
        )

    @cached_property
    def relations(self) -> Relations:
        """The relations between studios."""
        return Relations(self.registry)

    @cached_property
    def commendations(self) -> tuple[Awarding, ...]:
        """The commendations that each union gave to studios."""
        return by_union(self.registry)

    @cached_property
    def counts(self) -> "Counts":
        """The site's key numbers."""
        registry = self.registry
        return Counts(
            len(registry.active_studios),
            len(registry.qualified),
            len(registry.achievements),
            len(registry.persons),
            len(registry.host_unions),
        )

    @cached_property
    def standards(self) -> "Standards":
        """The standards that studios are compared with; their fingerprint is computed once for all studios."""
        records = self.registry.standards
        return Standards(self.fingerprints.of(records), records)

    @cached_property
    def fingerprints(self) -> Fingerprints:
        """The fingerprints by which unchanged pages are recognized and not made again."""
        registry, written = self.registry, sorted(self.handwritten)
        marks = (registry.demonstration, registry.noindex)
        return Fingerprints(registry, self.pictures, self.cards, written, self.address, marks)

    def page(
        self,
        template: str,
        url: str,
        *,
        trail: Trail = HOME,
        source: PurePosixPath | None = None,
        linked: Sequence[Node] = (),
        **facts: Any,
    ) -> Output:
        """One page, made by a template.

        `trail` is its breadcrumb trail, `source` the record that “edit this page” opens, and `linked` its JSON-LD nodes. The
        template gets `facts`; the page must not depend on anything else, because its fingerprint is computed from them.
        """
        facts["trail"] = trail
        return self._output(template, url, facts, lambda: [*linked, *self._trail_nodes(trail)], linked, source)

    def _output(  # noqa: PLR0913, PLR0917 (all that a page is made of)
        self,
        template: str,
        url: str,
        facts: dict[str, Any],
        nodes: Callable[[], list[Node]],
        linked: Sequence[Node],
        source: PurePosixPath | None = None,
    ) -> Output:
        """One page. Of its nodes, only `linked` may say more than the facts do."""

        def make() -> bytes:
            return self._page(template, url, facts, nodes())

        fingerprint = partial(self.fingerprints.of, template, url, facts, linked)
        return Output(PurePosixPath(urls.page(url)), make, source, fingerprint)

    def page_of(
        self,
        template: str,
        url: str,
        describe: Callable[..., dict[str, Any]],
        *arguments: object,
        source: PurePosixPath,
        linked: Callable[[str], Node],
    ) -> Output:
        """Like `page`, but lazy, for pages of which there are thousands.

        `describe(*arguments)` returns the template's facts, `trail` among them; it is called only if the page must be made.
        The fingerprint is computed from the arguments. `linked` takes the site's URL and returns the JSON-LD node.
        """

        def make() -> bytes:
            facts = describe(*arguments)
            return self._page(template, url, facts, [*self.about(linked), *self._trail_nodes(facts["trail"])])

        return Output(
            PurePosixPath(urls.page(url)), make, source, partial(self.fingerprints.of, template, url, arguments)
        )

    def _page(self, template: str, url: str, facts: dict[str, Any], nodes: list[Node]) -> bytes:
        data = self.render(template, url, facts)
        return with_linked_data(data, json_ld.graph(nodes)) if nodes else data

    def _trail_nodes(self, trail: Trail) -> list[Node]:
        return self.about(json_ld.trail, trail) if len(trail) > 1 else []

    def about(self, describe: Callable[..., Node], *facts: Any, **marks: bool) -> list[Node]:
        """The JSON-LD node that a function of `json_ld` makes of these facts, in a list; empty when the site's URL is unknown."""
        return [describe(self.address, *facts, **marks)] if self.address else []

    def document(self, template: str, url: str, **facts: Any) -> Output:
        """A standalone HTML page, which is published as it is, without the theme's layout."""
        return self.file(f"{url}index.html", template, url, **facts, policy=csp.WITHOUT_INLINE_SCRIPTS)

    def file(self, path: str, template: str, url: str, **facts: Any) -> Output:
        """A file at `path`, made by a template. Links in it are relative to `url`."""
        make = partial(self.render, template, url, facts)
        return Output(PurePosixPath(path), make, fingerprint=partial(self.fingerprints.of, template, url, facts))

    def render(self, template: str, url: str, facts: dict[str, Any]) -> bytes:
        """The output of a template, which gets these facts and what every template may use."""
        fragment = partial(self._fragments.on, url)
        return self.templates.render(template, url, **self._everywhere, fragment=fragment, **facts)

    @cached_property
    def _fragments(self) -> Fragments:
        return Fragments(partial(self.templates.fragment, **self._everywhere))

    @cached_property
    def _everywhere(self) -> dict[str, Any]:
        """What every template may use."""
        return {
            "site": self.registry.site,
            "demonstration": self.registry.demonstration,
            "noindex": self.registry.noindex,
            "picture": self.picture,
            "exists": self.exists,
            "site_address": self.address,
            "cards": self.cards,
        }

    def pages(  # noqa: PLR0913 (what a listing has)
        self,
        template: str,
        section: str,
        items: Sequence[T],
        *,
        trail: Trail = HOME,
        linked: Sequence[Node] = (),
        entry: Callable[[T], Step | Node] | None = None,
        **facts: Any,
    ) -> Iterator[Output]:
        """A listing, split into pages of `PAGE_SIZE` items; one page without items when there are none.

        The template gets `items`, `total`, `number` and `count` of the pages, and `pager`, the addresses of the previous and
        the next page, each None at the end. `entry` returns an item's name and address, or its node, for the JSON-LD list; it
        depends on the item alone.
        """
        count = max(1, ceil(len(items) / PAGE_SIZE))
        addresses = [None, *(urls.listing(section, number) for number in range(1, count + 1)), None]
        for number in range(1, count + 1):
            shown = items[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
            page = {"items": shown, "total": len(items), "number": number, "count": count}
            page |= {**facts, "trail": trail, "pager": (addresses[number - 1], addresses[number + 1])}
            nodes = partial(self._listed, shown, entry, linked, trail)
            yield self._output(template, addresses[number] or "", page, nodes, linked)

    def _listed(
        self, items: Sequence[T], entry: Callable[[T], Step | Node] | None, linked: Sequence[Node], trail: Trail
    ) -> list[Node]:
        """The JSON-LD nodes of a page of a listing."""
        listed = self.about(json_ld.listing, map(entry, items)) if entry else []
        return [*linked, *listed, *self._trail_nodes(trail)]

    def exists(self, url: str) -> bool:
        """Whether a hand-written page exists at an address."""
        return urls.page(url) in self.handwritten

    def existing(self, step: Step) -> tuple[Step, ...]:
        """A trail's step through a hand-written page, as a tuple to unpack; empty if the site does not have that page."""
        return (step,) if self.exists(step[1]) else ()

    def picture(self, studio: Studio, photo: Photo | None) -> Picture | None:
        """The published picture of a studio's photo; None without a photo, or if it was not published."""
        return self.pictures.get(studio.picture_path(photo)) if photo else None
