"""The input of all peers, and a check of their output.

Each peer gets the Markdown of every page made from records, with its front matter, and a layout taken from a studio's finished
page. Pictures, styles and scripts are left out, because a peer would only copy them.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from measure import files

EACH = 50
"""One out of this many pages is compared word by word."""


class Missing(Exception):
    """A peer cannot be installed; the message says why."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address within the site, its front matter (YAML) without the closing line, and its Markdown."""

    address: str
    front: str
    body: str


@dataclass(frozen=True, slots=True)
class Shell:
    """The HTML of a finished page before, between and after its title and its content."""

    before: str
    between: str
    after: str


@dataclass(frozen=True, slots=True)
class Peer:
    """An installed generator. `write` writes its input into an empty folder; `command`, run there, builds into `public/`."""

    name: str
    version: str
    command: tuple[str | Path, ...]
    write: Callable[[Iterable[Page], Shell, Path], None]


def pages(folder: Path) -> Iterator[Page]:
    """All our pages, as a generator, because those of a national site do not fit into memory."""
    for file in files(folder):
        if file.suffix != ".md":
            continue
        front, _, body = file.read_text(encoding="utf-8").partition("\n---\n")
        address = file.parent if file.name == "index.md" else file.with_suffix("")
        yield Page(address.relative_to(folder).as_posix(), front, body)


def shell(site: Path) -> Shell:
    """The shell of a studio's finished page."""
    page = next(file for file in sorted(site.glob("studios/*/index.html")) if "studio-head" in file.read_text("utf-8"))
    text = page.read_text(encoding="utf-8")
    before, title, rest = text.partition("<title>")
    _, end, rest = rest.partition("</title>")
    start, stop = rest.index('<header class="studio-head'), rest.rindex("</article>")
    return Shell(before + title, end + rest[:start], rest[stop:])


def fault_in(wanted: Iterable[Page], made: Path) -> str | None:
    """What is wrong with a peer's pages; None if all exist, have the shell, and (in a sample) contain all Chinese words."""
    number = -1
    for number, page in enumerate(wanted):
        file = made / page.address / "index.html"
        if not file.is_file():
            return f"/{page.address}/ was not made"
        if number % EACH == 0 and (missing := _missing_text(page, file.read_text(encoding="utf-8"))):
            return f"/{page.address}/ lacks {missing}"
    return None if number >= 0 else "there are no pages"


def _missing_text(page: Page, text: str) -> str | None:
    """The first word of the Markdown that the finished page lacks, or "the shell"; None if it is complete."""
    _, start, rest = text.partition("<article")
    content, end, _ = rest.rpartition("</article>")
    if not start or not end:
        return "the shell"
    content_words = "".join(_words(content))
    return next((word for word in _words(page.body) if word not in content_words), None)


def _words(text: str) -> Iterator[str]:
    """The runs of Chinese characters in Markdown or HTML, without tags and comments."""
    plain = html.unescape(re.sub(r"<!--.*?-->|<[^>]*>", "", text, flags=re.DOTALL))
    return (found[0] for found in re.finditer(r"[\u4e00-\u9fff]+", plain))
