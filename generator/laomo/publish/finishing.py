"""What is done after rendering, to a folder of pages that MkDocs, ProperDocs or Zensical has made without our plugin's part in it.

The theme's stylesheets are joined, every page gets its security policy, a long sitemap is split, and `robots.txt` is written. The
plugin does the same page by page while MkDocs renders, with the functions of `pages` that are called here. The result is the same
byte for byte. Nothing here needs MkDocs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from laomo import generate
from laomo.pages import csp, sitemap, theme
from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.publish import editions
from laomo.publish.swap import copy
from laomo.system import edition, files, parallel


@dataclass(frozen=True, slots=True)
class Finished:
    """The number of pages that were published, and the problems that they were published in spite of."""

    pages: int
    warnings: tuple[Problem, ...]


def finish(  # noqa: PLR0913 (one argument per option)
    project: Project,
    rendered: Path,
    out: Path,
    *,
    without_server: Path | None = None,
    more: Mapping[str, bytes] = MappingProxyType({}),
    compress: bool = False,
) -> Finished:
    """Finish and audit the pages in the folder `rendered`, then swap them into `out`, which may be the same folder.

    The arguments are those of `pipeline.build`. `rendered` itself is not changed. Raises BuildFailed, and leaves `out` unchanged,
    if there is an error.
    """
    goal = editions.Editions(out, without_server, more, compress)
    with editions.publishing(project, goal, read=rendered):
        if links := sorted(files.links(rendered)):
            raise BuildFailed(tuple(Problem(link, "symlink") for link in links))
        checked = generate.check(project)
        if not checked.sound or checked.registry is None:
            raise BuildFailed(checked.problems)
        made = edition.Edition.of(rendered)
        withdrawals = made.withdrawals if made else checked.registry.withdrawal_mark
        copy(rendered, project.finished)
        pages = in_place(project.finished, project.address)
        if rendered.resolve() == out.resolve():
            edition.mark(rendered, withdrawals)  # all that is in it is in the edition, too
        goal.deliver(project, project.finished, withdrawals)
    return Finished(pages, (*checked.problems, *generate.notices(project)))


def in_place(folder: Path, address: str | None) -> int:
    """Finish the pages in a folder, and give their number. What is finished already stays as it is.

    Files are replaced, never modified: they may be hard links. Raises BuildFailed for a folder, or a page, that no program of those
    has rendered.
    """
    for name in ("index.html", "404.html"):
        if not (folder / name).is_file():
            raise _not_rendered(name)
    # a page without records, so that no script that a record brought is among those that may run
    policy = csp.of((folder / "404.html").read_bytes().decode())
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    for _ in parallel.parallel_map(_RenderedPage(folder, policy, _join_styles(folder)), pages):
        pass
    _split_sitemap(folder, address)
    (folder / "mkdocs_theme.yml").unlink(missing_ok=True)  # Zensical copies it
    if address and not (folder / "robots.txt").exists():
        files.write_new(folder / "robots.txt", sitemap.robots(address).encode())
    return len(pages)


@dataclass(frozen=True, slots=True)
class _RenderedPage:
    """Finishes one page of the folder; picklable, for `parallel_map`."""

    folder: Path
    policy: str
    style: str
    """Path of the joined stylesheet; empty if it was joined before."""

    def __call__(self, name: str) -> None:
        try:
            page = (self.folder / name).read_bytes().decode()
            finished = csp.guarded(theme.linked(page, self.style) if self.style else page, self.policy)
        except ValueError as error:
            raise _not_rendered(name) from error
        if finished != page:
            files.write_new(self.folder / name, finished.encode())


def _join_styles(folder: Path) -> str:
    """Put one stylesheet in the place of the theme's, and give its path; empty if there are none."""
    parts = {f"assets/stylesheets/{path.name}": path for path in folder.glob("assets/stylesheets/*.css")}
    found = {name: path for name, path in parts.items() if theme.is_part(name)}
    if not found:
        return ""
    name, whole = theme.join({name: path.read_text("utf-8-sig") for name, path in found.items()})
    files.write_new(folder / name, whole.encode())
    for path in found.values():
        path.unlink()
    return name


def _split_sitemap(folder: Path, address: str | None) -> None:
    whole, packed = folder / "sitemap.xml", folder / "sitemap.xml.gz"
    if not whole.is_file():
        return
    index, parts = sitemap.split(whole.read_bytes().decode(), address or "/")
    for name, part in parts.items():
        files.write_new(folder / name, part.encode())
    if parts:
        files.write_new(whole, index.encode())
        if packed.is_file():
            time = int.from_bytes(packed.read_bytes()[4:8], "little")  # MTIME of RFC 1952
            files.write_new(packed, sitemap.packed("sitemap.xml", index.encode(), time))


def _not_rendered(name: str) -> BuildFailed:
    return BuildFailed((Problem(name, "not-rendered"),))
