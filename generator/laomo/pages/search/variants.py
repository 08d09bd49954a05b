"""Traditional and variant characters, for queries: records are written in simplified ones (`variants.txt`)."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_suffix(".txt")


@cache
def groups() -> dict[str, str]:
    """Simplified character → its traditional and variant forms."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return {line[0]: line[1:] for line in lines if not line.startswith("#")}


@cache
def _all() -> frozenset[str]:
    return frozenset("".join((*groups(), *groups().values())))


def signs(texts: Iterable[str]) -> str:
    """The characters in texts that the table has in either form, in order."""
    return "".join(sorted(_all().intersection(*("".join(texts),))))


def table(occurring: Iterable[str]) -> str:
    """The lines of the table for a site, by the characters that occur there: a form that records use themselves stays as it is."""
    there = frozenset("".join(occurring))
    lines = (
        (simple, "".join(form for form in forms if form not in there))
        for simple, forms in groups().items()
        if simple in there
    )
    return "\n".join(simple + forms for simple, forms in lines if forms)
