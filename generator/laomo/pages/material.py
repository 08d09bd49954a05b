"""What a site takes of Material for MkDocs beside its templates: the part of the stylesheets that the theme's pages use.

Material's script, search, and the rules of its other parts are for features that this theme does not show. A site that asks for one of
them (`render.material_use`) gets all of Material's files as they are.
"""

import re
from collections.abc import Callable, Collection, Iterator
from typing import Final

STYLES: Final = re.compile(r"assets/stylesheets/(main|palette)\.[0-9a-f]+\.min\.css")
"""The names of Material's stylesheets."""
PART: Final = "assets/stylesheets/00-material.css"
"""The name under which what is used of them becomes part of the joined stylesheet: before all of the theme's own."""
_FILES = re.compile(r"assets/(?:stylesheets/(?:main|palette)|javascripts/(?:bundle|workers/|lunr/)).*")
_SEARCH = re.compile(r"assets/javascripts/(?:workers|lunr)/.*")
_MAP = re.compile(r"assets/(?:stylesheets|javascripts)/.*\.map")

_ELSEWHERE = re.compile(
    r"max-width:76\.2.*\.md-nav"  # where the menu of the header takes the place of the sidebar
    r"|\[dir=rtl\]"  # both languages of the site are written from left to right
    r"|\[data-md-toggle=(?:drawer|search)\]|\[data-md-scrolllock\]|\[id=__comments\]|\[role=columnheader\]"
    r"|\.md-(?:annotation|author|banner--warning|clipboard|code__|consent|content--post|copyright|draft|feedback|footer-meta|footer__"
    r"|header--(?:lifted|shadow)|header__(?:ellipsis|source|title|topic)|input|meta|nav--integrated|nav__source|pagination|path|pin"
    r"|post|profile|progress|search|select|sidebar--post|social|source(?!-file)|status|tabs|tag|tooltip|version)"
    r"|\.(?:arithmatex|codehilite|critic|emojione|gemoji|giscus|highlight|keys|linenos|mermaid|tabbed-|task-list|twemoji)"
)
"""Selectors, with their media, of parts that no page of the theme has, and of syntax that no extension of `material_use.EXTENSIONS` writes."""
_COLOUR = re.compile(r"\[data-md-color-(?:scheme|primary|accent)=([\w-]+)\]")
_NEGATION = re.compile(r":not\([^()]*\)")
_TEXT = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_ADDRESS = rf"url\((?:{_TEXT}|[^)\"']*)\)"
_BRACE = re.compile(rf"{_ADDRESS}|{_TEXT}|[{{}};]")
_COMMA = re.compile(r",(?![^(\[]*[)\]])")
_ICON = re.compile(rf"(--md-[\w-]+):{_ADDRESS};?")
_HIGHLIGHT = re.compile(r"--md-(?:code-hl|mermaid)-[\w-]+:[^;{}]*;?")
_USE = re.compile(r"var\((--md-[\w-]+)")


def is_superfluous(name: str, *, whole: bool, search: bool) -> bool:
    """Whether a file of Material's is left out of the site. `whole`: the site uses Material's script; `search`: its search, too."""
    if whole:
        return bool(_MAP.fullmatch(name) or (not search and _SEARCH.fullmatch(name)))
    return bool(_FILES.fullmatch(name))


def used(styles: str, colours: Collection[str]) -> str:
    """The part of Material's minified stylesheets that the theme's pages use.

    `colours` are the schemes, primary and accent colours of the site. The class `focus-visible`, which Material's script sets, becomes
    the pseudo-class.
    """
    styles = styles.replace('@charset "UTF-8";', "").replace(".focus-visible", ":focus-visible")

    def keeps(selector: str) -> bool:
        selector = _NEGATION.sub("", selector)
        return not _ELSEWHERE.search(selector) and all(name in colours for name in _COLOUR.findall(selector))

    kept = "".join(_kept(styles, "", keeps))
    names = set(_USE.findall(kept))
    return _ICON.sub(lambda icon: icon[0] if icon[1] in names else "", _HIGHLIGHT.sub("", kept))


def _kept(styles: str, media: str, keeps: Callable[[str], bool]) -> Iterator[str]:
    for head, body in _rules(styles):
        if head.startswith(("@media", "@supports")):
            inner = "".join(_kept(body, head, keeps))
            yield f"{head}{{{inner}}}" if inner else ""
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        elif selectors := [each for each in _COMMA.split(head) if keeps(media + each)]:
            yield f"{','.join(selectors)}{{{body}}}"


def _rules(styles: str) -> Iterator[tuple[str, str]]:
    """The rules of a minified stylesheet: what stands before the braces, and in them."""
    depth = begin = inside = 0
    head = ""
    for sign in _BRACE.finditer(styles):
        if sign[0] == "{":
            if not depth:
                head, inside = styles[begin : sign.start()], sign.end()
            depth += 1
        elif sign[0] == "}":
            depth -= 1
            if not depth:
                yield head, styles[inside : sign.start()]
                begin = sign.end()
