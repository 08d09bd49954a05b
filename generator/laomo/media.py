"""Pictures: opened strictly, made anew from their pixels (no EXIF, no position, no comment), in the widths that pages use."""

import io
import os
import warnings
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path, PurePosixPath

from PIL import Image, ImageOps

from laomo import heic, personal, plainfile, urls
from laomo.diagnostics import Problem
from laomo.load import shown
from laomo.models import Photo
from laomo.registry import Registry
from laomo.studio import Studio
from laomo.write import Output, replace, stamp

WIDTHS = (480, 960, 1600)
"""Pixels: a card on a phone, a phone with a fine screen or a desktop's card, the head of a page."""
MAX_PIXELS = 40_000_000
MAX_BYTES = 10_000_000
_EXIF_DETAILS = 0x8769
"""The directory of EXIF that holds a user's comment."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the site shows it; width and height in pixels of the largest size."""

    sources: tuple[tuple[int, str], ...]
    """Width → address, narrow first."""
    width: int
    height: int

    @property
    def url(self) -> str:
        return self.sources[-1][1]


class BadPicture(Exception):
    """The file cannot be shown; `code` and `facts` say why."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def _formats() -> tuple[str, ...]:
    return ("JPEG", "PNG", "WEBP", *heic.formats())


def size(file: Path) -> tuple[int, int]:
    """Width and height from the header alone. Raises BadPicture for what is no picture or too large to open safely."""
    try:
        with (
            plainfile.opened(file) as opened,
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
        ):
            if (length := os.fstat(opened.fileno()).st_size) > MAX_BYTES:
                raise BadPicture("picture-too-large", size=f"{length // 1_000_000} MB", limit="10 MB")
            with Image.open(opened, formats=_formats()) as image:
                width, height = image.size
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadPicture("picture-too-large", size="上亿像素", limit="4000 万像素") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise BadPicture("bad-picture") from error
    if width * height > MAX_PIXELS:
        raise BadPicture("picture-too-large", size=f"{width}×{height} 像素", limit="4000 万像素")
    return width, height


def notes(file: Path) -> str:
    """What cameras and programs wrote beside the pixels (EXIF, XMP, comments), as far as it is text; headers only.

    The site never shows it, but the file itself lies in the repository, which many can read.
    """
    with plainfile.opened(file) as opened, Image.open(opened, formats=_formats()) as image:
        found = [*image.info.values(), *image.getexif().values(), *image.getexif().get_ifd(_EXIF_DETAILS).values()]
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
    wide = value.decode("utf-16-be", "ignore"), value.decode("utf-16-le", "ignore")
    return "\n".join((value.replace(b"\0", b"\n").decode("latin-1"), value.decode("utf-8", "ignore"), *wide))


def prepare(file: Path, studio_id: str, cache: Path) -> tuple[Picture, list[Output]]:
    """The picture and its published files. `cache` keeps them by content, so that each is encoded once."""
    return _prepared(file, stamp(file), studio_id, cache)


@lru_cache(1 << 16)
def _prepared(file: Path, _: str, studio_id: str, cache: Path) -> tuple[Picture, list[Output]]:
    """Nobody has touched the file as long as its stamp is the same: a preview need not open it at every save."""
    size(file)
    data = _bytes(file)
    digest = sha256(data).hexdigest()[:20]
    sources: dict[int, str] = {}
    outputs, height = [], 0
    for width in WIDTHS:
        kept = cache / f"{digest}-{width}.webp"
        _keep(kept, data, width)
        with Image.open(kept, formats=("WEBP",)) as image:
            actual, height = image.size
        if actual in sources:  # a small picture is not made larger
            break
        sources[actual] = urls.picture(studio_id, file.name, width)
        outputs.append(
            Output(PurePosixPath(sources[actual]), partial(_kept, kept, file, width), recipe=partial(str, kept.name))
        )
    return Picture(tuple(sources.items()), actual, height), outputs


def _bytes(file: Path) -> bytes:
    with plainfile.opened(file) as opened:
        return opened.read()


def _keep(kept: Path, data: bytes, width: int) -> None:
    if not kept.is_file():
        replace(kept, _encoded(data, width))


def _kept(kept: Path, file: Path, width: int) -> bytes:
    """What was kept; made once more if somebody has thrown it away."""
    if not kept.is_file():
        _keep(kept, _bytes(file), width)
    return kept.read_bytes()


def _encoded(data: bytes, width: int) -> bytes:
    try:
        with Image.open(io.BytesIO(data), formats=_formats()) as image:
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (OSError, SyntaxError, ValueError) as error:
        raise BadPicture("bad-picture") from error
    if upright.width > width:
        upright = upright.resize((width, round(upright.height * width / upright.width)), Image.Resampling.LANCZOS)
    pixels = Image.frombytes("RGB", upright.size, upright.tobytes())
    stream = io.BytesIO()
    pixels.save(stream, "WEBP", quality=82, method=4)
    return stream.getvalue()


Pictures = Mapping[PurePosixPath, Picture]
"""Published pictures by the path of their file below `studios/`."""


def problems(registry: Registry, studios: Path) -> Iterator[Problem]:
    """What is wrong with the picture files, named by a record or not; only headers are read."""
    published: dict[str, PurePosixPath] = {}
    for path, studio, _ in _named(registry):
        other = published.setdefault(urls.picture(studio.id, path.name, 0), path)
        if other != path:
            yield Problem(shown(path), "same-picture-name", facts={"value": path.name, "other": other.name})
    for path in sorted(registry.pictures):
        try:
            size(studios / path)
            for code, masked in personal.numbers(notes(studios / path)):
                yield Problem(shown(path), f"{code}-in-picture", facts={"masked": masked})
        except BadPicture as bad:
            yield Problem(shown(path), bad.code, facts={"value": path.name, **bad.facts})


def publish(registry: Registry, studios: Path, cache: Path) -> tuple[Pictures, list[Output]]:
    """All pictures that records name, and their files for the site."""
    pictures: dict[PurePosixPath, Picture] = {}
    outputs: list[Output] = []
    for path, studio, _ in _named(registry):
        if path not in pictures:
            with suppress(BadPicture):  # `problems` has reported it; only a preview comes this far
                pictures[path], files = prepare(studios / path, studio.id, cache)
                outputs += files
    return pictures, outputs


def _named(registry: Registry) -> Iterator[tuple[PurePosixPath, Studio, Photo]]:
    for studio in registry.studios:
        for photo in studio.photos:
            path = studio.picture_path(photo)
            if path in registry.pictures:
                yield path, studio, photo
