"""Makes an index from that of the last run: only what changed documents are in is made again, and the result is that of a whole run."""

from functools import cache
from itertools import zip_longest

from laomo.pages.search import facet_columns, files, postings
from laomo.pages.search.documents import Texts
from laomo.pages.search.files import Sizes
from laomo.pages.search.kept import Kept, decoded, encoded
from laomo.pages.search.postings_edit import Edit, recut
from laomo.pages.search.shards import Shards
from laomo.pages.search.source import IndexSource
from laomo.system.files import digest
from laomo.system.store import CacheStore

FEW = 20
"""So many studios may always have changed, and of many studios an eighth: beyond that a whole run is as fast."""

Changed = dict[int, tuple[Texts | None, Texts | None]]
"""By the number of a document: its texts before and now."""


class TooManyChanges(Exception):
    """Numbers have shifted, or a whole run is as fast."""


def patched(before: Kept, source: IndexSource, shards: Shards, store: CacheStore, sizes: Sizes) -> Kept:
    """The index after changes. Raises TooManyChanges, LimitCrossed, and LookupError where something that was kept is damaged."""
    kept = Kept(source.counts, pairs=before.pairs)
    if before.counts != kept.counts:
        raise TooManyChanges
    changed: Changed = {}
    studios = _studios(before, kept, source, store)
    for studio in studios:
        changed |= _changed(decoded(store.get(before.studios[studio][1])), source.texts(studio), source.numbers(studio))
    for number, (old, texts) in enumerate(zip(before.others, source.others, strict=True), sum(kept.counts[:2])):
        kept.others.append(_put(store, [texts], old))
        if kept.others[-1] != old:
            changed |= _changed(decoded(store.get(old)), [texts], range(number, number + 1))
    _postings(changed, before, kept, shards, sizes)
    kept.pairs.require_same_limits(kept.counts[0], sizes.stop)
    _cards(changed, source, shards, sizes)
    _facets(studios, source, shards)
    _orders(changed, source, shards)
    files.add_others(shards, source, kept)
    shards.keep("sounds")
    return kept


def _studios(before: Kept, kept: Kept, source: IndexSource, store: CacheStore) -> list[int]:
    """The numbers of studios of which something has changed; keeps the texts of all. Raises TooManyChanges."""
    fingerprints = list(map(source.fingerprint, source.studios))
    changed = [n for n, (old, new) in enumerate(zip(before.studios, fingerprints, strict=True)) if old[0] != new]
    if len(changed) > max(FEW, len(fingerprints) // 8):
        raise TooManyChanges
    kept.studios = [*before.studios]
    for n in changed:
        kept.studios[n] = [fingerprints[n], _put(store, source.texts(n), before.studios[n][1])]
    return changed


def _put(store: CacheStore, texts: list[Texts], before: str) -> str:
    """The digest of texts, which are put into the store if it is not that of those before."""
    value = encoded(texts)
    return before if digest(value) == before else store.put(value)


def _changed(before: list[Texts], now: list[Texts], numbers: range) -> Changed:
    """What has changed of documents that stand one for the other, with these numbers."""
    pairs = zip(numbers, zip_longest(before, now), strict=False)
    return {number: pair for number, pair in pairs if pair[0] != pair[1]}


def _postings(changed: Changed, before: Kept, kept: Kept, shards: Shards, sizes: Sizes) -> None:
    """Edit the postings."""
    edit = Edit()
    for number, (old, new) in changed.items():
        edit.replace(number, old and old.document(), new and new.document())
    text = cache(lambda number: str(shards.read(f"p{number}")))
    touched = edit.apply(before.firsts, text, before.pairs)
    for number, chunk in enumerate(recut(len(before.firsts), touched, text, *sizes.chunk)):
        if isinstance(chunk, int):
            kept.firsts.append(before.firsts[chunk])
            kept.signs.append(before.signs[chunk])
            kept.meanings.append(before.meanings[chunk])
            shards.rename(f"p{chunk}", f"p{number}")
        else:
            kept.add_chunk(chunk)
            shards.add(f"p{number}", postings.chunk_text(chunk))


def _cards(changed: Changed, source: IndexSource, shards: Shards, sizes: Sizes) -> None:
    """The cards of the blocks of studios that a changed document is in."""
    studios = source.counts[0]
    blocks = {number % studios // sizes.cards for number in changed if number < sum(source.counts[:2])}
    files.add_cards(shards, source, blocks, sizes.cards, lambda n: [texts.card for texts in source.texts(n)])
    kept = {*range(-(-studios // sizes.cards))} - blocks
    shards.keep(*(f"{kind}{block}" for kind in "sa" for block in kept))


def _facets(studios: list[int], source: IndexSource, shards: Shards) -> None:
    """The columns in which one of the changed studios or its achievements has another value than before."""
    numbers = [number for studio in studios for number in source.numbers(studio)]
    others = [name for name in facet_columns.FACETS if not _is_same(name, numbers, source, shards)]
    files.add_facets(shards, source, others)
    shards.keep(*(f"f-{name}" for name in facet_columns.FACETS if name not in others))


def _is_same(facet: str, numbers: list[int], source: IndexSource, shards: Shards) -> bool:
    if not numbers:
        return True
    _, labels, sets, values = shards.read(f"f-{facet}")
    before = (
        tuple(labels[label] for label in sets[facet_columns.number(values[number])]) if number < len(values) else ()
        for number in numbers
    )
    return all(
        old == facet_columns.values_of(facet, source.item(number)) for old, number in zip(before, numbers, strict=True)
    )


def _orders(changed: Changed, source: IndexSource, shards: Shards) -> None:
    """The orders, which change only with a name."""
    achievements = range(source.counts[0], sum(source.counts[:2]))
    names = ((number, {_name(texts, number in achievements) for texts in pair}) for number, pair in changed.items())
    if renamed := [number for number, both in names if len(both) > 1]:
        files.add_orders(shards, source, renamed)
    else:
        shards.keep(*(f"o-{order}-{group}" for order in files.ORDERS for group in range(files.GROUPS)))


def _name(texts: Texts | None, achievement: bool) -> object:
    return texts.card[2 if achievement else 1] if texts else ""
