"""What an upgrade does with the help pages and the drafts of a site: those that nobody has changed become this version's.

What the earlier version wrote is in its wheel, in the site's `vendor/`.
"""

import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from laomo.system.files import write_all

_IN_WHEEL = "laomo/tools/starter/files/"


@dataclass(frozen=True, slots=True)
class Renewal:
    """What becomes of the pages of a site that differ from this version's."""

    new: Mapping[PurePosixPath, bytes]
    """Those that nobody has changed, and those that the earlier version did not have, with their content."""
    own: tuple[PurePosixPath, ...]
    """Those that the site has changed itself; they stay."""

    @classmethod
    def of(cls, folder: Path, ours: Iterable[tuple[PurePosixPath, Path]], vendor: str) -> "Renewal":
        """Compare the pages of a site with `ours`, this version's files by their paths there. A page that the site has deleted stays deleted."""
        before, new, own = _before(folder / vendor), {}, []
        for path, source in ours:
            data, now = source.read_bytes(), _read(folder / path)
            if now == data:
                continue
            if now == before.get(path):
                new[path] = data
            elif now is not None:
                own.append(path)
        return cls(new, tuple(own))

    def write(self, folder: Path) -> None:
        """Write the new pages. Raises OSError."""
        write_all({folder / path: data for path, data in self.new.items()})


def _before(vendor: Path) -> dict[PurePosixPath, bytes]:
    """The pages of the wheel in `vendor/`; empty when there is none, when there are several, or when it cannot be read."""
    wheels = list(vendor.glob("laomo-*.whl"))
    if len(wheels) != 1:
        return {}
    try:
        with zipfile.ZipFile(wheels[0]) as archive:
            names = [name for name in archive.namelist() if name.startswith(_IN_WHEEL) and not name.endswith("/")]
            return {PurePosixPath(name.removeprefix(_IN_WHEEL)): archive.read(name) for name in names}
    except (OSError, zipfile.BadZipFile):
        return {}


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None
