"""Distributes work among the machines of a running Dask scheduler. The only module that imports distributed.

Every machine needs the same version of this program and the site's folder under the same path, where results are written.
If a machine is lost, another one repeats its slices.
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
"""Timeout of the connection to the scheduler."""
_DAY = "SOURCE_DATE_EPOCH"
_one_at_a_time = threading.Lock()
"""A Dask worker may run several threads, but the renderer is not thread-safe."""


class ClusterUnavailable(CodedError):
    """The machines cannot do this work. The fact `place` is the scheduler or the unsuitable machine."""


@contextmanager
def machines(scheduler: str, root: Path) -> Iterator[None]:
    """Make `parallel` use the scheduler's machines within the context. `root` is the site's folder. Raises ClusterUnavailable."""
    try:
        from distributed import Client  # noqa: PLC0415 (an extra, which few need)
    except ImportError as error:
        raise ClusterUnavailable("no-dask", place=scheduler) from error
    try:
        client: Any = Client(scheduler, timeout=SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ClusterUnavailable("no-scheduler", place=scheduler, reason=str(error)[:200]) from error
    with client:
        for name, (version, has_folder) in client.run(_probe, str(root)).items():
            if (version, has_folder) != (__version__, True):
                raise ClusterUnavailable("unfit-machine", place=name, version=version, needed=__version__)
        with parallel.use_executor(partial(_distribute, client)):
            yield


def _probe(root: str) -> tuple[str, bool]:
    """On a worker: the version of this program, and whether the site's folder exists."""
    return __version__, Path(root).is_dir()


def _distribute(client: Any, work: Callable[[Any], Any], items: Sequence[Any], at_a_time: int) -> Iterator[Any]:
    from distributed import CancelledError, KilledWorker  # noqa: PLC0415 (as above)
    from distributed.comm.core import CommClosedError  # noqa: PLC0415

    slices = [items[start : start + at_a_time] for start in range(0, len(items), at_a_time)]
    # not `scatter`: Dask recomputes the result of a task if its machine is lost
    remote_work = client.submit(_itself, work, pure=False)
    futures = client.map(_part, slices, work=remote_work, day=os.environ.get(_DAY), pure=False)
    try:
        for future in futures:
            yield from future.result()
    except (KilledWorker, CancelledError, CommClosedError) as error:
        raise parallel.WorkerDied("lost-process") from error
    finally:
        client.cancel([remote_work, *futures])


def _itself(work: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return work


def _part(items: Sequence[Any], work: Callable[[Any], Any], day: str | None) -> list[Any]:
    with _one_at_a_time:
        os.environ.pop(_DAY, None)
        if day is not None:
            os.environ[_DAY] = day
        with parallel.alone():
            return [work(item) for item in items]
