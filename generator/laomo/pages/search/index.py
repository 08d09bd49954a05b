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
    w<n>-….js         what people call trades, problems, purposes and things, by the first character; words-….js: all of them, for
                      what only sounds like them; english-….js: in English (`everyday`)
    variants-….js     traditional and variant characters, loaded when one is typed (`variants`)

Each file is one call, `laomoSearch("<name>", <data>)`. Scripts can be loaded from a local folder as well as from a server, and
they need no exception in the content security policy. A name contains a hash of the contents, so browsers can cache the files.
For the numbers of documents see `documents.Collection`.

What a run made of the index is kept (`system.store`), and the next one makes only what has changed (`patch`); the result is the same.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import PurePosixPath

from laomo.pages.handwritten.articles import Article
from laomo.pages.search import facet_columns, files, name_readings, postings
from laomo.pages.search.documents import Document
from laomo.pages.search.files import Sizes
from laomo.pages.search.kept import Keeping, Kept, encoded
from laomo.pages.search.patch import TooManyChanges, patched
from laomo.pages.search.postings_edit import LimitCrossed, PairCounts
from laomo.pages.search.shards import Shards, script
from laomo.pages.search.source import IndexSource
from laomo.registry.registry import Registry
from laomo.system.gc_control import gc_paused
from laomo.system.output import Output
from laomo.system.store import CacheStore

CARDS = 12
"""The number of studios whose cards share one file."""

CHUNK = 3_000, 7_000
"""The least and the most bytes of one chunk of postings; compression halves it. A query needs one chunk for each pair of characters."""

NAMED = 1_024
"""The most files of one kind that `index.js` lists itself; beyond that it lists tables of files."""
TABLE = 128
"""The number of files in one table. Ten hits may need ten tables, so tables are small."""

STOP = postings.Stop(share=0.3, least=500, studios=8_000, documents=20_000)
"""The limits beyond which a pair is not listed. In a national index the postings of a very common pair would take 40 kB."""


@gc_paused()
def outputs(registry: Registry, articles: Iterable[Article], keeping: Keeping | None = None) -> list[Output]:
    """The files of the index. With `keeping`, only what has changed since the last run is made."""
    source = IndexSource.of(registry, articles, keeping.fingerprint if keeping else lambda _: "")
    sizes = Sizes(CARDS, CHUNK, STOP, NAMED, TABLE)
    if keeping is None:
        return _whole_outputs(source, sizes)
    with keeping.opened(repr(sizes)) as store:
        before = Kept.read(store)
        made = _patched(before, source, store, sizes) if before else None
        shards, kept = made or _whole(source, store, sizes)
        index = _manifest(shards, kept, sizes, source)
        kept.save(store, before)
    whole = cache(lambda: {str(each.path): each.data for each in _whole_outputs(source, sizes)})

    def again(path: str, digest: str) -> bytes:
        with keeping.opened(repr(sizes)) as store:
            return store.get(digest) or whole()[path]

    return [*shards.outputs(again), index]


def _whole_outputs(source: IndexSource, sizes: Sizes) -> list[Output]:
    """The files of an index of which nothing is kept."""
    shards, kept = _whole(source, CacheStore.none(), sizes)
    index = _manifest(shards, kept, sizes, source)
    return [*shards.outputs(), index]


def _manifest(shards: Shards, kept: Kept, sizes: Sizes, source: IndexSource) -> Output:
    """The manifest; with it all files have been made."""
    index = script("index", files.manifest(shards, kept, sizes, source.registry.site.as_of.year))
    kept.files = shards.digests
    return Output.ready(PurePosixPath("search/index.js"), index)


def _patched(before: Kept, source: IndexSource, store: CacheStore, sizes: Sizes) -> tuple[Shards, Kept] | None:
    """The index made from the last run's; None if it must be made anew."""
    shards = Shards(store, before.files)
    try:
        return shards, patched(before, source, shards, store, sizes)
    except (TooManyChanges, LimitCrossed, LookupError):
        return None


def _whole(source: IndexSource, store: CacheStore, sizes: Sizes) -> tuple[Shards, Kept]:
    """The index made anew. The documents are not kept in memory."""
    store.clear()
    shards, kept, collected, count = Shards(store, {}), Kept(source.counts), postings.Postings(), source.counts[0]
    studios = collected.add(_documents(source, store, kept))
    achievements = collected.add(texts.document() if texts else None for texts in source.achievements())
    collected.add(texts.document() for texts in source.others)
    kept.others = [store.put(encoded([texts])) for texts in source.others]
    lines, _ = collected.lines(count, sizes.stop)
    kept.pairs = PairCounts.of(collected, count, sizes.stop)
    for number, chunk in enumerate(postings.chunks(lines, *sizes.chunk)):
        kept.add_chunk(chunk)
        shards.add(f"p{number}", postings.chunk_text(chunk))
    blocks = range(-(-count // sizes.cards))
    files.add_cards(
        shards, source, blocks, sizes.cards, lambda n: [*studios[n : n + 1], *filter(None, achievements[n::count])]
    )
    files.add_facets(shards, source, facet_columns.FACETS)
    files.add_orders(shards, source)
    files.add_others(shards, source, kept)
    shards.add("sounds", name_readings.sound_table(source.everyday.spoken))
    return shards, kept


def _documents(source: IndexSource, store: CacheStore, kept: Kept) -> Iterator[Document]:
    """The documents of the studios; keeps the texts of each together with those of its achievements."""
    for number, studio in enumerate(source.studios):
        texts = source.texts(number)
        kept.studios.append([source.fingerprint(studio), store.put(encoded(texts))])
        yield texts[0].document()
