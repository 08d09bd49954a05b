"""Records in, site out: the whole way on one screen.

    load → Registry → checks → emit → write → render (MkDocs) → audit → publish

`generate` is the part before MkDocs, which the plugin runs too; `build` is the whole. A faulty record stops the way
before anything is written, so the site that readers see stays as it was.
"""

import errno
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from laomo import (
    articles,
    attachments,
    audit,
    budget,
    checks,
    content,
    emit,
    gallery,
    offline,
    personal,
    plaque,
    publish,
    sharecard,
    workers,
    yamlfile,
    yamlhints,
)
from laomo.alone import Busy, alone
from laomo.collector import relieved, resting
from laomo.diagnostics import Problem
from laomo.load import Loaded, load, private
from laomo.registry import Registry
from laomo.templates import Templates
from laomo.today import today
from laomo.write import Placed, Placing, prune, remember, remembered


@dataclass(frozen=True, slots=True)
class Project:
    """A site's folder: `studios/` and `content/` in, `site/` out, memories that may be deleted in `.build/`."""

    root: Path

    @property
    def studios(self) -> Path:
        return self.root / "studios"

    @property
    def pages(self) -> Path:
        """The generated Markdown."""
        return self.root / ".build" / "pages"

    @property
    def memory(self) -> Path:
        """What is remembered from run to run, to save time only."""
        return self.root / ".build" / "memory"

    @property
    def attachments(self) -> Path:
        """Cleaned copies of what lies beside the hand-written pages."""
        return self.memory / "attachments"

    @property
    def pictures(self) -> Path:
        """The studios' pictures as they were made, and what is remembered of their files."""
        return self.memory / "pictures"

    @property
    def html(self) -> Path:
        """The rendered site before it is published."""
        return self.root / ".build" / "html"

    @property
    def address(self) -> str | None:
        """Where the site will stand (`site_url` of mkdocs.yml), with a slash at its end; None when nobody has said."""
        told = yamlfile.setting(self.root / "mkdocs.yml", "site_url") or ""
        return told.rstrip("/") + "/" if re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", told) else None

    @property
    def lock(self) -> Path:
        """Held while a build runs."""
        return self.root / ".build" / "lock"

    def forget(self) -> None:
        """Delete all memories, unless a build is using them; the next build makes everything anew."""
        with suppress(Busy, OSError), alone(self.lock):
            for folder in (self.pages, self.memory, self.html):
                shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Checked:
    """Records joined, and every problem they have, located and sorted."""

    loaded: Loaded
    registry: Registry | None
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        return not any(problem.severity == "error" for problem in self.problems)

    def faultless(self, *, strict: bool) -> bool:
        """Whether nothing stands against publishing; when strict, not even a warning."""
        return self.sound and not (strict and self.problems)


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a renderer made: the folder of HTML, its pages that changed, and how many there are."""

    folder: Path
    changed: tuple[str, ...]
    pages: int
    warnings: tuple[Problem, ...] = ()
    """What the records were published in spite of, and what was left out and why."""


_LOCATED_AT_A_TIME = 256
"""Problems for one process: fewer are located sooner than a process is begun."""
_DISK = {
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.ENOTDIR,
    errno.EEXIST,
    errno.EIO,
}
"""A disk that is full, fails, or may not be written to."""

Renderer = Callable[[Project, Registry, list[Placed]], Rendered]


class Faulty(Exception):
    """The records, or the pages made of them, have problems: nothing was published."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@resting()
def read(project: Project, previous: Loaded | None = None) -> tuple[Loaded, Registry | None]:
    """Every record, and all of them joined. A file that cannot be read keeps its record of `previous`."""
    loaded = load(project.studios, previous, None if previous else project.memory / "records.trees")
    return loaded, Registry.of(loaded)


@resting()
def judge(project: Project, loaded: Loaded, registry: Registry | None) -> Checked:
    """Check what was read, records with one another and with the pages written by hand."""
    over = list(budget.problems(loaded.pictures, project.studios, project.root / "content"))
    withdrawn = registry.withdrawn if registry else frozenset()
    problems = [*loaded.problems, *_private_pages(project), *over]
    if not over:  # too many are not opened
        problems += attachments.problems(project.root / "content", project.attachments, withdrawn)
    if registry:
        problems += checks.run(registry)
        problems += gallery.problems(registry, project.studios, project.pictures) if not over else ()
        problems += content.problems(registry.withdrawn, project.root / "content")
        problems += content.astray(registry, project.root / "content")
    return Checked(loaded, registry, located(project, problems))


def check(project: Project, previous: Checked | None = None) -> Checked:
    """Read and check every record."""
    return judge(project, *read(project, previous.loaded if previous else None))


@relieved()
def generate(project: Project, registry: Registry) -> list[Placed]:
    """All that records make, in `project.pages`: made again only where what it is made of has changed."""
    pictures, files = gallery.publish(registry, project.studios, project.pictures)
    cards, drawn = sharecard.publish(registry, project.memory / "cards") if project.address else ({}, [])
    codes = plaque.publish(registry, project.address, project.memory / "codes") if project.address else []
    memory = project.memory / "pages.json"
    placing = Placing(project.pages, remembered(memory))
    made = emit.run(context(project, registry, pictures, cards), placing)
    beside = attachments.publish(project.root / "content", project.attachments)
    placed = [*made, *map(placing, (*files, *drawn, *codes, *beside))]
    prune(project.pages, {each.path for each in placed})
    remember(memory, placed)
    return placed


def context(
    project: Project, registry: Registry, pictures: gallery.Pictures, cards: Mapping[str, str] | None = None
) -> emit.Context:
    """What emitters make pages of."""
    folder = project.root / "content"
    return emit.Context(
        registry,
        pictures,
        Templates(),
        frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*.md")),
        tuple(content.stories(registry, folder)),
        articles.read(folder),
        today(),
        project.address,
        cards or {},
        project.memory,
    )


def notices(project: Project) -> Iterator[Problem]:
    """What the site goes without, and what would bring it. No fault, even of a strict build."""
    if not project.address:
        yield Problem("mkdocs.yml", "no-address", severity="notice")
    elif not sharecard.font():
        yield Problem("mkdocs.yml", "no-card-font", severity="notice", facts={"variable": sharecard.FONT_VARIABLE})


def build(
    project: Project, out: Path, render: Renderer, *, strict: bool = False, without_server: Path | None = None
) -> Rendered:
    """The finished, audited site in `out`, swapped in whole. Raises Faulty, and leaves `out` alone, if anything is wrong.

    Warnings are handed on with the result; `strict` makes them faults. The edition that needs no server is made too,
    if a place for it is given.
    """
    if without_server and (without_server.is_relative_to(out) or not offline.may_stand(without_server)):
        raise Faulty((Problem(str(without_server), "offline-taken"),))
    try:
        with alone(project.lock):
            return _build(project, out, render, strict, without_server)
    except Busy as error:
        raise Faulty((Problem(".build", "busy"),)) from error
    except workers.Lost as error:
        raise Faulty((Problem(".build", "lost-process"),)) from error
    except OSError as error:
        if error.errno not in _DISK:
            raise
        place, reason = str(error.filename2 or error.filename or ".build"), error.strerror or ""
        raise Faulty((Problem(place, "not-written", facts={"reason": reason}),)) from error


def _build(project: Project, out: Path, render: Renderer, strict: bool, without_server: Path | None) -> Rendered:
    checked = check(project)
    if not checked.faultless(strict=strict) or checked.registry is None:
        raise Faulty(checked.problems)
    with relieved():
        rendered = render(project, checked.registry, generate(project, checked.registry))
        if problems := audit.audit(rendered.folder, project.memory, urlsplit(project.address or "/").path):
            raise Faulty(tuple(problems))
        if without_server:
            publish.publish(rendered.folder, without_server, offline.adapt)
        publish.publish(rendered.folder, out)
    return replace(rendered, warnings=(*checked.problems, *notices(project)))


def _private_pages(project: Project) -> Iterator[Problem]:
    """Personal numbers on hand-written pages and in the names of all that lies beside them; pages that are not UTF-8, and links,
    which MkDocs would follow."""
    for file in sorted((project.root / "content").rglob("*")):
        path = file.relative_to(project.root).as_posix()
        for code, masked in personal.numbers(path):
            yield Problem(path, code, facts={"masked": masked})
        if file.is_symlink():
            yield Problem(path, "symlink")
        elif file.suffix == ".md" and file.is_file():
            data = file.read_bytes()
            read = yamlhints.decode(data)
            if isinstance(read, yamlhints.Fault) and read.code.startswith("encoding"):
                yield Problem(path, read.code, (), read.facts, line=read.line, column=read.column)
            yield from private(data.decode("utf-8", "replace"), path)


def located(project: Project, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in the order of their places."""
    found = workers.share_out(partial(_located, project), list(problems), at_a_time=_LOCATED_AT_A_TIME)
    return tuple(sorted(found, key=lambda problem: problem.position))


def _located(project: Project, problem: Problem) -> Problem:
    """The problem with line and column, found by reading its one file again; no personal number that it might quote."""
    facts = {name: personal.masked(fact) for name, fact in problem.facts.items()}
    problem = replace(problem, path=personal.masked(problem.path), facts=facts)
    file = project.root / problem.path
    if problem.line or file.suffix != ".yml" or not file.is_file():
        return problem
    line, column = yamlfile.locate(file.read_bytes(), problem.loc, key=problem.code == "unknown-field")
    return replace(problem, line=line, column=column)
