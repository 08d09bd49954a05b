"""Word documents: no fields that fetch or run, no tracked changes or comments, no personal number in any part."""

import re
from collections.abc import Iterator
from itertools import zip_longest

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
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n"}
_COLUMN_ENDS = "|n|"
"""A letter, at which every number ends."""
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
    texts = [each for path, tree in document.trees.items() for each in _texts(path, tree)]
    columns = [each for path, tree in document.trees.items() for each in _columns(path, tree)]
    document.look_through(texts, columns)
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
    place = _place(path)
    for element in tree.iter(etree.Element):
        if name(element) in ("p", "si", "pt", "instrText"):
            yield place, _said(element)
        elif name(element) == "tr":
            yield place, _boxes(element)
        elif element.text and len(element) == 0 and name(element) != "t":
            yield place, str(element.text)
        yield from ((place, value) for value in attributes(element, _NAMED))


def _place(path: str) -> AttachmentPlace:
    part = path.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")
    return AttachmentPlace(part if part in _PLACES else "other-part")


def _columns(path: str, tree: etree._Element) -> Iterator[tuple[AttachmentPlace, str]]:
    """The cells of every table, column by column."""
    place = _place(path)
    for table in (each for each in tree.iter(etree.Element) if name(each) == "tbl"):
        rows = [[_said(cell) for cell in row if name(cell) == "tc"] for row in table if name(row) == "tr"]
        for column in zip_longest(*rows, fillvalue=""):
            yield from ((place, said) for said in (*column, _COLUMN_ENDS))


def _said(paragraph: etree._Element) -> str:
    return "".join(map(_letters, paragraph.iter(etree.Element)))


def _letters(element: etree._Element) -> str:
    if name(element) == "sym":
        return _symbol(attribute(element, "font"), attribute(element, "char"))
    return _BREAKS.get(name(element), str(element.text or ""))


def _symbol(font: str, code: str) -> str:
    """A character of a font of symbols, of which Wingdings draws digits in circles."""
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    low = value & 0xFF
    if font == "Wingdings" and 0x80 <= low <= 0x94:
        return "10" if low == 0x8A else str((low - 0x80) % 11)
    return chr(low) if 0xF000 <= value <= 0xF0FF else chr(value % 0x110000)


def _boxes(row: etree._Element) -> str:
    """What a row of cells says that hold a digit each."""
    cells = [text(cell).strip() for cell in row if name(cell) == "tc"]
    return re.sub(r"\n+", "\n", "".join(cell if len(cell) == 1 else "\n" for cell in cells))
