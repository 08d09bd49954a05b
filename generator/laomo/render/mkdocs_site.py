"""MkDocs' view of the whole site, gathered before anything is rendered."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib import resources
from pathlib import Path

import jinja2
from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_timestamp

from laomo.pages import sitemap
from laomo.project import Project
from laomo.render.plugin import LaomoPlugin, Prepared, plugin_of
from laomo.system.fingerprint import installed, program
from laomo.system.gc_control import gc_paused
from laomo.system.output import WrittenFile

_KNOWN_PLUGINS = {"laomo", "search", "material/search"}
"""Plugins that read nothing but the pages."""


@dataclass(frozen=True)
class MkDocsSite:
    """Configuration, theme, files and navigation, with the plugins' say in them."""

    config: MkDocsConfig
    environment: jinja2.Environment
    files: Files
    nav: Navigation

    @classmethod
    @gc_paused()
    def of(cls, project: Project, prepared: Prepared) -> "MkDocsSite":
        """The site of a project whose records have been read. Raises MkDocs' ConfigurationError."""
        config = load_config(str(project.root / "mkdocs.yml"), site_dir=str(project.html))
        plugin_of(config).prepared = prepared
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files = get_files(config)
        environment = config.theme.get_env()
        environment.auto_reload = False  # nobody edits a template while a build runs
        files.add_files_from_theme(environment.overlay(loader=_ShownFiles(config.theme.dirs)), config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        environment = config.plugins.on_env(environment, config=config, files=files)
        return cls(config, environment, files, nav)

    @property
    def plugin(self) -> LaomoPlugin:
        """Our own plugin, which has the say of the records."""
        return plugin_of(self.config)

    @cached_property
    def documents(self) -> Sequence[File]:
        """The files that become pages: MkDocs would look for them once per page."""
        return self.files.documentation_pages()

    @property
    def published(self) -> list[File]:
        """All files but those that the settings keep back: hidden ones, `exclude_docs`, `draft_docs`."""
        return [file for file in self.files if file.inclusion.is_included()]  # type: ignore[no-untyped-call]  # MkDocs says no types

    def source(self, file: File) -> bytes:
        """What a file is made of: itself, and of a hand-written page also what it says of its annexes."""
        if file.is_documentation_page():
            return self.plugin.labelled(file.content_string, file, self.files).encode()
        return file.content_bytes

    def page(self, file: File) -> Page:
        """The page of a file, as its plugins want it."""
        page = file.page or Page(None, file, self.config)
        return self.config.plugins.on_pre_page(page, config=self.config, files=self.files) or page

    def rendered(self, page: Page) -> str:
        """The text of a page whose content is set, as MkDocs and its plugins make it."""
        config = self.config
        page.active = True
        try:
            context = build.get_context(self.nav, self.documents, config, page)
            template = self.environment.get_template(page.meta.get("template", "main.html"))
            context = config.plugins.on_page_context(context, page=page, config=config, nav=self.nav)
            return config.plugins.on_post_page(template.render(context), page=page, config=config)
        finally:
            page.active = False

    def fingerprint(self, outputs: list[WrittenFile]) -> str:
        """One digest of all that every page shares."""
        generated = {output.path for output in outputs}
        project = Project(Path(self.config.config_file_path).parent)
        digest = sha256(f"{program()} {installed()} {MkDocsConfig.__module__} {project.settings_values}".encode())
        for settings in project.settings_files:
            digest.update(settings.read_bytes())
        for code in _own_code(project.root):
            digest.update(code.read_bytes())
        digest.update(json.dumps(self.config.extra, default=str, sort_keys=True).encode())
        digest.update(json.dumps(sorted(f.src_uri for f in self.files if f.src_uri not in generated)).encode())
        for folder in self.theme_folders:
            for file in sorted(path for path in folder.rglob("*") if path.is_file()):
                digest.update(f"{file.relative_to(folder)} {file.stat().st_size} ".encode("utf-8", "surrogateescape"))
                digest.update(file.read_bytes())
        return digest.hexdigest()

    @property
    def theme_folders(self) -> list[Path]:
        """The folders of the theme but Material's own, which `installed` stands for."""
        return [Path(place) for place in self.config.theme.dirs if "material" not in Path(place).parts[-2:]]

    @property
    def foreseeable(self) -> bool:
        """Whether pages are made of nothing but what we know: no hooks, no code of the site's own, no plugins and extensions that may
        read further files.
        """
        plugins = set(self.config.plugins) <= _KNOWN_PLUGINS and not self.config.hooks
        included = any(name.startswith("pymdownx.snippets") for name in self.config.markdown_extensions)
        return plugins and not included and not _own_code(Path(self.config.config_file_path).parent)

    def theme_files(self) -> Iterator[tuple[str, bytes]]:
        """404.html, sitemap.xml and the like, which the theme makes of the whole site."""
        for name in sorted(self.config.theme.static_templates):
            template = self.environment.get_template(name)
            text = build._build_template(name, template, self.files, self.config, self.nav)  # noqa: SLF001 (MkDocs 1.6.1 is the last)
            data = text.encode()
            if not data.strip():
                continue
            yield name, data
            if name == "sitemap.xml":
                pages = [file.page for file in self.documents if file.page]
                yield f"{name}.gz", sitemap.packed(name, data, get_build_timestamp(pages=pages))
                yield from ((part, text.encode()) for part, text in self.plugin.sitemaps.items())


class _ShownFiles(jinja2.FileSystemLoader):
    """A theme's files without those in hidden folders: MkDocs takes none, and Material keeps 14,000 icons there."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for place in self.searchpath:
            for folder, inner, names in os.walk(place):
                inner[:] = [name for name in inner if not name.startswith(".")]
                below = Path(folder).relative_to(place)
                found.update((below / name).as_posix() for name in names)
        return sorted(found)


def _own_code(root: Path) -> list[Path]:
    """The Python files below a site's folder that its hooks, plugins and extensions are made of: they have no version."""
    roots = (f"{root}{os.sep}", f"{root.resolve()}{os.sep}")
    others = (f"{sys.prefix}{os.sep}", str(resources.files("laomo")))
    names = {str(getattr(module, "__file__", "")) for module in list(sys.modules.values())}
    return sorted(Path(name) for name in names if name.startswith(roots) and not name.startswith(others))
