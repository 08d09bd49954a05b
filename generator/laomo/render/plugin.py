"""The `laomo` plugin of MkDocs: `mkdocs build` and `mkdocs serve` run the same pipeline as our own commands."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import urlsplit

from markdown.extensions.toc import slugify_unicode
from mkdocs.commands.build import get_context
from mkdocs.config.base import Config
from mkdocs.config.config_options import ExtraScriptValue, Type
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
from laomo.pages import breadcrumbs, compiled, csp, json_ld, sitemap, templates, theme
from laomo.pages.handwritten import headings
from laomo.problems import formats
from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.registry import houses, urls
from laomo.registry.registry import Registry
from laomo.render import material_use, stylesheets
from laomo.system import edition
from laomo.system.files import write_new
from laomo.system.output import WrittenFile

log = logging.getLogger("mkdocs.plugins.laomo")


def _site_script() -> ExtraScriptValue:
    """The script of every page. It loads those of the search when a reader first searches."""
    script = ExtraScriptValue("assets/javascripts/site.js")
    script.defer = True
    return script


def _unextended(files: Files, _: MkDocsConfig) -> Files:
    return files


@dataclass(frozen=True, slots=True)
class Prepared:
    """The records and outputs of a pipeline that has already run."""

    registry: Registry
    outputs: list[WrittenFile]
    extend: Callable[[Files, MkDocsConfig], Files] = _unextended
    """Adds further files to MkDocs' files and the outputs."""


class Options(Config):  # type: ignore[no-untyped-call]  # as below
    """The plugin's options in mkdocs.yml."""

    finish = Type(bool, default=True)
    """With `finish: false`, `mkdocs build` leaves pages as MkDocs renders them; `laomo finish` does the rest (`publish.finishing`)."""


class LaomoPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # MkDocs says no types
    """Adds the pages made from records to MkDocs' own, and the site's data for the theme."""

    def __init__(self) -> None:
        self.serving = False
        self.prepared: Prepared | None = None
        """Set by `incremental` and by the preview, which run the pipeline themselves; None under plain MkDocs."""
        self.shown: Sequence[Problem] = ()
        """Problems of the records, shown above every page of a preview."""
        self._checked: generate.Checked | None = None
        self._registry: Registry | None = None
        self._outputs: list[WrittenFile] = []
        self._sources: dict[str, str] = {}
        """Generated page → the record that it is made from."""
        self._nav = Navigation([], [])
        self._policy = ""
        self.sitemaps: Mapping[str, str] = {}
        """Parts of the sitemap by file name; empty if it fits into one file."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], **_: Any) -> None:
        """A command of MkDocs begins: it runs the pipeline itself, and may serve. Because this method exists, MkDocs keeps the plugin
        instance across rebuilds.
        """
        self.serving, self.prepared = command == "serve", None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Run the pipeline up to the Markdown. While serving, problems are shown instead of stopping the build."""
        if config.strict:  # with -q, MkDocs drops warnings before it counts them, so --strict would never fail
            logging.getLogger("mkdocs").setLevel(min(logging.getLogger("mkdocs").level, logging.WARNING))
        project = Project(Path(config.config_file_path).parent)
        if self.prepared:
            self._registry, self._outputs = self.prepared.registry, self.prepared.outputs
            self.serving, self.shown = False, ()  # MkDocs may have served in this process before
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
        config.extra["styled"] = True  # `stylesheets` names them
        config.extra["material"] = material_use.is_whole(config)
        # the default makes anchors _1, _2 … of Chinese headings, which change with every edit
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slugify_unicode)
        config.extra_javascript = [_site_script(), *config.extra_javascript]
        config.site_name = str(templates.inert(registry.site.name))
        config.extra["site"] = templates.inert_facts(registry.site)
        config.extra["noindex"] = registry.noindex
        config.extra["address"] = address
        config.extra["domain"] = urlsplit(address or "").hostname or ""
        # Material writes it into a script on every page; the same value everywhere keeps the script's hash the same
        config.extra.setdefault("scope", urlsplit(address or "/").path)

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and pictures. Files beside hand-written pages are replaced by the pipeline's cleaned copies."""
        self._sources = {}
        for file in [file for file in files if _beside(file, config)]:
            files.remove(file)
        for output in self._outputs:
            file = File.generated(config, output.path, abs_src_path=f"{self._pages}/{output.path}")
            self.name_source(file, output.source)
            if written := files.get_file_from_path(output.path):  # the pipeline's version of a hand-written page
                file.edit_uri = written.edit_uri
                files.remove(written)
            files.append(file)
        stylesheets.put(files, config, joined=self._finishes)
        config.extra["card"] = files.get_file_from_path(urls.SITE_CARD) is not None
        if self._finishes and config.extra["address"] and not files.get_file_from_path("robots.txt"):
            files.append(File.generated(config, "robots.txt", content=sitemap.robots(config.extra["address"])))
        return self.prepared.extend(files, config) if self.prepared else files

    def renew(self, registry: Registry) -> None:
        """Use other records from now on."""
        self._registry = registry

    def name_source(self, file: File, source: str | None) -> None:
        """Set the record that a generated page is made from, to which its edit link leads."""
        if source:
            self._sources[file.src_uri] = source
            file.edit_uri = f"../studios/{source}"

    def on_nav(self, nav: Navigation, /, **_: Any) -> Navigation:
        self._nav = nav
        return nav

    def on_env(self, env: Any, /, *, config: MkDocsConfig, **_: Any) -> Any:
        """Cache compiled templates across rebuilds, and make the content security policy from the theme's own scripts."""
        env.bytecode_cache = compiled.TEMPLATES
        env.optimized = False  # constants would pass through filters that a hook may have changed since
        blank = Page(None, File.generated(config, "blank.md", content=""), config)
        blank.content, blank.toc = "", TableOfContents([])
        trusted = env.get_template("main.html").render(get_context(self._nav, [], config, blank))
        self._policy = csp.of(trusted)
        return env

    def on_pre_page(self, page: Page, /, **_: Any) -> Page:
        """Set a page's date from the data, never from the build: the home page has the date of the data (`as_of`), a studio's
        pages have the date of its last review (`updated`), and other pages have none.
        """
        if self._registry:
            source = self._sources.get(page.file.src_uri)
            folder = source.partition("/")[2].partition("/")[0] if source else ""
            studio = self._registry.studio_by_id.get(folder)
            date = self._registry.site.as_of if page.is_homepage else studio.record.updated if studio else None
            page.update_date = date.first_day if date else ""
        return page

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files, **_: Any) -> str:
        """Add linked data (article and breadcrumbs) to a hand-written page, and labels to its links to attachments.

        Generated pages contain their linked data already.
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

    def on_page_content(self, html: str, /, *, page: Page, **_: Any) -> str:
        """Let the lines of headings break only between words. Generated pages without headings in Markdown have their breaks already."""
        return headings.with_breaks(html) if list(page.toc) else html

    @staticmethod
    def labelled(markdown: str, page: File, files: Files) -> str:
        """The Markdown of a hand-written page with kind and size after each link to an attachment."""

        def size(path: str) -> int | None:
            found = files.get_file_from_path(path)
            return len(found.content_bytes) if found else None

        return markdown if page.generated_by else link_labels.labelled(markdown, page.src_uri, size)

    def on_page_context(self, context: TemplateContext, /, **_: Any) -> TemplateContext:
        """Add the problems of the records, which the preview shows above the page, each with a link to its explanation."""
        shown = [{"text": templates.inert(formats.text(problem)), "code": problem.code} for problem in self.shown]
        return cast("TemplateContext", {**context, "problems": shown})

    def on_post_page(self, output: str, /, **_: Any) -> str:
        """Add the security policy."""
        return self._guarded(output)

    def on_post_template(self, output: str, /, *, template_name: str, config: MkDocsConfig, **_: Any) -> str:
        """Add the security policy to 404.html; leave pages whose home is another site out of the sitemap, and split a long one."""
        if template_name == "sitemap.xml" and self._finishes:
            address = config.site_url or "/"
            known = self._registry
            of_members = houses.pages_at_home(known.studios, known.paper_homes) if known else ()
            output = sitemap.without(output, {address + url for url in of_members})
            output, self.sitemaps = sitemap.split(output, address)
        return self._guarded(output) if template_name.endswith(".html") and output.strip() else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the parts of the sitemap, and the list of the edition's files: `laomo build` may replace it later."""
        for name, part in self.sitemaps.items():
            write_new(Path(config.site_dir, name), part.encode())
        edition.mark(Path(config.site_dir), self._registry.withdrawal_mark if self._registry else "")

    def _guarded(self, page: str) -> str:
        """The page with its security policy, except under `mkdocs serve`, which adds its own script to every page."""
        return csp.guarded(page, self._policy) if self._finishes and not self.serving else page

    @property
    def _finishes(self) -> bool:
        """Whether what is done after rendering is done here: always in our own commands, which publish what MkDocs renders."""
        return self.prepared is not None or self.config.finish

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Rebuild when a record or a template changes."""
        root = Path(config.config_file_path).parent
        for folder in (root / "studios", theme.folder()):
            server.watch(str(folder))
        return server


def _beside(file: File, config: MkDocsConfig) -> bool:
    """Whether it is a file beside the hand-written pages, not a page."""
    return file.src_dir == config.docs_dir and not file.src_uri.endswith(".md")


def plugin_of(config: MkDocsConfig) -> LaomoPlugin:
    """The site's `laomo` plugin. Raises TypeError if mkdocs.yml does not name it."""
    plugin = config.plugins.get("laomo")
    if not isinstance(plugin, LaomoPlugin):
        raise TypeError("mkdocs.yml must name the laomo plugin")
    return plugin
