"""The search index: a few hundred small scripts below `search/`, of which a question loads three or four.

    index.js          what there is: how many documents of each kind, the first token of each chunk, the kinds of results
                      that cards name by number, the hashes of all files
    tp<n>- ts<n>- …   where there are many: the hashes of 128 files of one kind, and the first tokens of 128 chunks
    p<n>-<hash>.js    chunk n of the postings: tokens in order, each with its documents and their fields (`postings`)
    s<n>-… a<n>-…     cards of `CARDS` studios, and of the achievements of the same studios; u, g: of unions and pages
    owned-….js        how many achievements each studio has
    f-<facet>-….js    a facet's column: a character a document, studios first, then achievements (`facet_columns`)
    o-<order>-<g>….js the place of each document of a group in the order of `pinyin` or `strokes`
    sounds-….js       characters by fuzzy syllable, asked only when nothing else is found (`name_readings`)

Each is one call, `laomoSearch("<name>", <data>)`, so that it loads from a folder as from a server and no policy for
scripts need be loosened. A name carries a hash of its contents: what has not changed is not loaded again. How documents
are numbered, see `documents.Collection`.
"""

import json
from base64 import b32encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from laomo.assets.pictures.gallery import Pictures
from laomo.pages.handwritten.articles import Article
from laomo.pages.search import facet_columns, name_readings, postings
from laomo.pages.search.collect import collect
from laomo.pages.search.documents import Cards, Collection
from laomo.records.models import vocabulary
from laomo.registry.registry import Registry
from laomo.system.gc_control import gc_paused
from laomo.system.output import Output
from laomo.text.collation import strokes_of

CARDS = 12
"""Studios whose cards lie in one file."""

CHUNK = 5_000, 12_000
"""Bytes of one chunk of postings, least and most: about half of that as transferred. A question needs one a pair."""

NAMED = 512
"""Files of one kind that `index.js` names by itself; of more it names tables."""
TABLE = 128
"""Files that one table names: ten hits want as many tables, so that these should be small."""

STOP = postings.Stop(share=0.3, least=500, studios=8_000, documents=20_000)
"""Which pairs are not listed. In a nation's index a pair that were listed everywhere would weigh 40 kB by itself."""


@gc_paused()
def outputs(registry: Registry, articles: Iterable[Article], pictures: Pictures) -> list[Output]:
    """The whole index as files."""
    cards, lines, stopped = _read(collect(registry, articles, pictures))
    shards = _Shards()
    studios = cards.studios
    blocks = [range(first, min(first + CARDS, len(studios))) for first in range(0, len(studios), CARDS)]
    index: dict[str, Any] = {
        "counts": [len(group) for group in cards.groups()],
        "size": CARDS,
        "stopped": "".join(stopped),
        "results": list(vocabulary.RESULT_KINDS),
        "owned": shards.add("owned", [len(cards.owned(n)) for n in range(len(studios))]),
        "u": [shards.add("u0", cards.unions)],
        "g": [shards.add("g0", cards.pages)],
        "f": {
            name: shards.add(f"f-{name}", [column.title, column.labels, column.sets, column.values])
            for name, column in facet_columns.columns(registry).items()
        },
        "o": {
            "pinyin": _order(shards, "pinyin", cards, name_readings.order),
            "strokes": _order(shards, "strokes", cards, strokes_of),
        },
        "sounds": shards.add("sounds", name_readings.sound_table()),
        "p": [
            [p[0][0], shards.add(f"p{n}", postings.written(p))] for n, p in enumerate(postings.chunks(lines, *CHUNK))
        ],
        "s": [shards.add(f"s{n}", [studios[each] for each in block]) for n, block in enumerate(blocks)],
        "a": [shards.add(f"a{n}", [cards.owned(each) for each in block]) for n, block in enumerate(blocks)],
    }
    if max(len(index["p"]), len(index["s"])) > NAMED:
        index |= {"table": TABLE, **{kind: list(_tables(shards, kind, index[kind])) for kind in ("p", "s", "a")}}
    return [*shards.made, Output.ready(PurePosixPath("search/index.js"), _script("index", index))]


def _tables(shards: "_Shards", kind: str, rows: list[Any]) -> Iterator[Any]:
    """Lists too long for everyone to load, in pieces: of chunks with their first tokens."""
    for n, first in enumerate(range(0, len(rows), TABLE)):
        piece = rows[first : first + TABLE]
        made = shards.add(f"t{kind}{n}", piece)
        yield [piece[0][0], made] if kind == "p" else made


def _read(collection: Collection) -> tuple[Cards, postings.Lines, list[str]]:
    """Every card, every line of postings, and the pairs left out of them: all that is kept of the documents."""
    found = postings.Postings()
    studios, achievements = found.note(collection.studios), found.note(collection.achievements)
    cards = Cards(studios, achievements, found.note(collection.unions), found.note(collection.pages))
    return cards, *found.lines(len(studios), STOP)


def _names(cards: Cards) -> Iterator[str]:
    """What each document is called: the second thing on its card, the third on an achievement's."""
    for group, place in zip(cards.groups(), (1, 2, 1, 1), strict=True):
        for card in group:
            yield str(card[place]) if card else ""


def _order(shards: "_Shards", name: str, cards: Cards, key: Callable[[str], Sequence[object]]) -> list[str]:
    """The files of one order: the place among all, written group by group, so that a list of studios loads theirs only."""
    ranks, start, made = facet_columns.ranks([key(title) for title in _names(cards)]), 0, []
    for number, group in enumerate(cards.groups()):
        made.append(shards.add(f"o-{name}-{number}", ranks[start : start + 2 * len(group)]))
        start += 2 * len(group)
    return made


class _Shards:
    """The files made so far."""

    def __init__(self) -> None:
        self.made: list[Output] = []

    def add(self, name: str, data: object) -> str:
        """Make one file; its hash."""
        script = _script(name, data)
        digest = b32encode(sha256(script).digest())[:5].decode().lower()
        self.made.append(Output.ready(PurePosixPath(f"search/{name}-{digest}.js"), script))
        return digest


def _script(name: str, data: object) -> bytes:
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    body = body.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"laomoSearch({json.dumps(name)},{body});\n".encode()


__all__ = ["CARDS", "outputs"]
