"""The layout of a site's folder: input in `studios/` and `content/`, output in `site/`, caches in `.build/`."""

import os
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from laomo.records.yaml import reader
from laomo.system.files import links, unusual
from laomo.system.lock import Locked, exclusive_lock

_OF_ENVIRONMENT = re.compile(r"!ENV\s+(\[[^\]]*\]|\S+)")
"""A tag of mkdocs.yml: one variable, or several of which the first that is set counts."""


_HIDDEN = (".*", "/templates/")
"""What MkDocs never publishes, as patterns of gitignore (mkdocs/structure/files.py)."""


def site_around(place: Path) -> Path | None:
    """The nearest folder with a site's records: `place` itself (absolute) or one above it; None if there is none."""
    return next((each for each in (place, *place.parents) if (each / "studios/site.yml").is_file()), None)


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
    def drawings(self) -> Path:
        """Drawings, each named by all that it shows: `forget` leaves them, for they cannot be out of date."""
        return self.root / ".build" / "drawings"

    @property
    def parsed(self) -> Path:
        """What the record files of the last run said."""
        return self.cache_folder / "records.trees"

    @property
    def attachments(self) -> Path:
        """Cached readings and cleaned copies of the files beside the hand-written pages."""
        return self.cache_folder / "attachments"

    @property
    def pictures(self) -> Path:
        """Cached pictures of the studios in all their widths, and what is known about their source files."""
        return self.cache_folder / "pictures"

    @property
    def compressed(self) -> Path:
        """Cached compressed copies of the rendered files, for web servers."""
        return self.cache_folder / "compressed"

    @property
    def html(self) -> Path:
        """The rendered site before it is published."""
        return self.root / ".build" / "html"

    @property
    def finished(self) -> Path:
        """A copy of what another program has rendered, finished, before it is published."""
        return self.root / ".build" / "finished"

    @property
    def address(self) -> str | None:
        """The public address of the site (`site_url` of mkdocs.yml) with a final slash; None if it is missing or invalid."""
        address = reader.setting(self.root / "mkdocs.yml", "site_url") or ""
        return address.rstrip("/") + "/" if re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", address) else None

    def published_pages(self, pattern: str = "**/*.md") -> list[Path]:
        """The hand-written pages that are published, in order: not hidden ones, those that mkdocs.yml keeps back (`exclude_docs`,
        `draft_docs`), and links.
        """
        content = self.root / "content"
        excluded = GitIgnoreSpec.from_lines((*_HIDDEN, *self._patterns("exclude_docs")))
        drafts = GitIgnoreSpec.from_lines(self._patterns("draft_docs"))
        pages = (file for file in sorted(content.glob(pattern)) if file.is_file() and not file.is_symlink())
        found = ((file, file.relative_to(content).as_posix()) for file in pages)
        return [file for file, path in found if not excluded.match_file(path) and not drafts.match_file(path)]

    def _patterns(self, key: str) -> list[str]:
        values = (reader.setting(file, key) for file in self.settings_files)
        return next((value for value in values if value is not None), "").splitlines()

    @property
    def settings_files(self) -> tuple[Path, ...]:
        """mkdocs.yml and all that it inherits (`INHERIT:`), as far as they are there or could be."""
        found: list[Path] = []
        file: Path | None = self.root / "mkdocs.yml"
        while file and file not in found:
            found.append(file)
            parent = reader.setting(file, "INHERIT")
            file = Path(os.path.normpath(file.parent / parent)) if parent else None
        return tuple(found)

    @property
    def settings_values(self) -> list[tuple[str, str | None]]:
        """The variables of the environment that the settings ask for (`!ENV`), with their values."""
        texts = (file.read_text("utf-8", "replace") for file in self.settings_files if file.is_file())
        asked = " ".join(found for text in texts for found in _OF_ENVIRONMENT.findall(text))
        return [(name, os.environ.get(name)) for name in sorted(set(re.findall(r"\w+", asked)))]

    @property
    def sources(self) -> tuple[Path, ...]:
        """Folders with the input of a site, or with what builds it. Nothing may be published into them."""
        return tuple(self.root / name for name in ("studios", "content", "theme", "schemas", ".build", ".git"))

    @property
    def lock(self) -> Path:
        """The lock file of a running build."""
        return self.root / ".build" / "lock"

    def refuse_unsafe(self) -> None:
        """What would stop or mislead whoever opens it: links in `.build/`; pipes, devices and endless folders in `content/`, which are
        opened by MkDocs too. Raises BuildFailed that names each.
        """
        self.refuse_links()
        content = self.root / "content"
        strange = (
            [(parts, code) for parts, code in unusual(content) if code not in {"", "symlink"}]
            if content.is_dir()
            else []
        )
        if strange:
            named = (("/".join(("content", *parts)), code) for parts, code in strange)
            raise BuildFailed(tuple(Problem(path, code) for path, code in named))

    def refuse_links(self, *only: Path) -> None:
        """Nothing is written, deleted or trusted through a link in `.build/`, or in those places there that are named. Raises BuildFailed
        that names each.
        """
        build = self.root / ".build"
        folders = only or (self.pages, self.cache_folder, self.drawings, self.html, self.finished, self.lock)
        ours = (build,) if build.is_symlink() else folders
        found = sorted(link for place in ours for link in links(place))
        if found:
            shown = (Path(place).relative_to(self.root).as_posix() for place in found)
            raise BuildFailed(tuple(Problem(path, "link-in-build") for path in shown))

    def forget(self) -> None:
        """Delete all caches but the drawings, unless a build holds the lock. The next build then makes everything again. Raises BuildFailed for links."""
        self.refuse_links()
        with suppress(Locked, OSError), exclusive_lock(self.lock):
            for folder in (self.pages, self.cache_folder, self.html, self.finished):
                shutil.rmtree(folder, ignore_errors=True)
