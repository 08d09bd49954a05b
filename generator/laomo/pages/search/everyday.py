"""What people call trades, problems and purposes: words that no record says, by the words that records do say (`everyday.txt`).

Each line of the file is a meaning. A document that says one of its formal words gets the meaning's token, `=` and the first formal
word, in the field that says it; the search page turns what is typed into the token. So a thousand words cost two hundred tokens.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from laomo.pages.search.tokens import fold, joined, tokens

_FILE = Path(__file__).with_suffix(".txt")
_TRADE = "trade"


class Sense(NamedTuple):
    """Words that mean the same."""

    kind: str
    """`trade`, `problem` or `purpose`."""
    formal: tuple[str, ...]
    """The words of records; the first names the meaning."""
    called: tuple[str, ...]
    """What people call it."""
    english: tuple[str, ...]

    @property
    def token(self) -> str:
        return f"={joined(self.formal[0])}"


@dataclass(frozen=True, slots=True)
class Everyday:
    """The meanings of one site, trades first."""

    meanings: tuple[Sense, ...]
    _formal: Mapping[str, Sequence[tuple[str, Sense]]] = field(repr=False)
    """The formal words with their meanings, by one of the tokens of the word."""

    @classmethod
    def of(cls, own: Mapping[str, Sequence[str]]) -> "Everyday":
        """The built-in meanings with the unions' own words, by the formal word that they are called for."""
        return _with(tuple((formal, tuple(called)) for formal, called in own.items()))

    def trades(self, *texts: str | None) -> set[str]:
        """The tokens of the trades, problems and purposes that short texts name."""
        return {meaning.token for meaning in self._said(texts)}

    def needs(self, *texts: str | None) -> set[str]:
        """The tokens of the problems and purposes that sentences tell of. A trade that is only mentioned there is nobody's trade."""
        return {meaning.token for meaning in self._said(texts) if meaning.kind != _TRADE}

    def _said(self, texts: Iterable[str | None]) -> Iterator[Sense]:
        for text in filter(None, texts):
            folded = fold(text)
            for token in self._formal.keys() & tokens(text):
                yield from (meaning for word, meaning in self._formal[token] if word in folded)

    def words(self) -> str:
        """The Chinese words for the search page, a line for each meaning, its name first; an empty line behind the trades.

        Words are left out that mean what a shorter word within them means.
        """
        return _words(self.meanings)

    def english(self) -> str:
        """The English words in the same lines, without the empty one."""
        return "\n".join(" ".join(dict.fromkeys(map(fold, meaning.english))) for meaning in self.meanings)


@lru_cache(4)  # of every build the same
def _with(own: tuple[tuple[str, tuple[str, ...]], ...]) -> Everyday:
    meanings = list(built_in())
    for formal, called in own:
        at = next((n for n, meaning in enumerate(meanings) if formal in meaning.formal), None)
        if at is None:
            meanings.append(Sense(_TRADE, (formal,), called, ()))
        else:
            meanings[at] = meanings[at]._replace(called=tuple(dict.fromkeys((*meanings[at].called, *called))))
    formal_words: dict[str, list[tuple[str, Sense]]] = defaultdict(list)
    for meaning in meanings:
        for word in filter(tokens, map(fold, meaning.formal)):
            formal_words[min(tokens(word))].append((word, meaning))
    return Everyday(tuple(sorted(meanings, key=lambda meaning: meaning.kind != _TRADE)), formal_words)


@lru_cache(4)  # of every build the same
def _words(meanings: tuple[Sense, ...]) -> str:
    by_word: dict[str, set[str]] = defaultdict(set)
    for meaning in meanings:
        for word in map(joined, (*meaning.formal, *meaning.called)):
            by_word[word].add(meaning.token)
    lines = []
    for before, meaning in zip((None, *meanings), meanings, strict=False):
        if before and before.kind == _TRADE != meaning.kind:
            lines.append("")
        first, *others = dict.fromkeys(map(joined, (*meaning.formal, *meaning.called)))
        lines.append(" ".join((first, *(word for word in others if not _is_found(word, by_word)))))
    return "\n".join(lines)


def _is_found(word: str, by_word: Mapping[str, set[str]]) -> bool:
    """Whether the search page finds what a word means without the word: in a shorter one within it, which means just the same."""
    inside = {word[a:b] for a in range(len(word)) for b in range(a + 2, len(word) + 1)} - {word}
    meant = [by_word[part] for part in inside if part in by_word]
    return bool(meant) and all(each == by_word[word] for each in meant)


@cache
def built_in() -> tuple[Sense, ...]:
    """The meanings of the file."""
    kind, found = "", []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            kind = line[3:]
        elif line and not line.startswith("#"):
            formal, called, english = (tuple(part.split()) for part in line.split(" | "))
            found.append(Sense(kind, formal, called, english))
    return tuple(found)
