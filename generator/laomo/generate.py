"""Records → Markdown on disk: the part of the pipeline that the build, the MkDocs plugin and the preview share.

load → Registry → checks → emitters → files in `.build/pages`
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, groupby
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from laomo import checks
from laomo.assets import fonts, size_limits
from laomo.assets.attachments import publication
from laomo.assets.pictures import gallery
from laomo.pages.form import page
from laomo.pages.handwritten import limits, stories
from laomo.problems.bounded import bounded
from laomo.problems.problem import Finding, Problem
from laomo.project import Project
from laomo.records.loader import Loaded, load, private, reread
from laomo.records.yaml import reader
from laomo.registry.registry import Registry
from laomo.system.clock import today
from laomo.system.files import prune
from laomo.system.gc_control import gc_frozen, gc_paused
from laomo.system.output import OutputWriter, WrittenFile, load_written, save_written
from laomo.text import personal_data
from laomo.text.encoding import decode

if TYPE_CHECKING:
    from laomo.pages import emitters


@dataclass(frozen=True, slots=True)
class Checked:
    """The joined records and all their problems, located and sorted. `registry` is None if the records cannot be joined."""

    loaded: Loaded
    registry: Registry | None
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether there are no errors; warnings are allowed."""
        return not any(problem.severity == "error" for problem in self.problems)

    def faultless(self, *, strict: bool) -> bool:
        """Whether the site may be published: there are no errors and, if strict, no warnings either."""
        return self.sound and not (strict and any(problem.severity == "warning" for problem in self.problems))


@gc_paused()
def read(
    project: Project, previous: Loaded | None = None, saved: Collection[Path] | None = None
) -> tuple[Loaded, Registry | None]:
    """All records, and all of them joined (None if that fails). An unreadable file keeps its record from `previous`. If `saved` holds
    only records that were there before, no other file is looked at.

    Raises BuildFailed for files that must not be opened.
    """
    if previous and saved and all(path.is_relative_to(project.studios) for path in saved):
        paths = [PurePosixPath(path.relative_to(project.studios)) for path in saved]
        if loaded := reread(project.studios, previous, paths):
            project.refuse_links(project.cache_folder, project.drawings)  # pictures are kept there
            return loaded, Registry.of(loaded)
    project.refuse_unsafe()
    loaded = load(project.studios, previous, None if previous else project.parsed)
    return loaded, Registry.of(loaded)


@gc_paused()
def judge(project: Project, loaded: Loaded, registry: Registry | None) -> Checked:
    """Check the loaded records, also against each other and against the hand-written pages."""
    too_large = list(size_limits.problems(loaded.pictures, project.studios, project.root / "content"))
    withdrawn = registry.withdrawn if registry else frozenset()
    too_long = size_limits.record_problems(loaded.found, project.studios)
    problems = [*loaded.problems, *_private_pages(project), *too_large, *too_long]
    if not too_large:  # then no file is opened
        problems += publication.problems(project.root / "content", project.attachments, withdrawn)
    if registry:
        problems += checks.run(registry)
        if registry.site.form and not page.are_libraries_there():
            problems.append(Problem("studios/site.yml", "form-not-made", ("form",)))
        problems += gallery.problems(registry, project.studios, project.pictures) if not too_large else ()
        problems += stories.withdrawn_names(registry.withdrawn, project.root / "content")
        problems += stories.unknown_subjects(registry, project.root / "content")
        problems += stories.unfounded_facts(registry, project.root / "content")
    return Checked(loaded, registry, located(project, problems))


def check(project: Project, previous: Checked | None = None) -> Checked:
    """Read and check every record. Raises BuildFailed for what must not be opened."""
    return judge(project, *read(project, previous.loaded if previous else None))


@gc_frozen()
def generate(project: Project, registry: Registry) -> list[WrittenFile]:
    """Write everything that is made from records to `project.pages`. Only outputs whose input has changed are written again."""
    from laomo.assets import qr_codes, share_cards  # noqa: PLC0415 (a check needs neither them nor what they import)
    from laomo.pages.looks import industry_tint  # noqa: PLC0415

    pictures, files = gallery.publish(registry, project.studios, project.pictures)
    cards, drawn = (
        share_cards.publish(registry, project.drawings / "cards", industry_tint) if project.address else ({}, [])
    )
    codes = qr_codes.publish(registry, project.address, project.drawings / "codes") if project.address else []
    cache_file = project.cache_folder / "pages.json"
    write = OutputWriter(project.pages, load_written(cache_file))
    from laomo.pages import emitters  # noqa: PLC0415 (a quarter of a second that a check does not need)

    pages = emitters.run(context(project, registry, pictures, cards), write)
    beside = publication.publish(project.root / "content", project.attachments)
    written = [*pages, *map(write, (*files, *drawn, *codes, *beside))]
    written.extend([*map(write, emitters.house_edition.manifest(registry, project.address, written))])
    prune(project.pages, {each.path for each in written})
    save_written(cache_file, written)
    return written


def context(
    project: Project, registry: Registry, pictures: gallery.Pictures, cards: Mapping[str, str] | None = None
) -> "emitters.Context":
    """The input of the emitters. `cards` are the addresses of share cards by studio id."""
    folder = project.root / "content"
    pages = project.published_pages()
    from laomo.pages import emitters  # noqa: PLC0415 (as above)
    from laomo.pages.handwritten import articles  # noqa: PLC0415 (as above)
    from laomo.pages.templates import Templates  # noqa: PLC0415 (as above)

    return emitters.Context(
        registry,
        pictures,
        Templates(places=registry.site.regions),
        frozenset(path.relative_to(folder).as_posix() for path in pages),
        tuple(stories.stories(registry, folder, pages)),
        articles.read(folder, pages),
        today(),
        project.address,
        cards or {},
        project.cache_folder,
    )


def notices(project: Project) -> Iterator[Problem]:
    """Notices of features that the site lacks for want of a setting or a font. They never fail a build, not even a strict one."""
    from laomo.assets import share_cards  # noqa: PLC0415 (as above)

    if not project.address:
        yield Problem("mkdocs.yml", "no-address", severity="notice")
    elif not share_cards.font():
        yield Problem("mkdocs.yml", "no-card-font", severity="notice", facts={"variable": fonts.FONT_VARIABLE})


def _private_pages(project: Project) -> Iterator[Problem]:
    """Problems in `content/`, in any order: personal numbers in pages and file names, pages that are not UTF-8, and symbolic links,
    which MkDocs would follow."""
    for file in (project.root / "content").rglob("*"):
        path = file.relative_to(project.root).as_posix()
        for code, masked in personal_data.numbers(path):
            yield Problem(path, code, facts={"masked": masked})
        if file.is_symlink():
            yield Problem(path, "symlink")
        elif file.suffix == ".md" and file.is_file():
            data = file.read_bytes()
            read = decode(data)
            if isinstance(read, Finding) and read.code.startswith("encoding"):
                yield read.at(path)
            yield from limits.problems(data.decode("utf-8", "replace"), path)
            yield from private(data.decode("utf-8", "replace"), path)


def located(project: Project, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems with line and column, sorted by place; very many of one kind are counted. Personal numbers in their facts are masked."""
    shown = sorted(map(personal_data.masked_problem, bounded(problems)), key=lambda problem: problem.path)
    found = (_in_file(project.root / path, of_file) for path, of_file in groupby(shown, lambda problem: problem.path))
    return tuple(sorted(chain.from_iterable(found), key=lambda problem: problem.position))


def _in_file(file: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems of one file with line and column. The file is read again only if one of them lacks these."""
    marks: reader.Marks | None = None
    for problem in problems:
        if problem.line or file.suffix != ".yml" or not file.is_file():
            yield problem
            continue
        marks = marks or reader.marks(file.read_bytes())
        line, column = marks.find(problem.loc, key=problem.code == "unknown-field")
        yield replace(problem, line=line, column=column)
