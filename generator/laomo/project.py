"""Where everything lies in a site's folder: `studios/` and `content/` in, `site/` out, caches in `.build/`."""

import os
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from laomo.records.yaml import reader
from laomo.system.files import links, unusual
from laomo.system.lock import Locked, exclusive_lock

_OF_ENVIRONMENT = re.compile(r"!ENV\s+(\[[^\]]*\]|\S+)")
"""A tag of mkdocs.yml: one variable, or several of which the first that is set counts."""


@dataclass(frozen=True, slots=True)
class Project:
    """A site's folder: `studios/` and `content/` in, `site/` out, memories that may be deleted in `.build/`."""

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
        """What is remembered from run to run, to save time only."""
        return self.root / ".build" / "memory"

    @property
    def attachments(self) -> Path:
        """Cleaned copies of what lies beside the hand-written pages."""
        return self.cache_folder / "attachments"

    @property
    def pictures(self) -> Path:
        """The studios' pictures as they were made, and what is remembered of their files."""
        return self.cache_folder / "pictures"

    @property
    def html(self) -> Path:
        """The rendered site before it is published."""
        return self.root / ".build" / "html"

    @property
    def address(self) -> str | None:
        """Where the site will stand (`site_url` of mkdocs.yml), with a slash at its end; None when nobody has said."""
        address = reader.setting(self.root / "mkdocs.yml", "site_url") or ""
        return address.rstrip("/") + "/" if re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", address) else None

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
        """Folders that a site is made from, or that hold what makes it: nothing may be published into them."""
        return tuple(self.root / name for name in ("studios", "content", "theme", "schemas", ".build", ".git"))

    @property
    def lock(self) -> Path:
        """Held while a build runs."""
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

    def refuse_links(self) -> None:
        """Nothing is written, deleted or trusted through a link in `.build/`. Raises BuildFailed that names each."""
        found = sorted(links(self.root / ".build"))
        if found:
            shown = (Path(place).relative_to(self.root).as_posix() for place in found)
            raise BuildFailed(tuple(Problem(path, "link-in-build") for path in shown))

    def forget(self) -> None:
        """Delete all memories, unless a build is using them; the next build makes everything anew. Raises BuildFailed for links."""
        self.refuse_links()
        with suppress(Locked, OSError), exclusive_lock(self.lock):
            for folder in (self.pages, self.cache_folder, self.html):
                shutil.rmtree(folder, ignore_errors=True)
