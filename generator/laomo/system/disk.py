"""Errors of a disk, and the terms of the catalogue that say what they mean."""

import errno
from typing import Final

REASONS: Final = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-quota",
    errno.EFBIG: "file-limit",
    errno.EROFS: "disk-read-only",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EIO: "disk-defective",
    errno.ENOTDIR: "file-in-the-way",
    errno.EEXIST: "file-in-the-way",
    errno.ENAMETOOLONG: "long-name",
}
"""Number of an error → the term for it, for a disk that is full, defective or not writable."""


def reason(error: OSError) -> str:
    """The term for an error; the system's own words for one that is none of a disk's."""
    if is_without_temporary_folder(error):
        return "no-temporary-folder"
    return REASONS.get(error.errno or 0) or error.strerror or type(error).__name__


def is_of_disk(error: OSError) -> bool:
    """Whether a full, defective or unwritable disk is the cause, not the program."""
    return error.errno in REASONS or is_without_temporary_folder(error)


def is_without_temporary_folder(error: OSError) -> bool:
    """Whether Python finds no folder for temporary files that it could write to (`tempfile`, which has no error of its own)."""
    return isinstance(error, FileNotFoundError) and "No usable temporary directory" in str(error.strerror)
