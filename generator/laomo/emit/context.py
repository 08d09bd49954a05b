"""What every emitter works with: the records, the pictures, and a way to make a page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import ceil
from pathlib import PurePosixPath
from typing import Any, TypeVar

from laomo import policy, urls
from laomo.articles import Article
from laomo.commendations import Awarding, by_union
from laomo.content import Story
from laomo.emit import linked as about
from laomo.emit.linked import Node
from laomo.emit.trails import HOME, Step, Trail
from laomo.media import Picture, Pictures
from laomo.models import Photo
from laomo.registry import Registry
from laomo.studio import Studio
from laomo.templates import Templates, with_linked_data
from laomo.ties import Ties
from laomo.write import Output

T = TypeVar("T")

PAGE_SIZE = 48
"""Entries on one page of a listing: no page grows with the site."""


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

    @cached_property
    def ties(self) -> Ties:
        """What binds the studios to one another."""
        return Ties(self.registry)

    @cached_property
    def commendations(self) -> tuple[Awarding, ...]:
        """What each union commended studios for."""
        return by_union(self.registry)

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
        about, for machines.
        """
        data = self._render(template, url, {**facts, "trail": trail})
        nodes = [*linked, *(self.about(about.trail, trail) if len(trail) > 1 else ())]
        return Output(
            PurePosixPath(urls.page(url)), with_linked_data(data, about.graph(nodes)) if nodes else data, source
        )

    def about(self, describe: Callable[..., Node], *facts: Any) -> list[Node]:
        """What a function of `linked` says of these facts; nothing as long as nobody has said where the site will stand."""
        return [describe(self.address, *facts)] if self.address else []

    def document(self, template: str, url: str, **facts: Any) -> Output:
        """A whole HTML page that goes to the site as it is, without the theme's frame."""
        return Output(
            PurePosixPath(f"{url}index.html"),
            self._render(template, url, {**facts, "policy": policy.WITHOUT_INLINE_SCRIPTS}),
        )

    def _render(self, template: str, url: str, facts: dict[str, Any]) -> bytes:
        return self.templates.render(
            template,
            url,
            registry=self.registry,
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
        """A listing over as many pages as it needs; the template gets `items`, `number`, `count` and `pager`.

        `entry` gives name and address of an item, or what it is, for machines that want the list.
        """
        count = max(1, ceil(len(items) / PAGE_SIZE))
        for number in range(1, count + 1):
            shown = items[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
            listed = self.about(about.listing, map(entry, shown)) if entry else []
            yield self.page(
                template,
                urls.listing(section, number),
                items=shown,
                linked=[*linked, *listed],
                total=len(items),
                number=number,
                count=count,
                pager=[urls.listing(section, n) for n in range(1, count + 1)],
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
