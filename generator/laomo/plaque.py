"""QR codes of addresses, for sheets on the wall and plates at the door. The only module that imports segno."""

import io
from functools import lru_cache
from typing import Any

import segno
from markupsafe import Markup


@lru_cache(maxsize=8)  # the same address is drawn three times, one after the other
def _code(address: str) -> segno.QRCode:
    """Level M, with a quiet zone of four modules on every drawing: it reads even where a corner of the plate is scratched."""
    return segno.make(address, error="m", micro=False)


def inline(address: str) -> Markup:
    """The code as SVG to stand in a page: it holds nothing but coordinates. Its width and height are the page's to set."""
    drawing = _code(address).svg_inline(border=4, omitsize=True, light="#fff", svgclass="qr", lineclass=None)
    return Markup(drawing)  # noqa: S704 (coordinates only)


def svg(address: str) -> bytes:
    """The code as an SVG file, ten units a module."""
    return _file(address, "svg", scale=10, svgclass=None, lineclass=None, light="#fff")


def png(address: str) -> bytes:
    """The code as a PNG file, 20 pixels a module: sharp on a plate of ten centimetres."""
    return _file(address, "png", scale=20)


def _file(address: str, kind: str, **looks: Any) -> bytes:
    stream = io.BytesIO()
    _code(address).save(stream, kind=kind, border=4, **looks)
    return stream.getvalue()
