"""The site as its records say now, of which any file can be asked: only what is asked for is made."""

import gc
from collections.abc import Callable, Iterable, Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from laomo import generate
from laomo.assets import qr_codes
from laomo.assets.attachments import publication
from laomo.assets.pictures import gallery
from laomo.pages import emitters
from laomo.pages.emitters import Context
from laomo.pages.emitters import stories as story_pages
from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.records.loader import Loaded
from laomo.registry import urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.render.mkdocs_site import MkDocsSite
from laomo.render.page import Renderer
from laomo.render.plugin import Prepared, plugin_of
from laomo.render.worker import heard
from laomo.system.files import stamp
from laomo.system.gc_control import gc_paused
from laomo.system.output import Output


class Current:
    """A site's files, by their path on it."""

    @gc_paused()
    def __init__(self, project: Project) -> None:
        """Read the records. Raises BuildFailed when there is no site to begin with."""
        self._project = project
        self._loaded, self._registry = self._read(None)
        self._problems = generate.located(project, self._loaded.problems)
        self._crosswise: tuple[Problem, ...] = ()
        """What the last judgement found beyond single files."""
        self._opened, self._view = self._stamps(), self._open()
        gc.freeze()  # what is read stays: the collector would look through it again and again

    @gc_paused()
    def renew(self) -> None:
        """Read the records that were saved, and all else if that was changed too."""
        try:
            self._loaded, self._registry = self._read(self._loaded)
        except BuildFailed as fault:  # what is there stays as long as there is nothing else
            self._problems = fault.problems
            return
        self._problems = (*generate.located(self._project, self._loaded.problems), *self._crosswise)
        if (stamps := self._stamps()) != self._opened:
            self._opened, self._view = stamps, self._open()
        else:
            self._view.renew(self._made(), self._registry)

    def judge(self) -> tuple[Problem, ...]:
        """All problems of the records as they were last read, one with another."""
        loaded = self._loaded
        found = generate.judge(self._project, loaded, self._registry).problems
        if loaded is self._loaded:
            single = generate.located(self._project, loaded.problems)
            self._crosswise = tuple(problem for problem in found if problem not in single)
            self._problems = found
        return self._problems

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is known to be wrong with the records."""
        return self._problems

    def file(self, name: str) -> tuple[bytes | None, list[Problem]]:
        """A file's bytes and what MkDocs warned of; None for one that the site does not have."""
        with heard() as warnings:
            return self._view.file(name, self._problems), warnings

    def _read(self, previous: Loaded | None) -> tuple[Loaded, Registry]:
        loaded, registry = generate.read(self._project, previous)
        if registry is None:
            raise BuildFailed(generate.judge(self._project, loaded, None).problems)
        return loaded, registry

    def _made(self) -> "MadePages":
        pictures, files = gallery.publish(self._registry, self._project.studios, self._project.pictures)
        beside = publication.publish(self._project.root / "content", self._project.attachments)
        return MadePages(generate.context(self._project, self._registry, pictures), [*files, *beside])

    def _open(self) -> "_View":
        return _View(self._project, self._made(), self._registry)

    def _stamps(self) -> object:
        """Of what all pages share."""
        root = self._project.root
        shared = (root / "mkdocs.yml", *sorted((root / "content").rglob("*")))
        return self._registry.site, [(path, stamp(path)) for path in shared]


class MadePages:
    """What records make, found by its path; an emitter is asked no further than needed."""

    def __init__(self, context: Context, files: list[Output]) -> None:
        self._context = context
        self._found = {str(output.path): output for output in files}
        self._emitters = {each.__module__.rpartition(".")[2]: iter(each(context)) for each in emitters.EMITTERS}
        self._studios: dict[str, dict[str, Output]] = {}

    @property
    def stories(self) -> list[str]:
        """Hand-written pages that are shown with what surrounds them."""
        return [str(output.path) for output in story_pages.emit(self._context) if output.path.name != "index.md"]

    def find(self, path: str) -> Output | None:
        """The output of a path."""
        if path in self._found:
            return self._found[path]
        section, *below = path.removeprefix(urls.DATA).split("/")
        studio = self._context.registry.studio_by_id.get(below[0].removesuffix(".json")) if below else None
        if studio and section == "studios":
            return self._of(studio).get(path)
        return next((found for name in self._likely(section) if (found := self._ask(name, path))), None)

    def _likely(self, section: str) -> list[str]:
        """Emitters that may make what stands in a section, its namesake first; nobody else makes the search index."""
        return sorted(self._emitters.keys() - ({"search"} - {section}), key=lambda name: (name != section, name))

    def _ask(self, emitter: str, path: str) -> Output | None:
        for output in self._emitters[emitter]:
            self._found[str(output.path)] = output
            if str(output.path) == path:
                return output
        return None

    def _of(self, studio: Studio) -> dict[str, Output]:
        if studio.id not in self._studios:
            made = [output for emitter in emitters.OF_STUDIOS for output in emitter(self._context, [studio])]
            if address := self._context.address:
                made += [qr_codes.output(studio, address, kind) for kind in qr_codes.KINDS]
            self._studios[studio.id] = {str(output.path): output for output in made}
        return self._studios[studio.id]


class _Generated(File):
    """A page made of records: what it says is made when it is read."""

    def __init__(self, path: str, config: MkDocsConfig, made: Callable[[], "MadePages"]) -> None:
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


class _View:
    """The site as MkDocs sees it, with pages that are made when they are asked for."""

    def __init__(self, project: Project, made: MadePages, registry: Registry) -> None:
        self._made = made
        self._site = MkDocsSite.of(project, Prepared(registry, [], serving=True, extend=self._extended))
        self._renderer = Renderer(self._site, quick=False)
        self._files = {file.dest_uri: file for file in self._site.files}

    def renew(self, made: MadePages, registry: Registry) -> None:
        """Go on with other records."""
        self._made = made
        self._site.plugin.renew(registry)

    def file(self, name: str, problems: Sequence[Problem]) -> bytes | None:
        self._site.plugin.shown = problems
        known = self._files.get(name)
        if known is None or isinstance(known, _Generated):
            return self._of_records(known.src_uri if known else name.removesuffix(".html") + ".md", name)
        return self._renderer.html(known) if known.is_documentation_page() else known.content_bytes

    def _of_records(self, page: str, name: str) -> bytes | None:
        if self._made.find(page) and (file := self._site.files.get_file_from_path(page)):
            return self._renderer.html(file)
        output = self._made.find(name)
        return output.make() if output else dict(self._site.theme_files()).get(name)

    def _extended(self, files: Files, config: MkDocsConfig) -> Files:
        promised = _Promised(files, lambda path: self._promise(path, config))
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
        plugin_of(config).name_source(file, output.source)
        return file
