"""Elements of XML by their plain names, and where links may lead."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

SCHEMES = frozenset({"https", "mailto", "tel"})
"""Where links may lead: as on the site's own pages."""


def may_lead(target: str) -> bool:
    """Whether a link may lead there: to a page by https, an office by mail or telephone, or to a place in the document."""
    try:
        address = urlsplit(re.sub(r"[\x00-\x20]", "", target))
    except ValueError:
        return False
    return address.scheme.lower() in SCHEMES or target.startswith("#")


def name(element: etree._Element) -> str:
    """Its name, without the namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: etree._Element, wanted: str) -> str:
    """An attribute, of whichever namespace."""
    return next(attributes(element, frozenset({wanted})), "")


def attributes(element: etree._Element, wanted: frozenset[str]) -> Iterator[str]:
    """Those of some names, of whichever namespace."""
    return (str(value) for key, value in element.items() if str(key).rpartition("}")[2] in wanted)


def text(element: etree._Element) -> str:
    """All that it says."""
    return "".join(str(each) for each in element.itertext())


def remove(element: etree._Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
