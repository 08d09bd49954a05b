"""What a studio's pictures, and all files of a site, may come to: judged by their sizes, before one is opened.

A change by one union must not fill the disk on which every union's site is built, nor the repository that all of them copy.
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
"""Three say what a studio is; this is one for every achievement of twenty years."""
STUDIO_BYTES = 200_000_000
"""A megabyte each, twice what the widest that the site shows needs."""
SITE_BYTES = 5_000_000_000
"""Of pictures and of what hand-written pages offer: what hosts of repositories advise against exceeding; with every width of
the pictures, and two sites, it still fits on a runner's disk."""
_NAMED = 3
"""How many of the largest are worth naming."""


def problems(pictures: Iterable[PurePosixPath], studios: Path, content: Path) -> Iterator[Problem]:
    """Studios whose pictures are too many or too heavy, and a site that is with all that lies beside its pages.

    `pictures` are paths below `studios`; `content` is the folder of hand-written pages.
    """
    weights: dict[PurePosixPath, dict[str, int]] = defaultdict(dict)
    for path in pictures:
        with suppress(FileNotFoundError):  # taken away meanwhile
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


def _largest(weights: dict[str, int]) -> tuple[str, ...]:
    """Names and sizes by turns."""
    first = sorted(weights.items(), key=lambda each: (-each[1], each[0]))[:_NAMED]
    return tuple(part for name, weight in first for part in (name, _size(weight)))


def _size(count: int) -> str:
    """Rounded up: what is over a limit never reads as the limit."""
    gigabytes = count >= 1_000_000_000
    return f"{ceil(count / 10_000_000) / 100:g} GB" if gigabytes else f"{ceil(count / 100_000) / 10:g} MB"
