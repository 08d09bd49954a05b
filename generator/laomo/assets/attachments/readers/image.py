"""Pictures beside hand-written pages: as they are if they hold nothing but pixels, else made anew from those."""

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps

from laomo.assets.attachments.reading import AttachmentReading
from laomo.assets.pictures import colours
from laomo.assets.pictures.image import PictureRejected, examine
from laomo.assets.pictures.image_segments import stripped
from laomo.problems.problem import Finding
from laomo.text import personal_data

FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}


def read(file: Path, data: bytes, kind: str) -> AttachmentReading:
    """What is wrong with a picture, and its bytes for the site, of the format that its name says."""
    try:
        findings = tuple(_in_notes(examine(file)))
        return AttachmentReading(findings, b"" if findings else _bare(data, FORMATS[kind]))
    except PictureRejected as bad:
        return AttachmentReading.refused(bad.code, **{"value": file.name, **bad.facts})


def _in_notes(notes: str) -> Iterator[Finding]:
    for code, masked in personal_data.numbers(notes):
        yield Finding(f"{code}-in-picture", {"masked": masked})


def _bare(data: bytes, wanted: str) -> bytes:
    try:
        with Image.open(io.BytesIO(data), formats=tuple(set(FORMATS.values()))) as image:
            if image.format == wanted and stripped(data) == data:
                image.load()
                return data
            upright = ImageOps.exif_transpose(image)
            upright = colours.on_white(upright) if wanted == "JPEG" else colours.in_srgb(upright)
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise PictureRejected("damaged-picture") from error
    pixels = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    stream = io.BytesIO()
    pixels.save(stream, wanted, quality=88)
    return stream.getvalue()
