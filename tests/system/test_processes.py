"""Locks, parallel work and the memory that it shares."""

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from laomo.system import parallel
from laomo.system.gc_control import gc_paused
from laomo.system.lock import Locked, exclusive_lock
from laomo.system.parallel import SLICE, WorkerDied, parallel_map, use_executor


def locked_elsewhere(file: Path) -> bool:
    """Whether another process finds the lock held."""
    child = os.fork()
    if child == 0:
        try:
            with exclusive_lock(file):
                os._exit(0)
        except Locked:
            os._exit(7)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7


def test_a_lock_holds_as_long_as_its_context(tmp_path: Path) -> None:
    file = tmp_path / "new/lock"
    with exclusive_lock(file):
        assert locked_elsewhere(file)
        assert not locked_elsewhere(tmp_path / "other")
    assert not locked_elsewhere(file)
    with pytest.raises(ValueError, match="inside"), exclusive_lock(file):
        raise ValueError("inside")
    assert not locked_elsewhere(file)


def test_a_lock_says_where_it_is_held(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with exclusive_lock(tmp_path / "lock"):
            os.write(writing, b"x")
            signal.pause()
    os.read(reading, 1)
    try:
        with pytest.raises(Locked) as raised, exclusive_lock(tmp_path / "lock"):
            pass
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    assert (raised.value.code, raised.value.facts) == ("busy", {"place": str(tmp_path)})
    assert not locked_elsewhere(tmp_path / "lock"), "a killed process holds nothing"


def place(item: int) -> tuple[int, int]:
    return item, os.getpid()


@pytest.mark.parametrize(
    ("items", "jobs", "at_a_time", "elsewhere"),
    [
        (0, 2, 1, False),
        (1, 2, 1, False),
        (2, 2, 1, True),
        (7, 3, 2, True),
        (7, 1, 1, False),
        (3, 2, 2, False),
        (2 * SLICE - 1, 2, None, False),
        (2 * SLICE, 2, None, True),
    ],
)
def test_work_is_shared_out_when_there_is_enough_and_comes_back_in_order(
    items: int, jobs: int, at_a_time: int | None, elsewhere: bool
) -> None:
    found = list(parallel_map(place, range(items), jobs, at_a_time))
    assert [item for item, _ in found] == list(range(items))
    assert all((process != os.getpid()) == elsewhere for _, process in found)


def refuse(item: int) -> int:
    if item == 3:
        raise LookupError(item)
    return item


def die(item: int) -> int:
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_work_raises_is_raised(jobs: int) -> None:
    with pytest.raises(LookupError):
        list(parallel_map(refuse, range(4), jobs, 1))


def test_a_killed_process_is_named() -> None:
    with pytest.raises(WorkerDied) as raised:
        list(parallel_map(die, range(4), 2, 1))
    assert raised.value.code == "lost-process"


def test_another_executor_gets_what_is_worth_sending() -> None:
    asked: list[tuple[int, int]] = []

    def executor(work: Callable[[Any], Any], items: Sequence[Any], at_a_time: int) -> Iterator[Any]:
        asked.append((len(items), at_a_time))
        return map(work, items)

    def run(items: int, jobs: int | None, at_a_time: int) -> None:
        assert [item for item, _ in parallel_map(place, range(items), jobs, at_a_time)] == list(range(items))

    with use_executor(executor):
        run(3, None, 2)
        run(2, None, 2)
        run(3, 1, 2)
        run(3, 2, 2)
    run(3, 1, 2)
    assert asked == [(3, 2), (3, 2)]


def test_the_number_of_cores_is_that_of_this_process() -> None:
    before = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(before)})
        assert parallel.cores() == 1
    finally:
        os.sched_setaffinity(0, before)
    assert parallel.cores() == len(before)


def test_garbage_collection_is_paused_only_within() -> None:
    assert gc.isenabled()
    with gc_paused():
        assert not gc.isenabled()
        with gc_paused():
            pass
        assert not gc.isenabled(), "the inner one leaves it as it was"
    assert gc.isenabled()
    with pytest.raises(LookupError), gc_paused():
        raise LookupError
    assert gc.isenabled()
