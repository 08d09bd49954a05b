"""MkDocs as our renderer: its own files, navigation and templates, but only for pages whose content has changed.

What every page shares (configuration, theme, versions, hand-written pages) has one fingerprint. While it stays the same,
a page is rendered again only if its own Markdown changed; otherwise all are. The result equals a fresh build byte for byte.
"""

import gzip
import io
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path, PurePosixPath

import jinja2
from mkdocs.commands import build, serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_timestamp

from laomo.diagnostics import Problem
from laomo.pipeline import Faulty, Project, Rendered
from laomo.plugin import LaomoPlugin
from laomo.registry import Registry
from laomo.write import Output, prune, replace

_VERSIONS = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "laomo")


@dataclass(slots=True)
class _Memory:
    """Digest of the source and of the result of every file of the last good build. Safe to delete."""

    shared: str = ""
    sources: dict[str, str] = field(default_factory=dict)
    results: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path) -> "_Memory":
        try:
            found = json.loads(file.read_bytes())
            return cls(found["shared"], dict(found["sources"]), dict(found["results"]))
        except (OSError, ValueError, KeyError, TypeError):
            return cls()

    def write(self, file: Path) -> None:
        facts = {"shared": self.shared, "sources": self.sources, "results": self.results}
        replace(file, json.dumps(facts).encode())


def render(project: Project, registry: Registry, outputs: list[Output]) -> Rendered:
    """Bring `project.html` up to date with the outputs and the hand-written pages. Raises Faulty for MkDocs' warnings."""
    if not (project.root / "mkdocs.yml").is_file():
        raise Faulty((Problem("mkdocs.yml", "missing-file"),))
    warnings = _Warnings()
    logging.getLogger("mkdocs").addHandler(warnings)
    try:
        config = load_config(str(project.root / "mkdocs.yml"), site_dir=str(project.html))
        plugin = config.plugins["laomo"]
        if not isinstance(plugin, LaomoPlugin):
            raise TypeError("mkdocs.yml must name the laomo plugin")
        plugin.prepared = registry, outputs
        site = _Site.of(config)
        memory = _Memory.read(project.memory / "host.json")
        fresh = _Memory(shared=site.fingerprint(outputs))
        changed = list(_update(site, memory, fresh, project.html))
    except (ConfigurationError, Abort) as error:
        told = Problem("mkdocs.yml", "page-warning", facts={"message": str(error)})
        raise Faulty(tuple(warnings.problems) or (told,)) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(warnings)
    if warnings.problems:
        raise Faulty(tuple(warnings.problems))
    prune(project.html, {PurePosixPath(name) for name in fresh.results})
    fresh.write(project.memory / "host.json")
    return Rendered(project.html, tuple(changed), len(site.files.documentation_pages()))


def preview(root: Path, address: str | None = None) -> None:
    """MkDocs' live preview; records reload like pages, and their problems show above the page."""
    serve.serve(str(root / "mkdocs.yml"), dev_addr=address)


@dataclass(frozen=True, slots=True)
class _Site:
    """MkDocs' view of the whole site, gathered before anything is rendered."""

    config: MkDocsConfig
    environment: jinja2.Environment
    files: Files
    nav: Navigation

    @classmethod
    def of(cls, config: MkDocsConfig) -> "_Site":
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files = get_files(config)
        environment = config.theme.get_env()
        files.add_files_from_theme(environment, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        environment = config.plugins.on_env(environment, config=config, files=files)
        return cls(config, environment, files, nav)

    def fingerprint(self, outputs: list[Output]) -> str:
        """One digest of all that every page shares."""
        generated = {str(output.path) for output in outputs}
        digest = sha256(Path(self.config.config_file_path).read_bytes())
        digest.update(json.dumps([version(name) for name in _VERSIONS]).encode())
        digest.update(json.dumps(self.config.extra, default=str, sort_keys=True).encode())
        digest.update(json.dumps(sorted(f.src_uri for f in self.files if f.src_uri not in generated)).encode())
        for folder in (Path(place) for place in self.config.theme.dirs if "material" not in Path(place).parts[-2:]):
            for file in sorted(path for path in folder.rglob("*.html") if path.is_file()):
                digest.update(file.read_bytes())
        return digest.hexdigest()


def _update(site: _Site, memory: _Memory, fresh: _Memory, folder: Path) -> Iterator[str]:
    """Write what is not as remembered; yield the addresses of the pages rendered anew."""
    everything = memory.shared != fresh.shared
    for file in site.files:
        source = _digest(file.content_bytes)
        page = _page(file, site) if file.is_documentation_page() else None
        target = folder / file.dest_uri
        unchanged = not (everything and page) and memory.sources.get(file.dest_uri) == source
        if unchanged and target.is_file() and memory.results.get(file.dest_uri) == _stamp(target):
            result = memory.results[file.dest_uri]
        else:
            replace(target, _html(page, site) if page else file.content_bytes)
            result = _stamp(target)
            if page:
                yield file.url
        fresh.sources[file.dest_uri], fresh.results[file.dest_uri] = source, result
    for name, data in _theme_files(site):
        target = folder / name
        if not target.is_file() or target.read_bytes() != data:
            replace(target, data)
        fresh.results[name] = _stamp(target)


def _page(file: File, site: _Site) -> Page:
    page = file.page or Page(None, file, site.config)
    return site.config.plugins.on_pre_page(page, config=site.config, files=site.files) or page


def _html(page: Page, site: _Site) -> bytes:
    """One page, as MkDocs itself makes it (`mkdocs.commands.build`), as bytes instead of a file."""
    build._populate_page(page, site.config, site.files)  # noqa: SLF001 (MkDocs 1.6.1 is the last)
    page.active = True
    try:
        context = build.get_context(site.nav, site.files, site.config, page)
        template = site.environment.get_template(page.meta.get("template", "main.html"))
        context = site.config.plugins.on_page_context(context, page=page, config=site.config, nav=site.nav)
        output = site.config.plugins.on_post_page(template.render(context), page=page, config=site.config)
    finally:
        page.active = False
    return output.encode("utf-8", errors="xmlcharrefreplace")


def _theme_files(site: _Site) -> Iterator[tuple[str, bytes]]:
    """404.html, sitemap.xml and the like, which the theme makes of the whole site."""
    for name in sorted(site.config.theme.static_templates):
        template = site.environment.get_template(name)
        text = build._build_template(name, template, site.files, site.config, site.nav)  # noqa: SLF001 (as above)
        data = text.encode()
        if not data.strip():
            continue
        yield name, data
        if name == "sitemap.xml":
            pages = [file.page for file in site.files.documentation_pages() if file.page]
            packed = io.BytesIO()
            with gzip.GzipFile(f"{name}.gz", "wb", fileobj=packed, mtime=get_build_timestamp(pages=pages)) as stream:
                stream.write(data)
            yield f"{name}.gz", packed.getvalue()


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _stamp(file: Path) -> str:
    """Size and time of a written file: tells whether anybody else has touched it since."""
    stat = file.stat()
    return f"{stat.st_size}-{stat.st_mtime_ns}"


class _Warnings(logging.Handler):
    """MkDocs' warnings as problems: what `--strict` would fail for."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        named = re.search(r"'([^']+\.md)'", message)
        path = f"content/{named[1]}" if named else "mkdocs.yml"
        self.problems.append(Problem(path, "page-warning", facts={"message": message}))
