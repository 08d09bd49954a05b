"""Addresses on other hosts that a browser asks for by itself, or sends something to, without the reader following a link.

What may name another host is listed; every other attribute that does is found, so that a way nobody thought of is found too.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

_ATTRIBUTES = etree.XPath("//@*[name() = 'style' or contains(translate(., '\\\t\n\r', '/'), '//')]", smart_strings=True)
"""Styles, and what has two slashes once backslashes are slashes and what browsers leave out is left out."""
_STYLES = etree.XPath("//style/text()", smart_strings=False)
_LINKS = {("a", "href"), ("area", "href")}
_NAMED_ONLY = {"canonical", "edit", "prev", "next", "alternate", "license", "author", "me"}
"""Relations of `link` elements that browsers do not fetch."""
_TEXTS = {
    *("alt", "aria-description", "aria-label", "cite", "class", "content", "datetime", "href-lang", "id", "itemid"),
    *("itemtype", "label", "name", "placeholder", "prefix", "pattern", "property", "title", "value", "summary"),
}
"""Attributes whose value is shown or said, never fetched."""
_ADDRESS = re.compile(r"""(?:^|[\s,;=(>"'])((?:[a-z][a-z0-9+.-]*:)?//[^\s"'<>),;]*)""", re.IGNORECASE)
_REFRESH = re.compile(r"^\s*[\d.]+\s*[;,]", re.ASCII)
_IGNORED = re.compile(r"[\x00-\x1f\x7f]")
"""Characters that browsers leave out of addresses."""
_AGAIN = re.compile(rb"<(?:body|html)\b([^>]*//[^>]*)>", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_DATA = re.compile(r"""url\(\s*(?:"data:[^"]*"|'data:[^']*'|data:[^)\s]*)\s*\)""", re.IGNORECASE)


def requests(tree: etree._Element, source: bytes) -> set[str]:
    """The addresses of a page, parsed and as it stands: browsers add the attributes of every `<body>` to the first, parsers do not."""
    found: set[str] = set()
    for tag in _AGAIN.findall(source):
        found |= requests(etree.fromstring(b"<p%b>" % tag, parser=etree.HTMLParser(encoding="utf-8")), b"")
    values: Any = _ATTRIBUTES(tree)
    for value in values:
        element, name = value.getparent(), str(value.attrname).lower()
        found.update(_of_attribute(element, name, str(value)))
    styles: Any = _STYLES(tree)
    for style in styles:
        found.update(of_styles(str(style)))
    return found


def of_styles(css: str) -> Iterator[str]:
    """The addresses in a stylesheet, however it is spelled: `url(…)`, `@import`, escapes."""
    plain = _DATA.sub("url()", _COMMENT.sub(" ", css))
    return _addresses(_ESCAPE.sub(_unescaped, plain))


def _of_attribute(element: etree._Element, name: str, value: str) -> Iterator[str]:
    tag = str(element.tag).lower()
    if name == "style":
        return of_styles(value)
    if name in _TEXTS or name.startswith(("data-", "xmlns")):
        refreshes = tag == "meta" and name == "content" and _REFRESH.match(value)
        return _addresses(value) if refreshes else iter(())
    if (tag, name) in _LINKS or (tag == "link" and name == "href" and _only_named(element)):
        return iter(())
    return _addresses(value)


def _only_named(link: etree._Element) -> bool:
    return set((link.get("rel") or "").lower().split()) <= _NAMED_ONLY


def _addresses(value: str) -> Iterator[str]:
    plain = _IGNORED.sub("", value).replace("\\", "/")
    return (found[1] for found in _ADDRESS.finditer(plain) if not found[1].lower().startswith(("data:", "about:")))


def _unescaped(found: re.Match[str]) -> str:
    if not found[1]:
        return str(found[2])
    code = int(found[1], 16)
    return chr(code) if 0 < code <= 0x10FFFF else "\ufffd"
