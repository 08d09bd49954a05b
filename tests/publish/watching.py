"""A separate process that reads a page again and again."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_WATCH = """
import os, sys
page, stop = sys.argv[1:]
missed = seen = 0
print("watching", flush=True)
while os.getppid() != 1 and not os.path.exists(stop):
    try:
        os.stat(page)
        seen += 1
    except FileNotFoundError:
        missed += 1
print(missed, seen)
"""


@contextmanager
def watched(page: Path, stop: Path) -> Iterator[list[int]]:
    """How often the page was missing, and how often it was there; valid after the context ends."""
    command = [sys.executable, "-c", _WATCH, str(page), str(stop)]
    counts: list[int] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as watcher:
        assert watcher.stdout
        assert watcher.stdout.readline() == "watching\n"
        yield counts
        stop.touch()
        counts += map(int, watcher.stdout.read().split())
