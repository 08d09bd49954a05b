"""QR codes of the studios' addresses, for exhibition sheets and door plates. The only module that imports segno."""

import io
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath
from typing import Any, Final

import PIL
import segno
from PIL import Image

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
"""A module (square) is 10 units wide in SVG and 20 pixels in PNG, which is sharp on a plate of 10 cm."""
_BORDER = 4
_DESIGN = 2
"""Version of the drawing. Raise it when the drawing changes, so that cached codes are redrawn."""


def publish(registry: Registry, address: str, cache_folder: Path) -> list[Output]:
    """The codes of all active studios, as SVG and PNG. `address` is that of the site; drawings are cached in `cache_folder`."""
    plates = {
        urls.plate(studio.id, kind): (address + studio.url, kind)
        for studio in registry.active_studios
        for kind in _LOOKS
    }
    design = (_DESIGN, segno.__version__, PIL.__version__)
    names = {url: name_of(*design, _LOOKS[kind], where, suffix=kind) for url, (where, kind) in plates.items()}
    draw_once(cache_folder, {names[url]: plate for url, plate in plates.items()}, _drawn)
    return [
        Output(
            PurePosixPath(url), partial(drawn, cache_folder, name, plates[url], _drawn), fingerprint=partial(str, name)
        )
        for url, name in names.items()
    ]


def output(studio: Studio, address: str, kind: str) -> Output:
    """One code of a studio, drawn only when the output is read. `kind` is `svg` or `png`."""
    return Output(PurePosixPath(urls.plate(studio.id, kind)), partial(draw, address + studio.url, kind))


def _drawn(plate: tuple[str, str]) -> bytes:
    return draw(*plate)


def draw(address: str, kind: str) -> bytes:
    """The bytes of a QR code of `address`; `kind` is `svg` or `png`."""
    code, looks = _code(address), _LOOKS[kind]
    if kind == "png":
        return _picture(code, **looks)
    stream = io.BytesIO()
    code.save(stream, kind=kind, border=_BORDER, **looks)
    return stream.getvalue()


def _picture(code: segno.QRCode, scale: int) -> bytes:
    """A code as PNG, enlarged by Pillow because segno's own writer takes more than twice as long."""
    rows = [bytes(0 if dark else 255 for dark in row) for row in code.matrix_iter(border=_BORDER)]
    side, stream = len(rows), io.BytesIO()
    modules = Image.frombytes("L", (side, side), b"".join(rows)).convert("1")
    modules.resize((side * scale, side * scale), Image.Resampling.NEAREST).save(stream, "png")
    return stream.getvalue()


@lru_cache(maxsize=8)  # each address is drawn twice in a row, as SVG and as PNG
def _code(address: str) -> segno.QRCode:
    """A code with error correction level M, so that it stays readable on a scratched plate."""
    return segno.make(address, error="m", micro=False)
