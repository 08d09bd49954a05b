"""Work shared out among processes of this machine, as many as it has cores, or elsewhere. What one finds comes back in order."""

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from laomo.problems.errors import CodedError
from laomo.system.gc_control import gc_frozen

T = TypeVar("T")
R = TypeVar("R")

START = "spawn" if sys.platform in ("darwin", "win32") else "fork"
"""How a process comes to be: forked, it has all that its parent has; spawned, it is handed the work."""
SLICE = 32
"""Items that a process takes at a time: enough to be worth the way, few enough that all end together."""


class WorkerDied(CodedError):
    """A process was ended from outside, most likely for want of memory."""


Executor = Callable[[Callable[[Any], Any], Sequence[Any], int], Iterator[Any]]
"""Work, items, and how many of them at a time → the results in order."""
_elsewhere: ContextVar[Executor | None] = ContextVar("elsewhere", default=None)
_task: ContextVar[tuple[Callable[[Any], Any], Sequence[Any]]] = ContextVar("task")
"""In a process of a pool: the work and all its items. They are handed over once, not with each slice."""


@contextmanager
def use_executor(share: Executor) -> Iterator[None]:
    """While this lasts, `share` does the sharing out."""
    before = _elsewhere.set(share)
    try:
        yield
    finally:
        _elsewhere.reset(before)


def parallel_map(
    work: Callable[[T], R], items: Sequence[T], jobs: int | None = None, at_a_time: int | None = None
) -> Iterator[R]:
    """`work` of each item, in order. Raises what `work` raises, and WorkerDied when a process is killed.

    Few items, or one core, and it is done here. Where processes cannot be forked, `work` must be picklable.
    """
    at_a_time = at_a_time or SLICE
    share = _elsewhere.get()
    if share and jobs != 1 and len(items) > at_a_time:
        yield from share(work, items, at_a_time)
        return
    jobs = min(jobs or cores(), len(items) // at_a_time)
    if jobs < 2:
        yield from map(work, items)
        return
    slices = [slice(start, start + at_a_time) for start in range(0, len(items), at_a_time)]
    context = multiprocessing.get_context(START)
    # so that the collector does not touch, and thereby copy, what processes share
    with gc_frozen(), ProcessPoolExecutor(jobs, context, _begin, (work, items)) as pool:
        try:
            for results in pool.map(_part, slices):
                yield from results
        except BrokenProcessPool as error:
            raise WorkerDied("lost-process") from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def cores() -> int:
    """How many processes can really run at once."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _begin(work: Callable[[Any], Any], items: Sequence[Any]) -> None:
    _task.set((work, items))


def _part(part: slice) -> list[Any]:
    work, items = _task.get()
    return [work(item) for item in items[part]]
