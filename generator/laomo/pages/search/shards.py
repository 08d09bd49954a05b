"""The files of the index: made, or kept as the last run made them."""

import json
from base64 import b32encode
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import PurePosixPath
from typing import Any

from laomo.system.files import digest
from laomo.system.output import Output
from laomo.system.store import CacheStore


class Shards:
    """Collects the files of the index by their names without the hash. `before` are those of the last run, with their digests."""

    def __init__(self, store: CacheStore, before: Mapping[str, str]) -> None:
        self._store, self._before, self._made = store, before, dict[str, bytes]()
        self.digests: dict[str, str] = {}

    def add(self, name: str, data: object) -> None:
        """Add one file."""
        self._add(name, script(name, data))

    def keep(self, *names: str) -> None:
        """Keep files as they are."""
        self.digests.update((name, self._before[name]) for name in names)

    def rename(self, old: str, name: str) -> None:
        """Keep what is in a file, perhaps under another name."""
        if old == name:
            self.keep(name)
        else:
            self.add(name, self.read(old))

    def read(self, name: str) -> Any:
        """What the last run wrote into a file. Raises LookupError if it is not there any more."""
        found = self._store.get(self._before[name])
        if found is None:
            raise KeyError(name)
        return json.loads(found[len(_head(name)) : -len(_TAIL)])

    def hash(self, name: str) -> str:
        """What stands behind the name of a file, so that another content has another address."""
        return _short(self.digests[name])

    def outputs(self, kept: Callable[[str, str], bytes] | None = None) -> list[Output]:
        """All files. `kept` gives the bytes of one that was not made, by its path and its digest."""
        return [self._output(name, kept) for name in self.digests]

    def _add(self, name: str, data: bytes) -> None:
        found = self.digests[name] = digest(data)
        if found != self._before.get(name):
            self._store.put(data)
        self._made[name] = data

    def _output(self, name: str, kept: Callable[[str, str], bytes] | None) -> Output:
        path, found = f"search/{name}-{self.hash(name)}.js", self.digests[name]
        make = partial(bytes, self._made[name]) if name in self._made or not kept else partial(kept, path, found)
        return Output(PurePosixPath(path), make, fingerprint=partial(str, found))


@lru_cache(1 << 14)  # of each file it is asked for twice
def _short(digest_: str) -> str:
    return b32encode(bytes.fromhex(digest_))[:5].decode().lower()


_TAIL = b");\n"


def _head(name: str) -> bytes:
    return f"laomoSearch({json.dumps(name)},".encode()


def script(name: str, data: object) -> bytes:
    """The bytes of a file: one call with its name and its data."""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    body = body.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return _head(name) + body.encode() + _TAIL
