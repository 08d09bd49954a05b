"""MkDocs as our renderer: its own files, navigation and templates, but only for pages whose content has changed.

What every page shares (configuration, theme, versions, hand-written pages) has one fingerprint. While it stays the same,
a page is rendered again only if its own Markdown changed; otherwise all are. The result equals a fresh build byte for byte.

`mkdocs_site` is MkDocs' view of the whole, `page` renders one page (with the shortcuts of `raw_html` and `stamp`),
`worker` does so in any process, `cache` is what the last build left. This module decides what there is to render; `preview/`
renders what a browser asks for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.structure.files import File

from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.registry.registry import Registry
from laomo.render.cache import RenderCache
from laomo.render.mkdocs_site import MkDocsSite
from laomo.render.page import ShortcutMismatch
from laomo.render.plugin import Prepared
from laomo.render.worker import Rendering, heard
from laomo.system import parallel
from laomo.system.files import digest, linked_stamp, prune, write_new
from laomo.system.gc_control import gc_paused
from laomo.system.output import WrittenFile


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a renderer made: the folder of HTML, its pages that changed, and how many there are."""

    folder: Path
    changed: tuple[str, ...]
    pages: int
    warnings: tuple[Problem, ...] = ()
    """What the records were published in spite of, and what was left out and why."""
    theme_folders: tuple[Path, ...] | None = None
    """The folders of the theme, if the pages depend on nothing else beside the records, `content/` and the settings; None if hooks,
    plugins or extensions may read further files.
    """


def render(project: Project, registry: Registry, outputs: list[WrittenFile]) -> Rendered:
    """Bring `project.html` up to date with the outputs and the hand-written pages. Raises BuildFailed for MkDocs' warnings."""
    if not (project.root / "mkdocs.yml").is_file():
        raise BuildFailed((Problem("mkdocs.yml", "missing-file", facts={"name": "mkdocs.yml"}),))
    with heard() as problems:
        try:
            site = MkDocsSite.of(project, Prepared(registry, outputs))
        except (ConfigurationError, Abort) as error:
            fault = Problem("mkdocs.yml", "page-warning", facts={"message": str(error)})
            raise BuildFailed(tuple(problems) or (fault,)) from error
    cached, fresh = RenderCache.read(project.cache_folder / "host.json"), RenderCache(shared=site.fingerprint(outputs))
    digests = {placed.path: placed.digest for placed in outputs}
    changed = _copy(site, digests, cached, fresh, project.html)
    notices: tuple[Problem, ...] = ()
    try:
        problems += _render(Rendering(project, registry, outputs, site, quick=True), changed, fresh)
    except ShortcutMismatch as mismatch:
        facts = {"page": str(mismatch)}
        notices = (Problem("mkdocs.yml", "pages-by-themselves", severity="notice", facts=facts),)
        problems += _render(Rendering(project, registry, outputs, site, quick=False), changed, fresh)
    if problems:
        raise BuildFailed(tuple(problems))
    _theme_files(site, fresh, project.html)
    prune(project.html, fresh.results)
    fresh.write(project.cache_folder / "host.json")
    changes, folders = tuple(file.url for file in changed), tuple(site.theme_folders) if site.foreseeable else None
    return Rendered(project.html, changes, len(site.documents), notices, folders)


@gc_paused()
def _copy(
    site: MkDocsSite, digests: Mapping[str, str], cached: RenderCache, fresh: RenderCache, folder: Path
) -> list[File]:
    """Note what is as remembered, copy files that are not; give the pages that are to be rendered.

    `digests` are those of the files that are known already, by their path.
    """
    everything = cached.shared != fresh.shared
    changed = []
    for file in site.published:
        document = file.is_documentation_page()
        source = fresh.sources[file.dest_uri] = digests.get(file.src_uri) or digest(site.source(file))
        target = f"{folder}/{file.dest_uri}"
        if document:
            site.page(file)
        same = not (everything and document) and cached.sources.get(file.dest_uri) == source
        if same and (result := cached.results.get(file.dest_uri)) and result == linked_stamp(target):
            fresh.results[file.dest_uri] = result
        elif document:
            changed.append(file)
        else:
            write_new(Path(target), file.content_bytes)
            fresh.results[file.dest_uri] = linked_stamp(target)
    return changed


def _render(rendering: Rendering, files: list[File], fresh: RenderCache) -> list[Problem]:
    """Render the pages of the files; give MkDocs' warnings. Raises ShortcutMismatch."""
    problems = []
    for file, (result, found) in zip(files, parallel.parallel_map(rendering, [f.src_uri for f in files]), strict=True):
        fresh.results[file.dest_uri] = result
        problems += found
    return problems


def _theme_files(site: MkDocsSite, fresh: RenderCache, folder: Path) -> None:
    for name, data in site.theme_files():
        target = folder / name
        if not target.is_file() or target.read_bytes() != data:
            write_new(target, data)
        fresh.results[name] = linked_stamp(target)
