"""Word documents: no fields that fetch or run, no tracked changes or comments, no personal number in any part."""

import re
from collections.abc import Iterator

from lxml import etree

from laomo.assets.attachments.readers.ooxml import OoxmlDocument
from laomo.assets.attachments.readers.xml import attribute, attributes, may_lead, name, text
from laomo.assets.attachments.reading import AttachmentPlace, AttachmentReading
from laomo.problems.problem import Finding

_REVISIONS = frozenset({"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"})
_FIELDS = frozenset(
    [
        "=",
        "ADVANCE",
        "AUTONUM",
        "CREATEDATE",
        "DATE",
        "EQ",
        "FORMCHECKBOX",
        "FORMDROPDOWN",
        "FORMTEXT",
        "HYPERLINK",
        "INDEX",
        "LISTNUM",
        "NOTEREF",
        "NUMPAGES",
        "PAGE",
        "PAGEREF",
        "PRINTDATE",
        "REF",
        "SAVEDATE",
        "SECTION",
        "SECTIONPAGES",
        "SEQ",
        "STYLEREF",
        "SUBJECT",
        "SYMBOL",
        "TC",
        "TIME",
        "TITLE",
        "TOC",
        "XE",
    ]
)
"""Those that only count, date or lead to a place. All others may fetch, or run a program: DDE, LINK, INCLUDETEXT …"""
_NAMED = frozenset({"descr", "title", "alt", "name", "tooltip"})
"""Attributes that hold what somebody typed."""
_PLACES = frozenset({"document", "header", "footer", "footnotes", "endnotes"})
"""Parts that the catalogue has a term for."""


def read(data: bytes, _: str) -> AttachmentReading:
    """What is wrong with a document, and its bytes for the site. Raises AttachmentRefused."""
    document = OoxmlDocument.open(data, "word/document.xml")
    document.drop(lambda element: name(element) == "docVars")
    for tree in document.trees.values():
        document.findings += _changes(tree)
        document.findings += _fields(tree)
    document.findings += document.outside()
    document.look_through([each for path, tree in document.trees.items() for each in _texts(path, tree)])
    return document.reading()


def _changes(tree: etree._Element) -> Iterator[Finding]:
    for element in tree.iter(etree.Element):
        if "wordprocessingml" in str(element.tag):
            if name(element) == "comment":
                yield Finding("office-comments")
            elif name(element) in _REVISIONS or name(element).endswith("Change"):
                yield Finding("office-revisions")


def _fields(tree: etree._Element) -> Iterator[Finding]:
    """Instructions that do more than count; they may be spread over many runs, and stand in one another."""
    open_fields: list[str] = []
    for element in tree.iter(etree.Element):
        if name(element) == "fldSimple":
            yield from _instruction(attribute(element, "instr"))
        elif name(element) == "instrText" and open_fields:
            open_fields[-1] += text(element)
        elif name(element) == "instrText":
            yield from _instruction(text(element))
        elif name(element) == "fldChar" and attribute(element, "fldCharType") == "begin":
            open_fields.append("")
        elif name(element) == "fldChar" and attribute(element, "fldCharType") == "end" and open_fields:
            yield from _instruction(open_fields.pop())
    for left in open_fields:
        yield from _instruction(left)


def _instruction(instruction: str) -> Iterator[Finding]:
    found = re.match(r"\s*(=|[^\s\"\\]*)(.*)", instruction, re.DOTALL)
    kind, rest = (found[1].upper(), found[2].strip()) if found else ("", "")
    if kind not in _FIELDS:
        yield Finding("office-active", {"kind": "field-code" if kind else "composed-field-code", "value": kind[:20]})
    elif kind == "HYPERLINK" and not rest.startswith("\\l"):
        target = re.split(r'"', rest)[1] if rest.startswith('"') and rest.count('"') > 1 else rest.partition(" ")[0]
        if not may_lead(target):
            yield Finding("attachment-link", {"target": target[:80]})


def _texts(path: str, tree: etree._Element) -> Iterator[tuple[AttachmentPlace, str]]:
    """Every paragraph, and what pictures and tables are called, with the part that it stands in."""
    part = path.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")
    place = AttachmentPlace(part if part in _PLACES else "other-part")
    for element in tree.iter(etree.Element):
        if name(element) in ("p", "si", "pt", "instrText"):
            yield place, _said(element)
        elif name(element) == "tr":
            yield place, _boxes(element)
        elif element.text and len(element) == 0 and name(element) != "t":
            yield place, str(element.text)
        yield from ((place, value) for value in attributes(element, _NAMED))


def _said(paragraph: etree._Element) -> str:
    breaks = {"tab": "\t", "br": "\n", "cr": "\n"}
    return "".join(breaks.get(name(each), str(each.text or "")) for each in paragraph.iter(etree.Element))


def _boxes(row: etree._Element) -> str:
    """What a row of cells says that hold a digit each."""
    cells = [text(cell).strip() for cell in row if name(cell) == "tc"]
    return re.sub(r"\n+", "\n", "".join(cell if len(cell) == 1 else "\n" for cell in cells))
