"""One build of a folder at a time: two would write into the same files."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from laomo.problems.errors import CodedError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class Locked(CodedError):
    """Another process is building in the same folder."""


@contextmanager
def exclusive_lock(file: Path) -> Iterator[None]:
    """Hold a lock, by a file, while it lasts; the system frees it however the process ends. Raises Locked."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("ab") as held:
        try:
            if sys.platform == "win32":
                msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB)  # unlike flock, not passed on to worker processes
        except (BlockingIOError, PermissionError) as error:
            raise Locked("busy", place=str(file.parent)) from error
        yield
