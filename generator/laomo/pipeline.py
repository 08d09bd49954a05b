"""From records to the published site: the whole pipeline on one screen.

    load → Registry → checks → emitters → Markdown → render (MkDocs) → audit → publish

`generate` is the part before MkDocs, which the plugin runs too; `build` is the whole; `publish.finishing` is the part after another
program has rendered the Markdown. A record with an error stops the pipeline before anything is written, so the published site stays as it was.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from laomo import generate
from laomo.problems.errors import BuildFailed
from laomo.project import Project
from laomo.publish.editions import Editions, publishing
from laomo.render import incremental
from laomo.render.incremental import Rendered
from laomo.system.gc_control import gc_frozen


def build(  # noqa: PLR0913 (one argument per option)
    project: Project,
    out: Path,
    *,
    strict: bool = False,
    without_server: Path | None = None,
    more: Mapping[str, bytes] = MappingProxyType({}),
    pages: frozenset[str] | None = None,
    compress: bool = False,
) -> Rendered:
    """Build and audit the site, then swap it into `out`. Raises BuildFailed, and leaves `out` unchanged, if there is an error.

    Warnings are returned with the result; with `strict`, they are errors too. `without_server` is the folder for the offline
    edition, which is made only if it is given; `more` are files that it has beside its start page, name → bytes, and `pages` the addresses
    of the pages that it has, with those that they link to. With `compress`, compressed copies for web servers lie beside the files in `out`.
    """
    editions = Editions(out, without_server, more, compress, pages)
    with publishing(project, editions):
        checked = generate.check(project)
        if not checked.faultless(strict=strict) or checked.registry is None:
            raise BuildFailed(checked.problems)
        with gc_frozen():
            rendered = incremental.render(project, checked.registry, generate.generate(project, checked.registry))
            editions.deliver(project, rendered.folder, checked.registry.withdrawal_mark)
    return replace(rendered, warnings=(*checked.problems, *rendered.warnings, *generate.notices(project)))
