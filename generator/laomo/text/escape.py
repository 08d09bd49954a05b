"""Escapes text from records: one function makes it safe at any place in Markdown or HTML."""

import re
from functools import lru_cache

from markupsafe import Markup

_MEANING = re.compile(r"[^\w ，。、；：？！（）《》]|_")
"""Any character that is not a letter, a digit or common Chinese punctuation: it may have a meaning in Markdown or HTML."""


@lru_cache(1 << 16)
def inert(value: str) -> Markup:
    """The text on one line, with every character except letters, digits and common Chinese punctuation as a numeric entity.

    Markdown ignores entities and HTML shows them as the character, so no value can become a heading, a link, a tag or an
    attribute. Tests showed that attacks pass if one only escapes HTML, or sanitises it before Markdown.
    """
    line = " ".join(value.split())
    return Markup(_MEANING.sub(lambda found: f"&#{ord(found[0])};", line))  # noqa: S704 (the text is escaped here)


def paragraphs(value: str | None) -> list[str]:
    """The paragraphs of a long text. Blank lines separate them; single line breaks are removed."""
    blocks: list[list[str]] = [[]]
    for line in (value or "").splitlines():
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    return ["".join(block) for block in blocks if block]
