"""One page, as MkDocs itself makes it (`mkdocs.commands.build`), with two short cuts that change no byte of it.

A page that is all HTML does not pass through Markdown, and blocks of the theme that pages share are rendered once. Whether
the short cuts make what MkDocs makes is looked at in every build, on the first page of each folder and on a sample of the
others; if they do not, `ShortcutMismatch` sends the whole build the long way.
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
from laomo.render.shared_blocks import Shell

_ONE_IN = 128


class ShortcutMismatch(Exception):
    """A short cut made another page than MkDocs does."""


class Renderer:
    """Renders the pages of one site, by short cuts or not."""

    def __init__(self, site: MkDocsSite, *, quick: bool) -> None:
        self._site = site
        self._quick = quick
        self._shell = Shell(site.nav, site.files)
        self._seen: Counter[str] = Counter()
        self._listed = frozenset(page.url for page in site.nav.pages)
        extensions = site.config.markdown_extensions
        configurations = site.config.mdx_configs or {}
        self._html_blocks = raw_html.carried_over(
            markdown.Markdown(extensions=extensions, extension_configs=configurations)
        )

    def html(self, file: File) -> bytes:
        """One finished page. Raises ShortcutMismatch if a short cut fails its comparison."""
        config, page = self._site.config, self._site.page(file)
        compared = self._quick and self._to_compare(page)
        content = self._unchanged(page) if self._quick else None
        if content is None or compared:
            build._populate_page(page, config, self._site.files)  # noqa: SLF001 (MkDocs 1.6.1 is the last)
            if content not in (None, page.content):
                raise ShortcutMismatch(file.src_uri)
        page.active = True
        try:
            context = build.get_context(self._site.nav, self._site.documents, config, page)
            template = self._site.environment.get_template(page.meta.get("template", "main.html"))
            context = config.plugins.on_page_context(context, page=page, config=config, nav=self._site.nav)
            text = self._shell.render(template, context) if self._quick else template.render(context)
            if compared and text != template.render(context):
                raise ShortcutMismatch(file.src_uri)
            output = config.plugins.on_post_page(text, page=page, config=config)
        finally:
            page.active = False
            if page.url not in self._listed:  # nobody asks for its text again, and a nation's would fill the memory
                page.markdown = page.content = None
        return output.encode("utf-8", errors="xmlcharrefreplace")

    def _to_compare(self, page: Page) -> bool:
        folder = page.url.partition("/")[0] + "/" * page.url.count("/")
        self._seen[folder] += 1
        return self._seen[folder] == 1 or zlib.crc32(page.url.encode()) % _ONE_IN == 0

    def _unchanged(self, page: Page) -> str | None:
        """The content of a page that Markdown would leave as it is; the page has it then."""
        config, files = self._site.config, self._site.files
        page.read_source(config)
        source = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.markdown = source
        content = raw_html.unchanged(source, self._html_blocks)
        if content is not None:
            page.toc = get_toc([])
            page.content = config.plugins.on_page_content(content, page=page, config=config, files=files)
        return page.content if content is not None else None
