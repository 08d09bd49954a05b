"""The layout of a site's folder: input in `studios/` and `content/`, output in `site/`, caches in `.build/`."""

import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from laomo.records.yaml import reader
from laomo.system.lock import Locked, exclusive_lock


@dataclass(frozen=True, slots=True)
class Project:
    """A site's folder. The caches in `.build/` may be deleted at any time."""

    root: Path

    @property
    def studios(self) -> Path:
        return self.root / "studios"

    @property
    def pages(self) -> Path:
        """The generated Markdown."""
        return self.root / ".build" / "pages"

    @property
    def cache_folder(self) -> Path:
        """Caches that are kept between runs."""
        return self.root / ".build" / "memory"

    @property
    def attachments(self) -> Path:
        """Cached readings and cleaned copies of the files beside the hand-written pages."""
        return self.cache_folder / "attachments"

    @property
    def pictures(self) -> Path:
        """Cached pictures of the studios in all their widths, and what is known about their source files."""
        return self.cache_folder / "pictures"

    @property
    def html(self) -> Path:
        """The rendered site before it is published."""
        return self.root / ".build" / "html"

    @property
    def address(self) -> str | None:
        """The public address of the site (`site_url` of mkdocs.yml) with a final slash; None if it is missing or invalid."""
        address = reader.setting(self.root / "mkdocs.yml", "site_url") or ""
        return address.rstrip("/") + "/" if re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", address) else None

    @property
    def sources(self) -> tuple[Path, ...]:
        """Folders with the input of a site, or with what builds it. Nothing may be published into them."""
        return tuple(self.root / name for name in ("studios", "content", "theme", "schemas", ".build", ".git"))

    @property
    def lock(self) -> Path:
        """The lock file of a running build."""
        return self.root / ".build" / "lock"

    def forget(self) -> None:
        """Delete all caches, unless a build holds the lock. The next build then makes everything again."""
        with suppress(Locked, OSError), exclusive_lock(self.lock):
            for folder in (self.pages, self.cache_folder, self.html):
                shutil.rmtree(folder, ignore_errors=True)
