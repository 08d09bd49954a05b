"""One command, measured: wall-clock and processor seconds and memory of it and its children."""

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MEBI = 1024
"""Kilobytes in what the tables call a megabyte."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall-clock and processor seconds; megabytes at the peak: of the whole process tree at once, shared memory
    counted once (PSS), and of the largest single process, shared memory counted in full (RSS)."""

    wall: float
    processor: float
    memory: float
    largest: float


class Late(Exception):
    """The command was stopped: its time was up."""


def run(command: Sequence[str | Path], folder: Path, until: float = float("inf")) -> Cost:
    """Run a command in a folder, until `until` of the monotonic clock at the latest.

    Raises CalledProcessError with its standard error when it fails, Late when it had to be stopped. The largest process
    is the kernel's own figure, which starts from the caller's size: so the caller must stay small.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ended, peak = threading.Event(), [0.0]
    with tempfile.TemporaryFile() as words:
        start = time.monotonic()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=words, start_new_session=True
        )
        watch = threading.Thread(target=_watch, args=(process.pid, ended, until, peak), daemon=True)
        watch.start()
        try:
            _, status, used = os.wait4(process.pid, 0)
            wall = time.monotonic() - start
        except KeyboardInterrupt:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            ended.set()
            watch.join()
        process.returncode = os.waitstatus_to_exitcode(status)
        words.seek(0)
        said = words.read().decode(errors="replace")
    if process.returncode == -signal.SIGKILL and time.monotonic() > until:
        raise Late
    if process.returncode:
        error = subprocess.CalledProcessError(process.returncode, command, stderr=said)
        error.add_note(said[-2000:])
        raise error
    return Cost(wall, used.ru_utime + used.ru_stime, peak[0], used.ru_maxrss / MEBI)


def _watch(pid: int, ended: threading.Event, until: float, peak: list[float]) -> None:
    while not ended.wait(0.2):
        peak[0] = max(peak[0], sum(held(each) for each in _family(pid)))
        if time.monotonic() > until:
            with suppress(ProcessLookupError):  # it has just ended by itself
                os.killpg(pid, signal.SIGKILL)
            return


def _family(pid: int) -> list[int]:
    """A process and its descendants."""
    try:
        children = [
            int(child) for file in Path(f"/proc/{pid}/task").glob("*/children") for child in file.read_text().split()
        ]
    except OSError:
        return []
    return [pid, *(each for child in children for each in _family(child))]


def held(pid: int) -> float:
    """Its memory in megabytes, what it shares with others counted in proportion."""
    return _told(f"/proc/{pid}/smaps_rollup", "Pss:")


def most_held(pid: int) -> float:
    """The most memory in megabytes that it ever had, what it shares counted in full."""
    return _told(f"/proc/{pid}/status", "VmHWM:")


def _told(file: str, fact: str) -> float:
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / MEBI for line in lines if line.startswith(fact)), 0)


def files(folder: Path) -> Iterator[Path]:
    """Every file below, in order, one at a time: a list of 500,000 names would enlarge this process, from whose size others start."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(place, name) for name in sorted(names))
