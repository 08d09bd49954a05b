"""Records in, site out: the whole way on one screen.

    load → Registry → checks → emitters → Markdown → render (MkDocs) → audit → publish

`generate` is the part before MkDocs, which the plugin runs too; `build` is the whole. A faulty record stops the way
before anything is written, so the site that readers see stays as it was.
"""

import errno
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from laomo import generate
from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.publish import audit, offline, swap
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
"""A disk that is full, fails, or may not be written to."""


def build(project: Project, out: Path, *, strict: bool = False, without_server: Path | None = None) -> Rendered:
    """The finished, audited site in `out`, swapped in whole. Raises BuildFailed, and leaves `out` alone, if anything is wrong.

    Warnings are handed on with the result; `strict` makes them faults. The edition that needs no server is made too,
    if a place for it is given.
    """
    if without_server and (without_server.is_relative_to(out) or not offline.may_stand(without_server)):
        raise BuildFailed((Problem(str(without_server), "offline-taken"),))
    try:
        with exclusive_lock(project.lock):
            return _build(project, out, strict, without_server)
    except Locked as error:
        raise BuildFailed((Problem(".build", "busy"),)) from error
    except parallel.WorkerDied as error:
        raise BuildFailed((Problem(".build", "lost-process"),)) from error
    except OSError as error:
        if error.errno not in _DISK:
            raise
        place, reason = str(error.filename2 or error.filename or ".build"), error.strerror or ""
        raise BuildFailed((Problem(place, "not-written", facts={"reason": reason}),)) from error


def _build(project: Project, out: Path, strict: bool, without_server: Path | None) -> Rendered:
    checked = generate.check(project)
    if not checked.faultless(strict=strict) or checked.registry is None:
        raise BuildFailed(checked.problems)
    with gc_frozen():
        rendered = incremental.render(project, checked.registry, generate.generate(project, checked.registry))
        if problems := audit.audit(rendered.folder, project.cache_folder, urlsplit(project.address or "/").path):
            raise BuildFailed(tuple(problems))
        if without_server:
            swap.publish(rendered.folder, without_server, offline.adapt)
        swap.publish(rendered.folder, out)
    return replace(rendered, warnings=(*checked.problems, *generate.notices(project)))
