"""Adds kind and size after each link to an attachment, so that readers on a phone know them before they download it."""

import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote

from laomo.assets.attachments.cache import LIMITS

_LINK = re.compile(rf"\]\(([^()\s:#?]+\.(?:{'|'.join(LIMITS)}))\)(?!\s*[（(])", re.IGNORECASE)
"""The end of a Markdown link to an attachment that no bracket follows, so that a label of the author's is kept."""
_FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_KINDS = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel", "csv": "CSV", "txt": "文本"}

Size = Callable[[str], int | None]
"""The size in bytes of a file, by its path relative to `content/`; None if it is not on the site."""


def labelled(markdown: str, page: str, size: Size) -> str:
    """The Markdown of a page with each link to an attachment followed by （PDF，120 KB）. `page` is the page's path."""

    def label(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(found[1])))
        count = size(target)
        kind = _KINDS[found[1].rpartition(".")[2].lower()]
        return found[0] if count is None else f"{found[0]}（{kind}，{_size_text(count)}）"

    result, end = "", 0
    for fence in _FENCE.finditer(markdown):
        result += _LINK.sub(label, markdown[end : fence.start()]) + fence[0]
        end = fence.end()
    return result + _LINK.sub(label, markdown[end:])


def _size_text(count: int) -> str:
    """A number of bytes, rounded: 120 KB, 1.5 MB."""
    return f"{count / 1e6:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} KB"
