"""The search index: a few hundred small scripts below `search/`. A query loads three or four of them.

    index.js          the manifest: the number of documents of each kind, the first token of each chunk, the kinds of results
                      that cards refer to by number, the hashes of all files
    tp<n>- ts<n>- …   in a large index: the hashes of 128 files of one kind, and the first tokens of 128 chunks
    p<n>-<hash>.js    chunk n of the postings: tokens in order, each with its documents and their fields (`postings`)
    s<n>-… a<n>-…     cards of `CARDS` studios, and of the achievements of the same studios; u, g: of unions and pages
    owned-….js        how many achievements each studio has
    f-<facet>-….js    a facet's column: one character per document, studios first, then achievements (`facet_columns`)
    o-<order>-<g>….js the rank of each document of a group in the order of `pinyin` or `strokes`
    sounds-….js       characters by fuzzy syllable, loaded only when nothing else is found (`name_readings`)

Each file is one call, `laomoSearch("<name>", <data>)`. Scripts can be loaded from a local folder as well as from a server, and
they need no exception in the content security policy. A name contains a hash of the contents, so browsers can cache the files.
For the numbers of documents see `documents.Collection`.
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
"""The number of studios whose cards share one file."""

CHUNK = 5_000, 12_000
"""The least and the most bytes of one chunk of postings; compression halves it. A query needs one chunk for each pair of characters."""

NAMED = 512
"""The most files of one kind that `index.js` lists itself; beyond that it lists tables of files."""
TABLE = 128
"""The number of files in one table. Ten hits may need ten tables, so tables are small."""

STOP = postings.Stop(share=0.3, least=500, studios=8_000, documents=20_000)
"""The limits beyond which a pair is not listed. In a national index the postings of a very common pair would take 40 kB."""


@gc_paused()
def outputs(registry: Registry, articles: Iterable[Article], pictures: Pictures) -> list[Output]:
    """The files of the index."""
    cards, lines, stopped = _read(collect(registry, articles, pictures))
    shards = _Shards()
    index: dict[str, Any] = {
        "counts": [len(group) for group in cards.groups()],
        "size": CARDS,
        "stopped": "".join(stopped),
        "results": list(vocabulary.RESULT_KINDS),
        "owned": shards.add("owned", [len(cards.owned(number)) for number in range(len(cards.studios))]),
        "u": [shards.add("u0", cards.unions)],
        "g": [shards.add("g0", cards.pages)],
        "f": _facets(shards, registry),
        "o": {
            "pinyin": _order(shards, "pinyin", cards, name_readings.order),
            "strokes": _order(shards, "strokes", cards, strokes_of),
        },
        "sounds": shards.add("sounds", name_readings.sound_table()),
        "p": _chunks(shards, lines),
        **_card_files(shards, cards),
    }
    if max(len(index["p"]), len(index["s"])) > NAMED:
        index |= {"table": TABLE, **{kind: list(_tables(shards, kind, index[kind])) for kind in ("p", "s", "a")}}
    return [*shards.outputs, Output.ready(PurePosixPath("search/index.js"), _script("index", index))]


def _facets(shards: "_Shards", registry: Registry) -> dict[str, str]:
    """Facet → the hash in its file's name."""
    return {
        name: shards.add(f"f-{name}", [column.title, column.labels, column.sets, column.values])
        for name, column in facet_columns.columns(registry).items()
    }


def _chunks(shards: "_Shards", lines: postings.Lines) -> list[list[str]]:
    """The first token and the hash of each chunk of postings."""
    return [
        [chunk[0][0], shards.add(f"p{n}", postings.chunk_text(chunk))]
        for n, chunk in enumerate(postings.chunks(lines, *CHUNK))
    ]


def _card_files(shards: "_Shards", cards: Cards) -> dict[str, list[str]]:
    """The hashes of the files with the cards of studios, and of those with the cards of their achievements."""
    studios = cards.studios
    blocks = [range(first, min(first + CARDS, len(studios))) for first in range(0, len(studios), CARDS)]
    return {
        "s": [shards.add(f"s{n}", [studios[number] for number in block]) for n, block in enumerate(blocks)],
        "a": [shards.add(f"a{n}", [cards.owned(number) for number in block]) for n, block in enumerate(blocks)],
    }


def _tables(shards: "_Shards", kind: str, rows: list[Any]) -> Iterator[Any]:
    """A long list of files, split into tables; yields their hashes, for chunks (`p`) together with the table's first token."""
    for n, first in enumerate(range(0, len(rows), TABLE)):
        piece = rows[first : first + TABLE]
        digest = shards.add(f"t{kind}{n}", piece)
        yield [piece[0][0], digest] if kind == "p" else digest


def _read(collection: Collection) -> tuple[Cards, postings.Lines, list[str]]:
    """The cards, the lines of postings, and the pairs that are not listed. The documents are not kept in memory."""
    collected = postings.Postings()
    studios, achievements = collected.add(collection.studios), collected.add(collection.achievements)
    cards = Cards(studios, achievements, collected.add(collection.unions), collected.add(collection.pages))
    return cards, *collected.lines(len(studios), STOP)


def _names(cards: Cards) -> Iterator[str]:
    """The name of each document: the second value on its card, the third on an achievement's; empty for a gap."""
    for group, place in zip(cards.groups(), (1, 2, 1, 1), strict=True):
        for card in group:
            yield str(card[place]) if card else ""


def _order(shards: "_Shards", name: str, cards: Cards, key: Callable[[str], Sequence[object]]) -> list[str]:
    """The hashes of the files of one order.

    Ranks count through all groups, but each group has its own file, so that a list of studios loads only that of the studios.
    """
    ranks, start, digests = facet_columns.ranks([key(title) for title in _names(cards)]), 0, []
    for number, group in enumerate(cards.groups()):
        digests.append(shards.add(f"o-{name}-{number}", ranks[start : start + 2 * len(group)]))
        start += 2 * len(group)
    return digests


class _Shards:
    """Collects the files of the index."""

    def __init__(self) -> None:
        self.outputs: list[Output] = []

    def add(self, name: str, data: object) -> str:
        """Add one file; returns the hash in its name."""
        script = _script(name, data)
        digest = b32encode(sha256(script).digest())[:5].decode().lower()
        self.outputs.append(Output.ready(PurePosixPath(f"search/{name}-{digest}.js"), script))
        return digest


def _script(name: str, data: object) -> bytes:
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    body = body.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"laomoSearch({json.dumps(name)},{body});\n".encode()


__all__ = ["CARDS", "outputs"]
