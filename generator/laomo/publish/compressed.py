"""Compressed copies beside the files of a site, `page.html.gz` and `page.html.br`, which a web server sends as they are.

They are made once for each version of a file and kept in `.build/`, never beside the rendered pages: the audit and the offline
edition see only what readers read. On the sample city they take a second for 34 MB, a seventh of a full build, so they are made
on request only (`laomo build --compress`).
"""

import gzip
import shutil
from dataclasses import dataclass
from pathlib import Path

from laomo.system import cache, edition, parallel
from laomo.system.files import linked_stamp, prune, write_new

SUFFIXES = frozenset({".css", ".csv", ".html", ".js", ".json", ".map", ".svg", ".txt", ".xml"})
"""Kinds of files that shrink; pictures and workbooks are compressed already."""
ENDINGS = (".gz", ".br")
_LEAST = 1_000
"""Bytes of the smallest file that is compressed: below, the answer's header is the larger part."""
_VERSION = "1"
"""Raised when the same file would be compressed otherwise."""
_STAMPS = "stamps.json"


@dataclass(frozen=True, slots=True)
class Compressed:
    """The compressed copies of the site rendered in `site`, kept in the folder `store`."""

    site: Path
    store: Path

    def update(self) -> None:
        """Compress what has changed since the last time, and delete what belongs to no file any more. Raises OSError."""
        stamps = self.store / _STAMPS
        known = cache.load(stamps, _VERSION)
        names = sorted(name for name in edition.files(self.site) if self._worth(name))
        changed = [name for name in names if known.get(name) != self._stamps(name)]
        for _ in parallel.parallel_map(self._write, changed):
            pass
        prune(self.store, {f"{name}{ending}" for name in names for ending in ENDINGS})
        cache.save(stamps, _VERSION, {name: self._stamps(name) for name in names}, {})

    def add(self, copy: Path) -> None:
        """Put them into a copy of the site, by hard links where possible. A file of the site with such a name stays. Raises OSError."""
        for name in edition.files(self.store) - {_STAMPS}:
            if not (copy / name).exists():
                _link(self.store / name, copy / name)

    def forget(self) -> None:
        """Delete them all: copies that no build keeps up to date would outlast a withdrawal."""
        shutil.rmtree(self.store, ignore_errors=True)

    def _worth(self, name: str) -> bool:
        file = self.site / name
        return file.suffix in SUFFIXES and file.stat().st_size >= _LEAST

    def _stamps(self, name: str) -> list[str]:
        return [linked_stamp(self.site / name), *(linked_stamp(self.store / f"{name}{ending}") for ending in ENDINGS)]

    def _write(self, name: str) -> None:
        import brotli  # noqa: PLC0415 (a build that compresses nothing does not wait for it)

        data = (self.site / name).read_bytes()
        write_new(self.store / f"{name}.gz", gzip.compress(data, 6, mtime=0))
        write_new(self.store / f"{name}.br", brotli.compress(data, mode=brotli.MODE_TEXT, quality=5))


def _link(source: Path, to: Path) -> None:
    source.chmod(0o644)  # a web server reads it, whatever the umask
    try:
        to.hardlink_to(source)
    except OSError:
        shutil.copy2(source, to)  # on another file system, or on one without hard links
