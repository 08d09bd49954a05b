"""QR codes of the studios' addresses, for sheets on the wall and plates at the door. The only module that imports segno."""

import io
import zlib
from collections.abc import Iterable
from functools import lru_cache, partial
from math import ceil
from pathlib import Path, PurePosixPath
from struct import pack
from typing import Any, Final

import segno

from laomo.assets.drawing_cache import draw_once, drawn, name_of
from laomo.registry import urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.system.output import Output

KINDS: Final = ("svg", "png")
_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "svg": {"scale": 10, "svgclass": None, "lineclass": None, "light": "#fff"},
    "png": {"scale": 20},
}
"""Ten units a module in the drawing; 20 pixels in the picture: sharp on a plate of ten centimetres."""
_BORDER = 4


def publish(registry: Registry, address: str, cache_folder: Path) -> list[Output]:
    """The codes of all active studios. `cache_folder` keeps each by its address, so it is drawn once."""
    plates = {
        urls.plate(studio.id, kind): (address + studio.url, kind)
        for studio in registry.active_studios
        for kind in _LOOKS
    }
    names = {url: name_of(segno.__version__, _LOOKS[kind], where, suffix=kind) for url, (where, kind) in plates.items()}
    draw_once(cache_folder, {names[url]: plate for url, plate in plates.items()}, _drawn)
    return [
        Output(
            PurePosixPath(url), partial(drawn, cache_folder, name, plates[url], _drawn), fingerprint=partial(str, name)
        )
        for url, name in names.items()
    ]


def output(studio: Studio, address: str, kind: str) -> Output:
    """One code of a studio, drawn when it is wanted."""
    return Output(PurePosixPath(urls.plate(studio.id, kind)), partial(draw, address + studio.url, kind))


def _drawn(plate: tuple[str, str]) -> bytes:
    return draw(*plate)


def draw(address: str, kind: str) -> bytes:
    """One code as `svg` or `png`."""
    code, looks = _code(address), _LOOKS[kind]
    if kind == "png":
        return _picture(code, **looks)
    stream = io.BytesIO()
    code.save(stream, kind=kind, border=_BORDER, **looks)
    return stream.getvalue()


def _picture(code: segno.QRCode, scale: int) -> bytes:
    """The PNG that `code.save` writes, byte for byte, but made of whole rows: segno goes pixel by pixel."""
    side = (len(code.matrix) + 2 * _BORDER) * scale
    width = ceil(side / 8)
    edge, margin = b"\0" + _bits([0] * (side // scale), scale, width), [0] * _BORDER
    again = (b"\2" + bytes(width)) * (scale - 1)  # the filter “up”: the same as the row above
    rows = (b"\0" + _bits([*margin, *row, *margin], scale, width) + again for row in code.matrix)
    data = b"".join([edge * _BORDER * scale, *rows, edge * _BORDER * scale])
    parts = ((b"IHDR", pack(">2I5B", side, side, 1, 0, 0, 0, 0)), (b"IDAT", zlib.compress(data, 9)), (b"IEND", b""))
    chunks = (pack(">I", len(body)) + name + body + pack(">I", zlib.crc32(name + body)) for name, body in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _bits(modules: Iterable[int], scale: int, width: int) -> bytes:
    """A row of modules as pixels, one bit each: a dark one is 0."""
    pixels = "".join("10"[module] * scale for module in modules)
    return int(pixels.ljust(width * 8, "0"), 2).to_bytes(width)


@lru_cache(maxsize=8)  # the same address is drawn twice, one after the other
def _code(address: str) -> segno.QRCode:
    """Level M, with a quiet zone of four modules on every drawing: it reads even where a corner of the plate is scratched."""
    return segno.make(address, error="m", micro=False)
