"""The site as its records say now, of which any file can be asked: only what is asked for is made."""

import gc
from collections.abc import Collection
from pathlib import Path

from laomo import generate
from laomo.assets.attachments import publication
from laomo.assets.pictures import gallery
from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.records.loader import Loaded
from laomo.registry.registry import Registry
from laomo.render.preview.made_pages import MadePages
from laomo.render.preview.view import View
from laomo.render.worker import heard
from laomo.system.files import stamp
from laomo.system.gc_control import gc_paused


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
        self._view = self._open()
        self._opened = self._stamps()
        gc.freeze()  # what is read stays: the collector would look through it again and again

    @gc_paused()
    def renew(self, saved: Collection[Path] | None = None) -> None:
        """Read the records that were saved, and all else if that was changed too. `saved` are the files that have changed; None if that
        is not known.
        """
        try:
            self._loaded, self._registry = self._read(self._loaded, saved)
        except BuildFailed as fault:  # what is there stays as long as there is nothing else
            self._problems = fault.problems
            return
        known = (*generate.located(self._project, self._loaded.problems), *self._crosswise)
        self._problems = tuple(
            sorted(known, key=lambda problem: problem.position)
        )  # in the order in which they are judged
        if (stamps := self._stamps()) != self._opened:
            self._opened, self._view = (
                stamps,
                self._open(),
            )  # a theme that the settings name only now is stamped the next time
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
    def folders(self) -> tuple[Path, ...]:
        """The folders that the site is made of."""
        return self._project.studios, self._project.root / "content", *self._view.theme_folders

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is known to be wrong with the records."""
        return self._problems

    def file(self, name: str) -> tuple[bytes | None, list[Problem]]:
        """A file's bytes and what MkDocs warned of; None for one that the site does not have."""
        with heard() as warnings:
            return self._view.file(name, self._problems), warnings

    def _read(self, previous: Loaded | None, saved: Collection[Path] | None = None) -> tuple[Loaded, Registry]:
        loaded, registry = generate.read(self._project, previous, saved)
        if registry is None:
            raise BuildFailed(generate.judge(self._project, loaded, None).problems)
        return loaded, registry

    def _made(self) -> MadePages:
        pictures, files = gallery.publish(self._registry, self._project.studios, self._project.pictures)
        beside = publication.publish(self._project.root / "content", self._project.attachments)
        return MadePages(generate.context(self._project, self._registry, pictures), [*files, *beside])

    def _open(self) -> View:
        return View(self._project, self._made(), self._registry)

    def _stamps(self) -> object:
        """Of what all pages share."""
        root = self._project.root
        folders = (root / "content", *self._view.theme_folders)
        shared = (root / "mkdocs.yml", *(path for folder in folders for path in sorted(folder.rglob("*"))))
        return self._registry.site, [(path, stamp(path)) for path in shared]
