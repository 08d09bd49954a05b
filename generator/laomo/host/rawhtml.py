"""A page that is nothing but HTML passes Markdown as it is, so it need not pass at all.

Templates of records make whole HTML. Python-Markdown lifts such blocks out, reading them character by character, and puts
them back as they were. `unchanged` says in advance what comes back, for the plain HTML that templates make, and None for
anything else. `page` compares samples with what Python-Markdown really makes, in every build.
"""

import re

from markdown import Markdown, postprocessors, preprocessors
from markdown.extensions import fenced_code, md_in_html

_TAG = re.compile(r'<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:[ \n]+[a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<>`]*")?)*(/?)>')
_ENTITY = re.compile(r"&(?:#[0-9]+|[a-zA-Z][a-zA-Z0-9]*);")
_BLANK = re.compile(r"\n(?: +\n)+")
_LINES = re.compile(r"\n*")
_MORE = ("\t", "\r", "\f", "\0", "\x02", "\x03", "```", "~~~", "<!", "<?")
_SCRIPT = re.compile(r"<script(?![^<>]*></script>)", re.IGNORECASE)
"""One with a file of its own has no text."""
_MARKDOWN_IN_HTML = re.compile(r"\smarkdown\b", re.IGNORECASE)
_TEXT_INSIDE = frozenset(
    {"iframe", "noembed", "noframes", "noscript", "plaintext", "style", "textarea", "title", "xmp"}
)
"""Where Python-Markdown does more than carry over: tabs, fences, comments, Markdown in HTML, elements whose text is no HTML."""

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
    if not _plain(source):
        return None
    text = _BLANK.sub(lambda found: "\n" * found[0].count("\n"), source).strip("\n")
    found: list[str] = []
    open_tags: list[str] = []
    names: set[str] = set()
    start = end = count = 0
    for tag in _TAG.finditer(text):
        count += 1
        closing, name, empty = tag[1], tag[2].lower(), tag[3]
        names.add(name)
        if not open_tags:
            start = tag.start()
            lines = _LINES.fullmatch(text, end, start)
            apart = lines and (lines[0] or not found)
            if closing or empty or name not in blocks or not apart or text[tag.end(2)] == "\n":
                return None
        if not closing:
            if not empty and name != "hr":
                open_tags.append(name)
        elif name in open_tags:
            while open_tags.pop() != name:
                pass
            if not open_tags:
                end = tag.end()
                found.append(text[start:end] + "\n" * text.startswith("\n\n", end))
    whole = not open_tags and not _TEXT_INSIDE.intersection(names) and end == len(text) and count == text.count("<")
    return "\n".join(found) if whole else None


def _plain(source: str) -> bool:
    """Whether nothing in the text asks more of Python-Markdown than its tags do."""
    if any(sign in source for sign in _MORE):
        return False
    small = source.lower()
    if ("markdown" in small and _MARKDOWN_IN_HTML.search(source)) or ("<script" in small and _SCRIPT.search(source)):
        return False
    return source.count("&") == len(_ENTITY.findall(source))
