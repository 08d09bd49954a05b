"""What the pages of a PDF say, and which of them cannot be read. The only module that imports pypdf."""

import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import pypdf
from pypdf.generic import NameObject

from laomo.assets.attachments.reading import AttachmentPlace, private
from laomo.problems.problem import Finding

_DIGITS = 10
"""Digits of a landline, the least that is looked for."""
_INVISIBLE = re.compile(rb"[37]\s+Tr\b")
_WORDS = 10
"""Letters that make a page with a picture one which was read: a page number alone does not."""


def read(data: bytes) -> tuple[list[Finding], list[str]]:
    """Personal numbers that pages show, and pages whose text cannot be read: pictures of paper, letters without a meaning.

    And what the pages say.
    """
    texts, unread, damaged = [], [], []
    reader = pypdf.PdfReader(io.BytesIO(data))
    for number, page in enumerate(reader.pages, 1):
        try:
            text = page.extract_text()
            place = AttachmentPlace("page", number)
            beside = chain(_appearances(page), _patterns(page), _otherwise(page, text))
            texts += [(place, text), *((place, each) for each in beside)]
            letters = sum(character.isalnum() for character in text)
            if (letters < _WORDS and _pictured(page)) or (not letters and _draws(page)) or not _meaningful(page):
                unread.append(number)
        except (MemoryError, RecursionError):
            raise
        except Exception:  # noqa: BLE001 (a hostile file can make the library fail in any way)
            damaged.append(number)
    findings = list(private(texts))
    if damaged:
        findings.append(Finding("pdf-damaged", {"pages": _ranges(damaged)}))
    if unread:
        findings.append(Finding("pdf-unread", {"pages": _ranges(unread)}, "warning"))
    return findings, [text for _, text in texts]


def _appearances(page: Any) -> Iterator[str]:
    """What the page's annotations draw."""
    for annotation in _resolved(page, "/Annots") or ():
        drawn = _resolved(_resolved(annotation.get_object(), "/AP") or {}, "/N") or {}
        for stream in [drawn] if hasattr(drawn, "get_data") else [each.get_object() for each in drawn.values()]:
            if hasattr(stream, "get_data"):
                yield page.extract_xform_text(stream)


def _patterns(page: Any) -> Iterator[str]:
    """What is drawn as a pattern, on the page or in what is drawn on it."""
    for drawing in _drawings(page):
        for pattern in (_resources(drawing).get("/Pattern") or {}).values():
            if hasattr(pattern.get_object(), "get_data"):
                yield page.extract_xform_text(pattern.get_object())


def _drawings(drawing: Any, depth: int = 4) -> Iterator[Any]:
    """A page, and all that is drawn on it, several deep."""
    yield drawing
    for each in (_resources(drawing).get("/XObject") or {}).values():
        if depth > 0:
            yield from _drawings(each.get_object(), depth - 1)


def _otherwise(page: Any, text: str) -> Iterator[str]:
    """What a page with digits says from left to right, in whatever order it was drawn, and without letters that nobody sees."""
    if sum(character.isdigit() for character in text) < _DIGITS:
        return
    yield page.extract_text(extraction_mode="layout")
    contents = page.get_contents()
    if contents is not None and _INVISIBLE.search(contents.get_data()):
        contents.operations = list(_visible(contents.operations))
        page[NameObject("/Contents")] = contents
        yield page.extract_text()


def _visible(operations: Iterable[tuple[Any, bytes]]) -> Iterator[tuple[Any, bytes]]:
    """Without those that draw text in a mode that shows nothing (ISO 32000-2, 9.3.6)."""
    mode = 0
    for operands, operator in operations:
        if operator == b"Tr":
            mode = int(operands[0])
        if mode not in (3, 7) or operator not in (b"Tj", b"TJ", b"'", b'"'):
            yield operands, operator


def _resolved(each: Any, key: str) -> Any:
    """The value of a key, wherever in the file it stands; None without one."""
    found = each.get(key)
    return None if found is None else found.get_object()


def _draws(page: Any) -> bool:
    """Whether there is more to see than a blank sheet: letters drawn as lines, say."""
    contents = page.get_contents()
    return contents is not None and len(contents.get_data().strip()) > 200


def _pictured(drawing: Any, depth: int = 4) -> bool:
    """Whether a page, or what is drawn on it, holds a picture."""
    below = [each.get_object() for each in (_resources(drawing).get("/XObject") or {}).values()]
    return any(each.get("/Subtype") == "/Image" or (depth > 0 and _pictured(each, depth - 1)) for each in below)


def _meaningful(page: Any) -> bool:
    """Whether every font of the page says which letters its signs are."""
    fonts = (each.get_object() for each in (_resources(page).get("/Font") or {}).values())
    return all("/ToUnicode" in font or not _signs_only(font) for font in fonts)


def _signs_only(font: Any) -> bool:
    kind, encoding = font.get("/Subtype"), font.get("/Encoding")
    return kind == "/Type3" or (kind == "/Type0" and str(encoding).startswith("/Identity"))


def _resources(page: Any) -> dict[str, Any]:
    resources = _resolved(page, "/Resources") or {}
    return {key: value.get_object() for key, value in resources.items()}


def _ranges(numbers: list[int]) -> tuple[str, ...]:
    """Pages, neighbours as one range: 1 and 3–5."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return tuple(str(first) if first == last else f"{first}–{last}" for first, last in spans)
