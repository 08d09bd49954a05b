"""Kills builds at random moments: `python -m tests.publish.killing FOLDER COUNT` prints how many left the site complete.

It is a separate process that forks the builds with everything already imported, so that each kill hits the build itself.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from laomo import pipeline
from laomo.project import Project
from tests.conftest import edit, tree

TEXTS = ("演示数据", "另一次的演示数据")


def build(root: Path) -> dict[str, bytes]:
    pipeline.build(Project(root), root / "site")
    return tree(root / "site")


def killed_build(root: Path, seconds: float, number: int) -> bool:
    """Start a build and kill it by a signal after a while. Returns whether it was still running."""
    child = os.fork()
    if not child:
        os.setpgid(0, 0)  # a process group, so that worker processes are killed too
        try:
            build(root)
        finally:
            os._exit(0)
    os.setpgid(child, child)  # in parent and child, because the kill may come before the child's first step
    time.sleep(seconds)
    running = os.waitpid(child, os.WNOHANG)[0] == 0
    if running:
        os.killpg(child, number)
        os.waitpid(child, 0)
    return running


def main(root: Path, count: int) -> None:
    chance = random.Random(50)
    banner = root / "studios" / "site.yml"
    whole = []
    for text in TEXTS:
        edit(banner, TEXTS[0], text)
        whole.append(build(root))
    edit(banner, TEXTS[1], TEXTS[0])
    start = time.monotonic()
    assert build(root) == whole[0]
    took = time.monotonic() - start
    survived = helped = 0
    for turn in range(count):
        edit(banner, *(TEXTS if turn % 2 == 0 else TEXTS[::-1]))
        killed_build(root, chance.uniform(0, took * 1.1), signal.SIGTERM if turn % 5 == 4 else signal.SIGKILL)
        survived += tree(root / "site") in whole
        if turn % 10 == 9:
            helped += build(root) != whole[1 - turn % 2]
    sys.stdout.write(f"{survived} {helped}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
