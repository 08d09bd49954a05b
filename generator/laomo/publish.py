"""The finished site → the place that readers see, swapped in whole."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path


def publish(finished: Path, out: Path, adapt: Callable[[Path], None] | None = None) -> None:
    """Make `out` a copy of `finished` (by hard links where the disk allows): readers see the old site or the new one.

    `adapt` may change the copy before anybody sees it.
    """
    fresh, old = out.with_name(f".{out.name}.new"), out.with_name(f".{out.name}.old")
    for leftover in (fresh, old):
        if leftover.exists():
            shutil.rmtree(leftover)
    out.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(finished, fresh, copy_function=_link)
    if adapt:
        adapt(fresh)
    if out.exists():
        out.rename(old)
    try:
        fresh.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _link(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:  # another disk, or one without hard links
        shutil.copy2(source, target)
    return target
