"""A separate process that reads a page again and again."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_WATCH = """
import os, sys
page, beat, stop = sys.argv[1:]
missed = seen = 0
print("watching", flush=True)
while os.getppid() != 1 and not os.path.exists(stop):
    try:
        os.stat(page)
        seen += 1
    except FileNotFoundError:
        missed += 1
    if (missed + seen) % 8 == 0:
        with open(beat, "ab") as file:
            file.write(b".")
print(missed, seen)
"""


@dataclass
class Watched:
    """What the reader saw; `missed` and `seen` are valid after the context ends."""

    beat: Path
    missed: int = 0
    seen: int = 0

    def wait_for_reader(self) -> None:
        """Wait until the reader has looked again.

        A reader who is stopped in the middle of a look, for longer than several releases are kept, would miss the page:
        releases of a real site are minutes apart, those of a test less than the time that a busy machine stops a process.
        """
        before = self.beat.stat().st_size
        while self.beat.stat().st_size == before:
            time.sleep(0)


@contextmanager
def watched(page: Path, beside: Path) -> Iterator[Watched]:
    """How often the page was missing, and how often it was there. The folder `beside` takes two small files."""
    seen = Watched(beside / "beat")
    seen.beat.touch()
    stop = beside / "stop"
    command = [sys.executable, "-c", _WATCH, str(page), str(seen.beat), str(stop)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as watcher:
        assert watcher.stdout
        assert watcher.stdout.readline() == "watching\n"
        yield seen
        stop.touch()
        seen.missed, seen.seen = map(int, watcher.stdout.read().split())
