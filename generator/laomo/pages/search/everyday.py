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

from laomo.pages.search.postings import MEANING
from laomo.pages.search.tokens import fold, joined, tokens
from laomo.text import person_names

_FILE = Path(__file__).with_suffix(".txt")
_TRADE, _THING, _PLAIN = "trade", "thing", "plain"
_ORDER = (_TRADE, "problem", "purpose", _THING)

BEGINNINGS = 64
"""In how many files the words are. A question of five characters loads about four of them."""


class Sense(NamedTuple):
    """Words that mean the same."""

    kind: str
    """`trade`, `problem`, `purpose` or `thing`."""
    formal: tuple[str, ...]
    """The words of records; the first names the meaning."""
    called: tuple[str, ...]
    """What people call it."""
    english: tuple[str, ...]
    wider: str = ""
    """The name of a meaning that stands in for this one on a site where no document has it."""

    @property
    def token(self) -> str:
        return f"{MEANING}{joined(self.formal[0])}"


@dataclass(frozen=True, slots=True)
class Everyday:
    """The meanings of one site: trades, then problems and purposes, then things."""

    meanings: tuple[Sense, ...]
    _formal: Mapping[str, Sequence[tuple[str, Sense]]] = field(repr=False)
    """The formal words with their meanings, by one of the tokens of the word."""

    @classmethod
    def of(cls, own: Mapping[str, Sequence[str]]) -> "Everyday":
        """The built-in meanings with the unions' own words, by the formal word that they are called for."""
        return _with(tuple((formal, tuple(called)) for formal, called in own.items()))

    def trades(self, *texts: str | None) -> set[str]:
        """The tokens of all meanings that short texts name."""
        return {meaning.token for meaning in self._said(texts)}

    def concerns(self, *texts: str | None) -> set[str]:
        """The tokens of the problems, purposes and things in what is wrong. A trade that is only mentioned there is nobody's trade."""
        return {meaning.token for meaning in self._said(texts) if meaning.kind != _TRADE}

    def needs(self, *texts: str | None) -> set[str]:
        """The tokens of the problems and purposes that sentences tell of."""
        return {meaning.token for meaning in self._said(texts) if meaning.kind not in (_TRADE, _THING)}

    def _said(self, texts: Iterable[str | None]) -> Iterator[Sense]:
        for text in filter(None, texts):
            folded = fold(text)
            for token in self._formal.keys() & tokens(text):
                yield from (meaning for word, meaning in self._formal[token] if word in folded)

    @property
    def spoken(self) -> list[str]:
        """All words, records' and people's, that are nothing but Chinese characters."""
        words = (word for meaning in self.meanings for word in (*meaning.formal, *meaning.called))
        return [word for word in dict.fromkeys(words) if all(map(person_names.is_han, word))]

    def words(self, there: frozenset[str]) -> str:
        """What people call things, for the search page: lines of words that mean nothing, for trades, for problems and purposes, for
        things, with empty lines between the four. A line is a meaning that some document has, its name first.

        Words are left out that mean what a shorter word within them means.
        """
        return "\n\n".join(_words(self._there(there)))

    def by_beginning(self, there: frozenset[str]) -> list[str]:
        """The same in `BEGINNINGS` parts by the first character of the words, so that a question loads few of them."""
        sections = [[line.split() for line in part.split("\n")] for part in _words(self._there(there))]
        return ["\n\n".join(_beginning(n, sections)) for n in range(BEGINNINGS)]

    def english(self, there: frozenset[str]) -> str:
        """The English words, a line for each meaning that some document has and that has any. Its name stands first, with a sign
        before it: `-` for a trade, `+` for a problem or purpose, `.` for a thing.
        """
        signs = {_TRADE: "-", _THING: "."}
        return "\n".join(
            " ".join((signs.get(each.kind, "+") + joined(each.formal[0]), *dict.fromkeys(map(fold, each.english))))
            for each in self._there(there)
            if each.english
        )

    def _there(self, tokens_: frozenset[str]) -> tuple[Sense, ...]:
        stands_in = defaultdict[str, list[Sense]](list)
        for meaning in self.meanings:
            if meaning.token not in tokens_:
                stands_in[meaning.wider].append(meaning)
        return tuple(_with_words_of(m, stands_in[m.formal[0]]) for m in self.meanings if m.token in tokens_)


def _with_words_of(meaning: Sense, narrower: Iterable[Sense]) -> Sense:
    """A meaning that people also find by the words for narrower ones."""
    called = (word for each in narrower for word in (*each.formal, *each.called) if len(word) > 1)
    english = (word for each in narrower for word in each.english)
    return meaning._replace(
        called=tuple(dict.fromkeys((*meaning.called, *called))),
        english=tuple(dict.fromkeys((*meaning.english, *english))),
    )


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
    return Everyday(tuple(sorted(meanings, key=lambda meaning: _ORDER.index(meaning.kind))), formal_words)


@lru_cache(4)  # of every build the same
def _words(meanings: tuple[Sense, ...]) -> tuple[str, ...]:
    """Words that mean nothing; lines for trades, for problems and purposes, for things."""
    by_word: dict[str, set[str]] = defaultdict(set)
    for meaning in meanings:
        for word in map(joined, (*meaning.formal, *meaning.called)):
            by_word[word].add(meaning.token)
    parts: dict[str, list[str]] = {"trades": [], "needs": [], "things": []}
    for meaning in meanings:
        first, *others = dict.fromkeys(map(joined, (*meaning.formal, *meaning.called)))
        part = "trades" if meaning.kind == _TRADE else "things" if meaning.kind == _THING else "needs"
        parts[part].append(" ".join((first, *(word for word in others if not _is_found(word, by_word)))))
    plain = " ".join(word for word in _plain() if word not in by_word)
    return plain, *("\n".join(lines) for lines in parts.values())


def _beginning(number: int, sections: Sequence[Sequence[Sequence[str]]]) -> Iterator[str]:
    """The sections of `words` with the words that begin so. Each line keeps its name, before which a sign stands if the name begins otherwise."""
    (plain, *_), *others = sections
    yield " ".join(word for word in plain if _begins(word) == number)
    for section in others:
        lines = ((name, [word for word in words if _begins(word) == number]) for name, *words in filter(None, section))
        found = (
            " ".join((name if _begins(name) == number else f"-{name}", *words))
            for name, words in lines
            if words or _begins(name) == number
        )
        yield "\n".join(found)


def _begins(word: str) -> int:
    return ord(word[0]) % BEGINNINGS


def _is_found(word: str, by_word: Mapping[str, set[str]]) -> bool:
    """Whether the search page finds what a word means without the word: in a shorter one within it, which means just the same."""
    inside = {word[a:b] for a in range(len(word)) for b in range(a + 1, len(word) + 1)} - {word}
    meant = [by_word[part] for part in inside if part in by_word]
    return bool(meant) and all(each == by_word[word] for each in meant)


@cache
def built_in() -> tuple[Sense, ...]:
    """The meanings of the file."""
    return tuple(_sense(kind, *line.split(" | ")) for kind, line in _lines() if kind != _PLAIN)


def _sense(kind: str, formal: str, called: str, english: str, wider: str = "") -> Sense:
    return Sense(kind, tuple(formal.split()), tuple(called.split()), tuple(english.split()), wider)


def _plain() -> tuple[str, ...]:
    """The words of the file that mean nothing by themselves, and hide what a character in them means elsewhere."""
    words = (word for kind, line in _lines() if kind == _PLAIN for word in line.split())
    return tuple(dict.fromkeys(words))


@cache
def _lines() -> tuple[tuple[str, str], ...]:
    """The lines of the file, each with its kind."""
    kind, found = "", []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            kind = line[3:]
        elif line and not line.startswith("#"):
            found.append((kind, line))
    return tuple(found)
