"""One picture: opened strictly, made anew from its pixels (no EXIF, no position, no comment), in the widths that pages use."""

import io
import os
import re
import warnings
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from PIL import Image, ImageOps, WebPImagePlugin  # noqa: F401 (else Pillow loads its forty others to find what saves WebP)

from laomo.assets.pictures import colours, image_segments
from laomo.problems.errors import CodedError
from laomo.problems.problem import Facts
from laomo.system import files, heic
from laomo.system.cache import read_sealed, write_sealed

WIDTHS = (480, 960, 1600)
"""Pixels of the WebP pictures: a card on a phone, a phone with a fine screen or a desktop's card, the head of a page."""
JPEG_WIDTH = 960
"""Pixels of the one JPEG beside them, for browsers that do not know WebP (Safari before 14) and programs that fetch a link's picture."""
MAX_PIXELS = 40_000_000
MAX_BYTES = 10_000_000
_LIMIT_BYTES: Facts = {"most": "limit-bytes", "limit": f"{MAX_BYTES // 1_000_000} MB"}
_LIMIT_PIXELS: Facts = {"most": "limit-megapixels", "limit": MAX_PIXELS // 1_000_000}
"""What is said of a picture beyond one of them."""
_EXIF_DIRECTORIES = (0x8769, 0x8825, 0xA005)
"""Those below the first: details with a user's comment, position, and the files of a camera."""
_NO_TEXT = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ufffd]")
_NO_LETTERS = re.compile("[^\\x20-\\x7e\\n]+")
_PIECE = re.compile("[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ufffd]{8,}")
"""Text among what is none, as long as the shortest number that is looked for."""
Kind = Literal["webp", "jpg"]
"""The ending of a picture's name."""
_SAVED: Mapping[Kind, Mapping[str, Any]] = {
    "webp": {"format": "WEBP", "quality": 82, "method": 4},
    "jpg": {"format": "JPEG", "quality": 75, "optimize": True, "progressive": True},
}
_ENCODING = "srgb"
"""Stands in the names of cached files: pictures that were made in another way are made anew."""
_APART = "\n" * 16
"""So far apart nothing belongs together."""
_LONGEST_TYPED = 2000
"""Characters."""


@dataclass(frozen=True, slots=True)
class MadePicture:
    """What was made of a picture."""

    digest: str
    """Of the file's bytes: what was made is kept under it."""
    sizes: tuple[tuple[int, int], ...]
    """Width and height in pixels, narrow first; a small picture is not made larger, so there may be fewer than `WIDTHS`."""


class PictureRejected(CodedError):
    """The file cannot be shown; `code` and `facts` say why."""


def _formats() -> tuple[str, ...]:
    return ("JPEG", "PNG", "WEBP", *heic.formats())


def size(file: Path) -> tuple[int, int]:
    """Width and height from the header alone. Raises PictureRejected for what is no picture or too large to open safely."""
    try:
        with (
            files.open_no_follow(file) as opened,
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
        ):
            if (length := os.fstat(opened.fileno()).st_size) > MAX_BYTES:
                raise PictureRejected(
                    "picture-too-large", unit="bytes", size=f"{length // 1_000_000} MB", **_LIMIT_BYTES
                )
            with Image.open(opened, formats=_formats()) as image:
                width, height = image.size
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureRejected("picture-too-large", unit="100-megapixels-or-more", **_LIMIT_PIXELS) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise PictureRejected("bad-picture") from error
    if width * height > MAX_PIXELS:
        raise PictureRejected("picture-too-large", unit="pixels", size=f"{width}×{height}", **_LIMIT_PIXELS)
    return width, height


def examine(file: Path) -> str:
    """Decode the whole picture, and return its `notes`. Raises PictureRejected for one that `size` refuses, or that is cut off or damaged.

    A JPEG is decoded at an eighth of its size, which reads all of its data in a fraction of the time.
    """
    size(file)
    data = _bytes(file)
    try:
        with Image.open(io.BytesIO(data), formats=_formats()) as image:
            image.draft(None, (1, 1))
            image.load()
            return _notes(image, data)
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise PictureRejected("damaged-picture") from error


def notes(file: Path) -> str:
    """What cameras and programs wrote beside the pixels, as far as it is text: EXIF with its directories, XMP, IPTC, comments,
    segments of makers, what follows the end of the picture.

    The site never shows it, but the file itself lies in the repository, which many can read.
    """
    data = _bytes(file)
    with Image.open(io.BytesIO(data), formats=_formats()) as image:
        return _notes(image, data)


def _notes(image: Image.Image, data: bytes) -> str:
    exif = image.getexif()
    below = [value for directory in _EXIF_DIRECTORIES for value in exif.get_ifd(directory).values()]
    found = [*image.info.values(), *exif.values(), *below]
    with suppress(ValueError):  # neither JPEG, PNG nor WebP: Pillow has read what there is
        found.append(image_segments.beside_pixels(data))
    return "\n".join(_as_text(value) for value in found)


def _as_text(value: object) -> str:
    """All that the value may say: cameras use several encodings, and Pillow takes each for Latin-1."""
    if isinstance(value, dict):
        return "\n".join(map(_as_text, value.values()))
    if isinstance(value, str):
        with suppress(UnicodeError):
            value = value.encode("latin-1")
    if not isinstance(value, bytes):
        return str(value)
    narrow = (value.replace(b"\0", b"\n").decode("utf-8", "replace"), value.decode("gb18030", "replace"))
    wide = (value[start:].decode(name, "replace") for name in ("utf-16-be", "utf-16-le") for start in (0, 1))
    first, *others = (*narrow, *wide)
    plain = (each if _is_typed(each) else _NO_LETTERS.sub("\ufffd", each) for each in others)
    return _APART.join(piece for each in (first, *plain) for piece in _PIECE.findall(each))


def _is_typed(text: str) -> bool:
    """Whether all of it is text, and not much: what was never meant as text in an encoding can be read in it all the same."""
    return len(text) < _LONGEST_TYPED and not _NO_TEXT.search(text)


def make(file: Path, cache: Path) -> MadePicture:
    """Make the picture in every width, and its JPEG. `cache` keeps each by content, so that it is encoded once. Raises PictureRejected."""
    size(file)
    data = _bytes(file)
    digest = sha256(data).hexdigest()[:20]
    sizes: list[tuple[int, int]] = []
    for width in WIDTHS:
        with Image.open(io.BytesIO(_kept(cache, digest, width, data)), formats=("WEBP",)) as image:
            if sizes and image.width == sizes[-1][0]:
                break
            sizes.append(image.size)
    _kept(cache, digest, JPEG_WIDTH, data, "jpg")
    return MadePicture(digest, tuple(sizes))


def kept(cache: Path, digest: str, width: int, file: Path, kind: Kind = "webp") -> bytes:
    """A picture as it was made: in one of the `WIDTHS`, or the JPEG. Made once more if somebody has thrown it away."""
    return read_sealed(_place(cache, digest, width, kind)) or _kept(cache, digest, width, _bytes(file), kind)


def again(data: bytes) -> bytes:
    """A picture of another house, encoded again in the widest size: whatever else its bytes hold is gone. Raises PictureRejected, also for what is no WebP: houses give nothing else."""
    if not data.startswith(b"RIFF") or data[8:12] != b"WEBP":
        raise PictureRejected("bad-picture")
    with TemporaryDirectory() as folder:
        file = Path(folder, "picture.webp")
        file.write_bytes(data)
        size(file)
    return _encoded(data, WIDTHS[-1])


def _kept(cache: Path, digest: str, width: int, data: bytes, kind: Kind = "webp") -> bytes:
    place = _place(cache, digest, width, kind)
    known = read_sealed(place)
    if known is None:
        known = _encoded(data, width, kind)
        write_sealed(place, known)
    return known


def _place(cache: Path, digest: str, width: int, kind: Kind) -> Path:
    return cache / f"{digest}-{_ENCODING}-{width}.{kind}"


def _bytes(file: Path) -> bytes:
    with files.open_no_follow(file) as opened:
        return opened.read()


def _encoded(data: bytes, width: int, kind: Kind = "webp") -> bytes:
    try:
        with Image.open(io.BytesIO(data), formats=_formats()) as image:
            upright = colours.on_white(ImageOps.exif_transpose(image))
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise PictureRejected("damaged-picture") from error
    if upright.width > width:
        upright = upright.resize((width, round(upright.height * width / upright.width)), Image.Resampling.LANCZOS)
    pixels = Image.frombytes("RGB", upright.size, upright.tobytes())
    stream = io.BytesIO()
    pixels.save(stream, **_SAVED[kind])
    return stream.getvalue()
