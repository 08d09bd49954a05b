"""What the index is made of: the texts of all documents, by their numbers (`documents.Collection`)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from laomo.pages.handwritten.articles import Article
from laomo.pages.search import collect
from laomo.pages.search.documents import Texts
from laomo.pages.search.everyday import Everyday
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio

Fingerprint = Callable[[Studio], str]
"""Of all that the index may show of a studio."""


@dataclass(frozen=True)
class IndexSource:
    """The documents before they are cut into tokens. Those of studios and achievements are made when they are asked for."""

    registry: Registry
    studios: list[Studio]
    unions: list[Texts]
    pages: list[Texts]
    fingerprint: Fingerprint
    everyday: Everyday

    @classmethod
    def of(cls, registry: Registry, articles: Iterable[Article], fingerprint: Fingerprint) -> "IndexSource":
        """The source of a site's index, in order."""
        everyday = Everyday.of(registry.vocabulary.also_called)
        unions, pages = collect.union_texts(registry), collect.page_texts(articles, everyday)
        return cls(registry, collect.numbered(registry), unions, pages, fingerprint, everyday)

    @cached_property
    def counts(self) -> list[int]:
        """How many numbers there are for each kind of document."""
        most = max((len(studio.achievements) for studio in self.studios), default=0)
        return [len(self.studios), most * len(self.studios), len(self.unions), len(self.pages)]

    @property
    def others(self) -> list[Texts]:
        """The texts of unions and pages."""
        return [*self.unions, *self.pages]

    def texts(self, studio: int) -> list[Texts]:
        """The texts of a studio, by its number, and of its achievements."""
        found = self.studios[studio]
        achievements = (collect.achievement_texts(item, self.everyday) for item in found.achievements)
        return [collect.studio_texts(found, self.everyday), *achievements]

    def achievements(self) -> Iterator[Texts | None]:
        """The texts of all achievements in the order of their numbers; None for a gap."""
        items = collect.ranked(self.studios)
        return (collect.achievement_texts(item, self.everyday) if item else None for item in items)

    def numbers(self, studio: int) -> range:
        """The numbers of a studio and of all achievements that it has or could have."""
        return range(studio, sum(self.counts[:2]), len(self.studios))

    def item(self, number: int) -> Studio | Achievement | None:
        """The studio or achievement of a number; None for a gap."""
        rank, studio = divmod(number, len(self.studios))
        found = self.studios[studio]
        if rank == 0:
            return found
        return found.achievements[rank - 1] if rank <= len(found.achievements) else None

    def names(self) -> Iterator[str]:
        """The name of each document; empty for a gap."""
        yield from (studio.name for studio in self.studios)
        yield from (item.record.title if item else "" for item in collect.ranked(self.studios))
        yield from (str(texts.card[1]) for texts in self.others)
