"""What every emitter works with: the records, the pictures, and a way to make a page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from math import ceil
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from laomo.assets.pictures.gallery import Picture, Pictures
from laomo.pages import csp
from laomo.pages import json_ld as about
from laomo.pages.breadcrumbs import HOME, Step, Trail
from laomo.pages.fingerprint import Fingerprints
from laomo.pages.handwritten.articles import Article
from laomo.pages.handwritten.stories import Story
from laomo.pages.json_ld import Node
from laomo.pages.templates import Templates, with_linked_data
from laomo.records.models import Photo, StandardRecord
from laomo.registry import urls
from laomo.registry.commendations import Awarding, by_union
from laomo.registry.registry import Registry
from laomo.registry.relations import Relations
from laomo.registry.studio import Studio
from laomo.system.output import Output

T = TypeVar("T")

PAGE_SIZE = 48
"""Entries on one page of a listing: no page grows with the site."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are: active studios, those accepted, achievements, those who lead, unions below the topmost."""

    studios: int
    qualified: int
    achievements: int
    people: int
    unions: int


@dataclass(frozen=True, slots=True)
class Standards:
    """All standards with their ids, and the fingerprint that they are told by."""

    fingerprint: str
    records: tuple[tuple[str, StandardRecord], ...] = field(compare=False)


@dataclass(frozen=True)
class Context:
    """One run's records and pictures with the templates that show them."""

    registry: Registry
    pictures: Pictures
    templates: Templates
    handwritten: frozenset[str] = frozenset()
    """Files of `content/`, by their path in it: pages that a template may lead to if they are there."""
    stories: tuple[Story, ...] = ()
    """Hand-written stories, by file name."""
    articles: tuple[Article, ...] = ()
    """What those pages say, for the search."""
    today: date = date.min
    """The day of the build: what the home page shows on it."""
    address: str | None = None
    """Where the site will stand, with a slash at its end (`site_url` of mkdocs.yml)."""

    cards: Mapping[str, str] = field(default_factory=dict)
    """Addresses of the pictures that go with a shared link, by studio id."""
    cache_folder: Path | None = None
    """The folder of what is remembered from run to run, to save time only."""

    @cached_property
    def relations(self) -> Relations:
        """What binds the studios to one another."""
        return Relations(self.registry)

    @cached_property
    def commendations(self) -> tuple[Awarding, ...]:
        """What each union commended studios for."""
        return by_union(self.registry)

    @cached_property
    def counts(self) -> "Counts":
        """How many there are of what the site is about."""
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
        """The standards that studios are looked at by, told once for all of them."""
        records = self.registry.standards
        return Standards(self.fingerprints.of(records), records)

    @cached_property
    def fingerprints(self) -> Fingerprints:
        """What pages are made of, told so that the same need not be made again."""
        return Fingerprints(self.registry, self.pictures, self.cards, sorted(self.handwritten), self.address)

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
        """The Markdown of one page.

        `trail` is the way to it from the home page, `source` the record that “edit this page” opens, `linked` what it is
        about, for machines. It shows nothing but its facts.
        """
        nodes = [*linked, *self._way(trail)]
        facts["trail"] = trail
        make = partial(self._page, template, url, facts, nodes)
        return Output(
            PurePosixPath(urls.page(url)), make, source, partial(self.fingerprints.of, template, url, facts, nodes)
        )

    def page_of(
        self,
        template: str,
        url: str,
        describe: Callable[..., dict[str, Any]],
        *told: object,
        source: PurePosixPath,
        linked: Callable[[str], Node],
    ) -> Output:
        """The same of what there are thousands of: `describe` finds the facts in what it is told, when they are wanted.

        `linked` says what it is about, given the site's address.
        """

        def make() -> bytes:
            facts = describe(*told)
            return self._page(template, url, facts, [*self.about(linked), *self._way(facts["trail"])])

        return Output(PurePosixPath(urls.page(url)), make, source, partial(self.fingerprints.of, template, url, told))

    def _page(self, template: str, url: str, facts: dict[str, Any], nodes: list[Node]) -> bytes:
        data = self.render(template, url, facts)
        return with_linked_data(data, about.graph(nodes)) if nodes else data

    def _way(self, trail: Trail) -> list[Node]:
        return self.about(about.trail, trail) if len(trail) > 1 else []

    def about(self, describe: Callable[..., Node], *facts: Any) -> list[Node]:
        """What a function of `linked` says of these facts; nothing as long as nobody has said where the site will stand."""
        return [describe(self.address, *facts)] if self.address else []

    def document(self, template: str, url: str, **facts: Any) -> Output:
        """A whole HTML page that goes to the site as it is, without the theme's frame."""
        return self.file(f"{url}index.html", template, url, **facts, policy=csp.WITHOUT_INLINE_SCRIPTS)

    def file(self, path: str, template: str, url: str, **facts: Any) -> Output:
        """Any file that a template makes for what stands at an address."""
        make = partial(self.render, template, url, facts)
        return Output(PurePosixPath(path), make, fingerprint=partial(self.fingerprints.of, template, url, facts))

    def render(self, template: str, url: str, facts: dict[str, Any]) -> bytes:
        return self.templates.render(
            template,
            url,
            site=self.registry.site,
            picture=self.picture,
            exists=self.exists,
            site_address=self.address,
            cards=self.cards,
            **facts,
        )

    def pages(
        self,
        template: str,
        section: str,
        items: Sequence[T],
        *,
        linked: Sequence[Node] = (),
        entry: Callable[[T], Step | Node] | None = None,
        **facts: Any,
    ) -> Iterator[Output]:
        """A listing over as many pages as it needs; the template gets `items`, `number`, `count`, and as `pager` the
        addresses before and after.

        `entry` gives name and address of an item, or what it is, for machines that want the list.
        """
        count = max(1, ceil(len(items) / PAGE_SIZE))
        addresses = [None, *(urls.listing(section, number) for number in range(1, count + 1)), None]
        for number in range(1, count + 1):
            shown = items[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
            listed = self.about(about.listing, map(entry, shown)) if entry else []
            yield self.page(
                template,
                addresses[number] or "",
                items=shown,
                linked=[*linked, *listed],
                total=len(items),
                number=number,
                count=count,
                pager=(addresses[number - 1], addresses[number + 1]),
                **facts,
            )

    def exists(self, url: str) -> bool:
        """Whether the site has a hand-written page at an address."""
        return urls.page(url) in self.handwritten

    def there(self, step: Step) -> tuple[Step, ...]:
        """A step of a trail by a hand-written page; none if the site does not have it."""
        return (step,) if self.exists(step[1]) else ()

    def picture(self, studio: Studio, photo: Photo | None) -> Picture | None:
        """The published picture of a studio's photo."""
        return self.pictures.get(studio.picture_path(photo)) if photo else None
