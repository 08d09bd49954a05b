"""The headings of hand-written pages, whose lines break only between words, as those of generated pages do."""

import re
from html import unescape
from itertools import accumulate, pairwise

from markupsafe import escape

from laomo.text import line_breaks
from laomo.text.person_names import has_han

_HEADING = re.compile(r"(<h([1-6])\b[^>]*>)(.*?)(</h\2>)", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")


def with_breaks(page: str) -> str:
    """A page's HTML, with a `<wbr>` in its headings wherever a line may break; those that have one already stay as they are."""
    return _HEADING.sub(lambda found: f"{found[1]}{_with_breaks(found[3])}{found[4]}", page)


def _with_breaks(heading: str) -> str:
    if "<wbr>" in heading or not has_han(heading):
        return heading
    found = _TAG.split(heading)  # text and tags in turn
    texts = [unescape(text) for text in found[::2]]
    whole, start = "".join(texts), 0
    ends = set(accumulate(map(len, line_breaks.parts(whole))))
    for number, text in enumerate(texts):
        begins_part = text and start in ends and not whole[start - 1].isspace()
        found[2 * number] = ("<wbr>" if begins_part else "") + _broken(text, start, ends)
        start += len(text)
    return "".join(found)


def _broken(text: str, start: int, ends: set[int]) -> str:
    """A text as HTML, broken at the ends that lie in it; `start` is where the text begins in its heading."""
    html = ""
    bounds = [0, *sorted(end - start for end in ends if start < end < start + len(text)), len(text)]
    for begin, end in pairwise(bounds):
        part = text[begin:end]
        kept = f'<span class="kept">{escape(part)}</span>' if " " in part.strip() else escape(part)
        html += f"{kept}{'' if part.endswith(' ') or end == len(text) else '<wbr>'}"
    return html
