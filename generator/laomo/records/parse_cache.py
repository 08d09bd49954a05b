"""What the YAML of faultless record files said, by content, so that an unchanged file is not parsed again.

Only trees of text are kept, as JSON, which cannot do anything but say something; every tree still passes its model on each
run. A file that is damaged, of another version or another machine's is no file: its first line is the seal (`system.cache`) of
the others. Each other line is one tree, which stays text until it is asked for: a province's trees take more room
than its records.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hmac import compare_digest
from itertools import chain
from pathlib import Path

from laomo.records.yaml.reader import Tree
from laomo.system.cache import new_seal
from laomo.system.files import open_no_follow, owned_by_user, write_atomic
from laomo.system.fingerprint import program

_DIGEST = 64
"""Bytes of the digest that a line begins with."""


@dataclass(slots=True)
class ParseCache:
    """Trees, as JSON, by the digest of their file's bytes: those of the last run, and those of this one."""

    known: dict[str, bytes] = field(default_factory=dict)
    used: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path) -> "ParseCache":
        """The trees of the last run; none if they cannot be relied on."""
        trees, found = cls(), new_seal(file, program())
        try:
            with open_no_follow(file) as lines:
                seal = next(lines, b"").strip() if owned_by_user(file) else b""
                for line in lines:
                    found.update(line)
                    trees.known[line[:_DIGEST].decode("ascii", "replace")] = line[_DIGEST:]
        except OSError:
            return cls()
        return trees if compare_digest(seal, found.hexdigest().encode()) else cls()

    def write(self, file: Path) -> None:
        """Keep what this run has used. Where nothing can be written, the next run parses again."""
        if self.used.keys() == self.known.keys():
            return
        seal = new_seal(file, program())
        for line in self._lines():
            seal.update(line)
        with suppress(OSError):
            write_atomic(file, chain((seal.hexdigest().encode(), b"\n"), self._lines()))

    def _lines(self) -> Iterator[bytes]:
        return (digest.encode() + tree for digest, tree in self.used.items())

    def tree(self, digest: str) -> Tree | None:
        """The tree of a faultless file that was seen before, by the digest of its bytes."""
        payload = self.payload(digest)
        return json.loads(payload) if payload is not None else None

    def payload(self, digest: str) -> bytes | None:
        """The same as JSON."""
        if digest in self.known:
            self.used[digest] = self.known[digest]
        return self.used.get(digest)

    def save(self, digest: str, payload: bytes) -> None:
        """Remember the tree of a file without a fault."""
        self.used[digest] = payload


def payload_of(tree: Tree) -> bytes:
    """A tree as JSON on one line."""
    return json.dumps(tree, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"
