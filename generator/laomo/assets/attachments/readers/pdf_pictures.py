"""Photographs within a PDF, made anew without their notes, whatever filters they lie under. Source: ISO 32000-2, 7.4."""

from typing import Any

from pikepdf import Array, Name, Object, Pdf, PdfError, Stream, StreamDecodeLevel

from laomo.assets.attachments.reading import AttachmentRefused
from laomo.assets.pictures.image_segments import stripped

_PHOTOGRAPHS = frozenset({"/DCTDecode", "/DCT", "/JPXDecode"})


def strip(pdf: Pdf, stream: Stream) -> None:
    """Leave out the notes of a photograph; other streams stay. Raises AttachmentRefused for one that cannot be read."""
    filters, parameters = _listed(stream.get("/Filter")), _listed(stream.get("/DecodeParms"))
    if not any(str(each) in _PHOTOGRAPHS for each in filters):
        return
    parameters += [None] * (len(filters) - len(parameters))
    try:
        plain = _unpacked(pdf, stream.read_raw_bytes(), filters[:-1], parameters[:-1])
        stream.write(stripped(plain), filter=Name(str(filters[-1])), decode_parms=parameters[-1])
    except (ValueError, PdfError, TypeError) as error:
        kind = "JPEG 2000" if "/JPXDecode" in map(str, filters) else "JPEG"
        raise AttachmentRefused("attachment-picture", value=kind) from error


def _unpacked(pdf: Pdf, data: bytes, filters: list[Any], parameters: list[Any]) -> bytes:
    """The bytes of a photograph that others filters have packed once more."""
    if not filters:
        return data
    outer = Stream(pdf, data)
    outer.Filter = Array(filters)
    if any(each is not None for each in parameters):
        outer.DecodeParms = Array(parameters)
    return outer.read_bytes(StreamDecodeLevel.specialized)


def _listed(value: Object | None) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]
