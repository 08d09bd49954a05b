"""The hand-written pages of `content/` as plain text. The only module that parses their Markdown."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html
from markdown import Markdown

from laomo.pages.handwritten import front_matter

_EXTENSIONS = ("admonition", "attr_list", "md_in_html", "tables")


@dataclass(frozen=True, slots=True)
class Article:
    """A page as plain text, hand-written or made from records (`site_pages`).

    `url` is relative to the site's root; `headings` (levels 1 to 4) do not include the title.
    """

    url: str
    title: str
    description: str
    headings: tuple[str, ...]
    text: str
    kind: str = ""
    """What its card says it is; empty if its address tells."""
    also: tuple[str, ...] = ()
    """What else people call it, or ask when it answers."""


def read(folder: Path, pages: Iterable[Path]) -> tuple[Article, ...]:
    """The published pages below `folder`, ordered by path, except those with `search: {exclude: true}` in their front matter."""
    files = sorted(pages, key=lambda file: file.relative_to(folder).as_posix())
    articles = (_article(file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8")) for file in files)
    return tuple(article for article in articles if article)


def _article(path: str, source: str) -> Article | None:
    meta, text = front_matter.split(source, path)
    if isinstance(excluded := meta.get("search"), dict) and excluded.get("exclude") == "true":
        return None
    body = html.fromstring(f"<div>{_converted(text)}</div>")
    etree.strip_elements(body, "script", "style", etree.Comment, with_tail=False)
    headings = [_words(heading) for heading in body.iter("h1", "h2", "h3", "h4")]
    title = str(meta.get("title") or (headings[0] if headings else path))
    return Article(
        url=path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md") + "/",
        title=title,
        description=str(meta.get("description") or ""),
        headings=tuple(heading for heading in headings if heading != title),
        text=_words(body),
    )


def _converted(source: str) -> str:
    return Markdown(extensions=_EXTENSIONS).convert(source)


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())
