"""The files of the index beside the postings: cards, facets, orders, and the manifest that names all files."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from laomo.pages.search import facet_columns, name_readings, variants
from laomo.pages.search.documents import Card
from laomo.pages.search.everyday import BEGINNINGS
from laomo.pages.search.kept import Kept
from laomo.pages.search.postings import Stop, code_units
from laomo.pages.search.shards import Shards
from laomo.pages.search.source import IndexSource
from laomo.records.models import vocabulary
from laomo.text.collation import strokes_of

ORDERS: dict[str, Callable[[str], Sequence[Any]]] = {"pinyin": name_readings.order, "strokes": strokes_of}
"""The orders in which results can be shown, by the key of a name."""

CardsOf = Callable[[int], list[Card]]
"""The number of a studio → its card and those of its achievements."""

GROUPS = 4
"""The kinds of documents: studios, achievements, unions, pages."""

PAGE_CARDS = 60
"""The number of pages whose cards share one file."""


class Sizes(NamedTuple):
    """The limits of an index; see the constants of `index`."""

    cards: int
    chunk: tuple[int, int]
    stop: Stop
    named: int
    table: int


def add_facets(shards: Shards, source: IndexSource, names: Iterable[str]) -> None:
    """Add the columns of facets."""
    for name, column in facet_columns.columns(source.registry, source.studios, names).items():
        shards.add(f"f-{name}", [column.title, column.labels, column.sets, column.values])


def add_orders(shards: Shards, source: IndexSource, changed: Iterable[int] | None = None) -> None:
    """Add the files of all orders; those of the last run with the changed names in their places, if the numbers of these are given.

    Ranks count through all groups, but each group has its own file, so that a list of studios loads only that of the studios.
    """
    names = list(source.names())
    for order, key in ORDERS.items():
        if changed is None:
            ranks = facet_columns.ranks([key(name) for name in names])
        else:
            before = "".join(shards.read(f"o-{order}-{group}") for group in range(GROUPS))
            ranks = facet_columns.reranked(before, names, changed, key)
        start = 0
        for group, count in enumerate(source.counts):
            shards.add(f"o-{order}-{group}", ranks[start : start + 2 * count])
            start += 2 * count


def add_cards(shards: Shards, source: IndexSource, blocks: Iterable[int], size: int, cards: CardsOf) -> None:
    """Add the files with the cards of blocks of studios, and those with the cards of their achievements."""
    for block in blocks:
        several = [cards(number) for number in range(source.counts[0])[block * size : (block + 1) * size]]
        shards.add(f"s{block}", [found[0] for found in several])
        shards.add(f"a{block}", [[studio_head(found[0]), *found[1:]] for found in several])


def studio_head(card: Card) -> Card:
    """What the cards of a studio's achievements say of it: its id, its name, whether it is a sample."""
    return [card[0], card[1], card[11]]


def add_others(shards: Shards, source: IndexSource, kept: Kept) -> None:
    """Add the small files, which are made each time, when all chunks of postings are noted."""
    shards.add("owned", [len(studio.achievements) for studio in source.studios])
    shards.add("u0", [texts.card for texts in source.unions])
    kinds = facet_columns.of_pages(str(texts.card[4]) for texts in source.pages)
    shards.add("f-page", [kinds.title, kinds.labels, kinds.sets, kinds.values])
    for block in _page_blocks(source.counts):
        shards.add(f"g{block}", [texts.card for texts in source.pages[block * PAGE_CARDS : (block + 1) * PAGE_CARDS]])
    there = frozenset(chain.from_iterable(kept.meanings))
    shards.add("words", source.everyday.words(there))
    for number, words in enumerate(source.everyday.by_beginning(there)):
        shards.add(f"w{number}", words)
    shards.add("english", source.everyday.english(there))
    shards.add("variants", variants.table(kept.signs))


def _page_blocks(counts: Sequence[int]) -> range:
    return range(-(-counts[3] // PAGE_CARDS))


def manifest(shards: Shards, kept: Kept, sizes: Sizes, year: int) -> dict[str, Any]:
    """The contents of `index.js`. Adds the tables of a large index. `year` is that of the data."""
    blocks = range(-(-kept.counts[0] // sizes.cards))
    named = shards.hash
    index: dict[str, Any] = {
        "counts": kept.counts,
        "size": sizes.cards,
        "pages": PAGE_CARDS,
        "year": year,
        "stopped": "".join(sorted(kept.pairs.stopped, key=code_units)),
        "results": list(vocabulary.RESULT_KINDS),
        "owned": named("owned"),
        "u": [named("u0")],
        "g": [named(f"g{block}") for block in _page_blocks(kept.counts)],
        "f": {name: named(f"f-{name}") for name in (*facet_columns.FACETS, "page")},
        "o": {order: [named(f"o-{order}-{group}") for group in range(GROUPS)] for order in ORDERS},
        "sounds": named("sounds"),
        "words": named("words"),
        "w": [named(f"w{number}") for number in range(BEGINNINGS)],
        "english": named("english"),
        "variants": named("variants"),
        "p": [[first, named(f"p{number}")] for number, first in enumerate(kept.firsts)],
        "s": [named(f"s{block}") for block in blocks],
        "a": [named(f"a{block}") for block in blocks],
    }
    if max(len(index["p"]), len(index["s"])) > sizes.named:
        tables = {kind: list(_tables(shards, kind, index[kind], sizes.table)) for kind in ("p", "s", "a")}
        index |= {"table": sizes.table, **tables}
    return index


def _tables(shards: Shards, kind: str, rows: list[Any], size: int) -> Iterator[Any]:
    """A long list of files, split into tables; yields their hashes, for chunks (`p`) together with the table's first token."""
    for number, first in enumerate(range(0, len(rows), size)):
        piece = rows[first : first + size]
        name = f"t{kind}{number}"
        shards.add(name, piece)
        yield [piece[0][0], shards.hash(name)] if kind == "p" else shards.hash(name)
