"""PDF: nothing in it acts, says who wrote it, or hides a personal number.

What is looked at is the file as it will be published: saved anew, so that what earlier versions of it held is gone, and every
object is there to see. Sources: ISO 32000-2, 12.6 (actions), 12.5 (annotations), 7.11.4 (embedded files), 14.3 and 14.5 (metadata).
"""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from laomo.assets.attachments.readers import pdf_pictures, pdf_text
from laomo.assets.attachments.readers.xml import may_lead
from laomo.assets.attachments.reading import AttachmentPlace, AttachmentReading, AttachmentRefused, closed_up, private
from laomo.problems.problem import Finding

MAX_PAGES = 500
"""Read in half a minute; a longer one is a book, which readers want in parts."""
_HARMLESS = frozenset({"/GoTo", "/URI"})
_ACTIVE = {
    "/JavaScript": "JavaScript",
    "/Launch": "launch",
    "/SubmitForm": "submit-form",
    "/ImportData": "import-data",
    "/GoToR": "open-file",
    "/GoToE": "open-embedded-file",
    "/Rendition": "rendition",
    "/RichMediaExecute": "rich-media-execute",
    "/Movie": "movie",
    "/Sound": "sound",
}
"""Kinds of actions (12.6.4) and their terms in the catalogue."""
_KEYS = {
    "/JS": "JavaScript",
    "/JavaScript": "JavaScript",
    "/EmbeddedFiles": "embedded-files",
    "/EF": "embedded-files",
    "/XFA": "xfa",
    "/RichMediaContent": "rich-media",
    "/Collection": "portfolio",
}
_ANNOTATIONS = {
    "/FileAttachment": "file-attachment",
    "/RichMedia": "rich-media",
    "/Screen": "screen",
    "/Movie": "movie",
    "/Sound": "sound",
    "/3D": "3d-model",
}
_NOTES = ("/Metadata", "/PieceInfo", "/LastModified", "/SpiderInfo", "/Thumb")
_AUTHOR = ("/T", "/M", "/CreationDate", "/NM")
"""Of an annotation: who made it, and when."""


def read(data: bytes, _: str) -> AttachmentReading:
    """What is wrong with a PDF, and its bytes for the site. Raises AttachmentRefused."""
    cleaned = _cleaned(data)
    with _opened(cleaned) as pdf:
        beside = list(_strings(pdf))
        findings = [*_acting(pdf), *private((AttachmentPlace("beside-pages"), text) for text in beside)]
    found, said = pdf_text.read(cleaned)
    return AttachmentReading((*findings, *found), cleaned, closed_up([*said, *beside]))


def _opened(data: bytes) -> Pdf:
    try:
        pdf = Pdf.open(io.BytesIO(data))
        if pdf.is_encrypted:
            raise AttachmentRefused("pdf-locked")
        if len(pdf.pages) > MAX_PAGES:
            raise AttachmentRefused("pdf-too-long", pages=len(pdf.pages), limit=MAX_PAGES)
    except pikepdf.PasswordError as error:
        raise AttachmentRefused("pdf-locked") from error
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError) as error:
        raise AttachmentRefused("attachment-unreadable") from error
    if not pdf.pages:
        raise AttachmentRefused("attachment-unreadable")
    return pdf


def _cleaned(data: bytes) -> bytes:
    """The file saved anew: only objects that are in use, none that tells who made it; the same bytes each time."""
    with _opened(data) as pdf:
        for key in [key for key in pdf.trailer.keys() if key not in ("/Root", "/Size")]:  # noqa: SIM118 (no mapping)
            del pdf.trailer[key]
        for each in _objects(pdf):
            _strip(each)
            if isinstance(each, Stream):
                pdf_pictures.strip(pdf, each)
        stream = io.BytesIO()
        pdf.save(
            stream,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
        return stream.getvalue()


def _strip(each: Any) -> None:
    if not isinstance(each, Dictionary | Stream):
        return
    for key in _NOTES:
        if key in each:
            del each[key]
    if _name(each.get("/Subtype")) != "/Widget" and "/Rect" in each:
        for key in _AUTHOR:
            if key in each:
                del each[key]


def _objects(pdf: Pdf) -> Iterator[Object]:
    """Every dictionary, stream, array and string in the file, those in compressed streams of objects too."""
    waiting: list[Any] = [pdf.trailer.Root, *pdf.objects]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Dictionary | Stream):
            yield each
            below = [value for _, value in each.items()]
        elif isinstance(each, Array):
            below = list(each)
        else:
            if isinstance(each, pikepdf.String):
                yield each
            continue
        waiting += [value for value in below if not (isinstance(value, Object) and value.is_indirect)]


def _acting(pdf: Pdf) -> Iterator[Finding]:
    """All that would act when the file is opened, read or clicked; signatures, which do not outlast cleaning."""
    found: set[tuple[str, str]] = set()
    links: set[str] = set()
    signed = False
    for each in _objects(pdf):
        if isinstance(each, Dictionary | Stream):
            found |= {(term, "") for key, term in _KEYS.items() if key in each}
            found |= set(_actions(each))
            if (kind := _name(each.get("/Subtype"))) in _ANNOTATIONS:
                found.add((_ANNOTATIONS[kind], ""))
            links |= set(_links(each))
            signed = signed or _name(each.get("/FT")) == "/Sig" or _name(each.get("/Type")) == "/Sig"
    yield from (Finding("pdf-active", {"kind": kind, "value": value}) for kind, value in sorted(found))
    yield from (Finding("attachment-link", {"target": link}) for link in sorted(links))
    if signed:
        yield Finding("pdf-signed")


def _actions(each: Any) -> Iterator[tuple[str, str]]:
    """The kinds of actions that an object is or leads to, with the name of an unknown kind, but those that lead to a place in the file or to a page."""
    if kind := _ACTIVE.get(_name(each.get("/S"))):
        yield kind, ""
    hanging = [each.get(key) for key in ("/A", "/PA", "/Next")]
    opening = [each.get("/OpenAction"), *(value for _, value in _items(each.get("/AA")))]
    for action, harmless in [(a, _HARMLESS) for a in hanging] + [(a, frozenset({"/GoTo"})) for a in opening]:
        for one in list(action) if isinstance(action, Array) else [action]:
            if isinstance(one, Dictionary) and (kind := _name(one.get("/S"))) and kind not in harmless:
                yield (_ACTIVE[kind], "") if kind in _ACTIVE else ("action", kind[1:41])


def _items(each: Any) -> list[tuple[str, Any]]:
    return list(each.items()) if isinstance(each, Dictionary) else []


def _links(each: Any) -> Iterator[str]:
    """Links that lead where those of the site's pages may not."""
    if "/URI" in each and isinstance(target := each.get("/URI"), pikepdf.String):
        address = str(target).strip()
        if not may_lead(address):
            yield address[:80]


def _name(value: Any) -> str:
    return str(value) if isinstance(value, Name) else ""


def _strings(pdf: Pdf) -> Iterator[str]:
    """Texts beside those that pages draw: bookmarks, notes, what forms hold, where links lead."""
    return (str(each) for each in _objects(pdf) if isinstance(each, pikepdf.String))
