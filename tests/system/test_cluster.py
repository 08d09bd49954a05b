"""A build shared out among machines: a real Dask scheduler with three workers on loopback, one of them killed half-way."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from laomo import pipeline
from laomo.pages import emitters
from laomo.project import Project
from laomo.system import cluster, parallel
from laomo.tools.gather import gathering, staging
from tests.cli.command import laomo, process
from tests.conftest import Once, tree
from tests.tools.gather.province import make_gathered


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a scheduler."""
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"]
    with subprocess.Popen([*command, "--no-dashboard"], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        told = next(found[1] for each in process.stderr if (found := re.search(r"Scheduler at: +(tcp://\S+)", each)))
        threading.Thread(target=process.stderr.read, daemon=True).start()
        yield told
        process.terminate()


@pytest.fixture(scope="module")
def machines(scheduler: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Three workers of it, each a process of its own."""
    place = tmp_path_factory.mktemp("machines")
    command = [sys.executable, "-m", "distributed.cli.dask_worker", scheduler, "--no-nanny", "--nthreads", "1"]
    command += ["--no-dashboard", "--host", "127.0.0.1", "--local-directory", str(place)]
    started = [subprocess.Popen(command, stderr=subprocess.DEVNULL) for _ in range(3)]
    from distributed import Client  # noqa: PLC0415 (half a second, for this file alone)

    with Client(scheduler, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        client.wait_for_workers(3, timeout=60)  # type: ignore[no-untyped-call]
    yield started
    for machine in started:
        machine.kill()
        machine.wait()


@pytest.fixture(autouse=True)
def _small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "SLICE", 4)
    monkeypatch.setattr(emitters, "BATCH", 1)
    monkeypatch.setattr(gathering, "AT_A_TIME", 1)


def build(site: Path, scheduler: str) -> dict[str, bytes]:
    with cluster.machines(scheduler, site):
        pipeline.build(Project(site), site / "site")
    return tree(site / "site")


def test_machines_make_what_one_makes_even_when_one_is_lost(
    site: Path, scheduler: str, machines: list[subprocess.Popen[bytes]], built: Path
) -> None:
    def pull_the_plug() -> None:
        while not list(site.glob(".build/html/**/index.html")):
            time.sleep(0.01)
        machines[0].send_signal(signal.SIGKILL)

    plug = threading.Thread(target=pull_the_plug, daemon=True)
    plug.start()
    made = build(site, scheduler)
    plug.join(timeout=30)
    assert machines[0].wait(timeout=30) == -signal.SIGKILL
    assert [process.poll() for process in machines[1:]] == [None, None]
    assert made == tree(built / "site")


@pytest.mark.usefixtures("machines")
def test_machines_gather_what_one_gathers(
    scheduler: str, once: Once, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Houses are shared out as pages are: none is read in this process."""
    province = Path(shutil.copytree(once("houses", make_gathered), tmp_path / "houses")) / "province"
    before = tree(province / "studios")
    for house in ("east", "west"):
        shutil.rmtree(province / "studios" / house)
    shutil.rmtree(province / ".build")
    monkeypatch.setattr(staging, "stage", None)
    done = laomo("gather", "--root", province, "--scheduler", scheduler)
    assert done.stdout.count("收下 3 个工作室") == 2, done.stdout
    assert tree(province / "studios") == before


def test_a_scheduler_that_is_not_there_is_told(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "SECONDS", 0.5)
    before = tree(built / "site")
    run = laomo("build", "--root", built, "--scheduler", "tcp://127.0.0.1:9")
    assert (run.returncode, "［no-scheduler］" in run.stdout) == (1, True), run.stdout + run.stderr
    assert tree(built / "site") == before


def test_a_machine_that_does_not_see_the_site_is_told(
    scheduler: str, machines: list[subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    assert machines
    with pytest.raises(cluster.ClusterUnavailable) as told, cluster.machines(scheduler, tmp_path / "elsewhere"):
        pass
    assert told.value.code == "unfit-machine"


def test_the_command_builds_with_machines(site: Path, scheduler: str, machines: list[subprocess.Popen[bytes]]) -> None:
    assert machines
    run = process("build", "--root", site, "--scheduler", scheduler)
    assert run.returncode == 0, run.stderr
    assert (site / "site/index.html").is_file()


class _Here:
    """Stands for the scheduler: does the work at once, and notes what it is asked."""

    def __init__(self) -> None:
        self.sent, self.cancelled = list[list[int]](), list[object]()

    def submit(self, function: Callable[[Any], Any], work: Any, *, pure: bool) -> Any:
        assert not pure
        return function(work)

    def map(self, function: Callable[..., Any], slices: list[Any], *, pure: bool, **more: Any) -> list[Future[Any]]:
        assert not pure
        self.sent, futures = [list(each) for each in slices], []
        for each in slices:
            futures.append(Future[Any]())
            try:
                futures[-1].set_result(function(each, **more))
            except BaseException as error:  # noqa: BLE001
                futures[-1].set_exception(error)
        return futures

    def cancel(self, given: list[object]) -> None:
        self.cancelled += given


def day(item: int) -> tuple[int, str | None]:
    return item, os.environ.get("SOURCE_DATE_EPOCH")


@pytest.mark.parametrize("set_day", ["1", None])
def test_slices_come_back_in_order_with_the_day_of_whoever_asks(
    monkeypatch: pytest.MonkeyPatch, set_day: str | None
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    if set_day:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", set_day)
    client = _Here()
    assert list(cluster._distribute(client, day, range(5), 2)) == [(item, set_day) for item in range(5)]
    assert client.sent == [[0, 1], [2, 3], [4]]
    assert (client.cancelled[0], len(client.cancelled)) == (day, 4), "nothing is kept there"


def test_a_day_that_nobody_set_is_set_on_no_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2")
    assert cluster._part([1], day, None) == [(1, None)]


@pytest.mark.parametrize(("lost", "told"), [("KilledWorker", True), ("CancelledError", True), ("ValueError", False)])
def test_a_lost_machine_is_named_and_a_fault_is_raised(lost: str, told: bool) -> None:
    import distributed  # noqa: PLC0415 (as above)

    kind = getattr(distributed, lost, ValueError)

    def fail(item: int) -> int:
        if item:
            raise kind("x", None, 1) if lost == "KilledWorker" else kind("x")
        return item

    client = _Here()
    with pytest.raises(parallel.WorkerDied if told else ValueError):
        list(cluster._distribute(client, fail, range(2), 1))
    assert len(client.cancelled) == 3
