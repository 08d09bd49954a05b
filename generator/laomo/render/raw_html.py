"""A page that is nothing but HTML passes Markdown as it is, so it need not pass at all.

Templates of records make whole HTML. Python-Markdown lifts such blocks out, reading them character by character, and puts
them back as they were. `unchanged` says in advance what comes back, for the plain HTML that templates make, and None for
anything else. `page` compares samples with what Python-Markdown really makes, in every build.
"""

import re
from collections.abc import Iterator

from markdown import Markdown, postprocessors, preprocessors
from markdown.extensions import fenced_code, md_in_html

_PLAIN = re.compile(
    r"""
    (?: [^<&`~\t\r\f\0\x02\x03]++
      | `(?!``) | ~(?!~~)
      | &(?:\#[0-9]++|[a-zA-Z][a-zA-Z0-9]*+);
      | </[a-z][a-z0-9]*+>
      | <(?!script\b(?![^<>]*></script>)) [a-z][a-z0-9]*+
        (?: [ \n]++ (?!(?i:markdown)) [a-zA-Z][a-zA-Z0-9:-]*+
            (?: =" (?: [^"<>&`~\t\r\f\0\x02\x03]++ | &(?:\#[0-9]++|[a-zA-Z][a-zA-Z0-9]*+); )*+ " )?+
        )*+
        /?+>
    )*+
    """,
    re.VERBOSE,
)
"""Text and tags that ask no more of Python-Markdown than to be carried over: no tabs, no fences, no comments, no Markdown in
HTML, no script but one with a file of its own, which has no text."""
_TAGS = re.compile(r"<((?:/?[a-z][a-z0-9]*+)(?![^>]*/>))?+")
"""`div`, `/div`; nothing for one that closes itself."""
_BLANK = re.compile(r"\n(?: +\n)+")
_TEXT_INSIDE = frozenset(
    {"iframe", "noembed", "noframes", "noscript", "plaintext", "style", "textarea", "title", "xmp"}
)
"""Elements whose text is no HTML."""

_KNOWN = {
    preprocessors.NormalizeWhitespace,
    preprocessors.HtmlBlockPreprocessor,
    fenced_code.FencedBlockPreprocessor,
    md_in_html.HtmlBlockPreprocessor,
    postprocessors.RawHtmlPostprocessor,
    postprocessors.AndSubstitutePostprocessor,
    md_in_html.MarkdownInHTMLPostprocessor,
}
"""Steps before and after the parsing proper that leave alone what `unchanged` accepts."""


def carried_over(markdown: Markdown) -> frozenset[str]:
    """The elements that carry over when they start a block; none if an extension changes the text before or after that."""
    steps = {type(step) for registry in (markdown.preprocessors, markdown.postprocessors) for step in registry}
    return frozenset(markdown.block_level_elements if steps <= _KNOWN else ())


def unchanged(source: str, blocks: frozenset[str]) -> str | None:
    """The HTML of a page that is made of the given HTML blocks alone; None if it is, or may be, anything else."""
    if not _PLAIN.fullmatch(source):
        return None
    text = _BLANK.sub(lambda found: "\n" * found[0].count("\n"), source).strip("\n")
    tags, parts = _TAGS.findall(text), text.split("<")
    if parts[0] or not _TEXT_INSIDE.isdisjoint(tags):
        return None
    start = 0
    for end in _ends(tags):
        tag, last = tags[start], tags[end - 1]
        lines = parts[end].removeprefix(f"{last}>")
        whole = end and tag in blocks and not parts[start + 1].startswith(f"{tag}\n")
        if not whole or lines.strip("\n") or not (lines or end == len(tags)):
            return None
        parts[end] = f"{last}>{lines[:2]}"
        start = end
    return "<".join(parts)


def _ends(tags: list[str]) -> Iterator[int]:
    """How many tags there are up to the end of each outermost element; 0 for one that never begins or never ends."""
    awaited: list[str] = []
    for count, tag in enumerate(tags, 1):
        if tag[:1] != "/":
            if tag and tag != "hr":
                awaited.append(f"/{tag}")
            elif not awaited:
                yield 0
        elif tag in awaited:
            while awaited.pop() != tag:
                pass
            if not awaited:
                yield count
        elif not awaited:
            yield 0
    if awaited:
        yield 0
