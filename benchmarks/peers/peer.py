"""What all peers are given, and whether what they made of it is whole.

Each gets the Markdown of every page that records make, with its front matter, and a studio's finished page as the layout.
None gets pictures, styles or scripts, which it would only copy.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from measure import files

EACH = 50
"""Of so many pages one is read and compared word by word."""


class Missing(Exception):
    """A peer that cannot be had, and why."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's address below the site, its front matter (YAML) without the closing line, and its Markdown."""

    address: str
    front: str
    body: str


@dataclass(frozen=True, slots=True)
class Shell:
    """A finished page around its title and its content."""

    before: str
    between: str
    after: str


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that is here. `write` makes its site of pages and shell in a folder that is empty; `command`, run there,
    makes the pages in `public/`."""

    name: str
    version: str
    command: tuple[str | Path, ...]
    write: Callable[[Iterable[Page], Shell, Path], None]


def pages(folder: Path) -> Iterator[Page]:
    """Every page of ours, one at a time: a nation's do not fit into memory."""
    for file in files(folder):
        if file.suffix != ".md":
            continue
        front, _, body = file.read_text(encoding="utf-8").partition("\n---\n")
        address = file.parent if file.name == "index.md" else file.with_suffix("")
        yield Page(address.relative_to(folder).as_posix(), front, body)


def shell(site: Path) -> Shell:
    """What a studio's finished page has around its title and its content."""
    page = next(file for file in sorted(site.glob("studios/*/index.html")) if "studio-head" in file.read_text("utf-8"))
    text = page.read_text(encoding="utf-8")
    before, title, rest = text.partition("<title>")
    _, end, rest = rest.partition("</title>")
    start, stop = rest.index('<header class="studio-head'), rest.rindex("</article>")
    return Shell(before + title, end + rest[:start], rest[stop:])


def amiss(wanted: Iterable[Page], made: Path) -> str | None:
    """What is wrong with the pages that a peer made; None when all are there, in the shell and with their words."""
    number = -1
    for number, page in enumerate(wanted):
        file = made / page.address / "index.html"
        if not file.is_file():
            return f"/{page.address}/ was not made"
        if number % EACH == 0 and (lost := _lost(page, file.read_text(encoding="utf-8"))):
            return f"/{page.address}/ lacks {lost}"
    return None if number >= 0 else "there are no pages"


def _lost(page: Page, text: str) -> str | None:
    """What the page's Markdown says and the finished page does not."""
    _, start, rest = text.partition("<article")
    content, end, _ = rest.rpartition("</article>")
    if not start or not end:
        return "the shell"
    said = "".join(_words(content))
    return next((word for word in _words(page.body) if word not in said), None)


def _words(text: str) -> Iterator[str]:
    """Chinese words of Markdown or HTML, without what stands in tags."""
    plain = html.unescape(re.sub(r"<!--.*?-->|<[^>]*>", "", text, flags=re.DOTALL))
    return (found[0] for found in re.finditer(r"[\u4e00-\u9fff]+", plain))
