"""Fingerprints of pages. A page with the same fingerprint as before has the same bytes, so it is not made again.

A page shows only its facts, so its fingerprint is a digest of their values. A studio has thousands of values; its digest is
computed from the bytes of its files instead. What every page may show (the site's record, the program, the theme) is part of
every fingerprint.
"""

import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from operator import attrgetter
from types import ModuleType
from typing import Any

from markupsafe import Markup

from laomo.assets.pictures.gallery import Pictures
from laomo.pages import theme
from laomo.records.models import Record
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio
from laomo.system.fingerprint import program


class Fingerprints:
    """The fingerprints of one run. The digests of studios are kept, because many pages show the same studio."""

    def __init__(self, registry: Registry, pictures: Pictures, cards: Mapping[str, str], *shared: object) -> None:
        self._digests, self._pictures, self._cards = registry.digests, pictures, cards
        self._studios: dict[int, str] = {}
        self._own_digests: dict[int, str] = {}
        self._reducers = _Reducers(self)
        self._shared = self._digest((_program_and_theme(), registry.site, registry.public_view.withdrawn, shared))

    def of(self, *facts: object) -> str:
        """The fingerprint (SHA-256, hexadecimal) of a file that shows these facts. Raises TypeError if a fact cannot be serialized."""
        return self._digest((self._shared, facts))

    def _digest(self, facts: object) -> str:
        stream = io.BytesIO()
        _Pickler(stream, self._reducers).dump(facts)
        return sha256(stream.getbuffer()).hexdigest()

    def studio(self, studio: Studio) -> str:
        """The digest of all that a page may show of a studio: its files, and the files of studios that it shares achievements with."""
        known = self._studios.get(id(studio))
        if known is None:
            shared = (each for item in (*studio.achievements, *studio.shared) for each in (item.studio, *item.named))
            known = self._studios[id(studio)] = self._digest((self._own_digest(studio), *map(self._own_digest, shared)))
        return known

    def _own_digest(self, studio: Studio) -> str:
        known = self._own_digests.get(id(studio))
        if known is None:
            photos = [studio.picture_path(photo) for photo in studio.photos]
            known = self._own_digests[id(studio)] = self._digest(
                (
                    studio.id,
                    studio.union,
                    studio.home,
                    studio.edition,
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


_Reduced = tuple[type[str], tuple[object, ...]]
"""What pickle writes for a fact: a function, which is never called, and values."""


class _Pickler(pickle.Pickler):
    """Serializes facts into bytes that depend only on their values. The bytes are hashed, never unpickled."""

    def __init__(self, stream: io.BytesIO, reducers: "_Reducers") -> None:
        super().__init__(stream, protocol=5)
        self.fast = True  # no memo: equal values give equal bytes, whether they are the same object or not
        self.dispatch_table = reducers


class _Reducers(dict[type, Callable[[Any], _Reduced]]):
    """How facts of each kind are serialized: looked up by pickle, and chosen once for each kind, because a run has a million facts."""

    def __init__(self, fingerprints: Fingerprints) -> None:
        super().__init__()
        self._fingerprints = fingerprints

    def __missing__(self, kind: type) -> Callable[[Any], _Reduced]:
        """The function for one kind. Raises KeyError for kinds that pickle itself serializes."""
        self[kind] = reducer = self._reducer(kind)
        return reducer

    def _reducer(self, kind: type) -> Callable[[Any], _Reduced]:
        if issubclass(kind, Studio):
            return lambda studio: (str, (self._fingerprints.studio(studio),))
        if issubclass(kind, Achievement):
            return lambda item: (str, (self._fingerprints.studio(item.studio), item.record.id, item.year))
        if issubclass(kind, Record):
            return lambda record: (str, (kind.__name__, tuple(record.__dict__.items())))
        if issubclass(kind, Markup):
            return lambda markup: (str, (str(markup),))
        if issubclass(kind, type | ModuleType):
            return lambda named: (str, (named.__name__,))
        if is_dataclass(kind):
            values = attrgetter(*(each.name for each in fields(kind) if each.compare))
            return lambda fact: (str, (kind.__name__, values(fact)))
        raise KeyError(kind)
