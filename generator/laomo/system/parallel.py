"""A parallel `map`: on one process for each core of this machine, or on another executor. Results come in order."""

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
"""How processes start. A forked one shares its parent's memory; a spawned one receives the work pickled."""
SLICE = 100
"""Items that a process takes at a time: enough to outweigh the transfer, few enough that all finish at about the same time."""


class WorkerDied(CodedError):
    """A worker process was killed from outside, most likely because memory ran out."""


Executor = Callable[[Callable[[Any], Any], Sequence[Any], int], Iterator[Any]]
"""Work, items, and items at a time → the results in order."""
_executor: ContextVar[Executor | None] = ContextVar("executor", default=None)
_task: ContextVar[tuple[Callable[[Any], Any], Sequence[Any]]] = ContextVar("task")
"""In a worker process: the work and all its items, transferred once instead of with each slice."""


@contextmanager
def use_executor(executor: Executor) -> Iterator[None]:
    """Make `parallel_map` use this executor within the context."""
    before = _executor.set(executor)
    try:
        yield
    finally:
        _executor.reset(before)


@contextmanager
def alone() -> Iterator[None]:
    """Within the context all work is done in this process: it is one of several itself."""
    with use_executor(lambda work, items, _: map(work, items)):
        yield


def parallel_map(
    work: Callable[[T], R], items: Sequence[T], jobs: int | None = None, at_a_time: int | None = None
) -> Iterator[R]:
    """The results of `work` on each item, in order. Raises what `work` raises, and WorkerDied if a process is killed.

    `jobs` is the number of processes (default: the cores), `at_a_time` the number of items that each takes at once. With few
    items or one core, the work is done in this process. Where processes cannot be forked, `work` must be picklable.
    """
    at_a_time = at_a_time or SLICE
    executor = _executor.get()
    if executor and jobs != 1 and len(items) > at_a_time:
        yield from executor(work, items, at_a_time)
        return
    jobs = min(jobs or cores(), len(items) // at_a_time)
    if jobs < 2:
        yield from map(work, items)
        return
    slices = [slice(start, start + at_a_time) for start in range(0, len(items), at_a_time)]
    context = multiprocessing.get_context(START)
    # garbage collection would touch, and thereby copy, the memory that processes share
    with gc_frozen(), ProcessPoolExecutor(jobs, context, _begin, (work, items)) as pool:
        try:
            for results in pool.map(_part, slices):
                yield from results
        except BrokenProcessPool as error:
            raise WorkerDied("lost-process") from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def cores() -> int:
    """The number of CPU cores that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _begin(work: Callable[[Any], Any], items: Sequence[Any]) -> None:
    _task.set((work, items))


def _part(part: slice) -> list[Any]:
    work, items = _task.get()
    with alone():
        return [work(item) for item in items[part]]
