"""Finds addresses on other hosts that a browser requests or sends data to without the reader following a link.

The attributes that may contain such an address are listed here. It is reported in any other attribute, so that unknown ways
to load something are found too.
"""

import re
from typing import Any

from lxml import etree

_NOT_FETCHED = "not(name() = 'xmlns' or name() = 'content')"
_PLAIN = etree.XPath(f"//@*[contains(., '//')][{_NOT_FETCHED}]", smart_strings=True)
_DISGUISED = etree.XPath(
    f"//@*[contains(translate(., '\\\t\n\r', '/'), '//') or contains(., ':')][{_NOT_FETCHED}]", smart_strings=True
)
"""With backslashes as slashes, without what browsers leave out, and with `https:host`: three times slower, and hardly ever needed."""
_REFRESHES = etree.XPath("//meta[@http-equiv]/@content", smart_strings=False)
_STYLES = etree.XPath("//@style | //style/text()", smart_strings=False)
_SLASHES = re.compile(rb"\\(?:[\\/]|(?<=/\\))")
_ENTITY = re.compile(rb"&(?:tab|newline|bsol|#(?:0*(?:9|10|13|92)(?!\d)|x0*(?:9|a|d|5c)(?![\da-f])))")
_BROKEN = re.compile(rb"/[\t\r\n]+/")
_SLASHLESS = re.compile(rb":(?<=(?:tp|ps|ws|ss):)(?!//)")
"""`https:host`, `ws:host` and the like: browsers go to that host from a page of another scheme."""
_STYLE = re.compile(rb"style[\s=>]")
_LINKS = {("a", "href"), ("area", "href")}
_NAMED_ONLY = {"canonical", "edit", "prev", "next", "alternate", "license", "author", "me"}
"""Relations of `link` elements that browsers do not fetch."""
_TEXTS = {
    *(
        "alt",
        "aria-description",
        "aria-label",
        "cite",
        "class",
        "datetime",
        "id",
        "itemid",
        "itemtype",
        "label",
        "name",
    ),
    *("placeholder", "prefix", "pattern", "property", "title", "value", "summary"),
}
"""Attributes whose value is text, never fetched."""
_ADDRESS = re.compile(
    r"""(?:^|[\s,;=(>"'])((?:(?:[a-z][a-z0-9+.-]*:)?//|(?:https?|wss?|ftp):)[^\s"'<>),;]*)""", re.IGNORECASE
)
_MARK = re.compile(r"[/\\]{2}|(?:https?|wss?|ftp):", re.IGNORECASE)
"""What each such address contains: looking for it first takes a twentieth of the time."""
_REFRESH = re.compile(r"^\s*[\d.]+\s*[;,]", re.ASCII)
_IGNORED = re.compile(r"[\x00-\x1f\x7f]")
"""Characters that browsers remove from addresses."""
_AGAIN = re.compile(rb"<(?:body|html)\b([^>]*//[^>]*)>", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_DATA = re.compile(r"""url\(\s*(?:"data:[^"]*"|'data:[^']*'|data:[^)\s]*)\s*\)""", re.IGNORECASE)


def requests(tree: etree._Element, source: bytes) -> set[str]:
    """The addresses on other hosts that a page requests by itself. `tree` is the parsed page, `source` its bytes.

    The bytes are needed because browsers add the attributes of every further `<body>` to the first one, and lxml does not.
    """
    found: set[str] = set()
    for tag in _AGAIN.findall(source):
        found |= requests(etree.fromstring(b"<p%b>" % tag, parser=etree.HTMLParser(encoding="utf-8")), b"")
    lower = source.lower()
    values: Any = (_DISGUISED if may_disguise(lower) else _PLAIN)(tree)
    for value in values:
        found.update(_of_attribute(value.getparent(), str(value.attrname), str(value)))
    refreshes: Any = _REFRESHES(tree) if b"refresh" in lower else ()
    for content in refreshes:
        if _REFRESH.match(content):
            found.update(_addresses(content))
    styles: Any = _STYLES(tree) if _STYLE.search(lower) else ()
    for style in styles:
        found.update(of_styles(style))
    return found


def may_disguise(lower: bytes) -> bool:
    """Whether a page, in small letters, may hold an address on another host that is not written with `//`."""
    return any(pattern.search(lower) for pattern in (_SLASHES, _BROKEN, _ENTITY, _SLASHLESS))


def of_styles(css: str) -> list[str]:
    """The addresses on other hosts in a stylesheet, in any spelling: `url(…)`, `@import`, escapes."""
    plain = _DATA.sub("url()", _COMMENT.sub(" ", css))
    return _addresses(_ESCAPE.sub(_unescaped, plain))


def _of_attribute(element: etree._Element, name: str, value: str) -> list[str]:
    if is_named_only(str(element.tag), name, element.get("rel")):
        return []
    return of_styles(value) if name == "style" else _addresses(value)


def is_named_only(tag: str, attribute: str, rel: str | None) -> bool:
    """Whether an address in this attribute is text, or followed only when a reader wants it. `rel` is the element's own, None without one."""
    if attribute in _TEXTS or attribute.startswith(("data-", "xmlns")) or (tag, attribute) in _LINKS:
        return True
    return tag == "link" and attribute == "href" and set((rel or "").lower().split()) <= _NAMED_ONLY


def _addresses(value: str) -> list[str]:
    """Those that browsers see who leave control characters out; if there are none, those between such characters."""
    return _found(_IGNORED.sub("", value)) or _found(_IGNORED.sub(" ", value))


def _found(value: str) -> list[str]:
    if not _MARK.search(value):
        return []
    found = (found[1] for found in _ADDRESS.finditer(value.replace("\\", "/")))
    return [address for address in found if not address.lower().startswith(("data:", "about:"))]


def _unescaped(found: re.Match[str]) -> str:
    if not found[1]:
        return str(found[2])
    code = int(found[1], 16)
    return chr(code) if 0 < code <= 0x10FFFF else "\ufffd"
