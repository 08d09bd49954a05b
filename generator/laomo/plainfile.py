"""Files of contributors, opened so that a link is never followed, even one that was put there a moment ago."""

import errno
import os
from pathlib import Path
from typing import BinaryIO

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def opened(file: Path) -> BinaryIO:
    """The file to read from, to be closed. Raises OSError, for a link one that `is_link` knows."""
    return os.fdopen(os.open(file, _FLAGS), "rb")


def is_link(error: OSError) -> bool:
    """Whether a file could not be opened because it is a link."""
    return error.errno == errno.ELOOP
