"""Text from records is data: one function makes it inert wherever Markdown or HTML may put it."""

import re
from functools import lru_cache

from markupsafe import Markup

_MEANING = re.compile(r"[^\w ，。、；：？！（）《》]|_")
"""Whatever is no letter, no digit and no common Chinese punctuation: it might mean something."""


@lru_cache(1 << 16)
def inert(value: str) -> Markup:
    """The text on one line, with every character that is no letter, digit or common Chinese punctuation as a numeric entity.

    Entities mean nothing to Markdown and only themselves to HTML, so no value can become a heading, a link, a tag or an
    attribute. Escaping HTML or cleaning it before Markdown was measured and does let attacks through; this does not.
    """
    line = " ".join(value.split())
    return Markup(_MEANING.sub(lambda found: f"&#{ord(found[0])};", line))  # noqa: S704 (this is the wall)


def paragraphs(value: str | None) -> list[str]:
    """The paragraphs of a long text: blank lines separate them, single line breaks do not."""
    blocks: list[list[str]] = [[]]
    for line in (value or "").splitlines():
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    return ["".join(block) for block in blocks if block]
