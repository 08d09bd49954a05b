"""The documents of the search index: their tokens by field, and the cards that hits show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntFlag
from functools import lru_cache

from laomo.pages.search.tokens import tokens

Card = list[str | int | list[str]]
"""The values that a hit shows, by position; `result_cards.js` gives the positions names."""


class Field(IntFlag):
    """The part of a document that holds a token; it decides the rank of a hit."""

    NAME = 1
    """A leader's whole name, in characters, pinyin or initials."""
    LEADER = 2
    """A part of a leader's name."""
    TITLE = 4
    UNIT = 8
    SKILL = 16
    NUMBER = 32
    """A patent or document number, or a heading of a hand-written page."""
    FACET = 64
    TEXT = 128


_TEXT = int(Field.TEXT)


@lru_cache(1 << 14)  # units, unions and trades are repeated in many documents
def _short_tokens(text: str) -> frozenset[str]:
    return frozenset(tokens(text))


@dataclass(slots=True)
class Document:
    """One document: a studio, an achievement, a union or a hand-written page."""

    card: Card
    text: set[str]
    """Tokens that occur only in the running text."""
    words: dict[str, int] = field(default_factory=dict)
    """Every other token → the fields it occurs in, as a sum of `Field` values."""

    @classmethod
    def of(cls, card: Card, *running: str | None) -> "Document":
        """A document with its card and the tokens of its running text."""
        return cls(card, tokens("\n".join(filter(None, running))))

    def add(self, where: Field, *texts: str | None) -> None:
        """Add the tokens of short texts to a field."""
        for text in texts:
            if text:
                self.put(where, _short_tokens(text))

    def put(self, where: Field, found: Iterable[str]) -> None:
        """Add tokens to a field."""
        text, words, bit = self.text, self.words, int(where)
        for token in found:
            if token in text:
                text.remove(token)
                words[token] = bit | _TEXT
            else:
                words[token] = words.get(token, 0) | bit


@dataclass(frozen=True, slots=True)
class Collection:
    """All documents in the order of their numbers, as iterators, because the documents of a national site do not fit in memory.

    Studios come first; then the first achievement of each studio, the second of each, and so on, with a gap where a studio has
    fewer, so that a studio's number follows from its achievement's; then unions; then hand-written pages.
    """

    studios: Iterator[Document]
    achievements: Iterator[Document | None]
    unions: Iterator[Document]
    pages: Iterator[Document]


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a collection in the same order, with an empty card for a gap."""

    studios: list[Card]
    achievements: list[Card]
    unions: list[Card]
    pages: list[Card]

    def groups(self) -> Iterator[list[Card]]:
        """The cards of the four kinds in the order of their numbers."""
        yield from (self.studios, self.achievements, self.unions, self.pages)

    def owned(self, studio: int) -> list[Card]:
        """The cards of a studio's achievements; `studio` is its number."""
        return [each for each in self.achievements[studio :: len(self.studios)] if each]
