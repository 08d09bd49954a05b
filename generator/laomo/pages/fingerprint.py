"""What a page is made of, as a digest: of the same fingerprint comes the same page, so it need not be made again.

A page shows its facts and nothing else, so its fingerprint is told by their values. A studio, which has thousands of them, is told
by the bytes of its files. What every page may show (the site's record, the program itself) goes into each fingerprint.
"""

import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from operator import attrgetter
from types import FunctionType, ModuleType
from typing import Any

from markupsafe import Markup

from laomo.assets.pictures.gallery import Pictures
from laomo.pages import theme
from laomo.records.models import Record
from laomo.registry.publication import PublicView
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio
from laomo.system.fingerprint import program


class Fingerprints:
    """Recipes of one run: `of(facts…)`."""

    def __init__(self, registry: Registry, pictures: Pictures, cards: Mapping[str, str], *shared: object) -> None:
        self._digests, self._pictures, self._cards = registry.digests, pictures, cards
        self._known: dict[int, str] = {}
        self._faces: dict[int, str] = {}
        withdrawn = PublicView.of(studio.unredacted for studio in registry.studios).withdrawn
        self._shared = self._digest((_program_and_theme(), registry.site, withdrawn, shared))

    def of(self, *facts: object) -> str:
        """The fingerprint of a file that shows these facts. Raises TypeError for a fact whose value cannot be told."""
        return self._digest((self._shared, facts))

    def _digest(self, facts: object) -> str:
        told = io.BytesIO()
        pickler = _Pickler(told, self)
        pickler.dump(facts)
        return sha256(told.getbuffer()).hexdigest()

    def studio(self, studio: Studio) -> str:
        """All that any page may show of a studio: itself, and those that it shares achievements with."""
        known = self._known.get(id(studio))
        if known is None:
            shared = (each for item in (*studio.achievements, *studio.shared) for each in item.studios)
            known = self._known[id(studio)] = self._digest((self._own(studio), *map(self._own, shared)))
        return known

    def _own(self, studio: Studio) -> str:
        known = self._faces.get(id(studio))
        if known is None:
            photos = [studio.picture_path(photo) for photo in studio.photos]
            known = self._faces[id(studio)] = self._digest(
                (
                    studio.id,
                    studio.union,
                    self._digests[studio.path],
                    [(year.year, self._digests[year.path]) for year in studio.years],
                    [(each.path, self._digests[each.path], each.expired) for each in studio.designations],
                    [(path, self._pictures.get(path)) for path in photos],
                    self._cards.get(studio.id),
                )
            )
        return known


@cache
def _program_and_theme() -> str:
    digest = sha256(program().encode())
    for file in sorted(path for path in theme.folder().rglob("*") if path.is_file()):
        digest.update(file.read_bytes())
    return digest.hexdigest()


@cache
def _values(kind: type) -> Callable[[Any], Any]:
    """Gives the values of a dataclass that make it equal to another."""
    return attrgetter(*(each.name for each in fields(kind) if each.compare))


class _Pickler(pickle.Pickler):
    """Tells values as bytes that depend on nothing else. Nobody ever reads them back."""

    def __init__(self, told: io.BytesIO, fingerprints: Fingerprints) -> None:
        super().__init__(told, protocol=5)
        self.fast = True  # equal values are told alike, whether they are the same object or not
        self._fingerprints = fingerprints

    def reducer_override(self, fact: Any) -> Any:
        told: tuple[object, ...]
        match fact:
            case Studio():
                told = (self._fingerprints.studio(fact),)
            case Achievement():
                told = (self._fingerprints.studio(fact.studio), fact.record.id, fact.year)
            case Record():
                told = (type(fact).__name__, tuple(fact.__dict__.items()))
            case Markup():
                told = (str(fact),)
            case type() | FunctionType() | ModuleType() if fact is not str:
                told = (fact.__name__,)
            case _ if is_dataclass(fact):
                kind: type = type(fact)
                told = (kind.__name__, _values(kind)(fact))
            case _:
                return NotImplemented
        return str, told
