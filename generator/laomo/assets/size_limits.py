"""Limits on a studio's text and on the number and size of its pictures, and on the total size of a site's files. No file is opened for this.

One union's change must not fill the disk that builds the site of all unions, nor the repository that all of them clone.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from math import ceil
from pathlib import Path, PurePosixPath

from laomo.problems.problem import Facts, Problem
from laomo.records.layout import shown

STUDIO_FILES = 200
"""Pictures of a studio. Three present the studio; the rest allow one for each achievement of twenty years."""
STUDIO_BYTES = 200_000_000
"""Bytes of a studio's pictures: 1 MB each, twice what the widest published picture needs."""
STUDIO_TEXT = 3_000_000
"""Bytes of a studio's profile and years, a million Chinese characters: its page carries nearly all of them."""
SITE_BYTES = 5_000_000_000
"""Bytes of all pictures and of the files beside hand-written pages. Repository hosts advise against more. With all widths of
the pictures and two copies of the site, it still fits on a CI runner's disk."""
_NAMED = 3
"""How many of the largest files a message names."""


def problems(pictures: Iterable[PurePosixPath], studios: Path, content: Path) -> Iterator[Problem]:
    """Problems of studios with too many or too large pictures, and of a site whose files are too large in total.

    `pictures` are paths relative to `studios`; `content` is the folder of hand-written pages.
    """
    weights: dict[PurePosixPath, dict[str, int]] = defaultdict(dict)
    for path in pictures:
        with suppress(FileNotFoundError):  # deleted in the meantime
            weights[path.parent][path.name] = os.lstat(studios / path).st_size
    for folder, files in sorted(weights.items()):
        if len(files) > STUDIO_FILES:
            facts: Facts = {"count": len(files), "limit": STUDIO_FILES}
            yield Problem(shown(folder), "too-many-pictures", facts=facts)
        if (total := sum(files.values())) > STUDIO_BYTES:
            facts = {"size": _size(total), "limit": _size(STUDIO_BYTES), "largest": _largest(files)}
            yield Problem(shown(folder), "pictures-too-heavy", facts=facts)
    totals = {str(folder.parent): sum(files.values()) for folder, files in weights.items()}
    beside_pages = (file for file in content.rglob("*") if file.is_file() and file.suffix != ".md")
    totals["content"] = sum(os.lstat(file).st_size for file in beside_pages)
    if (total := sum(totals.values())) > SITE_BYTES:
        facts = {"size": _size(total), "limit": _size(SITE_BYTES), "largest": _largest(totals)}
        yield Problem("studios", "site-too-heavy", facts=facts)


def record_problems(records: Iterable[PurePosixPath], studios: Path) -> Iterator[Problem]:
    """Problems of studios whose records have more text than a page can carry. `records` are paths relative to `studios`."""
    weights: dict[PurePosixPath, int] = defaultdict(int)
    for path in records:
        if len(path.parts) == 3:
            with suppress(FileNotFoundError):  # deleted in the meantime
                weights[path.parent] += os.lstat(studios / path).st_size
    for folder, weight in sorted(weights.items()):
        if weight > STUDIO_TEXT:
            facts: Facts = {"size": _size(weight), "limit": _size(STUDIO_TEXT)}
            yield Problem(shown(folder), "records-too-heavy", facts=facts)


def _largest(weights: dict[str, int]) -> tuple[str, ...]:
    """The names and sizes of the largest, alternating: name, size, name, size …"""
    first = sorted(weights.items(), key=lambda each: (-each[1], each[0]))[:_NAMED]
    return tuple(part for name, weight in first for part in (name, _size(weight)))


def _size(count: int) -> str:
    """A size in MB or GB, rounded up so that a size over a limit never reads as the limit."""
    gigabytes = count >= 1_000_000_000
    return f"{ceil(count / 10_000_000) / 100:g} GB" if gigabytes else f"{ceil(count / 100_000) / 10:g} MB"
