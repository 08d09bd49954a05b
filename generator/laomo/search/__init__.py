"""The search index: a few hundred small scripts below `search/`, of which a question loads three or four.

    index.js          what there is: how many documents of each kind, the first token of each chunk, the names of all files
    p<n>-<hash>.js    chunk n of the postings: tokens in order, each with its documents and their fields (`postings`)
    s<n>-… a<n>-…     cards of `CARDS` studios, and of the achievements of the same studios; u, g: of unions and pages
    f-<facet>-….js    a facet's column: a character a document, studios first, then achievements (`columns`)
    o-<order>-<g>….js the place of each document of a group in the order of `pinyin` or `strokes`
    sounds-….js       characters by fuzzy syllable, asked only when nothing else is found (`readings`)

Each is one call, `laomoSearch("<name>", <data>)`, so that it loads from a folder as from a server and no policy for
scripts need be loosened. A name carries a hash of its contents: what has not changed is not loaded again. Documents
are numbered: studios, then achievements in the order of the studios, then unions, then hand-written pages.
"""

import json
from base64 import b32encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from laomo.articles import Article
from laomo.collation import strokes_of
from laomo.media import Pictures
from laomo.registry import Registry
from laomo.search import columns, postings, readings
from laomo.search.documents import Card, Collection, collect
from laomo.write import Output

CARDS = 12
"""Studios whose cards lie in one file."""

CHUNK = 5_000, 12_000
"""Bytes of one chunk of postings, least and most: about half of that as transferred. A question needs one a pair."""

STOP = 0.3, 1000
"""A pair that more than this share of the documents, and so many, hold is not indexed: it tells nothing."""


def outputs(registry: Registry, articles: Iterable[Article], pictures: Pictures) -> Iterator[Output]:
    """The whole index as files."""
    collection = collect(registry, articles, pictures)
    shards = _Shards()
    total = sum(1 for _ in collection)
    lines, stopped = postings.build(collection, max(STOP[0] * total, STOP[1]))
    pieces = list(postings.chunks(lines, *CHUNK))
    index = {
        "counts": [len(group) for group in _groups(collection)],
        "owned": [*collection.owned],
        "size": CARDS,
        "stopped": "".join(stopped),
        "firsts": [piece[0][0] for piece in pieces],
        "p": [shards.add(f"p{n}", "".join(f"\n{token} {found}" for token, found in p)) for n, p in enumerate(pieces)],
        "s": [shards.add(f"s{n}", cards) for n, cards in enumerate(_by_studios(collection, achievements=False))],
        "a": [shards.add(f"a{n}", cards) for n, cards in enumerate(_by_studios(collection, achievements=True))],
        "u": [shards.add("u0", [document.card for document in collection.unions])],
        "g": [shards.add("g0", [document.card for document in collection.pages])],
        "f": {
            name: shards.add(f"f-{name}", [column.title, column.labels, column.sets, column.values])
            for name, column in columns.columns(registry).items()
        },
        "o": {
            "pinyin": _order(shards, "pinyin", collection, readings.order),
            "strokes": _order(shards, "strokes", collection, strokes_of),
        },
        "sounds": shards.add("sounds", readings.sound_table()),
    }
    yield from shards.made
    yield _script("index", "index", index)


def _groups(collection: Collection) -> Iterator[list[Any]]:
    yield from (collection.studios, collection.achievements, collection.unions, collection.pages)


def _names(collection: Collection) -> Iterator[object]:
    """What each document is called: the second thing on its card, the third on an achievement's."""
    for group, place in zip(_groups(collection), (1, 2, 1, 1), strict=True):
        yield from (document.card[place] for document in group)


def _order(shards: "_Shards", name: str, collection: Collection, key: Callable[[str], Sequence[object]]) -> list[str]:
    """The files of one order: the place among all, written group by group, so that a list of studios loads theirs only."""
    ranks, start, made = columns.ranks([key(str(title)) for title in _names(collection)]), 0, []
    for number, group in enumerate(_groups(collection)):
        made.append(shards.add(f"o-{name}-{number}", ranks[start : start + 2 * len(group)]))
        start += 2 * len(group)
    return made


def _by_studios(collection: Collection, *, achievements: bool) -> Iterator[list[Card]]:
    start = 0
    for first in range(0, len(collection.studios), CARDS):
        end = start + sum(collection.owned[first : first + CARDS])
        if achievements:
            yield [document.card for document in collection.achievements[start:end]]
        else:
            yield [document.card for document in collection.studios[first : first + CARDS]]
        start = end


class _Shards:
    """The files made so far."""

    def __init__(self) -> None:
        self.made: list[Output] = []

    def add(self, name: str, data: object) -> str:
        """Make one file; its hash."""
        body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        digest = b32encode(sha256(body.encode()).digest())[:5].decode().lower()
        self.made.append(_script(name, f"{name}-{digest}", data))
        return digest


def _script(name: str, file: str, data: object) -> Output:
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    body = body.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return Output(PurePosixPath(f"search/{file}.js"), f"laomoSearch({json.dumps(name)},{body});\n".encode())


__all__ = ["CARDS", "outputs"]
