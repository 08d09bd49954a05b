"""What the name and the size of any file of a change must be: every computer can check it out, and it is not too large."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from laomo.assets.attachments.cache import LIMITS
from laomo.problems.problem import Problem
from laomo.records.yaml import reader
from laomo.system.git import TreeEntry
from laomo.text import personal_data

MAX_PICTURE = 10_000_000
"""The most bytes of a picture or of any other file; records and pages have the limit of `records/yaml/reader.py`, attachments that of
their kind."""
_GIT = re.compile(r"\.git|git~\d+|\.gitmodules", re.IGNORECASE)
"""Names that git or a file system takes for git's own folder or its list of submodules (git's `is_ntfs_dotgit`, `is_hfs_dotgit`)."""
_NOT_ON_WINDOWS = re.compile(r'[\\:*?"<>|]|\A(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)', re.IGNORECASE)


def odd_name(path: str) -> Iterator[Problem]:
    """A path that some computer cannot check out, or that means another place there; among records also a hidden one."""
    hidden = path.startswith("studios/") and "/." in path
    if not path.isprintable() or hidden or any(map(_odd, path.split("/"))):
        yield Problem(shown(path), "path-odd")


def _odd(part: str) -> bool:
    plain = "".join(c for c in unicodedata.normalize("NFKC", part) if unicodedata.category(c) != "Cf").rstrip(" .")
    name = part.strip(" .")  # Windows drops dots and blanks at the end; what begins with a blank is hardly meant
    return not name or name != part.lstrip(".") or bool(_GIT.fullmatch(plain) or _NOT_ON_WINDOWS.search(part))


def too_large(path: str, size: int) -> Iterator[Problem]:
    """A file above the limit of its kind, in bytes."""
    kind = path.rpartition(".")[2].lower()
    limit = reader.MAX_BYTES if kind in ("yml", "md") else LIMITS.get(kind, MAX_PICTURE)
    if size > limit:
        yield Problem(shown(path), "file-too-large", facts={"limit": limit})


def clashes(entries: Iterable[TreeEntry]) -> Iterator[Problem]:
    """Paths that some file systems cannot tell apart: only one of them can be checked out there."""
    alike = defaultdict(set)
    for entry in entries:
        parts = entry.path.split("/")
        for length in range(1, len(parts) + 1):
            path = "/".join(parts[:length])
            alike[unicodedata.normalize("NFKC", path).casefold()].add(path)
    for paths in alike.values():
        if len(paths) > 1:
            first, *others = sorted(paths)
            yield from (Problem(shown(other), "case-clash", facts={"other": shown(first)}) for other in others)


def shown(path: str) -> str:
    """A path that is safe to print: characters that are not printable are replaced, personal numbers are masked."""
    plain = "".join(character if character.isprintable() else "�" for character in path)
    return personal_data.masked(plain) if any(personal_data.numbers(plain)) else plain
