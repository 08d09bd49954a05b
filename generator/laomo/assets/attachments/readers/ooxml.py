"""Word and Excel files as packages of parts (ECMA-376 part 2): taken apart, cleaned, and put together again.

Only parts that the document leads to by a relation of a known kind are kept, so nothing can lie in the package beside it. What
tells of its author is left out: properties, thumbnail, printer settings, people, data of forms.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from laomo.assets.attachments.readers.xml import attributes, may_lead, name, remove
from laomo.assets.attachments.reading import AttachmentPlace, AttachmentReading, AttachmentRefused, closed_up, private
from laomo.assets.pictures.image_segments import stripped
from laomo.problems.problem import Finding
from laomo.system import ooxml_guard

_MAX_UNFOLDED = 50_000_000
_KEPT = frozenset(
    [
        "officeDocument",
        "styles",
        "stylesWithEffects",
        "settings",
        "webSettings",
        "fontTable",
        "theme",
        "themeOverride",
        "numbering",
        "header",
        "footer",
        "footnotes",
        "endnotes",
        "comments",
        "image",
        "hyperlink",
        "chart",
        "chartStyle",
        "chartColorStyle",
        "chartUserShapes",
        "diagramData",
        "diagramLayout",
        "diagramQuickStyle",
        "diagramColors",
        "diagramDrawing",
        "glossaryDocument",
        "worksheet",
        "chartsheet",
        "sharedStrings",
        "calcChain",
        "drawing",
        "table",
        "sheetMetadata",
        "pivotTable",
        "pivotCacheDefinition",
        "pivotCacheRecords",
    ]
)
_LEFT_OUT = frozenset(
    [
        "core-properties",
        "extended-properties",
        "custom-properties",
        "thumbnail",
        "customXml",
        "customXmlProps",
        "printerSettings",
        "people",
        "person",
        "commentsExtended",
        "commentsIds",
        "commentsExtensible",
        "font",
        "keyMapCustomizations",
        "vmlDrawing",
    ]
)
_ACTIVE = {
    "vbaProject": "macro",
    "wordVbaData": "macro",
    "xlMacrosheet": "macro",
    "xlIntlMacrosheet": "macro",
    "dialogsheet": "macro",
    "oleObject": "embedded-object",
    "package": "embedded-package",
    "control": "activex",
    "activeXControlBinary": "activex",
    "ctrlProp": "form-control",
    "aFChunk": "embedded-page",
    "subDocument": "sub-document",
    "connections": "data-connection",
    "queryTable": "data-connection",
    "externalLink": "external-workbook",
}
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_REFERENCE = re.compile(r"\{http://(schemas\.openxmlformats|purl\.oclc)\.org/(officeDocument|ooxml)/.*relationships\}")
_REFERENCES = ("embed", "legacyDrawing")
"""Elements that are nothing but a reference: to a font, to the boxes of comments."""
_ADDRESSES = frozenset({"src", "href"})
_PICTURES = (".png", ".jpg", ".jpeg")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


@dataclass(slots=True)
class OoxmlDocument:
    """The parts of a document that are kept, by their path in the package, and what was found in them so far."""

    trees: dict[str, etree._Element] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    relations: dict[str, etree._Element] = field(default_factory=dict)
    """By the part that they lead from; that of the whole package has the path ""."""
    targets: dict[tuple[str, str], str] = field(default_factory=dict)
    """Part and relation → the part that it leads to."""
    types: etree._Element = field(default_factory=lambda: etree.Element("none"))
    findings: list[Finding] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """What can be read in it."""

    @classmethod
    def open(cls, data: bytes, main: str) -> "OoxmlDocument":
        """The document whose first part is `main`. Raises AttachmentRefused."""
        try:
            ooxml_guard.guard(io.BytesIO(data), main, _MAX_UNFOLDED)
        except ooxml_guard.OoxmlRefused as unfit:
            if unfit.code == "macros":
                raise AttachmentRefused("office-active", kind="macro") from None
            codes = {"old-format": "office-locked", "too-large": "office-too-large"}
            raise AttachmentRefused(codes.get(unfit.code, "attachment-unreadable")) from None
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            document = cls()
            document.types = _tree(parts, "[Content_Types].xml")
            if any("macroenabled" in each.get("ContentType", "").lower() for each in document.types):
                raise AttachmentRefused("office-active", kind="macro")
            document._follow(parts, "")
        if main not in document.trees:
            raise AttachmentRefused("attachment-unreadable")
        return document

    def _follow(self, parts: zipfile.ZipFile, first: str) -> None:
        waiting = [first]
        while waiting:
            part = waiting.pop()
            folder, name = posixpath.split(part)
            path = posixpath.join(folder, "_rels", f"{name}.rels")
            if part in self.relations or path not in parts.NameToInfo:
                continue
            relations = self.relations[part] = _tree(parts, path)
            for relation in list(relations):
                target = self._judged(relation)
                if target is None:
                    relations.remove(relation)
                elif target:
                    path = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
                    self.targets[part, relation.get("Id", "")] = path
                    self._take(parts, path)
                    waiting.append(path)

    def _judged(self, relation: etree._Element) -> str | None:
        """The part that a relation leads to, "" if it leads out of the document, None if it is left out."""
        kind, target = relation.get("Type", "").rpartition("/")[2], relation.get("Target", "")
        if kind in _LEFT_OUT:
            return None
        if relation.get("TargetMode") == "External":
            if kind != "hyperlink":
                self.findings.append(Finding("office-outside", {"target": target[:80]}))
            elif not may_lead(target):
                self.findings.append(Finding("attachment-link", {"target": target[:80]}))
            return ""
        if kind == "threadedComment":
            self.findings.append(Finding("office-comments"))
            return None
        if kind not in _KEPT:
            if kind in ("revisionHeaders", "usernames"):
                self.findings.append(Finding("office-revisions"))
            else:
                self.findings.append(
                    Finding("office-active", {"kind": _ACTIVE.get(kind, "other-relation"), "value": kind[:40]})
                )
            return None
        return "" if kind == "hyperlink" else unquote(target)

    def _take(self, parts: zipfile.ZipFile, path: str) -> None:
        if path in self.trees or path in self.pictures:
            return
        if path not in parts.NameToInfo:
            raise AttachmentRefused("attachment-unreadable")
        if path.endswith(".xml"):
            self.trees[path] = _tree(parts, path)
        elif path.lower().endswith(_PICTURES):
            try:
                self.pictures[path] = stripped(parts.read(path))
            except ValueError:
                raise AttachmentRefused("attachment-picture", value=posixpath.basename(path)[:40]) from None
        else:
            raise AttachmentRefused("attachment-picture", value=posixpath.basename(path)[:40])

    def look_through(
        self, texts: Sequence[tuple[AttachmentPlace, str]], across: Sequence[tuple[AttachmentPlace, str]] = ()
    ) -> None:
        """Note what texts say, each with its place, and the personal numbers in them; `across` has them column by column."""
        self.findings += private(texts, across)
        self.said += [text for _, text in texts]

    def reading(self) -> AttachmentReading:
        """What was found, each once, and the package put together again; the same bytes each time."""
        for part, tree in self.trees.items():
            self._unrefer(part, tree)
        for each in list(self.types):
            if each.tag == f"{_TYPES}Override" and each.get("PartName", "").lstrip("/") not in self.trees:
                self.types.remove(each)
        files = {path: _bytes(tree) for path, tree in self.trees.items()} | self.pictures
        for part, relations in self.relations.items():
            folder, name = posixpath.split(part)
            files[posixpath.join(folder, "_rels", f"{name}.rels")] = _bytes(relations)
        files["[Content_Types].xml"] = _bytes(self.types)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
            for path in sorted(files):  # readers want the types of parts first, and "[" is before all letters
                entry = zipfile.ZipInfo(path, _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                made.writestr(entry, files[path])
        once = {(each.code, *sorted(each.facts.items())): each for each in self.findings}
        return AttachmentReading(tuple(once.values()), stream.getvalue(), closed_up(self.said))

    def _unrefer(self, part: str, tree: etree._Element) -> None:
        """Forget references to relations that were left out."""
        relations = self.relations.get(part)
        known = {each.get("Id") for each in relations} if relations is not None else set()
        for element in list(tree.iter(etree.Element)):
            for key in [key for key in map(str, element.attrib) if key[0] == "{" and _REFERENCE.match(key)]:
                if element.get(key) not in known:
                    del element.attrib[key]
                    if name(element).startswith(_REFERENCES):
                        remove(element)

    def outside(self) -> Iterator[Finding]:
        """Addresses that a part names by itself, past its relations, and films."""
        for tree in self.trees.values():
            for element in tree.iter(etree.Element):
                if name(element) == "webVideoPr":
                    yield Finding("office-active", {"kind": "online-video"})
                for target in attributes(element, _ADDRESSES):
                    if re.match(r"\w+:|[\\/]{2}", target):
                        yield Finding("office-outside", {"target": target[:80]})

    def drop(self, wanted: Callable[[etree._Element], bool]) -> None:
        """Leave out elements."""
        for tree in self.trees.values():
            for element in [each for each in tree.iter(etree.Element) if wanted(each)]:
                remove(element)


def _tree(parts: zipfile.ZipFile, path: str) -> etree._Element:
    try:
        root = etree.fromstring(parts.read(path), _PARSER)
    except (etree.XMLSyntaxError, KeyError, ValueError):
        raise AttachmentRefused("attachment-unreadable") from None
    if etree.ElementTree(root).docinfo.internalDTD is not None:
        raise AttachmentRefused("attachment-unreadable")
    return root


def _bytes(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
