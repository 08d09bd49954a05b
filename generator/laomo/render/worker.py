"""Renders pages in this process or in worker processes."""

import logging
import posixpath
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property

from jinja2 import TemplateError
from mkdocs.exceptions import BuildError
from mkdocs.structure.files import File

from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.registry.registry import Registry
from laomo.render.mkdocs_site import MkDocsSite
from laomo.render.page import Renderer
from laomo.render.plugin import Prepared
from laomo.system.files import linked_stamp, write_new
from laomo.system.output import WrittenFile


class Rendering:
    """Writes the page of a source file. Returns the stamp of the page ("" if it failed) and MkDocs' warnings as problems."""

    def __init__(
        self,
        project: Project,
        registry: Registry,
        outputs: list[WrittenFile],
        site: MkDocsSite | None = None,
        *,
        quick: bool,
    ) -> None:
        self._project, self._registry, self._outputs, self._quick = project, registry, outputs, quick
        self._site = site or MkDocsSite.of(project, Prepared(registry, outputs))

    def __reduce__(self) -> tuple[Callable[..., "Rendering"], tuple[object, ...]]:
        """Pickle for a process that is not forked: it opens the site again, whose Markdown is already on disk."""
        return _reopened, (self._project, self._registry, self._outputs, self._quick)

    @cached_property
    def _renderer(self) -> Renderer:
        return Renderer(self._site, quick=self._quick)

    def __call__(self, source: str) -> tuple[str, list[Problem]]:
        file = self._site.files.src_uris[source]
        target = self._project.html / file.dest_uri
        with heard() as problems:
            try:
                write_new(target, self._renderer.html(file))
            except (BuildError, TemplateError, UnicodeError) as error:
                facts = {"message": f"{type(error).__name__}: {error}"}
                return "", [Problem(_origin(file), "page-warning", facts=facts)]
            except Exception as error:
                error.add_note(f"while rendering {_origin(file)}")
                raise
        return linked_stamp(target), problems


def _reopened(project: Project, registry: Registry, outputs: list[WrittenFile], quick: bool) -> Rendering:
    return Rendering(project, registry, outputs, quick=quick)


def _origin(file: File) -> str:
    """The path of the record or hand-written page that a page is made from, relative to the site's folder."""
    return posixpath.normpath(f"content/{file.edit_uri if file.generated_by and file.edit_uri else file.src_uri}")


@contextmanager
def heard() -> Iterator[list[Problem]]:
    """Collect MkDocs' warnings, which make `--strict` fail, as problems in the yielded list."""
    handler = _Warnings()
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        yield handler.problems
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        named = re.search(r"'([^']+\.md)'", message)
        path = f"content/{named[1]}" if named else "mkdocs.yml"
        self.problems.append(Problem(path, "page-warning", facts={"message": message}))
