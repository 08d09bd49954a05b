"""One command, measured: wall and processor seconds of it and its children, and the most memory that they held at once."""

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, seconds of all processors, and megabytes of the whole tree of processes (PSS)."""

    wall: float
    processor: float
    memory: float


def run(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run a command in a folder. Raises CalledProcessError with its last words when it fails."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    before, start = os.times(), time.monotonic()
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        peak = [0.0]
        watch = threading.Thread(target=_watch, args=(process, peak), daemon=True)
        watch.start()
        words = process.communicate()[1]
        wall = time.monotonic() - start
        watch.join()
    after = os.times()
    if process.returncode:
        error = subprocess.CalledProcessError(process.returncode, command)
        error.add_note(words[-2000:])
        raise error
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(wall, used, peak[0])


def _watch(process: "subprocess.Popen[str]", peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(held(pid) for pid in _family(process.pid)))
        time.sleep(0.2)


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
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0)
