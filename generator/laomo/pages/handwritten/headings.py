"""The headings of hand-written pages, whose lines break only between words, as those of generated pages do."""

import re
from html import unescape

from laomo.pages.templates import unbroken
from laomo.text.person_names import has_han

_HEADING = re.compile(r"(<h([1-6])\b[^>]*>)(.*?)(</h\2>)", re.DOTALL)
_KEPT = re.compile(r"(<code\b.*?</code>|<[^>]*>)", re.DOTALL)
"""Tags, and code with what it says."""


def with_breaks(page: str) -> str:
    """A page's HTML, with a `<wbr>` in its headings wherever a line may break; those that have one already stay as they are."""
    return _HEADING.sub(lambda found: f"{found[1]}{_with_breaks(found[3])}{found[4]}", page)


def _with_breaks(heading: str) -> str:
    if "<wbr>" in heading or not has_han(heading):
        return heading
    return "".join(part if number % 2 else _words(part) for number, part in enumerate(_KEPT.split(heading)))


def _words(text: str) -> str:
    if not has_han(text):
        return text
    words = text.strip()
    before, after = text.split(words)
    return f"{before}{unbroken(unescape(words))}{after}"
