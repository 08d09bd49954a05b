"""Excel workbooks: no formula that fetches or runs, no comments, no personal number in any cell of any sheet, hidden or not."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from lxml import etree

from laomo.assets.attachments.readers import number_format
from laomo.assets.attachments.readers.ooxml import OoxmlDocument
from laomo.assets.attachments.readers.xml import attribute, attributes, may_lead, name, text
from laomo.assets.attachments.reading import AttachmentPlace, AttachmentReading
from laomo.problems.problem import Finding
from laomo.text import personal_data

_FORMULAS = frozenset({"f", "formula", "formula1", "formula2", "definedName"})
_STRING = re.compile(r'"(?:[^"]|"")*"')
_RUNS = re.compile(
    r"\||(?<![\w.])(?:WEBSERVICE|RTD|FILTERXML|IMAGE|CALL|REGISTER(?:\.ID)?|EXEC|EVALUATE|SQL\.REQUEST)\s*\(",
    re.IGNORECASE,
)
"""A bar calls another program by DDE: no operator is written so."""
_ELSEWHERE = re.compile(r"\[\d+\]|\[[^\[\]]*\.xl\w*\]|file:|https?:", re.IGNORECASE)
_LINK = re.compile(r'(?<![\w.])HYPERLINK\s*\(\s*("(?:[^"]|"")*")?\s*([,)])?', re.IGNORECASE)
_AUTHORS = frozenset({"fileSharing", "absPath", "customWorkbookViews"})
_TOLD = frozenset(
    [
        "title",
        "descr",
        "tooltip",
        "display",
        "prompt",
        "promptTitle",
        "error",
        "errorTitle",
        "name",
        "displayName",
        "v",
        "formatCode",
    ]
)
"""Attributes that hold what somebody typed; `v` is a value that a pivot table remembers."""
_COLUMN_ENDS = "|n|"
"""A letter, at which every number ends."""
_LONGEST = 20
"""Digits of a number that may mean more than itself."""


def read(data: bytes, _: str) -> AttachmentReading:
    """What is wrong with a workbook, and its bytes for the site. Raises AttachmentRefused."""
    document = OoxmlDocument.open(data, "xl/workbook.xml")
    document.drop(lambda element: name(element) in _AUTHORS)
    book = document.trees["xl/workbook.xml"]
    sheets = {}
    for sheet in (each for each in book.iter(etree.Element) if name(each) == "sheet"):
        called = sheet.get("name", "")
        sheets[document.targets.get(("xl/workbook.xml", attribute(sheet, "id")), "")] = called
        if sheet.get("state", "visible") != "visible":
            document.findings.append(Finding("office-hidden", {"value": called[:40]}, "warning"))
    strings = document.trees.get("xl/sharedStrings.xml")
    shared = [text(each) for each in strings if name(each) == "si"] if strings is not None else []
    styles = document.trees.get("xl/styles.xml")
    formats = _formats(styles) if styles is not None else {}
    for path, tree in document.trees.items():
        document.findings += _formulas(tree)
        if any(name(element) == "comment" for element in tree.iter(etree.Element)):
            document.findings.append(Finding("office-comments"))
        if path in sheets:
            cells = list(_cells(tree, sheets[path], shared, formats))
            document.look_through(cells, _columns(cells))
            document.findings += _rounded(cells)
        document.look_through(list(_elsewhere(path, tree)))
    document.findings += document.outside()
    return document.reading()


def _formulas(tree: etree._Element) -> Iterator[Finding]:
    for element in tree.iter(etree.Element):
        if name(element) not in _FORMULAS:
            continue
        formula = text(element)
        plain = _STRING.sub('""', formula)
        if _RUNS.search(plain):
            yield Finding("office-active", {"kind": "formula", "value": formula[:40]})
        elif _ELSEWHERE.search(plain):
            yield Finding("office-outside", {"target": formula[:80]})
        for link in _LINK.finditer(formula):
            target = (link[1] or "").strip('"')
            if not link[2] or not may_lead(target):
                yield Finding("attachment-link", {"target": target[:80] or formula[:80]})


def _formats(styles: etree._Element) -> dict[str, str]:
    """Style of a cell → its format, of those that print digits of their own."""
    codes = {
        each.get("numFmtId"): each.get("formatCode", "")
        for each in styles.iter(etree.Element)
        if name(each) == "numFmt"
    }
    cells = [list(each) for each in styles if name(each) == "cellXfs"]
    used = {str(n): codes.get(style.get("numFmtId"), "") for n, style in enumerate(cells[0] if cells else ())}
    return {style: code for style, code in used.items() if number_format.prints_digits(code)}


def _columns(cells: list[tuple[AttachmentPlace, str]]) -> list[tuple[AttachmentPlace, str]]:
    """The cells column by column."""
    columns: dict[str, list[tuple[AttachmentPlace, str]]] = {}
    for place, said in cells:
        if place.kind == "cell":
            columns.setdefault(str(place.at).rstrip("0123456789"), []).append((place, said))
    return [each for column in columns.values() for each in (*column, (column[-1][0], _COLUMN_ENDS))]


def _cells(
    sheet: etree._Element, called: str, shared: list[str], formats: dict[str, str]
) -> Iterator[tuple[AttachmentPlace, str]]:
    """What each cell shows, with its place; a row of cells that hold a digit each is read as one."""
    for row in (each for each in sheet.iter(etree.Element) if name(each) == "row"):
        boxes = ""
        for cell in (each for each in row if name(each) == "c"):
            said = _value(cell, shared)
            boxes += said if len(said) == 1 else "\n"
            if said:
                yield AttachmentPlace("cell", cell.get("r", ""), called), said
            if said.isdecimal() and (code := formats.get(cell.get("s", "0"))):
                yield AttachmentPlace("cell", cell.get("r", ""), called), number_format.shown(said, code)
        yield AttachmentPlace("row", row.get("r", ""), called), re.sub(r"\n+", "\n", boxes)


def _value(cell: etree._Element, shared: list[str]) -> str:
    kind = cell.get("t", "n")
    content = "".join(text(each) for each in cell if name(each) in ("v", "is"))
    if kind == "s":
        return shared[int(content)] if content.isdecimal() and int(content) < len(shared) else ""
    try:
        number = Decimal(content) if kind == "n" else None
    except InvalidOperation:
        return content
    if number is None or not number.is_finite() or number.adjusted() > _LONGEST:
        return content
    return f"{number:f}".partition(".")[0] if number == number.to_integral_value() else content


def _rounded(cells: list[tuple[AttachmentPlace, str]]) -> Iterator[Finding]:
    """Identity numbers that Excel took for quantities: their last digits are lost, the day of birth is not."""
    for place, said in cells:
        if re.fullmatch(r"\d{15}000", said) and personal_data.begins_identity_number(said):
            yield place.finding("personal-identity", f"{said[:2]}{'*' * 16}")


def _elsewhere(path: str, tree: etree._Element) -> Iterator[tuple[AttachmentPlace, str]]:
    """Texts outside cells: strings that no cell shows, drawings, charts, names, headers, what pivot tables remember."""
    cells = frozenset({"c", "v", "t", "is", "row"}) if name(tree) == "worksheet" else frozenset()
    place = AttachmentPlace("undisplayed-text" if path == "xl/sharedStrings.xml" else "beside-cells")
    for element in tree.iter(etree.Element):
        called = name(element)
        if called in cells:
            continue
        if called in ("si", "p", "pt"):
            yield place, text(element)
        elif element.text and len(element) == 0:
            yield place, str(element.text)
        yield from ((place, value) for value in attributes(element, _TOLD))
