"""Renders one page as MkDocs does (`mkdocs.commands.build`), with two shortcuts that produce the same bytes.

A page of nothing but HTML skips Markdown (`raw_html`), and is stamped with a frame that many pages share (`stamp`). Every build
compares the shortcuts with MkDocs, on the first page of each folder and frame, and on a sample of the others. If they differ,
`ShortcutMismatch` is raised and the whole build is repeated without shortcuts.
"""

import zlib
from collections import Counter

import markdown
from mkdocs.commands import build
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from laomo.render import raw_html
from laomo.render.mkdocs_site import MkDocsSite
from laomo.render.stamp import Frames

_ONE_IN = 128


class ShortcutMismatch(Exception):
    """A shortcut made a different page than MkDocs."""


class Renderer:
    """Renders the pages of one site, with shortcuts if `quick`."""

    def __init__(self, site: MkDocsSite, *, quick: bool) -> None:
        self._site = site
        self._quick = quick
        self._frames = Frames(site)
        self._seen: Counter[str] = Counter()
        self._listed = frozenset(page.url for page in site.nav.pages)
        extensions = site.config.markdown_extensions
        configurations = site.config.mdx_configs or {}
        self._html_blocks = raw_html.carried_over(
            markdown.Markdown(extensions=extensions, extension_configs=configurations)
        )

    def html(self, file: File) -> bytes:
        """The bytes of one finished page. Raises ShortcutMismatch if a shortcut fails its comparison."""
        config, page = self._site.config, self._site.page(file)
        compared = self._quick and self._to_compare(page)
        content = self._unchanged(page) if self._quick else None
        if content is None or compared:
            build._populate_page(page, config, self._site.files)  # noqa: SLF001 (MkDocs 1.6.1 is the final release)
            if content not in (None, page.content):
                raise ShortcutMismatch(file.src_uri)
        stamped, new = (content is not None and self._frames.stamped(page)) or (None, False)
        if stamped is None or compared or new:
            output = self._site.rendered(page)
            if stamped not in (None, output):
                raise ShortcutMismatch(file.src_uri)
        else:
            output = stamped
        if page.url not in self._listed:  # not needed again; the texts of a very large site would fill the memory
            page.markdown = page.content = None
        return output.encode("utf-8", errors="xmlcharrefreplace")

    def _to_compare(self, page: Page) -> bool:
        folder = page.url.partition("/")[0] + "/" * page.url.count("/")
        self._seen[folder] += 1
        return self._seen[folder] == 1 or zlib.crc32(page.url.encode()) % _ONE_IN == 0

    def _unchanged(self, page: Page) -> str | None:
        """Set and return the content of a page that Markdown would not change; None if it might change it."""
        config, files = self._site.config, self._site.files
        page.read_source(config)
        source = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.markdown = source
        content = raw_html.unchanged(source, self._html_blocks)
        if content is not None:
            page.toc = get_toc([])
            page.content = config.plugins.on_page_content(content, page=page, config=config, files=files)
        return page.content if content is not None else None
