"""The editions that a finished site is published as, and how: audited, adapted, compressed, swapped into their folders."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from laomo.pages import theme
from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.publish import audit, excerpt, offline, swap
from laomo.publish.compressed import Compressed
from laomo.publish.target import TargetRefused, check, check_apart
from laomo.system import disk, parallel
from laomo.system.lock import Locked, exclusive_lock


@dataclass(frozen=True, slots=True)
class Editions:
    """The folders of a site's editions."""

    out: Path
    without_server: Path | None = None
    """The folder of the offline edition, which is made only if it is given."""
    more: Mapping[str, bytes] = field(default_factory=dict)
    """Files that the offline edition has beside its start page, name → bytes."""
    compress: bool = False
    """Whether compressed copies for web servers lie beside the files in `out`."""
    pages: frozenset[str] | None = None
    """The addresses of the pages that the offline edition has, with those that they link to; None for all pages."""

    def deliver(self, project: Project, folder: Path, withdrawals: str) -> None:
        """Audit the finished site in `folder`, and swap it into its places. `withdrawals` is the mark of `edition`.

        Raises BuildFailed, and changes nothing, if the audit finds a problem; TargetRefused, OSError.
        """
        if problems := audit.audit(folder, project.cache_folder, urlsplit(project.address or "/").path):
            raise BuildFailed(tuple(problems))
        if self.without_server:
            whole = partial(offline.adapt, more=self.more)
            adapt = whole if self.pages is None else partial(excerpt.adapt, pages=self.pages, more=self.more)
            swap.publish(folder, self.without_server, adapt, withdrawals=withdrawals)
        compressed = Compressed(folder, project.compressed)
        compressed.update() if self.compress else compressed.forget()
        swap.publish(folder, self.out, compressed.add if self.compress else None, withdrawals=withdrawals)

    def check(self, project: Project, read: Path | None = None) -> None:
        """Raises TargetRefused if an edition must not replace one of these folders. `read` is a folder that may be replaced whatever
        it contains, because the edition is made from it.
        """
        for place in filter(None, (self.out, self.without_server)):
            if project.root.resolve().is_relative_to(place.resolve()):
                raise TargetRefused("target-source", place=str(place), source=str(project.root))
            check_apart(place, (*project.sources, theme.folder()))
            if read is None or place.resolve() != read.resolve():
                check(place)
        if self.without_server:
            check_apart(self.without_server, (self.out,))


@contextmanager
def publishing(project: Project, editions: Editions, read: Path | None = None) -> Iterator[None]:
    """Hold the lock of the site's folder while its editions are made. `read` as above.

    Raises BuildFailed before any work is done if there is a reason not to; later for a full disk, or a process that was killed.
    """
    try:
        project.refuse_links(project.lock)  # the rest is looked through before records are read
        editions.check(project, read)
        with exclusive_lock(project.lock):
            yield
    except Locked as error:
        raise BuildFailed((Problem(".build", error.code),)) from error
    except TargetRefused as error:
        raise BuildFailed((Problem(str(error.facts["place"]), error.code, facts=error.facts),)) from error
    except parallel.WorkerDied as error:
        raise BuildFailed((Problem(".build", "lost-process"),)) from error
    except OSError as error:
        if not disk.is_of_disk(error):
            raise
        place = str(error.filename2 or error.filename or ".build")
        raise BuildFailed((Problem(place, "not-written", facts={"reason": disk.reason(error)}),)) from error
