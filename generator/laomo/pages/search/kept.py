"""What is kept of an index from run to run, so that the next one makes only what has changed."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from laomo.pages.search import variants
from laomo.pages.search.documents import Texts
from laomo.pages.search.postings import MEANING, Lines
from laomo.pages.search.postings_edit import PairCounts
from laomo.pages.search.source import Fingerprint
from laomo.system import store
from laomo.system.store import CacheStore

_PART = "search"


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where an index is kept, and what it is known by."""

    file: Path
    version: str
    """Another one for whatever changes the index beside studios, unions and pages."""
    fingerprint: Fingerprint

    @contextmanager
    def opened(self, version: str) -> Iterator[CacheStore]:
        """The store, for the same limits of the index."""
        with store.opened(self.file, _PART, f"{self.version} {version}") as found:
            yield found


@dataclass(slots=True)
class Kept:
    """One run's index. Digests are those of values in the store."""

    counts: list[int]
    """How many numbers there are for each kind of document."""
    studios: list[list[str]] = field(default_factory=list)
    """For each studio its fingerprint, and the digest of its texts together with those of its achievements."""
    others: list[str] = field(default_factory=list)
    """The digests of the texts of unions and of pages."""
    firsts: list[str] = field(default_factory=list)
    """The first token of each chunk of postings."""
    signs: list[str] = field(default_factory=list)
    """Of each chunk, the characters that have other forms, or are one (`variants`)."""
    meanings: list[list[str]] = field(default_factory=list)
    """Of each chunk, the tokens of meanings (`everyday`)."""
    pairs: PairCounts = field(default_factory=lambda: PairCounts(0, {}, {}))
    files: dict[str, str] = field(default_factory=dict)
    """The digest of each file, by its name without the hash."""

    @classmethod
    def read(cls, found: CacheStore) -> "Kept | None":
        """What the last run kept; None if there is nothing."""
        if found.root is None:
            return None
        facts = json.loads(found.root)
        return cls(**{**facts, "pairs": PairCounts(**facts["pairs"])})

    def add_chunk(self, lines: Lines) -> None:
        """Note the next chunk of postings."""
        self.firsts.append(lines[0][0])
        self.signs.append(variants.signs(token for token, _ in lines))
        self.meanings.append([token for token, _ in lines if token[0] == MEANING])

    def save(self, to: CacheStore, before: "Kept | None") -> None:
        """Keep it in place of what was kept before."""
        facts = {each.name: getattr(self, each.name) for each in fields(self)} | {"pairs": asdict(self.pairs)}
        root = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode()
        if root != to.root:
            to.save(root, before.digests - self.digests if before else ())

    @property
    def digests(self) -> set[str]:
        """The digests of all values."""
        return {*(digest for _, digest in self.studios), *self.others, *self.files.values()}


def encoded(texts: Iterable[Texts]) -> bytes:
    """Texts as they are kept."""
    return json.dumps(list(texts), ensure_ascii=False, separators=(",", ":")).encode()


def decoded(found: bytes | None) -> list[Texts]:
    """Texts as they were kept. Raises LookupError if they are not there any more."""
    if found is None:
        raise KeyError
    return [Texts(*each) for each in json.loads(found)]
