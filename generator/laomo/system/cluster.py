"""Work shared out among machines: those of a Dask scheduler that somebody has started. The only module that opens distributed.

Every machine has the same version of this program, and sees the site's folder under the same path; what is made lies there.
A machine that is lost costs only the slices that it had: another one makes them.
"""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from laomo import __version__
from laomo.problems.errors import CodedError
from laomo.system import parallel

SECONDS = 5
"""How long a scheduler may take to answer."""
_DAY = "SOURCE_DATE_EPOCH"
_one_at_a_time = threading.Lock()
"""A machine may run several threads; the renderer is made for one."""


class ClusterUnavailable(CodedError):
    """The machines cannot do this work. The fact `place` is the scheduler or the machine that says so."""


@contextmanager
def machines(scheduler: str, root: Path) -> Iterator[None]:
    """While this lasts, `parallel` shares its work out among the scheduler's machines. Raises ClusterUnavailable."""
    try:
        from distributed import Client  # noqa: PLC0415 (an extra, which few need)
    except ImportError as error:
        raise ClusterUnavailable("no-dask", place=scheduler) from error
    try:
        client: Any = Client(scheduler, timeout=SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ClusterUnavailable("no-scheduler", place=scheduler, reason=str(error)[:200]) from error
    with client:
        for name, (version, sees_it) in client.run(_described, str(root)).items():
            if (version, sees_it) != (__version__, True):
                raise ClusterUnavailable("unfit-machine", place=name, version=version, needed=__version__)
        with parallel.use_executor(partial(_share_out, client)):
            yield


def _described(root: str) -> tuple[str, bool]:
    return __version__, Path(root).is_dir()


def _share_out(client: Any, work: Callable[[Any], Any], items: Sequence[Any], at_a_time: int) -> Iterator[Any]:
    from distributed import CancelledError, KilledWorker  # noqa: PLC0415 (as above)
    from distributed.comm.core import CommClosedError  # noqa: PLC0415

    slices = [items[start : start + at_a_time] for start in range(0, len(items), at_a_time)]
    there = client.submit(
        _itself, work, pure=False
    )  # not `scatter`: what a task gave is made again when its machine is lost
    futures = client.map(_part, slices, work=there, day=os.environ.get(_DAY), pure=False)
    try:
        for future in futures:
            yield from future.result()
    except (KilledWorker, CancelledError, CommClosedError) as error:
        raise parallel.WorkerDied("lost-process") from error
    finally:
        client.cancel([there, *futures])


def _itself(work: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return work


def _part(items: Sequence[Any], work: Callable[[Any], Any], day: str | None) -> list[Any]:
    with _one_at_a_time:
        os.environ.pop(_DAY, None)
        if day is not None:
            os.environ[_DAY] = day
        return [work(item) for item in items]
