"""Compiled templates, kept from run to run: compiling takes a second, longer than all else that a small site needs."""

import marshal
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import CodeType
from typing import Final

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from laomo.system import cache, fingerprint

_MOST = 512
"""Files that are kept: those of a few checkouts."""


class CompiledTemplates(BytecodeCache):
    """Compiled templates by path: in memory for further builds of this process, and in files for the next ones.

    Somebody else could have written a file with bytecode. Therefore the files lie beside the machine's key, where no checkout
    and no cache of a CI reaches, and are sealed with it.
    """

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        version = _version(bucket)
        known, code = self._codes.get(bucket.key, ("", None))
        if known == version:
            bucket.code = code
        elif (folder := cache.private_folder("templates")) and (
            payload := cache.read_sealed(folder / bucket.key, version)
        ):
            bucket.code = marshal.loads(payload)  # noqa: S302 (sealed)
            self._codes[bucket.key] = version, bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is None:
            return
        version = _version(bucket)
        self._codes[bucket.key] = version, bucket.code
        if folder := cache.private_folder("templates"):
            with suppress(OSError):  # the next run compiles again
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _make_room(folder)
                cache.write_sealed(folder / bucket.key, marshal.dumps(bucket.code), version)


def _version(bucket: Bucket) -> str:
    """What the code of a template depends on beside its name and place: its source, the program, and what reads and writes it."""
    with_what = bucket.environment
    how = f"{sorted(with_what.extensions)} {with_what.code_generator_class.__qualname__} {with_what.optimized}"
    return sha256(f"{bucket.checksum} {fingerprint.program()} {how}".encode()).hexdigest()


def _make_room(folder: Path) -> None:
    """Delete the older half where too many have come together: templates of themes that are no longer where they were."""
    kept = list(folder.iterdir())
    if len(kept) >= _MOST:
        for old in sorted(kept, key=lambda file: file.stat().st_mtime)[: _MOST // 2]:
            old.unlink(missing_ok=True)


TEMPLATES: Final = CompiledTemplates()
