"""The site as MkDocs sees it, with pages that are made when they are asked for."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from laomo.pages import theme
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.registry.registry import Registry
from laomo.render.mkdocs_site import MkDocsSite
from laomo.render.page import Renderer
from laomo.render.plugin import Prepared, plugin_of
from laomo.render.preview.made_pages import MadePages
from laomo.system.files import is_link, open_below


class _Generated(File):
    """A page made of records: what it says is made when it is read."""

    def __init__(self, path: str, config: MkDocsConfig, made: Callable[[], MadePages]) -> None:
        super().__init__(path, None, config.site_dir, config.use_directory_urls)
        self.generated_by = "laomo"
        self._made = made

    @property  # type: ignore[misc]  # nobody else may say it
    def content_string(self) -> str:
        return self.content_bytes.decode()

    @property  # type: ignore[misc]  # as above
    def content_bytes(self) -> bytes:
        output = self._made().find(self.src_uri)
        return output.make() if output else b""


class _OnDisk(File):
    """A file of `content/` or of the theme, of which nothing is read through a link."""

    @classmethod
    def of(cls, file: File) -> "_OnDisk":
        return cls(file.src_uri, file.src_dir, file.dest_dir, file.use_directory_urls, inclusion=file.inclusion)

    @property  # type: ignore[misc]  # as above
    def content_string(self) -> str:
        return self.content_bytes.decode("utf-8-sig")

    @property  # type: ignore[misc]  # as above
    def content_bytes(self) -> bytes:
        with open_below(Path(self.src_dir or ""), PurePosixPath(self.src_uri)) as opened:
            return opened.read()


class _Promised(Files):
    """Files, and those that are there as soon as somebody asks for them."""

    def __init__(self, files: Iterable[File], promise: Callable[[str], File | None]) -> None:
        super().__init__(files)
        self._promise = promise

    def get_file_from_path(self, path: str) -> File | None:
        found = super().get_file_from_path(path)
        if found is None and (found := self._promise(path)):
            self.append(found)
        return found


class View:
    """The site as MkDocs sees it, with pages that are made when they are asked for."""

    def __init__(self, project: Project, made: MadePages, registry: Registry) -> None:
        self._made = made
        self._site = MkDocsSite.of(project, Prepared(registry, [], extend=self._extended))
        self._renderer = Renderer(self._site, quick=False)
        shown = (file for file in self._site.files if not file.inclusion.is_excluded())  # type: ignore[no-untyped-call]
        self._files = {file.dest_uri: file for file in shown}

    @property
    def theme_folders(self) -> list[Path]:
        """The folder of our theme, and that of the site's own (`custom_dir`) if it lies elsewhere."""
        root, ours = Path(self._site.config.config_file_path).parent, theme.folder()
        own = (folder for folder in self._site.theme_folders if folder.is_relative_to(root))
        return [ours, *(folder for folder in own if not folder.is_relative_to(ours))]

    def renew(self, made: MadePages, registry: Registry) -> None:
        """Go on with other records."""
        self._made = made
        self._site.plugin.renew(registry)

    def file(self, name: str, problems: Sequence[Problem]) -> bytes | None:
        self._site.plugin.shown = problems
        known = self._files.get(name)
        if known is None or isinstance(known, _Generated):
            return self._of_records(known.src_uri if known else name.removesuffix(".html") + ".md", name)
        try:
            return self._renderer.html(known) if known.is_documentation_page() else known.content_bytes
        except OSError as error:
            if is_link(error):
                return None
            raise

    def _of_records(self, page: str, name: str) -> bytes | None:
        if self._made.find(page) and (file := self._site.files.get_file_from_path(page)) and file.dest_uri == name:
            return self._renderer.html(file)
        output = None if name.endswith(".md") else self._made.find(name)
        return output.make() if output else self._of_theme(name)

    def _of_theme(self, name: str) -> bytes | None:
        if name not in self._site.config.theme.static_templates and not name.startswith("sitemap"):
            return None
        return next((data for made, data in self._site.theme_files() if made == name), None)

    def _extended(self, files: Files, config: MkDocsConfig) -> Files:
        safe = (_OnDisk.of(file) if file.src_dir else file for file in files)
        promised = _Promised(safe, lambda path: self._promise(path, config))
        for path in self._made.stories:
            if (written := promised.src_uris.get(path)) and (generated := self._promise(path, config)):
                generated.edit_uri = written.edit_uri
                promised.remove(written)
                promised.append(generated)
        return promised

    def _promise(self, path: str, config: MkDocsConfig) -> File | None:
        output = self._made.find(path)
        if output is None:
            return None
        file = _Generated(path, config, lambda: self._made)
        plugin_of(config).name_source(file, str(output.source) if output.source else None)
        return file
