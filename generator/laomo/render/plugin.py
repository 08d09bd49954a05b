"""The `laomo` plugin of MkDocs: `mkdocs build` and `mkdocs serve` run the same pipeline as our own commands."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Literal, cast
from urllib.parse import urlsplit

from markdown.extensions.toc import slugify_unicode
from mkdocs.commands.build import get_context
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from laomo import generate
from laomo.assets.attachments import link_labels
from laomo.pages import breadcrumbs, csp, json_ld, templates, theme
from laomo.problems import formats
from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.registry.registry import Registry
from laomo.render import sitemap
from laomo.system.files import write_new
from laomo.system.output import WrittenFile

log = logging.getLogger("mkdocs.plugins.laomo")


def _field_script() -> ExtraScriptValue:
    """The search field's script, on every page; it fetches the others when a reader first wants them."""
    script = ExtraScriptValue("assets/javascripts/search-field.js")
    script.defer = True
    return script


def _as_they_are(files: Files, _: MkDocsConfig) -> Files:
    return files


@dataclass(frozen=True, slots=True)
class Prepared:
    """What whoever has run the pipeline hands over: records, and what was made of them."""

    registry: Registry
    outputs: list[WrittenFile]
    serving: bool = False
    """Whether this is a preview, into which MkDocs puts a script of its own."""
    extend: Callable[[Files, MkDocsConfig], Files] = _as_they_are
    """Gives the files that there are beside those of the outputs, too."""


class LaomoPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]  # it has no options
    """Adds the pages made of records to MkDocs' own, and what the theme needs to know of the site."""

    def __init__(self) -> None:
        self.serving = False
        self.prepared: Prepared | None = None
        """Set by `incremental` and by the preview, which have read the records themselves."""
        self.shown: Sequence[Problem] = ()
        """Problems of the records, which a preview shows above every page."""
        self._checked: generate.Checked | None = None
        self._registry: Registry | None = None
        self._outputs: list[WrittenFile] = []
        self._sources: dict[str, PurePosixPath] = {}
        """Generated page → the record that it shows."""
        self._nav = Navigation([], [])
        self._policy = ""
        self.sitemaps: Mapping[str, str] = {}
        """Parts of the sitemap, by name, where it is too long for one file."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], **_: Any) -> None:
        """Its presence makes MkDocs keep this instance from one rebuild to the next."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Run the pipeline up to the Markdown. While serving, problems are shown instead of ending the run."""
        if config.strict:  # with -q MkDocs would drop warnings before it counts them, and call any site good
            logging.getLogger("mkdocs").setLevel(min(logging.getLogger("mkdocs").level, logging.WARNING))
        project = Project(Path(config.config_file_path).parent)
        if self.prepared:
            self._registry, self._outputs = self.prepared.registry, self.prepared.outputs
            self.serving, self.shown = self.prepared.serving, ()
        else:
            self._registry = self._check(project)
            self._outputs = generate.generate(project, self._registry)
            for notice in generate.notices(project):
                log.info(formats.text(notice))
        self._pages = project.pages
        self._theme(config, self._registry, project.address)
        return config

    def _check(self, project: Project) -> Registry:
        try:
            checked = generate.check(project, self._checked)
        except BuildFailed as fault:
            raise PluginError("\n".join(map(formats.text, fault.problems))) from fault
        lines = [formats.text(problem) for problem in checked.problems]
        if checked.registry is None or not (checked.sound or self.serving):
            raise PluginError("\n".join(lines))
        for line in lines:
            log.warning(line)
        self._checked = checked
        self.shown = checked.problems if self.serving else ()
        return checked.registry

    def _theme(self, config: MkDocsConfig, registry: Registry, address: str | None) -> None:
        overrides = theme.folder() / "overrides"
        if str(overrides) not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(overrides))
        # the default turns Chinese headings into _1, _2, which move with every edit
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slugify_unicode)
        config.extra_javascript = [_field_script(), *config.extra_javascript]
        config.site_name = str(templates.inert(registry.site.name))
        config.extra["site"] = templates.inert_facts(registry.site)
        config.extra["address"] = address
        # Material writes it into a script of every page; if it were each page's own, so would be that script's hash
        config.extra.setdefault("scope", urlsplit(address or "/").path)

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """The generated pages and pictures; a record's page is edited in its record. What lies beside hand-written pages goes out
        only as the pipeline gives it.
        """
        self._sources = {}
        for file in [file for file in files if _beside(file, config)]:
            files.remove(file)
        for output in self._outputs:
            file = File.generated(config, str(output.path), abs_src_path=str(self._pages / output.path))
            self.name_source(file, output.source)
            if written := files.get_file_from_path(str(output.path)):  # a hand-written page, with what surrounds it
                file.edit_uri = written.edit_uri
                files.remove(written)
            files.append(file)
        self._style(files, config)
        return self.prepared.extend(files, config) if self.prepared else files

    def renew(self, registry: Registry) -> None:
        """Go on with other records."""
        self._registry = registry

    def name_source(self, file: File, source: PurePosixPath | None) -> None:
        """Say which record a generated page shows: there it is edited."""
        if source:
            self._sources[file.src_uri] = source
            file.edit_uri = f"../studios/{source}"

    def _style(self, files: Files, config: MkDocsConfig) -> None:
        parts = [file for file in files if theme.is_part(file.src_uri)]
        name, whole = theme.join({file.src_uri: file.content_string for file in parts})
        for file in parts:
            files.remove(file)
        files.append(File.generated(config, name, content=whole))
        config.extra_css = [name, *config.extra_css]

    def on_nav(self, nav: Navigation, /, **_: Any) -> Navigation:
        self._nav = nav
        return nav

    def on_env(self, env: Any, /, *, config: MkDocsConfig, **_: Any) -> Any:
        """What the theme's templates compile to is kept from one rebuild to the next; which scripts are its own is noted."""
        env.bytecode_cache = templates.COMPILED
        blank = Page(None, File.generated(config, "blank.md", content=""), config)
        blank.content, blank.toc = "", TableOfContents([])
        trusted = env.get_template("main.html").render(get_context(self._nav, [], config, blank))
        self._policy = csp.of(trusted)
        return env

    def on_pre_page(self, page: Page, /, **_: Any) -> Page:
        """Date pages by the data, never by the build: home by the day that the data were closed, what a studio's records make
        by the day that they were last looked through; nothing says when other pages changed.
        """
        if self._registry:
            source = self._sources.get(page.file.src_uri)
            studio = self._registry.studio_by_id.get(source.parts[1]) if source and len(source.parts) > 1 else None
            date = self._registry.site.as_of if page.is_homepage else studio.record.updated if studio else None
            page.update_date = date.first_day if date else ""
        return page

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files, **_: Any) -> str:
        """What a hand-written page is, and the way to it, for machines; generated pages have said it themselves. What its links to
        annexes lead to, for readers.
        """
        address = config.extra["address"]
        if address and not page.file.generated_by and not page.is_homepage:
            title, summary = str(page.title or page.url), str(page.meta.get("description") or "")
            sections = {each.url: str(each.title) for each in self._nav.pages}
            section = page.url.partition("/")[0] + "/"
            above = [(sections[section], section)] if section in sections and section != page.url else []
            nodes = [
                json_ld.article(address, title, page.url, summary),
                json_ld.trail(address, breadcrumbs.to(*above, (title, page.url))),
            ]
            page.meta["linked"] = templates.linked_data(json_ld.graph(nodes))
        return self.labelled(markdown, page.file, files)

    @staticmethod
    def labelled(markdown: str, page: File, files: Files) -> str:
        """The Markdown of a hand-written page with the kind and size of each annex that it links."""

        def size(path: str) -> int | None:
            found = files.get_file_from_path(path)
            return len(found.content_bytes) if found else None

        return markdown if page.generated_by else link_labels.labelled(markdown, page.src_uri, size)

    def on_page_context(self, context: TemplateContext, /, **_: Any) -> TemplateContext:
        """The problems of the records, which the preview shows above the page."""
        shown = [templates.inert(formats.text(problem)) for problem in self.shown]
        return cast("TemplateContext", {**context, "problems": shown})

    def on_post_page(self, output: str, /, *, page: Page, **_: Any) -> str:
        """The language that a page's front matter names (Material knows one for the whole site), and the policy."""
        language = page.meta.get("language")
        output = output.replace('<html lang="zh"', f'<html lang="{language}"', 1) if language == "en" else output
        return self._guarded(output)

    def on_post_template(self, output: str, /, *, template_name: str, config: MkDocsConfig, **_: Any) -> str:
        """404.html is a page too; a long sitemap comes in parts."""
        if template_name == "sitemap.xml":
            output, self.sitemaps = sitemap.split(output, config.site_url or "/")
        return self._guarded(output) if template_name.endswith(".html") and output.strip() else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the parts of the sitemap."""
        for name, part in self.sitemaps.items():
            write_new(Path(config.site_dir, name), part.encode())

    def _guarded(self, page: str) -> str:
        """The page with its policy; not in the preview, where MkDocs puts a script of its own into every page."""
        return page if self.serving else csp.guarded(page, self._policy)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Rebuild when a record or a template changes."""
        root = Path(config.config_file_path).parent
        for folder in (root / "studios", theme.folder()):
            server.watch(str(folder))
        return server


def _beside(file: File, config: MkDocsConfig) -> bool:
    """Whether it came from the folder of hand-written pages and is none."""
    return file.src_dir == config.docs_dir and not file.src_uri.endswith(".md")


def plugin_of(config: MkDocsConfig) -> LaomoPlugin:
    """Our own plugin of a site. Raises TypeError for one whose mkdocs.yml does not name it."""
    plugin = config.plugins.get("laomo")
    if not isinstance(plugin, LaomoPlugin):
        raise TypeError("mkdocs.yml must name the laomo plugin")
    return plugin
