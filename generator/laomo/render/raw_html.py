"""Predicts Markdown's output for pages of nothing but HTML, so that they can skip Markdown.

Templates of records produce HTML. Python-Markdown takes such blocks out, reading them character by character, and puts
them back unchanged. `unchanged` predicts the result for the plain HTML of our templates, and returns None for anything
else. In every build, `page` compares samples with the real output of Python-Markdown.
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
"""Text and tags that Python-Markdown copies unchanged: no tabs, no fences, no comments, no Markdown in HTML, and no inline
scripts (a script with `src` is empty)."""
_TAGS = re.compile(r"<((?:/?[a-z][a-z0-9]*+)(?![^>]*/>))?+")
"""`div`, `/div`; empty for a self-closing tag."""
_BLANK = re.compile(r"\n(?: +\n)+")
_TEXT_INSIDE = frozenset(
    {"iframe", "noembed", "noframes", "noscript", "plaintext", "style", "textarea", "title", "xmp"}
)
"""Elements whose text is not parsed as HTML."""

_KNOWN = {
    preprocessors.NormalizeWhitespace,
    preprocessors.HtmlBlockPreprocessor,
    fenced_code.FencedBlockPreprocessor,
    md_in_html.HtmlBlockPreprocessor,
    postprocessors.RawHtmlPostprocessor,
    postprocessors.AndSubstitutePostprocessor,
    md_in_html.MarkdownInHTMLPostprocessor,
}
"""Preprocessors and postprocessors that do not change what `unchanged` accepts."""


def carried_over(markdown: Markdown) -> frozenset[str]:
    """The block elements that Markdown copies unchanged; empty if an extension adds an unknown pre- or postprocessor."""
    steps = {type(step) for registry in (markdown.preprocessors, markdown.postprocessors) for step in registry}
    return frozenset(markdown.block_level_elements if steps <= _KNOWN else ())


def unchanged(source: str, blocks: frozenset[str]) -> str | None:
    """The HTML that Markdown makes of a source that consists only of these block elements; None if it may be anything else."""
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
    """The number of tags up to the end of each outermost element; 0 for an element without a start or an end."""
    expected: list[str] = []
    for count, tag in enumerate(tags, 1):
        if tag[:1] != "/":
            if tag and tag != "hr":
                expected.append(f"/{tag}")
            elif not expected:
                yield 0
        elif tag in expected:
            while expected.pop() != tag:
                pass
            if not expected:
                yield count
        elif not expected:
            yield 0
    if expected:
        yield 0
