"""What stands behind a link to an annex: its kind and size, so that a reader on a phone knows before he fetches it."""

import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote

from laomo.assets.attachments.cache import LIMITS

_LINK = re.compile(rf"(?<!!)\]\(([^()\s:#?]+\.(?:{'|'.join(LIMITS)}))\)(?!\s*[（(])", re.IGNORECASE)
"""The end of a Markdown link to such a file, behind which nothing is said of it yet."""
_FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_KINDS = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel", "csv": "CSV", "txt": "文本"}

Size = Callable[[str], int | None]
"""The bytes of a file by its path below `content/`; None for one that is not on the site."""


def labelled(markdown: str, page: str, size: Size) -> str:
    """The Markdown of a page by its path, each link to an annex followed by （PDF，120 KB）."""

    def label(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(found[1])))
        count = size(target)
        kind = _KINDS[found[1].rpartition(".")[2].lower()]
        return found[0] if count is None else f"{found[0]}（{kind}，{_told(count)}）"

    made, end = "", 0
    for fence in _FENCE.finditer(markdown):
        made += _LINK.sub(label, markdown[end : fence.start()]) + fence[0]
        end = fence.end()
    return made + _LINK.sub(label, markdown[end:])


def _told(count: int) -> str:
    """Rounded as people round: 120 KB, 1.5 MB."""
    return f"{count / 1e6:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} KB"
