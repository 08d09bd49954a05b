"""Measures a command: wall-clock time, processor time and memory of its whole process tree."""

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
"""Kilobytes per megabyte in the tables."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall-clock and processor time, and peak memory in megabytes.

    `memory` is that of the whole process tree at one time, with shared memory counted once (PSS); `largest` is that of the
    largest single process, with shared memory counted in full (RSS).
    """

    wall: float
    processor: float
    memory: float
    largest: float


class Late(Exception):
    """The command was stopped because its time was up."""


def run(command: Sequence[str | Path], folder: Path, until: float = float("inf")) -> Cost:
    """Run a command in a folder and return its cost. `until` is its deadline on the monotonic clock.

    Raises CalledProcessError, with the standard error, if the command fails, and Late if it was stopped. The kernel's figure for
    the largest process starts with the size of the parent at the fork, so the calling process must stay small.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ended, peak = threading.Event(), [0.0]
    with tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=errors, start_new_session=True
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
        errors.seek(0)
        error_text = errors.read().decode(errors="replace")
    if process.returncode == -signal.SIGKILL and time.monotonic() > until:
        raise Late
    if process.returncode:
        error = subprocess.CalledProcessError(process.returncode, command, stderr=error_text)
        error.add_note(error_text[-2000:])
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
    """The memory of a process in megabytes; memory shared with others is counted in proportion (PSS)."""
    return _proc_field(f"/proc/{pid}/smaps_rollup", "Pss:")


def most_held(pid: int) -> float:
    """The peak memory of a process in megabytes; shared memory is counted in full (RSS)."""
    return _proc_field(f"/proc/{pid}/status", "VmHWM:")


def _proc_field(file: str, name: str) -> float:
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / MEBI for line in lines if line.startswith(name)), 0)


def files(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in order. It is a generator to keep this process small; see `run`."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(place, name) for name in sorted(names))
