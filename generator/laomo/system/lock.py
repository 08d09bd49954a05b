"""An exclusive lock by a file: two builds at once would write the same files."""

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
    """Another process holds the lock."""


@contextmanager
def exclusive_lock(file: Path) -> Iterator[None]:
    """Hold an exclusive lock on a file within the context; the system releases it however the process ends. Raises Locked."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("ab") as lock_file:
        try:
            if sys.platform == "win32":
                msvcrt.locking(lock_file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.lockf(lock_file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # unlike flock, not inherited by worker processes
        except (BlockingIOError, PermissionError) as error:
            raise Locked("busy", place=str(file.parent)) from error
        yield
