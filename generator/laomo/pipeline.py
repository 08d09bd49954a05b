"""From records to the published site: the whole pipeline on one screen.

    load → Registry → checks → emitters → Markdown → render (MkDocs) → audit → publish

`generate` is the part before MkDocs, which the plugin runs too; `build` is the whole. A record with an error stops the
pipeline before anything is written, so the published site stays as it was.
"""

import errno
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from laomo import generate
from laomo.pages import theme
from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.publish import audit, offline, swap
from laomo.publish.compressed import Compressed
from laomo.publish.target import TargetRefused, check, check_apart
from laomo.render import incremental
from laomo.render.incremental import Rendered
from laomo.system import parallel
from laomo.system.gc_control import gc_frozen
from laomo.system.lock import Locked, exclusive_lock

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
"""Errors of a disk that is full, defective or not writable."""


def build(  # noqa: PLR0913 (one argument per option)
    project: Project,
    out: Path,
    *,
    strict: bool = False,
    without_server: Path | None = None,
    more: Mapping[str, bytes] = MappingProxyType({}),
    compress: bool = False,
) -> Rendered:
    """Build and audit the site, then swap it into `out`. Raises BuildFailed, and leaves `out` unchanged, if there is an error.

    Warnings are returned with the result; with `strict`, they are errors too. `without_server` is the folder for the offline
    edition, which is made only if it is given; `more` are files that it has beside its start page, name → bytes. With `compress`,
    compressed copies for web servers lie beside the files in `out`.
    """
    try:
        project.refuse_links()
        _check_targets(project, out, without_server)
        with exclusive_lock(project.lock):
            return _build(project, out, strict=strict, without_server=without_server, more=more, compress=compress)
    except Locked as error:
        raise BuildFailed((Problem(".build", error.code),)) from error
    except TargetRefused as error:
        raise BuildFailed((Problem(str(error.facts["place"]), error.code, facts=error.facts),)) from error
    except parallel.WorkerDied as error:
        raise BuildFailed((Problem(".build", "lost-process"),)) from error
    except OSError as error:
        if error.errno not in _DISK:
            raise
        place, reason = str(error.filename2 or error.filename or ".build"), error.strerror or ""
        raise BuildFailed((Problem(place, "not-written", facts={"reason": reason}),)) from error


def _check_targets(project: Project, out: Path, without_server: Path | None) -> None:
    """Raises TargetRefused, before any work is done, if an edition must not replace one of these folders."""
    for place in filter(None, (out, without_server)):
        if project.root.resolve().is_relative_to(place.resolve()):
            raise TargetRefused("target-source", place=str(place), source=str(project.root))
        check_apart(place, (*project.sources, theme.folder()))
        check(place)
    if without_server:
        check_apart(without_server, (out,))


def _build(  # noqa: PLR0913 (as above)
    project: Project,
    out: Path,
    *,
    strict: bool,
    without_server: Path | None,
    more: Mapping[str, bytes],
    compress: bool,
) -> Rendered:
    checked = generate.check(project)
    if not checked.faultless(strict=strict) or checked.registry is None:
        raise BuildFailed(checked.problems)
    withdrawals = checked.registry.withdrawal_mark
    with gc_frozen():
        rendered = incremental.render(project, checked.registry, generate.generate(project, checked.registry))
        if problems := audit.audit(rendered.folder, project.cache_folder, urlsplit(project.address or "/").path):
            raise BuildFailed(tuple(problems))
        if without_server:
            adapt = partial(offline.adapt, more=more)
            swap.publish(rendered.folder, without_server, adapt, withdrawals=withdrawals)
        compressed = Compressed(rendered.folder, project.compressed)
        compressed.update() if compress else compressed.forget()
        swap.publish(rendered.folder, out, compressed.add if compress else None, withdrawals=withdrawals)
    return replace(rendered, warnings=(*checked.problems, *generate.notices(project)))
