"""The documents of the search index: their texts, their tokens by field, and the cards that hits show."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntFlag
from functools import lru_cache
from typing import NamedTuple

from laomo.pages.search.name_readings import name_tokens
from laomo.pages.search.tokens import joined, number_tokens, tokens

Card = list[str | int | list[str] | list[int]]
"""The values that a hit shows, by position; `result_cards.js` gives the positions names."""


class Field(IntFlag):
    """The part of a document that holds a token; it decides the rank of a hit."""

    NAME = 1
    """A leader's whole name, in characters, pinyin or initials; the whole title of a page, or a question that it answers."""
    LEADER = 2
    """A part of a leader's name."""
    TITLE = 4
    UNIT = 8
    SKILL = 16
    NUMBER = 32
    """A patent or document number, or a heading of a page."""
    FACET = 64
    TEXT = 128
    HELP = 256
    """Any text of a page for those who publish: it stands behind all else that says a word."""


_TEXT = int(Field.TEXT)


@lru_cache(1 << 14)  # units, unions and trades are repeated in many documents
def _short_tokens(text: str) -> frozenset[str]:
    return frozenset(tokens(text))


class Texts(NamedTuple):
    """What a document is made of. As JSON it is kept from run to run, in a quarter of the room that tokens would take."""

    card: Card
    running: str
    short: dict[str, list[str]]
    """The short texts by what they are, a key of `_PARTS`."""

    @classmethod
    def of(cls, card: Card, running: Iterable[str | None], **short: Iterable[str | None]) -> "Texts":
        """Texts without those that are empty."""
        return cls(
            card, "\n".join(filter(None, running)), {part: list(filter(None, each)) for part, each in short.items()}
        )

    def document(self) -> "Document":
        """The document with its tokens."""
        made = Document.of(self.card, self.running)
        for part, several in self.short.items():
            for text in several:
                _PARTS[part](made, text)
        return made


@dataclass(slots=True)
class Document:
    """One document: a studio, an achievement, a union or a page."""

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


def _put_name(document: Document, text: str) -> None:
    name = joined(text)
    document.put(Field.NAME, {name, *name_tokens(text)} - {""})
    document.put(Field.LEADER, {*tokens(text), name[:1], f"*{name[-1:]}"} - {"", "*"})
    if len(name) > 2:
        document.put(Field.LEADER, {f"{name[0]}*{name[-1]}"})


def _put_number(document: Document, text: str) -> None:
    document.put(Field.NUMBER, number_tokens(text))


def _put_whole(document: Document, text: str) -> None:
    document.put(Field.NAME, {joined(text)} - {""})


def _add_to(where: Field) -> Callable[[Document, str], None]:
    return lambda document, text: document.add(where, text)


def _put_to(where: Field) -> Callable[[Document, str], None]:
    return lambda document, token: document.put(where, (token,))


_PARTS: dict[str, Callable[[Document, str], None]] = {
    "names": _put_name,
    "whole": _put_whole,
    "title": _add_to(Field.TITLE),
    "unit": _add_to(Field.UNIT),
    "skill": _add_to(Field.SKILL),
    "number": _put_number,
    "headings": _add_to(Field.NUMBER),
    "facet": _add_to(Field.FACET),
    "help": _add_to(Field.HELP),
    "meant_by_title": _put_to(Field.TITLE),
    "meant_by_unit": _put_to(Field.UNIT),
    "meant_by_skill": _put_to(Field.SKILL),
    "meant_by_facet": _put_to(Field.FACET),
    "meant_by_text": _put_to(Field.TEXT),
}


@dataclass(frozen=True, slots=True)
class Collection:
    """All documents in the order of their numbers, as iterators, because the documents of a national site do not fit in memory.

    Studios come first; then the first achievement of each studio, the second of each, and so on, with a gap where a studio has
    fewer, so that a studio's number follows from its achievement's; then unions; then pages.
    """

    studios: Iterator[Document]
    achievements: Iterator[Document | None]
    unions: Iterator[Document]
    pages: Iterator[Document]
